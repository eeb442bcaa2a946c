/* plain.c -- foreign bytes made safe to show. */
#include "plain.h"

#include <stdint.h>
#include <string.h>

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/* Length of the UTF-8 sequence that starts with this byte; 0: none does. */
static size_t
sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	if (lead >= 0xf0 && lead <= 0xf4)
		return 4;
	return 0;
}

/* Decodes one character; its length, or 0 when the bytes are no UTF-8
 * (overlong and surrogate forms included). */
static size_t
decode(const unsigned char *bytes, size_t length, uint32_t *code)
{
	static const uint8_t lead_mask[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t size = sequence_length(bytes[0]);

	if (size == 0 || size > length)
		return 0;
	*code = bytes[0] & lead_mask[size];
	for (size_t i = 1; i < size; i++) {
		if ((bytes[i] & 0xc0) != 0x80)
			return 0;
		*code = *code << 6 | (bytes[i] & 0x3f);
	}
	if (*code < least[size] || *code > 0x10ffff ||
		(*code >= 0xd800 && *code <= 0xdfff))
		return 0;
	return size;
}

static bool
is_control(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

/* XML has no way to write these two. */
static bool
is_no_character(uint32_t code)
{
	return code == 0xfffe || code == 0xffff;
}

void
plain_append(struct text *out, const void *bytes, size_t length)
{
	const unsigned char *cursor = bytes;
	const unsigned char *end = cursor + length;

	while (cursor < end) {
		uint32_t code = 0;
		size_t size = decode(cursor, (size_t)(end - cursor), &code);

		if (size == 0 || is_no_character(code))
			text_append(out, replacement);
		else if (code == '\t' || code == '\n' || code == '\r')
			text_append(out, " ");
		else if (!is_control(code))
			text_append_bytes(out, cursor, size);
		cursor += size == 0 ? 1 : size;
	}
}

void
escape_nothing(struct text *out, const char *value)
{
	plain_append(out, value, strlen(value));
}

static const char *
markup_entity(char character)
{
	switch (character) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void
escape_markup(struct text *out, const char *value)
{
	struct text plain = { 0 };
	const char *start;

	plain_append(&plain, value, strlen(value));
	start = plain.bytes;
	for (const char *c = start; c != NULL && *c != '\0'; c++) {
		const char *entity = markup_entity(*c);

		if (entity == NULL)
			continue;
		text_append_bytes(out, start, (size_t)(c - start));
		text_append(out, entity);
		start = c + 1;
	}
	if (start != NULL)
		text_append(out, start);
	text_free(&plain);
}

bool
is_slug(const char *text)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789"
				      "._/#-";

	return text[strspn(text, allowed)] == '\0' && text[0] != '/' &&
		strstr(text, "..") == NULL;
}

void
slug_append(struct text *out, const char *title)
{
	bool gap = false;
	size_t start = out->length;

	for (const char *c = title; *c != '\0'; c++) {
		char lower = *c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c;
		bool kept = (lower >= 'a' && lower <= 'z') ||
			(lower >= '0' && lower <= '9');

		if (kept && gap && out->length > start)
			text_append(out, "-");
		if (kept)
			text_append_bytes(out, &lower, 1);
		gap = !kept;
	}
	if (out->length == start)
		text_append(out, "section");
}

/* plain.c -- foreign bytes made safe to show. */
#include "plain.h"

#include <string.h>

#include "words.h"

/* XML has no way to write U+FFFE and U+FFFF. */
static bool
is_no_character(const char *bytes, int length)
{
	return length == 3 && memcmp(bytes, "\xef\xbf", 2) == 0 &&
		(unsigned char)bytes[2] >= 0xbe;
}

/* C0, DEL and C1 (U+0080 to U+009F). */
static bool
is_control(const char *bytes, int length)
{
	unsigned char first = (unsigned char)bytes[0];

	if (length == 1)
		return first < 0x20 || first == 0x7f;
	return length == 2 && first == 0xc2 && (unsigned char)bytes[1] < 0xa0;
}

void
plain_append(struct text *out, const char *value)
{
	for (int length; *value != '\0'; value += length > 0 ? length : 1) {
		length = utf8_length(value);
		if (length == 0 || is_no_character(value, length))
			text_append(out, REPLACEMENT_CHARACTER);
		else if (strchr("\t\n\r", *value) != NULL)
			text_append(out, " ");
		else if (!is_control(value, length))
			text_append_bytes(out, value, (size_t)length);
	}
}

void
escape_nothing(struct text *out, const char *value)
{
	plain_append(out, value);
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

	plain_append(&plain, value);
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

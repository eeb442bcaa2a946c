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

/* Most of what is shown is ASCII: such bytes are taken together. */
static size_t
visible_ascii(const char *text)
{
	size_t length = 0;

	while (text[length] >= 0x20 && text[length] < 0x7f)
		length++;
	return length;
}

/* The character that a text begins with; how many octets it takes. */
static size_t
append_character(struct text *out, const char *text)
{
	int length = utf8_length(text);

	if (length == 0 || is_no_character(text, length))
		text_append(out, REPLACEMENT_CHARACTER);
	else if (strchr("\t\n\r", *text) != NULL)
		text_append(out, " ");
	else if (!is_control(text, length))
		text_append_bytes(out, text, (size_t)length);
	return length > 0 ? (size_t)length : 1;
}

void
plain_append(struct text *out, const char *value)
{
	while (*value != '\0') {
		size_t length = visible_ascii(value);

		if (length > 0)
			text_append_bytes(out, value, length);
		else
			length = append_character(out, value);
		value += length;
	}
}

/* White space as CommonMark sees it: the separators of Unicode. */
static const char *const spaces[] = { " ", "\u00a0", "\u1680", "\u2000",
	"\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
	"\u2008", "\u2009", "\u200a", "\u202f", "\u205f", "\u3000" };

/* Octets of the white space that the text begins or ends with, or 0. */
static size_t
space_length(const char *text, size_t length, bool at_end)
{
	char edge = length > 0 ? text[at_end ? length - 1 : 0] : 'x';

	if (edge > ' ' && edge < 0x7f)
		return 0; /* ASCII, as nearly always */
	for (size_t i = 0; i < COUNT(spaces); i++) {
		size_t wanted = strlen(spaces[i]);

		if (wanted <= length &&
			memcmp(text + (at_end ? length - wanted : 0), spaces[i],
				wanted) == 0)
			return wanted;
	}
	return 0;
}

const char *
plain_trimmed(const char *text, size_t *length)
{
	size_t space;

	*length = strlen(text);
	while ((space = space_length(text, *length, false)) > 0) {
		text += space;
		*length -= space;
	}
	while ((space = space_length(text, *length, true)) > 0)
		*length -= space;
	return text;
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

static bool
stays_inside(const char *text)
{
	return text[0] != '/' && strstr(text, "..") == NULL;
}

#define SLUG_BYTES "abcdefghijklmnopqrstuvwxyz0123456789._/#-"

bool
is_slug(const char *text)
{
	return text[strspn(text, SLUG_BYTES)] == '\0' && stays_inside(text);
}

bool
is_link_part(const char *text)
{
	static const char allowed[] = SLUG_BYTES "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	return text[strspn(text, allowed)] == '\0' && stays_inside(text);
}

/* label.c -- makes what devices said fit for a picture. */
#include "label.h"

#include <string.h>

enum { MARKUP_LIMIT = 64, PLAIN_LIMIT = 400 };

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static bool
starts_character(char byte)
{
	return ((unsigned char)byte & 0xc0) != 0x80;
}

/* Cuts UTF-8 after so many characters and shows that it did. */
static void
shorten(struct text *text, int limit)
{
	for (size_t i = 0; i < text->length; i++)
		if (starts_character(text->bytes[i]) && limit-- == 0) {
			text->length = i;
			text_append(text, "\xe2\x80\xa6"); /* an ellipsis */
			return;
		}
}

static struct text
plain_text(const char *value, int limit)
{
	struct text plain = { 0 };

	text_append(&plain, "");
	plain_append(&plain, value);
	shorten(&plain, limit);
	return plain;
}

/* Graphviz expands escapes once in labels, twice in tooltips. */
static const char once[] = "\\\\", twice[] = "\\\\\\\\";

static void
double_backslashes(struct text *text, const char *value)
{
	for (const char *c = value; *c != '\0'; c++)
		if (*c == '\\')
			text_append(text, once);
		else
			text_append_bytes(text, c, 1);
}

void
label_markup(struct text *text, const char *value)
{
	struct text plain = plain_text(value, MARKUP_LIMIT);
	struct text markup = { 0 };

	escape_markup(&markup, plain.length > 0 ? plain.bytes : " ");
	double_backslashes(text, markup.bytes);
	text_free(&markup);
	text_free(&plain);
}

/* Graphviz itself escapes < > and quotes of plain values, not ampersands. */
static void
append_plain(struct text *text, const char *value, const char *backslash)
{
	struct text plain = plain_text(value, PLAIN_LIMIT);
	const char *rest = plain.bytes;

	text_append(text, "");
	while (*rest != '\0') {
		size_t length = strcspn(rest, "&\\");

		text_append_bytes(text, rest, length);
		rest += length;
		if (*rest != '\0')
			text_append(text, *rest++ == '&' ? "&amp;" : backslash);
	}
	text_free(&plain);
}

void
label_plain(struct text *text, const char *value)
{
	append_plain(text, value, once);
}

void
label_tooltip(struct text *text, const char *value)
{
	append_plain(text, value, twice);
}

bool
label_is_link(const char *value)
{
	return is_slug(strncmp(value, "../", 3) == 0 ? value + 3 : value);
}

bool
label_is_words(const char *value)
{
	return value[strspn(value, LETTERS DIGITS "_- ")] == '\0';
}

bool
label_is_setting(const char *value)
{
	return value[strspn(value, LETTERS DIGITS "_-.,:;#+!/% ")] == '\0';
}

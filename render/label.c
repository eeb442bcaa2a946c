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
	plain_append(&plain, value, strlen(value));
	shorten(&plain, limit);
	return plain;
}

void
label_markup(struct text *text, const char *value)
{
	struct text plain = plain_text(value, MARKUP_LIMIT);

	escape_markup(text, plain.length > 0 ? plain.bytes : " ");
	text_free(&plain);
}

/* Graphviz itself escapes < > and quotes of plain values. */
void
label_plain(struct text *text, const char *value)
{
	struct text plain = plain_text(value, PLAIN_LIMIT);

	text_append(text, "");
	for (const char *c = plain.bytes; *c != '\0'; c++) {
		if (*c == '&')
			text_append(text, "&amp;");
		else
			text_append_bytes(text, c, 1);
		if (*c == '\\')
			text_append(text, "\\");
	}
	text_free(&plain);
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

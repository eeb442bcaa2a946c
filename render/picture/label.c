/* label.c -- makes what devices said fit for a picture. */
#include "label.h"

#include <stdlib.h>
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
	size_t length;

	for (; *value != '\0'; value += length) {
		length = strcspn(value, "\\");
		text_append_bytes(text, value, length);
		if (value[length] == '\\') {
			text_append(text, once);
			length++;
		}
	}
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
label_fact(struct text *text, const char *value)
{
	struct text plain = plain_text(value, PLAIN_LIMIT);

	text_append(text, plain.bytes);
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

/* What an attribute's name is followed by, when its value is quoted. Values of
 * rows hold no quotes here: they were escaped. */
static const char *
quoted_value(const char *text)
{
	static const char blanks[] = " \t\n";

	text += strspn(text, blanks);
	if (*text++ != '=')
		return NULL;
	text += strspn(text, blanks);
	return *text == '"' || *text == '\'' ? text + 1 : NULL;
}

void
label_each_link(const char *markup, link_taker *take, void *data)
{
	static const char name[] = "href";

	while ((markup = strcasestr(markup, name)) != NULL) {
		const char *value = quoted_value(markup += strlen(name));
		char *link;

		if (value == NULL)
			continue;
		link = strndup(value, strcspn(value, "\"'"));
		take(data, link);
		free(link);
	}
}

void
label_number_links(
	struct text *text, const char *markup, const char *prefix, int *count)
{
	static const char name[] = "href";
	const char *link = markup;

	while ((link = strcasestr(link, name)) != NULL) {
		if (quoted_value(link + strlen(name)) != NULL) {
			text_append_bytes(
				text, markup, (size_t)(link - markup));
			text_format(text, "ID=\"%s-%d\" ", prefix, ++*count);
			markup = link;
		}
		link += strlen(name);
	}
	text_append(text, markup);
}

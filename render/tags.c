/* tags.c -- the mustache tags of a template, one at a time. */
#include "tags.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "log.h"

struct tag_sign {
	char sign;
	enum tag_kind kind;
};

static const struct tag_sign signs[] = {
	{ '#', TAG_EACH },
	{ '?', TAG_ANY },
	{ '^', TAG_NONE },
	{ '/', TAG_END },
	{ '>', TAG_PARTIAL },
	{ '!', TAG_REMARK },
};

void
place_error(const struct place *place, const char *format, ...)
{
	char message[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	log_error("%s:%d: %s", place->file, place->line, message);
}

static void
count_lines(struct place *place, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] == '\n')
			place->line++;
}

/* Between the braces: the sign is cut off, blanks at both ends too. */
static void
read_inside(
	struct arena *arena, const char *inside, size_t length, struct tag *tag)
{
	tag->kind = TAG_VALUE;
	for (size_t i = 0; i < COUNT(signs); i++) {
		if (length == 0 || inside[0] != signs[i].sign)
			continue;
		tag->kind = signs[i].kind;
		inside++;
		length--;
		break;
	}
	for (; length > 0 && inside[0] == ' '; inside++)
		length--;
	while (length > 0 && inside[length - 1] == ' ')
		length--;
	tag->name = arena_copy(arena, inside, length);
}

static bool
name_is_readable(const struct tag *tag)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
	static const char more[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
				   " .:/-";
	const char *allowed = tag->kind == TAG_PARTIAL ? more : letters;

	if (tag->kind == TAG_REMARK)
		return true;
	if (tag->name[0] == '\0')
		return tag->kind == TAG_END;
	return tag->name[strspn(tag->name, allowed)] == '\0';
}

int
tag_next(struct arena *arena, const char **cursor, struct place *place,
	struct tag *tag)
{
	const char *start = *cursor;
	const char *open = strstr(start, "{{");
	const char *close;

	if (*start == '\0')
		return 0;
	tag->place = *place;
	if (open != start) {
		size_t length =
			open != NULL ? (size_t)(open - start) : strlen(start);

		tag->kind = TAG_TEXT;
		tag->name = arena_copy(arena, start, length);
		count_lines(place, start, length);
		*cursor = start + length;
		return 1;
	}
	close = strstr(open + 2, "}}");
	if (close == NULL) {
		place_error(place, "'{{' without '}}'");
		return -1;
	}
	read_inside(arena, open + 2, (size_t)(close - open) - 2, tag);
	count_lines(place, start, (size_t)(close - start));
	*cursor = close + 2;
	if (name_is_readable(tag))
		return 1;
	place_error(place,
		"'{{%.40s}}' is no tag; a name has letters, digits "
		"and '_'",
		tag->name);
	return -1;
}

bool
tag_opens_section(const struct tag *tag)
{
	return tag->kind == TAG_EACH || tag->kind == TAG_ANY ||
		tag->kind == TAG_NONE;
}

bool
tag_closes(const struct tag *end, const struct tag *section)
{
	if (end->name[0] == '\0' || strcmp(end->name, section->name) == 0)
		return true;
	place_error(&end->place, "{{/%s}} ends the section '%s' of line %d",
		end->name, section->name, section->place.line);
	return false;
}

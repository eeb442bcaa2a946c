/* mustache.c -- templates that are expanded as text. */
#include "mustache.h"

#include <stddef.h>

/* A tag and, for a section, what stands between it and its end. */
struct mustache {
	struct tag tag;
	struct mustache *first;
	struct mustache *next;
};

struct reader {
	struct arena *arena;
	const char *cursor;
	struct place place;
};

static int parse_parts(struct reader *, struct mustache *section);

static struct mustache *
add_part(struct reader *reader, struct mustache ***end, const struct tag *tag)
{
	struct mustache *part = arena_allocate(reader->arena, sizeof(*part));

	part->tag = *tag;
	**end = part;
	*end = &part->next;
	return part;
}

/* The text is over: right at the top, wrong inside a section. */
static int
end_of_text(const struct mustache *section)
{
	if (section->tag.kind == TAG_TEXT)
		return 0;
	place_error(&section->tag.place, "section '%s' is not ended",
		section->tag.name);
	return -1;
}

static int
end_of_section(const struct mustache *section, const struct tag *end)
{
	if (section->tag.kind != TAG_TEXT)
		return tag_closes(end, &section->tag) ? 0 : -1;
	place_error(&end->place, "{{/%s}} ends nothing", end->name);
	return -1;
}

/* Adds parts to `section` up to its end tag; the top's own kind is text. */
static int
parse_parts(struct reader *reader, struct mustache *section)
{
	struct mustache **end = &section->first;
	struct tag tag;
	int found;

	while ((found = tag_next(reader->arena, &reader->cursor, &reader->place,
			&tag)) > 0) {
		struct mustache *part;

		if (tag.kind == TAG_END)
			return end_of_section(section, &tag);
		part = add_part(reader, &end, &tag);
		if (tag_opens_section(&tag) && parse_parts(reader, part) != 0)
			return -1;
	}
	return found < 0 ? -1 : end_of_text(section);
}

struct mustache *
mustache_parse(struct arena *arena, struct place place, const char *text)
{
	struct reader reader = { arena, text, place };
	struct mustache *top = arena_allocate(arena, sizeof(*top));

	top->tag.kind = TAG_TEXT;
	return parse_parts(&reader, top) == 0 ? top : NULL;
}

static int expand_parts(const struct mustache *, struct context *,
	const struct mustache_output *);

static int
expand_section(const struct mustache *part, struct context *context,
	const struct mustache_output *output)
{
	struct section section;
	int result = 0;

	if (section_begin(&section, context, &part->tag) != 0)
		return -1;
	while (result == 0 && section_next(&section))
		result = expand_parts(part->first, context, output);
	return section_end(&section) == 0 ? result : -1;
}

static int
expand_value(const struct mustache *part, const struct context *context,
	const struct mustache_output *output)
{
	const char *value = context_text(context, &part->tag);

	if (value == NULL)
		return -1;
	output->escape(output->text, value);
	return 0;
}

static int
expand_partial(const struct tag *tag, const struct mustache_output *output)
{
	if (output->partial != NULL)
		return output->partial(output->data, tag, output->text);
	place_error(&tag->place, "{{> %s}} cannot stand here", tag->name);
	return -1;
}

static int
expand_part(const struct mustache *part, struct context *context,
	const struct mustache_output *output)
{
	switch (part->tag.kind) {
	case TAG_TEXT:
		text_append(output->text, part->tag.name);
		return 0;
	case TAG_VALUE:
		return expand_value(part, context, output);
	case TAG_PARTIAL:
		return expand_partial(&part->tag, output);
	case TAG_REMARK:
	case TAG_END:
		return 0;
	default:
		return expand_section(part, context, output);
	}
}

static int
expand_parts(const struct mustache *part, struct context *context,
	const struct mustache_output *output)
{
	for (; part != NULL; part = part->next)
		if (expand_part(part, context, output) != 0)
			return -1;
	return 0;
}

int
mustache_expand(const struct mustache *mustache, struct context *context,
	const struct mustache_output *output)
{
	return expand_parts(mustache->first, context, output);
}

/* fill.c -- a template's tree and data become a page's tree.
 *
 * Values enter here and nowhere else: as text or code, never as markup. */
#include "template.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "extent.h"
#include "files.h"
#include "foreign.h"
#include "mustache.h"
#include "paths.h"
#include "table.h"
#include "template_tree.h"

struct filler {
	const struct template *template;
	struct context *context;
	const struct page_parts *parts;
	struct arena *arena;
	struct extent *extent; /* of the innermost table */
};

/* -------------------------------------------------------------- values ---- */

static int
fill_value(const struct filler *filler, const struct node *source,
	struct node *parent)
{
	const char *value = context_text(filler->context, &source->tag);

	if (value == NULL)
		return -1;
	foreign_add(filler->arena, parent,
		source->kind == NODE_BADGE ? NODE_BADGE : NODE_TEXT, value);
	return 0;
}

/* ------------------------------------------------------------ patterns ---- */

static const char not_a_slug[] = "\x01";

/* Behind its "?" a link may hold what was encoded for that. */
static bool
is_query_part(const char *link, const char *value)
{
	static const char allowed[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789%._-";

	return link != NULL && strchr(link, '?') != NULL &&
		value[strspn(value, allowed)] == '\0';
}

static void
escape_slug(struct text *out, const char *value)
{
	text_append(out,
		is_link_part(value) || is_query_part(out->bytes, value)
			? value
			: not_a_slug);
}

static int
fill_code(const struct filler *filler, const struct node *source,
	struct node *parent)
{
	struct text text = { 0 };
	struct mustache_output output = { &text, escape_nothing, NULL, NULL };
	int result = mustache_expand(source->pattern, filler->context, &output);

	if (result == 0 && text.length > 0)
		foreign_add(filler->arena, parent, source->kind, text.bytes);
	text_free(&text);
	return result;
}

/* The text of a link or of the template's HTML. */
static int
fill_slugs(const struct filler *filler, const struct node *source,
	struct node *copy)
{
	struct place place = { filler->template->file, source->line };
	struct text text = { 0 };
	struct mustache_output output = { &text, escape_slug, NULL, NULL };
	int result = mustache_expand(source->pattern, filler->context, &output);

	if (result == 0 && text.length > 0 &&
		strstr(text.bytes, not_a_slug) != NULL) {
		place_error(&place,
			"'%.80s': a tag in a link or in HTML takes "
			"slugs only ([A-Za-z0-9._/#-])",
			source->text);
		result = -1;
	}
	if (result == 0)
		copy->text = arena_copy(filler->arena, text.bytes, text.length);
	text_free(&text);
	return result;
}

/* ------------------------------------------------------------ pictures ---- */

/* NULL when it is not there. */
static const char *
read_svg(const struct filler *filler, const char *name)
{
	char path[PATH_MAX];
	char *file;
	char *svg;
	const char *below = arena_format(filler->arena, "%s.svg", name);

	if (filler->parts->diagrams == NULL ||
		path_join(path, filler->parts->diagrams, below) != 0 ||
		access(path, R_OK) != 0)
		return NULL;
	file = file_read(path, NULL);
	if (file == NULL)
		return NULL;
	svg = arena_text(filler->arena, file);
	free(file);
	return svg;
}

/* For those who do not see it: the page, and the heading above. */
static const char *
picture_title(const struct filler *filler, const struct node *parent)
{
	const struct node *heading = NULL;
	struct text title = { 0 };
	const char *kept;

	for (const struct node *node = parent->first; node != NULL;
		node = node->next)
		if (node->kind == NODE_HEADING)
			heading = node;
	text_append(&title, filler->parts->title);
	if (heading != NULL) {
		text_append(&title, ": ");
		node_text(heading, &title);
	}
	kept = arena_text(filler->arena, title.bytes);
	text_free(&title);
	return kept;
}

static void
add_absence(const struct filler *filler, struct node *parent, const char *name)
{
	struct node *node = node_add(filler->arena, parent, NODE_PARAGRAPH);

	node = node_add(filler->arena, node, NODE_TEXT);
	node->text = arena_format(filler->arena,
		"Picture not drawn: no picture is named %s.", name);
}

static void
add_picture(const struct filler *filler, struct node *parent, const char *name)
{
	const char *svg = read_svg(filler, name);
	struct node *node;

	if (svg == NULL) {
		add_absence(filler, parent, name);
		return;
	}
	node = node_add(filler->arena, parent, NODE_PICTURE);
	node->text = arena_text(filler->arena, name);
	node->svg = svg;
	node->title = picture_title(filler, parent);
}

/* Its numbers stand in a table of the page: it is linked, not read. */
static void
add_chart(const struct filler *filler, struct node *parent, const char *name)
{
	const char *charts = filler->parts->charts;
	struct node *node;

	if (charts == NULL ||
		access(arena_format(filler->arena, "%s/%s.svg", charts, name),
			R_OK) != 0) {
		add_absence(filler, parent, name);
		return;
	}
	node = node_add(filler->arena, parent, NODE_CHART);
	node->text = arena_text(filler->arena, name);
	node->title = picture_title(filler, parent);
}

static int
fill_picture(const struct filler *filler, const struct node *source,
	struct node *parent)
{
	const struct tag *tag = &source->tag;
	struct text name = { 0 };
	int result = context_fill(filler->context, tag, tag->name, &name);

	if (result == 0 && !is_slug(name.bytes)) {
		place_error(
			&tag->place, "'%s' cannot name a picture", tag->name);
		result = -1;
	}
	if (result == 0 && !context_is_rehearsal(filler->context))
		(source->kind == NODE_CHART ? add_chart : add_picture)(
			filler, parent, name.bytes);
	text_free(&name);
	return result;
}

/* ---------------------------------------------------------- whole tree ---- */

static int fill_children(
	const struct filler *, const struct node *source, struct node *parent);

static int
fill_section(const struct filler *filler, const struct node *source,
	struct node *parent)
{
	struct section section;
	int result = 0;

	if (section_begin(&section, filler->context, &source->tag) != 0)
		return -1;
	while (result == 0 && section_next(&section))
		result = fill_children(filler, source, parent);
	return section_end(&section) == 0 ? result : -1;
}

static bool
is_blank(const struct node *node)
{
	return node->kind == NODE_SOFT_BREAK ||
		(node->kind == NODE_TEXT &&
			node->text[strspn(node->text, " ")] == '\0');
}

/* Nothing is left of a paragraph, list or link whose sections were empty. */
static bool
has_vanished(const struct node *node)
{
	static const bool may_vanish[] = {
		[NODE_PARAGRAPH] = true,
		[NODE_HEADING] = true,
		[NODE_QUOTE] = true,
		[NODE_LIST] = true,
		[NODE_ITEM] = true,
		[NODE_EMPHASIS] = true,
		[NODE_STRONG] = true,
		[NODE_LINK] = true,
		[NODE_SECTION] = false,
	};

	if (!may_vanish[node->kind])
		return false;
	for (const struct node *child = node->first; child != NULL;
		child = child->next)
		if (!is_blank(child))
			return false;
	return true;
}

/* An empty section leaves the blank before it, a repeated one a last break. */
static bool
is_trailing(const struct node *node)
{
	return is_blank(node) || node->kind == NODE_LINE_BREAK ||
		(node->kind == NODE_HTML && strcmp(node->text, "<br>") == 0);
}

static void
trim_end(const struct filler *filler, struct node *node)
{
	struct node *kept = NULL;
	size_t length;

	for (struct node *child = node->first; child != NULL;
		child = child->next)
		if (!is_trailing(child))
			kept = child;
	node->last = kept;
	if (kept == NULL)
		node->first = NULL;
	else
		kept->next = NULL;
	if (kept == NULL || kept->kind != NODE_TEXT)
		return;
	length = strlen(kept->text);
	while (kept->text[length - 1] == ' ')
		length--;
	kept->text = arena_copy(filler->arena, kept->text, length);
}

static int
fill_table(const struct filler *filler, const struct node *source,
	struct node *parent)
{
	struct extent extent = { 0 };
	struct filler inside = *filler;
	struct node *table = node_add_copy(filler->arena, parent, source);

	inside.extent = &extent;
	if (fill_children(&inside, source, table) != 0)
		return -1;
	table_tidy(filler->arena, table);
	extent_tell(filler->arena, &extent, parent);
	return 0;
}

static int
fill_other(const struct filler *filler, const struct node *source,
	struct node *parent)
{
	struct node *copy = arena_copy(filler->arena, source, sizeof(*source));

	copy->first = NULL;
	copy->last = NULL;
	copy->next = NULL;
	if (source->pattern != NULL && fill_slugs(filler, source, copy) != 0)
		return -1;
	if (fill_children(filler, source, copy) != 0)
		return -1;
	if (copy->kind == NODE_PARAGRAPH || copy->kind == NODE_CELL ||
		copy->kind == NODE_HEADING)
		trim_end(filler, copy);
	if (!has_vanished(copy))
		node_append(parent, copy);
	return 0;
}

static int
fill_node(const struct filler *filler, const struct node *source,
	struct node *parent)
{
	bool is_code =
		source->kind == NODE_CODE || source->kind == NODE_CODE_BLOCK;

	switch (source->kind) {
	case NODE_SECTION:
		return fill_section(filler, source, parent);
	case NODE_VALUE:
	case NODE_BADGE:
		return fill_value(filler, source, parent);
	case NODE_PICTURE:
	case NODE_CHART:
		return fill_picture(filler, source, parent);
	case NODE_TABLE:
		return fill_table(filler, source, parent);
	case NODE_ROW:
		if (!extent_takes(filler->extent, source))
			return 0;
		return fill_other(filler, source, parent);
	default:
		if (is_code && source->pattern != NULL)
			return fill_code(filler, source, parent);
		return fill_other(filler, source, parent);
	}
}

static int
fill_children(const struct filler *filler, const struct node *source,
	struct node *parent)
{
	for (const struct node *child = source->first; child != NULL;
		child = child->next)
		if (fill_node(filler, child, parent) != 0)
			return -1;
	return 0;
}

struct node *
template_fill(const struct template *template, struct context *context,
	const struct page_parts *parts, struct arena *arena)
{
	struct filler filler = { template, context, parts, arena, NULL };
	struct node *document = node_add(arena, NULL, NODE_DOCUMENT);

	if (fill_children(&filler, template->document, document) != 0)
		return NULL;
	return document;
}

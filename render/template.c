/* template.c -- Markdown with tags becomes a tree with sections.
 *
 * cmark leaves tags alone: they are text to it. Here each list of siblings is
 * read again: texts are cut at their tags, and what stands between a section
 * tag and its end becomes the children of a section node. */
#include "template.h"

#include <string.h>

#include "markdown.h"
#include "mustache.h"
#include "template_tree.h"

enum { DEPTH_LIMIT = 16 };

struct compiler {
	struct arena *arena;
	const char *file;
};

/* The sections that are open among one list of siblings. */
struct nest {
	struct node *parents[DEPTH_LIMIT];
	int depth;
};

static struct place
place_of(const struct compiler *compiler, const struct node *node)
{
	return (struct place){ compiler->file, node->line };
}

/* ---------------------------------------------- tags that stand alone ---- */

/* 1: the text is exactly one tag; 0: it is not; -1 after logging. */
static int
text_is_tag(const struct compiler *compiler, const struct node *node,
	struct tag *tag)
{
	struct place place = place_of(compiler, node);
	const char *cursor;

	if (node->kind != NODE_TEXT)
		return 0;
	cursor = node->text + strspn(node->text, " ");
	if (strncmp(cursor, "{{", 2) != 0)
		return 0;
	if (tag_next(compiler->arena, &cursor, &place, tag) < 0)
		return -1;
	return cursor[strspn(cursor, " ")] == '\0' && tag->kind != TAG_VALUE;
}

static const struct node *
only_child(const struct node *node)
{
	return node != NULL && node->first == node->last ? node->first : NULL;
}

static bool
cells_are_empty(const struct node *cell)
{
	for (; cell != NULL; cell = cell->next)
		if (cell->first != NULL)
			return false;
	return true;
}

/* Where the text of a block stands that may hold nothing but a tag. */
static const struct node *
lone_text(const struct node *node)
{
	switch (node->kind) {
	case NODE_PARAGRAPH:
		return only_child(node);
	case NODE_ITEM:
		return only_child(only_child(node));
	case NODE_ROW:
		if (node->is_header || !cells_are_empty(node->first->next))
			return NULL;
		return only_child(node->first);
	default:
		return NULL;
	}
}

static int
block_is_tag(const struct compiler *compiler, const struct node *node,
	struct tag *tag)
{
	const struct node *text = lone_text(node);
	int is_tag = text != NULL ? text_is_tag(compiler, text, tag) : 0;

	if (is_tag <= 0 || tag_opens_section(tag) || tag->kind == TAG_END)
		return is_tag;
	/* A badge alone in a paragraph is still a paragraph. */
	return node->kind == NODE_PARAGRAPH && tag->kind != TAG_PARTIAL;
}

static bool
is_diagram(const struct compiler *compiler, const struct node *node)
{
	const struct node *text =
		node->kind == NODE_PARAGRAPH ? only_child(node) : NULL;
	struct tag tag;

	return text != NULL && text_is_tag(compiler, text, &tag) > 0 &&
		tag.kind == TAG_PARTIAL &&
		(strncmp(tag.name, "diagram ", 8) == 0 ||
			strncmp(tag.name, "chart ", 6) == 0);
}

/* ------------------------------------------------------------ sections ---- */

static struct node *
current(const struct nest *nest)
{
	return nest->parents[nest->depth];
}

static int
open_section(const struct compiler *compiler, struct nest *nest,
	const struct tag *tag)
{
	struct node *section;

	if (nest->depth + 1 == DEPTH_LIMIT) {
		place_error(&tag->place, "sections stand too deep");
		return -1;
	}
	section = node_add(compiler->arena, current(nest), NODE_SECTION);
	section->tag = *tag;
	nest->parents[++nest->depth] = section;
	return 0;
}

static int
close_section(struct nest *nest, const struct tag *tag)
{
	if (nest->depth == 0) {
		place_error(&tag->place,
			"{{/%s}} ends nothing that begins beside it",
			tag->name);
		return -1;
	}
	return tag_closes(tag, &nest->parents[nest->depth--]->tag) ? 0 : -1;
}

static int
all_closed(const struct nest *nest)
{
	const struct tag *tag = &current(nest)->tag;

	if (nest->depth == 0)
		return 0;
	place_error(&tag->place, "section '%s' is not ended beside its start",
		tag->name);
	return -1;
}

/* "diagram NAME", "chart NAME" or "badge NAME" */
static int
add_partial(const struct compiler *compiler, struct nest *nest,
	const struct tag *tag)
{
	static const struct {
		const char *word;
		enum node_kind kind;
	} partials[] = {
		{ "diagram ", NODE_PICTURE },
		{ "chart ", NODE_CHART },
		{ "badge ", NODE_BADGE },
	};

	for (size_t i = 0; i < COUNT(partials); i++) {
		size_t length = strlen(partials[i].word);
		struct node *node;

		if (strncmp(tag->name, partials[i].word, length) != 0)
			continue;
		node = node_add(
			compiler->arena, current(nest), partials[i].kind);
		node->tag = *tag;
		node->tag.name += length;
		return 0;
	}
	place_error(&tag->place,
		"{{> %s}}: there are only 'diagram NAME', 'chart NAME' "
		"and 'badge COLUMN'",
		tag->name);
	return -1;
}

static int
add_tag(const struct compiler *compiler, struct nest *nest,
	const struct tag *tag)
{
	struct node *node;

	if (tag_opens_section(tag))
		return open_section(compiler, nest, tag);
	if (tag->kind == TAG_END)
		return close_section(nest, tag);
	if (tag->kind == TAG_PARTIAL)
		return add_partial(compiler, nest, tag);
	if (tag->kind == TAG_REMARK)
		return 0;
	node = node_add(compiler->arena, current(nest),
		tag->kind == TAG_VALUE ? NODE_VALUE : NODE_TEXT);
	node->tag = *tag;
	node->text = tag->name;
	return 0;
}

static int
add_text(const struct compiler *compiler, struct nest *nest,
	const struct node *node)
{
	struct place place = place_of(compiler, node);
	const char *cursor = node->text;
	struct tag tag;
	int found;

	while ((found = tag_next(compiler->arena, &cursor, &place, &tag)) > 0)
		if (add_tag(compiler, nest, &tag) != 0)
			return -1;
	return found;
}

/* ---------------------------------------------------------- whole tree ---- */

static int compile_children(
	const struct compiler *, const struct node *, struct node *parent);

/* Code, links and HTML keep their text in one piece: with tags, a pattern. */
static int
add_other(const struct compiler *compiler, struct nest *nest,
	const struct node *node)
{
	struct node *copy = node_add_copy(compiler->arena, current(nest), node);

	if (node->text != NULL && strstr(node->text, "{{") != NULL) {
		copy->pattern = mustache_parse(
			compiler->arena, place_of(compiler, node), node->text);
		if (copy->pattern == NULL)
			return -1;
	}
	return compile_children(compiler, node, copy);
}

static int
compile_node(const struct compiler *compiler, struct nest *nest,
	const struct node *node)
{
	struct tag tag;
	int is_tag;

	if (is_diagram(compiler, node))
		return add_text(compiler, nest, node->first);
	is_tag = block_is_tag(compiler, node, &tag);
	if (is_tag != 0)
		return is_tag < 0 ? -1 : add_tag(compiler, nest, &tag);
	if (node->kind == NODE_TEXT)
		return add_text(compiler, nest, node);
	return add_other(compiler, nest, node);
}

/* A section tag on a line of its own takes its line break with it. */
static bool
takes_break(const struct compiler *compiler, const struct node *node)
{
	struct tag tag;

	return node->next != NULL && node->next->kind == NODE_SOFT_BREAK &&
		text_is_tag(compiler, node, &tag) > 0 &&
		(tag_opens_section(&tag) || tag.kind == TAG_END);
}

static int
compile_children(const struct compiler *compiler, const struct node *source,
	struct node *parent)
{
	struct nest nest = { .parents = { parent } };

	for (const struct node *child = source->first; child != NULL;
		child = child->next) {
		if (compile_node(compiler, &nest, child) != 0)
			return -1;
		if (takes_break(compiler, child))
			child = child->next;
	}
	return all_closed(&nest);
}

struct template *
template_parse(struct arena *arena, struct place place, const char *markdown)
{
	struct compiler compiler = { arena, place.file };
	struct template *template = arena_allocate(arena, sizeof(*template));
	const struct node *raw = markdown_parse(arena, markdown, place.line);

	template->file = place.file;
	template->document = node_add(arena, NULL, NODE_DOCUMENT);
	if (compile_children(&compiler, raw, template->document) != 0)
		return NULL;
	return template;
}

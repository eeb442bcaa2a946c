/* note.c -- the tree of one note, without what people must not bring in. */
#include "notes.h"

#include <string.h>

#include "markdown.h"
#include "plain.h"

enum { LEVEL_BELOW = 2, LOWEST_LEVEL = 6 };

/* A page of the site as templates name it, or another's by https. */
static bool
may_be_linked(const char *target)
{
	static const char https[] = "https://";
	static const char allowed[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789-._~:/?#[]@!$&()*+,;=%";

	if (target == NULL || target[0] == '\0')
		return false;
	if (strncmp(target, https, strlen(https)) == 0)
		return target[strspn(target, allowed)] == '\0';
	return is_slug(target);
}

static bool
is_inline_parent(const struct node *node)
{
	return node->kind == NODE_PARAGRAPH || node->kind == NODE_HEADING ||
		node->kind == NODE_EMPHASIS || node->kind == NODE_STRONG ||
		node->kind == NODE_LINK;
}

static bool
is_left_out(const struct node *node)
{
	return node->kind == NODE_HTML || node->kind == NODE_HTML_BLOCK;
}

/* Of these only what stands inside remains: links to elsewhere, and the words
 * of a picture, which the reader took for a paragraph. */
static bool
is_opened(const struct node *node, const struct node *parent)
{
	if (node->kind == NODE_LINK)
		return !may_be_linked(node->text);
	return node->kind == NODE_PARAGRAPH && is_inline_parent(parent);
}

static void
clean_text(struct arena *arena, struct node *node)
{
	struct text plain = { 0 };

	if (node->text == NULL)
		return;
	plain_append(&plain, node->text);
	node->text = arena_text(arena, plain.bytes != NULL ? plain.bytes : "");
	text_free(&plain);
}

/* A code block keeps its lines. */
static void
clean_lines(struct arena *arena, struct node *node)
{
	struct text plain = { 0 };
	char *text = arena_text(arena, node->text);

	for (char *line = text; line != NULL && *line != '\0';) {
		char *end = line + strcspn(line, "\n");
		bool is_last = *end == '\0';

		*end = '\0';
		plain_append(&plain, line);
		text_append(&plain, "\n");
		line = is_last ? end : end + 1;
	}
	node->text = arena_text(arena, plain.bytes != NULL ? plain.bytes : "");
	text_free(&plain);
}

static void
clean_node(struct arena *arena, struct node *node)
{
	if (node->kind == NODE_CODE_BLOCK)
		clean_lines(arena, node);
	else if (node->kind != NODE_LINK)
		clean_text(arena, node);
	if (node->kind == NODE_HEADING)
		node->level = node->level + LEVEL_BELOW < LOWEST_LEVEL
			? node->level + LEVEL_BELOW
			: LOWEST_LEVEL;
}

static void
clean_children(struct arena *arena, const struct node *source, struct node *to)
{
	for (const struct node *child = source->first; child != NULL;
		child = child->next) {
		struct node *copy;

		if (is_left_out(child))
			continue;
		if (is_opened(child, to)) {
			clean_children(arena, child, to);
			continue;
		}
		copy = node_add_copy(arena, to, child);
		clean_node(arena, copy);
		clean_children(arena, child, copy);
	}
}

struct node *
note_parse(struct arena *arena, const char *markdown)
{
	struct node *clean = node_add(arena, NULL, NODE_DOCUMENT);

	clean_children(arena, markdown_parse_note(arena, markdown), clean);
	return clean;
}

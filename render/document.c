/* document.c -- a page as a tree. */
#include "document.h"

void
node_append(struct node *parent, struct node *child)
{
	if (parent->last != NULL)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

struct node *
node_add(struct arena *arena, struct node *parent, enum node_kind kind)
{
	struct node *node = arena_allocate(arena, sizeof(*node));

	node->kind = kind;
	if (parent != NULL)
		node_append(parent, node);
	return node;
}

struct node *
node_add_copy(
	struct arena *arena, struct node *parent, const struct node *original)
{
	struct node *copy = arena_copy(arena, original, sizeof(*original));

	copy->first = NULL;
	copy->last = NULL;
	copy->next = NULL;
	node_append(parent, copy);
	return copy;
}

void
node_text(const struct node *node, struct text *out)
{
	bool has_text = node->kind == NODE_TEXT || node->kind == NODE_CODE ||
		node->kind == NODE_BADGE;

	if (has_text)
		text_append(out, node->text);
	for (const struct node *child = node->first; child != NULL;
		child = child->next)
		node_text(child, out);
}

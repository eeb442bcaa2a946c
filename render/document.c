/* document.c -- a page as a tree. */
#include "document.h"

#include <string.h>

#include "digest.h"

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

static void
add_text(struct digest *digest, const char *text)
{
	if (text != NULL)
		digest_add(digest, text, strlen(text));
	digest_add(digest, text != NULL ? "" : "\1", 1);
}

void
node_digest(const struct node *node, struct digest *digest)
{
	const int numbers[] = { (int)node->kind, node->level, node->tight,
		node->is_header, node->alignment };

	digest_add(digest, numbers, sizeof(numbers));
	add_text(digest, node->text);
	add_text(digest, node->title);
	add_text(digest, node->svg);
	add_text(digest, node->id);
	for (const struct node *child = node->first; child != NULL;
		child = child->next)
		node_digest(child, digest);
	digest_add(digest, "\2", 1); /* no more children */
}

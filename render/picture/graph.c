/* graph.c -- a graph to be drawn, as a list. */
#include "graph.h"

#include <stdlib.h>
#include <string.h>

#include "graph_items.h"

struct graph *
graph_create(struct arena *arena, const char *name)
{
	struct graph *graph = arena_allocate(arena, sizeof(*graph));

	graph->arena = arena;
	graph->name = arena_text(arena, name);
	graph->last_item = &graph->items;
	return graph;
}

void
graph_free(struct graph *graph)
{
	if (graph != NULL)
		arena_free(graph->arena);
}

const char *
graph_name(const struct graph *graph)
{
	return graph->name;
}

void
graph_put_into(
	struct graph *graph, struct graph_item *node, const char *cluster)
{
	node->cluster = arena_format(graph->arena, "cluster_%s", cluster);
}

struct graph_item *
graph_add(struct graph *graph, enum graph_kind kind, const char *name,
	const char *other)
{
	struct graph_item *item = arena_allocate(graph->arena, sizeof(*item));

	item->kind = kind;
	item->name = arena_text(graph->arena, name);
	item->other = arena_text(graph->arena, other);
	item->last_attribute = &item->attributes;
	if (kind == GRAPH_CLUSTER)
		graph_put_into(graph, item, name);
	*graph->last_item = item;
	graph->last_item = &item->next;
	return item;
}

static void
add_attribute(struct graph *graph, struct graph_item *item, const char *name,
	const char *value)
{
	struct attribute *attribute =
		arena_allocate(graph->arena, sizeof(*attribute));

	attribute->name = arena_text(graph->arena, name);
	attribute->value = arena_text(graph->arena, value);
	*item->last_attribute = attribute;
	item->last_attribute = &attribute->next;
}

void
graph_set(struct graph *graph, struct graph_item *item, const char *attribute,
	const char *value)
{
	add_attribute(graph, item, attribute, value);
}

void
graph_tell(struct graph *graph, struct graph_item *item, const char *name,
	const char *value)
{
	struct attribute **place = item->last_attribute;

	add_attribute(graph, item, name, value);
	(*place)->is_told = true;
}

void
graph_set_markup(
	struct graph *graph, struct graph_item *item, const char *markup)
{
	struct attribute **place = item->last_attribute;

	add_attribute(graph, item, "label", markup);
	(*place)->is_markup = true;
}

const struct attribute *
graph_item_attribute(const struct graph_item *item, const char *name)
{
	const struct attribute *found = NULL;

	for (const struct attribute *attribute = item->attributes;
		attribute != NULL; attribute = attribute->next)
		if (strcmp(attribute->name, name) == 0)
			found = attribute;
	return found;
}

/* The NUL parts texts; NULL is not "". */
static void
digest_text_of(struct digest *digest, const char *text)
{
	digest_add(digest, text != NULL ? "+" : "-", 1);
	if (text != NULL)
		digest_add(digest, text, strlen(text) + 1);
}

static void
digest_item(struct digest *digest, const struct graph_item *item)
{
	digest_add(digest, &item->kind, sizeof(item->kind));
	digest_text_of(digest, item->name);
	digest_text_of(digest, item->other);
	digest_text_of(digest, item->cluster);
	for (const struct attribute *attribute = item->attributes;
		attribute != NULL; attribute = attribute->next) {
		digest_add(digest, attribute->is_markup ? "<" : "=", 1);
		digest_text_of(digest, attribute->name);
		digest_text_of(digest, attribute->value);
	}
}

void
graph_digest(const struct graph *graph, struct digest *digest)
{
	digest_text_of(digest, graph->name);
	for (const struct graph_item *item = graph->items; item != NULL;
		item = item->next)
		digest_item(digest, item);
}

static bool
is_seen(const struct graph_item *item)
{
	const struct attribute *style = graph_item_attribute(item, "style");

	return style == NULL || strcmp(style->value, "invis") != 0;
}

int
graph_count(const struct graph *graph, enum graph_kind kind)
{
	int count = 0;

	for (const struct graph_item *item = graph->items; item != NULL;
		item = item->next)
		count += item->kind == kind && is_seen(item);
	return count;
}

void
graph_each_link(const struct graph *graph, link_taker *take, void *data)
{
	for (const struct graph_item *item = graph->items; item != NULL;
		item = item->next)
		for (const struct attribute *attribute = item->attributes;
			attribute != NULL; attribute = attribute->next)
			if (attribute->is_markup)
				label_each_link(attribute->value, take, data);
			else if (strcmp(attribute->name, "URL") == 0)
				take(data, attribute->value);
}

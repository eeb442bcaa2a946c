/* graph_items.h -- a graph as a list, for those who read it: Graphviz, the
 * formats, the list of pictures. */
#ifndef RENDER_GRAPH_ITEMS_H
#define RENDER_GRAPH_ITEMS_H

#include "graph.h"

struct attribute {
	struct attribute *next;
	char *name;
	char *value;
	bool is_markup;
	bool is_told; /* Graphviz has nothing to do with it */
};

struct graph_item {
	struct graph_item *next;
	enum graph_kind kind;
	char *name;
	char *other; /* an edge's head */
	char *cluster; /* "cluster_NAME": its own or a node's; or NULL */
	struct attribute *attributes; /* of two with one name the last counts */
	struct attribute **last_attribute;
};

struct graph {
	struct arena *arena;
	char *name;
	struct graph_item *items; /* in the order of drawing */
	struct graph_item **last_item;
};

/* NULL: it has no such attribute. */
const struct attribute *graph_item_attribute(
	const struct graph_item *, const char *name);

#endif

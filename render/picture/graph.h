/* graph.h -- a graph to be drawn: clusters, nodes, edges, their attributes.
 *
 * A graph is only a list, kept in the arena it was created with. Things are
 * drawn in the order in which they were added, so equal pictures need equal
 * order. Names and plain values are taken as they are: label.h makes text
 * safe. */
#ifndef RENDER_GRAPH_H
#define RENDER_GRAPH_H

#include <stdbool.h>

#include "digest.h"
#include "label.h"
#include "memory.h"

enum graph_kind {
	GRAPH_ITSELF, /* attributes of the picture */
	GRAPH_ALL_NODES, /* defaults */
	GRAPH_ALL_EDGES,
	GRAPH_CLUSTER, /* `name` */
	GRAPH_NODE, /* `name` */
	GRAPH_EDGE, /* from node `name` to node `other` */
};

struct graph;
struct graph_item;

struct graph *graph_create(struct arena *, const char *name);
/* With its arena. */
void graph_free(struct graph *);
const char *graph_name(const struct graph *);

/* `other` may be NULL. */
struct graph_item *graph_add(struct graph *, enum graph_kind kind,
	const char *name, const char *other);
/* Puts a node into a cluster that was added before. */
void graph_put_into(
	struct graph *, struct graph_item *node, const char *cluster);
void graph_set(struct graph *, struct graph_item *, const char *attribute,
	const char *value);
/* What formats say and Graphviz does not see; the value is plain text. */
void graph_tell(struct graph *, struct graph_item *, const char *name,
	const char *value);
/* The label as Graphviz' HTML-like markup. */
void graph_set_markup(struct graph *, struct graph_item *, const char *markup);

/* All that a picture of it depends on. */
void graph_digest(const struct graph *, struct digest *);

/* How many of a kind; edges that cannot be seen are none. */
int graph_count(const struct graph *, enum graph_kind kind);

/* Each link of the items and inside their markup. */
void graph_each_link(const struct graph *, link_taker *, void *data);

#endif

/* graph.h -- one picture as a list of clusters, nodes and edges.
 *
 * graph.c is the only door to Graphviz. A graph is first only a list, kept in
 * the arena it was created with; Graphviz sees it in graph_write, which leaks
 * and cannot run twice with the same result: call it once, in a process of its
 * own (drawing.h). Things are drawn in the order in which they were added, so
 * equal pictures need equal order.
 * Names and plain values are taken as they are: label.h makes text safe. */
#ifndef RENDER_GRAPH_H
#define RENDER_GRAPH_H

#include <stdbool.h>

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
const char *graph_name(const struct graph *);

/* `other` may be NULL. */
struct graph_item *graph_add(
	struct graph *, enum graph_kind, const char *name, const char *other);
/* Puts a node into a cluster that was added before. */
void graph_put_into(
	struct graph *, struct graph_item *node, const char *cluster);
void graph_set(struct graph *, struct graph_item *, const char *attribute,
	const char *value);
/* The label as Graphviz' HTML-like markup. */
void graph_set_markup(struct graph *, struct graph_item *, const char *markup);

struct graph_files {
	const char *svg;
	const char *dot;
};

/* Writes the picture as DOT, lays it out and writes it as SVG. When those of
 * `before` (NULL: there is none) are the same DOT, drawn by the same Graphviz,
 * their SVG is taken. What goes wrong is said on standard error in Graphviz'
 * words; -1 then, and the DOT is there to look at. */
int graph_write(const struct graph *, const struct graph_files *,
	const struct graph_files *before);

#endif

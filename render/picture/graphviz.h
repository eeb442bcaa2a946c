/* graphviz.h -- the only door to Graphviz: builds a graph, lays it out, writes.
 *
 * It leaks, can die of a hostile label, and its answers depend on what it did
 * before: use it in a process of its own (drawing.h). What goes wrong is said
 * on standard error in Graphviz' words; -1 or NULL then. */
#ifndef RENDER_GRAPHVIZ_H
#define RENDER_GRAPHVIZ_H

#include "graph.h"
#include "place.h"

struct graphviz;

/* Knows its plug-ins, has done nothing yet: what a process may be forked
 * from. */
struct graphviz *graphviz_open(void);
void graphviz_close(struct graphviz *);
/* "2.43.0 (0)" */
const char *graphviz_version(const struct graphviz *);

/* One graph after another: build, ask, lay out, write. They stay in memory
 * until the process ends: gvFreeLayout frees some flat edges twice. */
int graphviz_build(struct graphviz *, const struct graph *);
/* As DOT text without places, to be freed. */
char *graphviz_dot(const struct graphviz *);
int graphviz_lay_out(struct graphviz *);
/* `format` is a word of Graphviz: "svg", "pdf", "png" ...; appends the file. */
int graphviz_render(
	const struct graphviz *, const char *format, struct text *file);
/* Pixels an inch; 0: as the format likes it. */
void graphviz_set_resolution(const struct graphviz *, double resolution);

/* Where things stand after the layout; false: it is not drawn. The names are
 * not changed (cgraph takes no constant ones). */
struct box graphviz_page(const struct graphviz *);
/* Of the label of the picture: empty when there is none. */
struct box graphviz_heading(const struct graphviz *);
bool graphviz_node(const struct graphviz *, char *name, struct box *);
bool graphviz_cluster(const struct graphviz *, char *name, struct box *);
/* Of all edges, as they were added; without points where one is not drawn. */
struct curve *graphviz_curves(const struct graphviz *, struct arena *);

#endif

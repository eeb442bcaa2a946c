/* graph_write.h -- a graph as files: DOT, SVG and what else is asked for. */
#ifndef RENDER_GRAPH_WRITE_H
#define RENDER_GRAPH_WRITE_H

#include "graph.h"

struct graphviz;

/* A graph that has its places. */
struct drawn_graph {
	const struct graph *graph;
	const struct graphviz *graphviz;
};

struct graph_format {
	const char *word; /* in the column `formats` of a diagram file */
	const char *ending; /* of the file */
	/* -1 after saying on standard error what is wrong. */
	int (*write)(const struct drawn_graph *, const char *path);
};

/* DOT and SVG come first: every picture has them. */
extern const struct graph_format graph_formats[];
extern const int graph_format_count;

/* What can be asked for, with blanks between. */
extern const char graph_format_words[];
/* The first word that is none of them, or NULL. Commas may part words, too. */
const char *graph_format_unknown(const char *words);

/* Is the format one of every picture or of these words (NULL: none)? */
bool graph_format_is_asked(const struct graph_format *, const char *words);

struct graph_files {
	const char *stem; /* FOLDER/NAME, to which endings are added */
	const char *formats; /* words, or NULL */
};

/* Lays the graph out and writes DOT and SVG. -1 after saying on standard error
 * what is wrong; the DOT is there to look at then. */
int graph_draw(
	struct graphviz *, const struct graph *, const struct graph_files *);
/* Of a graph that was drawn, all that is asked for and can be written; -1, as
 * above, when something could not. */
int graph_export(const struct graphviz *, const struct graph *,
	const struct graph_files *);

#endif

/* plan.h -- a picture after its layout: what it says, where, in which colours.
 *
 * Formats are written from it. It knows neither Graphviz nor the markup of
 * labels, and not what the picture is about.
 *
 * Ownership: everything belongs to the arena.
 * Text:      plain (plain.h) but for line feeds between the lines of a label.
 * Colours:   "#rrggbb".
 * Unknown:   NULL. */
#ifndef RENDER_PLAN_H
#define RENDER_PLAN_H

#include "caption.h"
#include "place.h"

struct drawn_graph;

struct plan_look {
	const char *stroke;
	const char *fill;
	const char *head_fill; /* behind the head of the text */
	const char *ink; /* of the head */
};

/* A cluster or a node. */
struct plan_item {
	struct plan_item *next;
	const char *id; /* n1, n2 ...; of clusters c1 */
	const char *name; /* in the DOT */
	const char *text; /* lines, never NULL */
	size_t head; /* octets of the text that are its heading */
	const char *class; /* words, as in the SVG */
	const char *tooltip;
	const char *url; /* from the folder of the picture */
	const char *ipv6;
	const char *ipv4;
	struct plan_look look;
	struct box box;
	const struct plan_item *cluster; /* of a node, or NULL */
	struct caption *caption; /* of markup, or NULL */
};

enum plan_stroke { STROKE_SOLID, STROKE_DASHED, STROKE_DOTTED };

struct plan_edge {
	struct plan_edge *next;
	const char *id; /* e1, e2 ... */
	const struct plan_item *tail, *head;
	const char *tail_text, *head_text; /* of the ports that it joins */
	const char *text;
	const char *class;
	const char *tooltip;
	const char *url;
	const char *color;
	enum plan_stroke stroke;
	double width; /* in points */
	struct curve curve;
};

struct plan {
	const char *name;
	const char *title; /* its first line, never NULL */
	struct plan_item *heading; /* the label of the picture, or NULL */
	struct plan_item *clusters, *nodes;
	struct plan_edge *edges; /* that can be seen */
	int cluster_count, node_count, edge_count;
	double width, height;
};

/* The colour, or the other where it is unknown. */
const char *plan_color(const char *color, const char *otherwise);

/* Never NULL. */
struct plan *plan_of(struct arena *, const struct drawn_graph *);

#endif

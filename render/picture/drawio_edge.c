/* drawio_edge.c -- edges of a draw.io file, and what their ports say. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "drawio_parts.h"
#include "plan.h"
#include "xml.h"

static const char port_style[] =
	"text;html=0;fillColor=none;strokeColor=none;resizable=0;"
	"verticalAlign=middle;spacing=0;"
	"fontFamily=Courier New;fontSize=7;fontColor=#334155;";

void
drawio_open_text(struct xml *xml, const char *parent, const char *name)
{
	char id[32];

	snprintf(id, sizeof(id), "%s-%s", parent, name);
	xml_open(xml, "mxCell");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "vertex", "1");
	xml_attribute(xml, "connectable", "0");
	xml_attribute(xml, "parent", parent);
}

struct edge_end {
	const char *name;
	const char *text;
	const struct plan_item *node;
	const struct point *point; /* where it meets the node */
	double place; /* on the edge: -1 is its tail, 1 its head */
};

enum { END_COUNT = 2 };

static void
find_ends(const struct plan_edge *edge, struct edge_end ends[END_COUNT])
{
	const struct curve *curve = &edge->curve;
	const struct point *points = curve->count > 0 ? curve->points : NULL;

	ends[0] = (struct edge_end){ "tail", edge->tail_text, edge->tail,
		points, -1 };
	ends[1] = (struct edge_end){ "head", edge->head_text, edge->head,
		points != NULL ? points + curve->count - 1 : NULL, 1 };
}

static bool
has_port(const struct edge_end *end)
{
	return end->text != NULL && end->point != NULL;
}

static bool
is_left(const struct edge_end *end)
{
	return end->point->x < end->node->box.x + end->node->box.width / 2;
}

double
drawio_port_room(
	const struct plan *plan, const struct plan_item *node, bool left)
{
	const double letter_width = 4.2;
	struct edge_end ends[END_COUNT];
	size_t letters = 0;

	for (const struct plan_edge *edge = plan->edges; edge != NULL;
		edge = edge->next) {
		find_ends(edge, ends);
		for (int i = 0; i < END_COUNT; i++)
			if (ends[i].node == node && has_port(&ends[i]) &&
				is_left(&ends[i]) == left &&
				strlen(ends[i].text) > letters)
				letters = strlen(ends[i].text);
	}
	return (double)letters * letter_width;
}

static const char *const dashes[] = {
	[STROKE_SOLID] = "",
	[STROKE_DASHED] = "dashed=1;dashPattern=5 3;",
	[STROKE_DOTTED] = "dashed=1;dashPattern=1 3;",
};

/* Where an edge meets a box, as a share of it. */
static void
append_end(struct text *style, const char *end, const struct box *box,
	const struct point *point)
{
	double x = (point->x - box->x) / fmax(box->width, 1);
	double y = (point->y - box->y) / fmax(box->height, 1);

	text_format(style, "%sX=%.4f;%sY=%.4f;%sPerimeter=0;", end,
		fmin(fmax(x, 0), 1), end, fmin(fmax(y, 0), 1), end);
}

static void
append_edge_style(struct text *style, const struct plan_edge *edge)
{
	const struct curve *curve = &edge->curve;

	text_format(style,
		"curved=1;html=0;endArrow=none;startArrow=none;"
		"strokeColor=%s;strokeWidth=%.4g;%s",
		plan_color(edge->color, "#475569"), edge->width,
		dashes[edge->stroke]);
	if (curve->count < 2)
		return;
	append_end(style, "exit", &edge->tail->box, &curve->points[0]);
	append_end(style, "entry", &edge->head->box,
		&curve->points[curve->count - 1]);
}

static void
write_point(struct xml *xml, struct point point, const char *as)
{
	xml_open(xml, "mxPoint");
	xml_measure(xml, "x", point.x);
	xml_measure(xml, "y", point.y);
	xml_attribute(xml, "as", as);
	xml_close(xml);
}

/* Only control points: draw.io's own curve passes half way between them, which
 * is where Graphviz' curve does. */
static void
write_course(struct xml *xml, const struct curve *curve)
{
	xml_open(xml, "mxGeometry");
	xml_attribute(xml, "relative", "1");
	xml_attribute(xml, "as", "geometry");
	xml_open(xml, "Array");
	xml_attribute(xml, "as", "points");
	for (size_t i = 1; i + 1 < curve->count; i++)
		if (i % 3 != 0)
			write_point(xml, curve->points[i], NULL);
	xml_close(xml);
	xml_close(xml);
}

/* The text stands inside the card. */
static void
write_port(struct xml *xml, const struct plan_edge *edge,
	const struct edge_end *end)
{
	bool left = is_left(end);
	struct text style = { 0 };

	text_format(&style, "%salign=%s;", port_style, left ? "left" : "right");
	drawio_open_text(xml, edge->id, end->name);
	xml_attribute(xml, "value", end->text);
	xml_attribute(xml, "style", style.bytes);
	xml_open(xml, "mxGeometry");
	xml_measure(xml, "x", end->place);
	xml_attribute(xml, "relative", "1");
	xml_attribute(xml, "as", "geometry");
	write_point(xml, (struct point){ left ? 3 : -3, 0 }, "offset");
	xml_close(xml);
	xml_close(xml);
	text_free(&style);
}

static void
write_ports(struct xml *xml, const struct plan_edge *edge)
{
	struct edge_end ends[END_COUNT];

	find_ends(edge, ends);
	for (int i = 0; i < END_COUNT; i++)
		if (has_port(&ends[i]))
			write_port(xml, edge, &ends[i]);
}

void
drawio_write_edge(struct xml *xml, const struct plan_edge *edge)
{
	struct text style = { 0 };

	append_edge_style(&style, edge);
	xml_open(xml, "UserObject");
	xml_attribute(xml, "id", edge->id);
	xml_attribute(xml, "label", edge->text != NULL ? edge->text : "");
	xml_attribute(xml, "link", edge->url);
	xml_attribute(xml, "tooltip", edge->tooltip);
	xml_attribute(xml, "class", edge->class);
	xml_open(xml, "mxCell");
	xml_attribute(xml, "style", style.bytes);
	xml_attribute(xml, "edge", "1");
	xml_attribute(xml, "parent", "1");
	xml_attribute(xml, "source", edge->tail->id);
	xml_attribute(xml, "target", edge->head->id);
	write_course(xml, &edge->curve);
	xml_close(xml);
	xml_close(xml);
	write_ports(xml, edge);
	text_free(&style);
}

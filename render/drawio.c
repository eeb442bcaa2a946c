/* drawio.c -- a picture for draw.io: mxfile, written plainly.
 *
 * Labels are plain text ("html=0"), so nothing that a device said is read as
 * markup. A card with a head is a swimlane: its label is the head, a cell
 * inside of it holds the other lines. What a port says stands where the edge
 * that joins it meets the card. */
#include "exports.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "plan.h"
#include "xml.h"

enum { HEAD_HEIGHT = 22, FONT_SIZE = 10 };

static const char heading_style[] =
	"text;html=0;fillColor=none;strokeColor=none;align=left;"
	"verticalAlign=top;fontSize=12;fontColor=#0f172a;"
	"fontFamily=Helvetica;";
static const char body_style[] =
	"text;html=0;fillColor=none;strokeColor=none;align=center;"
	"verticalAlign=middle;fontColor=#0f172a;"
	"fontFamily=Helvetica;fontSize=9;";
static const char port_style[] =
	"text;html=0;fillColor=none;strokeColor=none;resizable=0;"
	"fontFamily=Courier New;fontSize=7;fontColor=#334155;";

/* ---------------------------------------------------------------- cells ----
 */

/* The words that draw.io shows and follows; the cell itself comes inside. */
static void
open_object(struct xml *xml, const struct plan_item *item, const char *label)
{
	xml_open(xml, "UserObject");
	xml_attribute(xml, "id", item->id);
	xml_attribute(xml, "label", label);
	xml_attribute(xml, "link", item->url);
	xml_attribute(xml, "tooltip", item->tooltip);
	xml_attribute(xml, "name", item->name);
	xml_attribute(xml, "class", item->class);
	xml_attribute(xml, "ipv6", item->ipv6);
	xml_attribute(xml, "ipv4", item->ipv4);
}

static void
open_vertex(struct xml *xml, const char *style, const char *parent)
{
	xml_open(xml, "mxCell");
	xml_attribute(xml, "style", style);
	xml_attribute(xml, "vertex", "1");
	xml_attribute(xml, "parent", parent);
}

/* Text inside of another cell; its style, value and place follow. */
static void
open_text(struct xml *xml, const char *parent, const char *name)
{
	char id[32];

	snprintf(id, sizeof(id), "%s-%s", parent, name);
	xml_open(xml, "mxCell");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "vertex", "1");
	xml_attribute(xml, "connectable", "0");
	xml_attribute(xml, "parent", parent);
}

static void
write_box(struct xml *xml, const struct box *box)
{
	xml_open(xml, "mxGeometry");
	xml_measure(xml, "x", box->x);
	xml_measure(xml, "y", box->y);
	xml_measure(xml, "width", box->width);
	xml_measure(xml, "height", box->height);
	xml_attribute(xml, "as", "geometry");
	xml_close(xml);
}

static void
write_heading(struct xml *xml, const struct plan_item *heading)
{
	open_object(xml, heading, heading->text);
	open_vertex(xml, heading_style, "1");
	write_box(xml, &heading->box);
	xml_close(xml);
	xml_close(xml);
}

static void
write_cluster(struct xml *xml, const struct plan_item *cluster)
{
	struct text style = { 0 };

	text_format(&style,
		"rounded=1;absoluteArcSize=1;arcSize=12;container=1;"
		"collapsible=0;html=0;align=left;verticalAlign=top;"
		"spacingLeft=8;fontStyle=1;fontFamily=Helvetica;fontSize=11;"
		"fillColor=%s;strokeColor=%s;fontColor=#0f172a;",
		plan_color(cluster->look.fill, "#f8fafc"),
		plan_color(cluster->look.stroke, "#cbd5e1"));
	open_object(xml, cluster, cluster->text);
	open_vertex(xml, style.bytes, "1");
	write_box(xml, &cluster->box);
	xml_close(xml);
	xml_close(xml);
	text_free(&style);
}

static bool
has_head(const struct plan_item *node)
{
	return node->look.head_fill != NULL && node->head > 0 &&
		node->text[node->head] != '\0';
}

static void
append_style(struct text *style, const struct plan_item *node)
{
	const struct plan_look *look = &node->look;

	if (has_head(node))
		text_format(style,
			"shape=swimlane;startSize=%d;fontStyle=1;collapsible=0;"
			"verticalAlign=middle;"
			"fillColor=%s;swimlaneFillColor=%s;fontColor=%s;",
			HEAD_HEIGHT, look->head_fill,
			plan_color(look->fill, "#ffffff"),
			plan_color(look->ink, "#ffffff"));
	else
		text_format(style,
			"rounded=1;absoluteArcSize=1;arcSize=8;fillColor=%s;"
			"fontColor=%s;",
			plan_color(look->fill, "#ffffff"),
			plan_color(look->ink, "#0f172a"));
	text_format(style,
		"strokeColor=%s;html=0;fontFamily=Helvetica;fontSize=%d;",
		plan_color(look->stroke, "#475569"), FONT_SIZE);
}

/* Graphviz' places are the picture's, those here are the container's. */
static struct box
box_inside(const struct plan_item *node)
{
	struct box box = node->box;

	if (node->cluster != NULL) {
		box.x -= node->cluster->box.x;
		box.y -= node->cluster->box.y;
	}
	return box;
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

/* How much of a card's side its ports take. */
static double
port_room(const struct plan *plan, const struct plan_item *node, bool left)
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

static void
write_body(
	struct xml *xml, const struct plan *plan, const struct plan_item *node)
{
	const struct box box = { 0, HEAD_HEIGHT, node->box.width,
		fmax(0, node->box.height - HEAD_HEIGHT) };
	char id[32];

	snprintf(id, sizeof(id), "%s-text", node->id);
	xml_open(xml, "mxCell");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "value",
		node->text + node->head +
			strspn(node->text + node->head, "\n"));
	xml_attribute(xml, "style", body_style);
	xml_attribute(xml, "vertex", "1");
	xml_attribute(xml, "connectable", "0");
	xml_attribute(xml, "parent", node->id);
	write_box(xml, &box);
	xml_close(xml);
}

static void
write_node(
	struct xml *xml, const struct plan *plan, const struct plan_item *node)
{
	const struct box box = box_inside(node);
	struct text style = { 0 }, label = { 0 };

	append_style(&style, node);
	text_append_bytes(&label, node->text,
		has_head(node) ? node->head : strlen(node->text));
	open_object(xml, node, label.length > 0 ? label.bytes : "");
	open_vertex(xml, style.bytes,
		node->cluster != NULL ? node->cluster->id : "1");
	write_box(xml, &box);
	xml_close(xml);
	xml_close(xml);
	if (has_head(node))
		write_body(xml, plan, node);
	text_free(&style);
	text_free(&label);
}

/* ---------------------------------------------------------------- edges ----
 */

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
	const struct curve *curve = &edge->curve;
	const struct point *point =
		&curve->points[end->place < 0 ? 0 : curve->count - 1];
	bool is_left = point->x < end->node->box.x + end->node->box.width / 2;
	char id[32];
	struct text style = { 0 };

	snprintf(id, sizeof(id), "%s-%s", edge->id, end->name);
	text_format(
		&style, "%salign=%s;", port_style, is_left ? "left" : "right");
	xml_open(xml, "mxCell");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "value", end->text);
	xml_attribute(xml, "style", style.bytes);
	xml_attribute(xml, "vertex", "1");
	xml_attribute(xml, "connectable", "0");
	xml_attribute(xml, "parent", edge->id);
	xml_open(xml, "mxGeometry");
	xml_measure(xml, "x", end->place);
	xml_attribute(xml, "relative", "1");
	xml_attribute(xml, "as", "geometry");
	write_point(xml, (struct point){ is_left ? 3 : -3, 0 }, "offset");
	xml_close(xml);
	xml_close(xml);
	text_free(&style);
}

static void
write_ports(struct xml *xml, const struct plan_edge *edge)
{
	const struct edge_end ends[] = {
		{ "tail", edge->tail_text, edge->tail, -1 },
		{ "head", edge->head_text, edge->head, 1 },
	};

	for (size_t i = 0; i < COUNT(ends); i++)
		if (ends[i].text != NULL && edge->curve.count > 0)
			write_port(xml, edge, &ends[i]);
}

static void
write_edge(struct xml *xml, const struct plan_edge *edge)
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

/* ----------------------------------------------------------------- file ----
 */

static void
write_cell(struct xml *xml, const char *id, const char *parent)
{
	xml_open(xml, "mxCell");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "parent", parent);
	xml_close(xml);
}

static void
open_model(struct xml *xml, const struct plan *plan)
{
	xml_open(xml, "mxGraphModel");
	xml_attribute(xml, "grid", "0");
	xml_attribute(xml, "guides", "1");
	xml_attribute(xml, "tooltips", "1");
	xml_attribute(xml, "connect", "1");
	xml_attribute(xml, "arrows", "1");
	xml_attribute(xml, "fold", "0");
	xml_attribute(xml, "page", "0");
	xml_measure(xml, "pageWidth", ceil(plan->width));
	xml_measure(xml, "pageHeight", ceil(plan->height));
	xml_open(xml, "root");
	write_cell(xml, "0", NULL);
	write_cell(xml, "1", "0");
}

/* Edges lie above cards, and the texts of their ports above them. */
int
drawio_write(const struct plan *plan, const char *path)
{
	struct xml *xml = xml_begin();

	xml_open(xml, "mxfile");
	xml_attribute(xml, "host", "twinmap");
	xml_open(xml, "diagram");
	xml_attribute(xml, "id", plan->name);
	xml_attribute(xml, "name", plan->title);
	open_model(xml, plan);
	if (plan->heading != NULL)
		write_heading(xml, plan->heading);
	for (const struct plan_item *cluster = plan->clusters; cluster != NULL;
		cluster = cluster->next)
		write_cluster(xml, cluster);
	for (const struct plan_item *node = plan->nodes; node != NULL;
		node = node->next)
		write_node(xml, plan, node);
	for (const struct plan_edge *edge = plan->edges; edge != NULL;
		edge = edge->next)
		write_edge(xml, edge);
	return xml_end(xml, path);
}

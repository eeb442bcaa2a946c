/* drawio.c -- a picture for draw.io: mxfile, written plainly.
 *
 * Labels are plain text ("html=0"), so nothing that a device said is read as
 * markup. A card with a head is a swimlane: its label is the head, a cell
 * inside of it holds the other lines. What a port says stands where the edge
 * that joins it meets the card. */
#include "exports.h"

#include <math.h>
#include <string.h>

#include "drawio_parts.h"
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
/* ------------------------------------------------------------ cells ---- */

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

static void
write_body(
	struct xml *xml, const struct plan *plan, const struct plan_item *node)
{
	const char *lines = node->text + node->head;
	const struct box box = { 0, HEAD_HEIGHT, node->box.width,
		fmax(0, node->box.height - HEAD_HEIGHT) };
	struct text style = { 0 };

	text_format(&style, "%sspacingLeft=%.0f;spacingRight=%.0f;", body_style,
		drawio_port_room(plan, node, true),
		drawio_port_room(plan, node, false));
	drawio_open_text(xml, node->id, "text");
	xml_attribute(xml, "value", lines + strspn(lines, "\n"));
	xml_attribute(xml, "style", style.bytes);
	write_box(xml, &box);
	xml_close(xml);
	text_free(&style);
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

/* ------------------------------------------------------------- file ---- */

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
		drawio_write_edge(xml, edge);
	return xml_end(xml, path);
}

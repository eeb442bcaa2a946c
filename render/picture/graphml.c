/* graphml.c -- a picture for yEd, Gephi and libraries that read GraphML.
 *
 * What the picture says are <data> of simple types, which all of them read;
 * what it looks like is said once more as yEd's graphics, which others leave
 * alone. Keys of nodes and of edges are apart: not all know "for='all'". */
#include "exports.h"

#include <stdio.h>

#include "plan.h"
#include "xml.h"

static const struct {
	const char *id;
	const char *kind; /* of what: node, edge, graph */
	const char *name;
	const char *type;
} keys[] = {
	{ "title", "graph", "title", "string" },
	{ "label", "node", "label", "string" },
	{ "name", "node", "name", "string" },
	{ "class", "node", "class", "string" },
	{ "ipv6", "node", "ipv6", "string" },
	{ "ipv4", "node", "ipv4", "string" },
	{ "url", "node", "url", "string" },
	{ "description", "node", "description", "string" },
	{ "color", "node", "color", "string" },
	{ "x", "node", "x", "double" },
	{ "y", "node", "y", "double" },
	{ "width", "node", "width", "double" },
	{ "height", "node", "height", "double" },
	{ "edge-label", "edge", "label", "string" },
	{ "source-port", "edge", "source-port", "string" },
	{ "target-port", "edge", "target-port", "string" },
	{ "edge-class", "edge", "class", "string" },
	{ "edge-url", "edge", "url", "string" },
	{ "edge-description", "edge", "description", "string" },
	{ "edge-color", "edge", "color", "string" },
	{ "weight", "edge", "weight", "double" },
};

/* yEd's names of strokes. */
static const char *const stroke_types[] = {
	[STROKE_SOLID] = "line",
	[STROKE_DASHED] = "dashed",
	[STROKE_DOTTED] = "dotted",
};

/* ------------------------------------------------------------- data ---- */

static void
write_data(struct xml *xml, const char *key, const char *value)
{
	if (value == NULL)
		return;
	xml_open(xml, "data");
	xml_attribute(xml, "key", key);
	xml_text(xml, value);
	xml_close(xml);
}

static void
write_number(struct xml *xml, const char *key, double value)
{
	char number[32];

	snprintf(number, sizeof(number), "%.2f", value);
	write_data(xml, key, number);
}

static void
open_graphics(struct xml *xml, const char *key, const char *element)
{
	xml_open(xml, "data");
	xml_attribute(xml, "key", key);
	xml_open(xml, element);
}

static void
close_graphics(struct xml *xml)
{
	xml_close(xml);
	xml_close(xml);
}

static void
write_setting(struct xml *xml, const char *element, const char *attribute,
	const char *value)
{
	xml_open(xml, element);
	xml_attribute(xml, attribute, value);
	xml_close(xml);
}

static void
write_geometry(struct xml *xml, const struct box *box)
{
	xml_open(xml, "y:Geometry");
	xml_measure(xml, "x", box->x);
	xml_measure(xml, "y", box->y);
	xml_measure(xml, "width", box->width);
	xml_measure(xml, "height", box->height);
	xml_close(xml);
}

static void
write_label(struct xml *xml, const char *text, const char *place)
{
	xml_open(xml, "y:NodeLabel");
	xml_attribute(xml, "fontSize", "9");
	xml_attribute(xml, "modelName", "internal");
	xml_attribute(xml, "modelPosition", place);
	xml_text(xml, text);
	xml_close(xml);
}

/* ------------------------------------------------------------ nodes ---- */

static void
write_shape(struct xml *xml, const struct plan_item *item, const char *place)
{
	write_geometry(xml, &item->box);
	write_setting(
		xml, "y:Fill", "color", plan_color(item->look.fill, "#ffffff"));
	xml_open(xml, "y:BorderStyle");
	xml_attribute(xml, "color", plan_color(item->look.stroke, "#475569"));
	xml_attribute(xml, "type", "line");
	xml_attribute(xml, "width", "1.5");
	xml_close(xml);
	write_label(xml, item->text, place);
	write_setting(xml, "y:Shape", "type", "roundrectangle");
}

static void
write_words(struct xml *xml, const struct plan_item *item)
{
	const char *own = plan_color(item->look.head_fill, item->look.stroke);

	write_data(xml, "label", item->text);
	write_data(xml, "name", item->name);
	write_data(xml, "class", item->class);
	write_data(xml, "ipv6", item->ipv6);
	write_data(xml, "ipv4", item->ipv4);
	write_data(xml, "url", item->url);
	write_data(xml, "description", item->tooltip);
	write_data(xml, "color", own);
	write_number(xml, "x", item->box.x);
	write_number(xml, "y", item->box.y);
	write_number(xml, "width", item->box.width);
	write_number(xml, "height", item->box.height);
}

static void
write_node(struct xml *xml, const struct plan_item *node)
{
	xml_open(xml, "node");
	xml_attribute(xml, "id", node->id);
	write_words(xml, node);
	open_graphics(xml, "graphics", "y:ShapeNode");
	write_shape(xml, node, "c");
	close_graphics(xml);
	xml_close(xml);
}

/* `cluster` NULL: those that stand in none. */
static void
write_nodes_of(struct xml *xml, const struct plan *plan,
	const struct plan_item *cluster)
{
	for (const struct plan_item *node = plan->nodes; node != NULL;
		node = node->next)
		if (node->cluster == cluster)
			write_node(xml, node);
}

static void
write_cluster(struct xml *xml, const struct plan *plan,
	const struct plan_item *cluster)
{
	char id[32];

	snprintf(id, sizeof(id), "%s:", cluster->id);
	xml_open(xml, "node");
	xml_attribute(xml, "id", cluster->id);
	xml_attribute(xml, "yfiles.foldertype", "group");
	write_words(xml, cluster);
	open_graphics(xml, "graphics", "y:ProxyAutoBoundsNode");
	xml_open(xml, "y:Realizers");
	xml_attribute(xml, "active", "0");
	xml_open(xml, "y:GroupNode");
	write_shape(xml, cluster, "t");
	write_setting(xml, "y:State", "closed", "false");
	xml_close(xml);
	xml_close(xml);
	close_graphics(xml);
	xml_open(xml, "graph");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "edgedefault", "undirected");
	write_nodes_of(xml, plan, cluster);
	xml_close(xml);
	xml_close(xml);
}

/* ------------------------------------------------------------ edges ---- */

static struct point
middle_of(const struct box *box)
{
	return (struct point){ box->x + box->width / 2,
		box->y + box->height / 2 };
}

static void
write_point(struct xml *xml, const struct point *point)
{
	xml_open(xml, "y:Point");
	xml_measure(xml, "x", point->x);
	xml_measure(xml, "y", point->y);
	xml_close(xml);
}

/* Its ends are told from the middles of the nodes. */
static void
write_path(struct xml *xml, const struct plan_edge *edge)
{
	const struct curve *curve = &edge->curve;
	const struct point tail = middle_of(&edge->tail->box);
	const struct point head = middle_of(&edge->head->box);
	const struct point *first = &tail, *last = &head;

	if (curve->count > 0) {
		first = &curve->points[0];
		last = &curve->points[curve->count - 1];
	}
	xml_open(xml, "y:Path");
	xml_measure(xml, "sx", first->x - tail.x);
	xml_measure(xml, "sy", first->y - tail.y);
	xml_measure(xml, "tx", last->x - head.x);
	xml_measure(xml, "ty", last->y - head.y);
	for (size_t i = 1; i + 1 < curve->count; i++)
		write_point(xml, &curve->points[i]);
	xml_close(xml);
}

static void
write_line(struct xml *xml, const struct plan_edge *edge)
{
	xml_open(xml, "y:LineStyle");
	xml_attribute(xml, "color", plan_color(edge->color, "#475569"));
	xml_attribute(xml, "type", stroke_types[edge->stroke]);
	xml_measure(xml, "width", edge->width);
	xml_close(xml);
	xml_open(xml, "y:Arrows");
	xml_attribute(xml, "source", "none");
	xml_attribute(xml, "target", "none");
	xml_close(xml);
}

static void
write_edge(struct xml *xml, const struct plan_edge *edge)
{
	xml_open(xml, "edge");
	xml_attribute(xml, "id", edge->id);
	xml_attribute(xml, "source", edge->tail->id);
	xml_attribute(xml, "target", edge->head->id);
	write_data(xml, "edge-label", edge->text);
	write_data(xml, "source-port", edge->tail_text);
	write_data(xml, "target-port", edge->head_text);
	write_data(xml, "edge-class", edge->class);
	write_data(xml, "edge-url", edge->url);
	write_data(xml, "edge-description", edge->tooltip);
	write_data(xml, "edge-color", edge->color);
	write_number(xml, "weight", edge->width);
	open_graphics(xml, "edge-graphics", "y:BezierEdge");
	write_path(xml, edge);
	write_line(xml, edge);
	close_graphics(xml);
	xml_close(xml);
}

/* ------------------------------------------------------------- file ---- */

static void
write_key(struct xml *xml, const char *id, const char *kind)
{
	xml_open(xml, "key");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "for", kind);
}

static void
write_keys(struct xml *xml)
{
	for (size_t i = 0; i < COUNT(keys); i++) {
		write_key(xml, keys[i].id, keys[i].kind);
		xml_attribute(xml, "attr.name", keys[i].name);
		xml_attribute(xml, "attr.type", keys[i].type);
		xml_close(xml);
	}
	write_key(xml, "graphics", "node");
	xml_attribute(xml, "yfiles.type", "nodegraphics");
	xml_close(xml);
	write_key(xml, "edge-graphics", "edge");
	xml_attribute(xml, "yfiles.type", "edgegraphics");
	xml_close(xml);
}

int
graphml_write(const struct plan *plan, const char *path)
{
	struct xml *xml = xml_begin();

	xml_open(xml, "graphml");
	xml_attribute(xml, "xmlns", "http://graphml.graphdrawing.org/xmlns");
	xml_attribute(xml, "xmlns:y", "http://www.yworks.com/xml/graphml");
	write_keys(xml);
	xml_open(xml, "graph");
	xml_attribute(xml, "id", plan->name);
	xml_attribute(xml, "edgedefault", "undirected");
	write_data(xml, "title", plan->title);
	for (const struct plan_item *cluster = plan->clusters; cluster != NULL;
		cluster = cluster->next)
		write_cluster(xml, plan, cluster);
	write_nodes_of(xml, plan, NULL);
	for (const struct plan_edge *edge = plan->edges; edge != NULL;
		edge = edge->next)
		write_edge(xml, edge);
	return xml_end(xml, path);
}

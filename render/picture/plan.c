/* plan.c -- a picture after its layout: what it says, where, which colours. */
#include "plan.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "graph_items.h"
#include "graph_write.h"
#include "graphviz.h"

struct planner {
	struct arena *arena;
	const struct drawn_graph *drawn;
	struct plan *plan;
	const struct graph_item *all_nodes, *all_edges; /* defaults, or NULL */
	struct plan_item **last_cluster, **last_node;
	struct plan_edge **last_edge;
	const struct curve *next_curve; /* of edges, as they were added */
};

/* ------------------------------------------------------- attributes ---- */

/* Its own, or the default of its kind. */
static const struct attribute *
find(const struct planner *planner, const struct graph_item *item,
	const char *name)
{
	const struct graph_item *defaults = NULL;
	const struct attribute *own = graph_item_attribute(item, name);

	if (item->kind == GRAPH_NODE)
		defaults = planner->all_nodes;
	else if (item->kind == GRAPH_EDGE)
		defaults = planner->all_edges;
	return own != NULL || defaults == NULL
		? own
		: graph_item_attribute(defaults, name);
}

static const char *
value_of(const struct planner *planner, const struct graph_item *item,
	const char *name)
{
	const struct attribute *attribute = find(planner, item, name);

	return attribute != NULL && attribute->value[0] != '\0'
		? attribute->value
		: NULL;
}

/* What label.h did for Graphviz, undone: so many backslashes were one. */
static const char *
unescaped(struct arena *arena, const char *value, size_t backslashes)
{
	char *plain = arena_text(arena, value);
	char *out = plain;

	while (value != NULL && *value != '\0') {
		*out++ = *value;
		if (*value == '\\')
			value += backslashes;
		else
			value += strncmp(value, "&amp;", 5) == 0 ? 5 : 1;
	}
	if (out != NULL)
		*out = '\0';
	return plain;
}

/* Other words for colours are Graphviz' own. */
static const char *
color_of(const char *value)
{
	static const char digits[] = "0123456789abcdefABCDEF";

	return value != NULL && value[0] == '#' && strlen(value) == 7 &&
			strspn(value + 1, digits) == 6
		? value
		: NULL;
}

static const char *
either(const char *first, const char *second)
{
	return color_of(first) != NULL ? first : color_of(second);
}

/* ----------------------------------------------- nodes and clusters ---- */

static void
read_caption(const struct planner *planner, const struct graph_item *item,
	struct plan_item *planned)
{
	const struct attribute *label = find(planner, item, "label");

	planned->text = planned->name;
	planned->head = strlen(planned->text);
	if (label == NULL)
		return;
	if (!label->is_markup) {
		planned->text = unescaped(planner->arena, label->value, 2);
		planned->head = strlen(planned->text);
		return;
	}
	planned->caption = caption_read(planner->arena, label->value);
	planned->text = planned->caption->text;
	planned->head = planned->caption->head;
}

static void
read_look(const struct planner *planner, const struct graph_item *item,
	struct plan_item *planned)
{
	static const struct caption no_caption = { 0 };
	const struct caption *caption =
		planned->caption != NULL ? planned->caption : &no_caption;
	const char *fill = value_of(planner, item, "fillcolor");

	if (fill == NULL)
		fill = value_of(planner, item, "bgcolor");
	planned->look.stroke =
		either(caption->stroke, value_of(planner, item, "color"));
	planned->look.fill = either(caption->fill, fill);
	planned->look.head_fill = color_of(caption->head_fill);
	planned->look.ink =
		either(caption->ink, value_of(planner, item, "fontcolor"));
}

static struct plan_item *
plan_item(const struct planner *planner, const struct graph_item *item)
{
	struct plan_item *planned =
		arena_allocate(planner->arena, sizeof(*planned));

	planned->name = item->name != NULL ? item->name : planner->plan->name;
	planned->class = value_of(planner, item, "class");
	planned->url = value_of(planner, item, "URL");
	planned->ipv6 = value_of(planner, item, "ipv6");
	planned->ipv4 = value_of(planner, item, "ipv4");
	planned->tooltip = unescaped(
		planner->arena, value_of(planner, item, "tooltip"), 4);
	read_caption(planner, item, planned);
	read_look(planner, item, planned);
	return planned;
}

static void
add_cluster(struct planner *planner, const struct graph_item *item)
{
	struct plan_item *cluster = plan_item(planner, item);

	if (!graphviz_cluster(
		    planner->drawn->graphviz, item->cluster, &cluster->box))
		return; /* it is empty */
	cluster->id = arena_format(
		planner->arena, "c%d", ++planner->plan->cluster_count);
	cluster->name = item->cluster;
	*planner->last_cluster = cluster;
	planner->last_cluster = &cluster->next;
}

static struct plan_item *
item_named(struct plan_item *item, const char *name)
{
	while (item != NULL && (name == NULL || strcmp(item->name, name) != 0))
		item = item->next;
	return item;
}

static void
add_node(struct planner *planner, const struct graph_item *item)
{
	struct plan_item *node = plan_item(planner, item);

	if (!graphviz_node(planner->drawn->graphviz, item->name, &node->box))
		return;
	node->id = arena_format(
		planner->arena, "n%d", ++planner->plan->node_count);
	node->cluster = item_named(planner->plan->clusters, item->cluster);
	*planner->last_node = node;
	planner->last_node = &node->next;
}

/* ------------------------------------------------------------ edges ---- */

static enum plan_stroke
stroke_of(const char *style)
{
	if (style != NULL && strstr(style, "dotted") != NULL)
		return STROKE_DOTTED;
	if (style != NULL && strstr(style, "dashed") != NULL)
		return STROKE_DASHED;
	return STROKE_SOLID;
}

/* "p3:e" is the port p3, on its right side. */
static const char *
text_of_port(const struct planner *planner, const struct plan_item *node,
	const char *place)
{
	struct caption_port *port = NULL;
	char *name;

	if (place == NULL || node->caption == NULL)
		return NULL;
	name = arena_copy(planner->arena, place, strcspn(place, ":"));
	port = caption_port(node->caption, name);
	if (port == NULL || port->text[0] == '\0')
		return NULL;
	port->is_joined = true;
	return port->text;
}

static void
read_edge(const struct planner *planner, const struct graph_item *item,
	struct plan_edge *edge)
{
	const char *width = value_of(planner, item, "penwidth");
	const struct attribute *label = find(planner, item, "label");

	edge->class = value_of(planner, item, "class");
	edge->url = value_of(planner, item, "URL");
	edge->tooltip = unescaped(
		planner->arena, value_of(planner, item, "tooltip"), 4);
	edge->color = color_of(value_of(planner, item, "color"));
	edge->stroke = stroke_of(value_of(planner, item, "style"));
	edge->width = width != NULL ? strtod(width, NULL) : 1;
	if (label != NULL)
		edge->text = label->is_markup
			? caption_read(planner->arena, label->value)->text
			: unescaped(planner->arena, label->value, 2);
}

static bool
is_hidden(const struct planner *planner, const struct graph_item *item)
{
	const char *style = value_of(planner, item, "style");

	return style != NULL && strcmp(style, "invis") == 0;
}

static void
add_edge(struct planner *planner, const struct graph_item *item)
{
	struct plan *plan = planner->plan;
	struct plan_edge *edge = arena_allocate(planner->arena, sizeof(*edge));

	edge->curve = *planner->next_curve++;
	edge->tail = item_named(plan->nodes, item->name);
	edge->head = item_named(plan->nodes, item->other);
	if (edge->tail == NULL || edge->head == NULL ||
		is_hidden(planner, item))
		return;
	read_edge(planner, item, edge);
	edge->tail_text = text_of_port(
		planner, edge->tail, value_of(planner, item, "tailport"));
	edge->head_text = text_of_port(
		planner, edge->head, value_of(planner, item, "headport"));
	edge->id = arena_format(planner->arena, "e%d", ++plan->edge_count);
	*planner->last_edge = edge;
	planner->last_edge = &edge->next;
}

/* ---------------------------------------------------------- picture ---- */

static void
add_heading(struct planner *planner, const struct graph_item *item)
{
	struct plan *plan = planner->plan;
	struct plan_item *heading;

	if (find(planner, item, "label") == NULL)
		return;
	heading = plan_item(planner, item);
	heading->id = "heading";
	heading->box = graphviz_heading(planner->drawn->graphviz);
	plan->heading = heading;
	plan->title = arena_copy(planner->arena, heading->text, heading->head);
}

static void
keep_node_defaults(struct planner *planner, const struct graph_item *item)
{
	planner->all_nodes = item;
}

static void
keep_edge_defaults(struct planner *planner, const struct graph_item *item)
{
	planner->all_edges = item;
}

static void (*const adders[])(struct planner *, const struct graph_item *) = {
	[GRAPH_ITSELF] = add_heading,
	[GRAPH_ALL_NODES] = keep_node_defaults,
	[GRAPH_ALL_EDGES] = keep_edge_defaults,
	[GRAPH_CLUSTER] = add_cluster,
	[GRAPH_NODE] = add_node,
	[GRAPH_EDGE] = add_edge,
};

/* What no edge says is said by the node. */
static void
add_lone_ports(const struct planner *planner, struct plan_item *node)
{
	const struct caption_port *port =
		node->caption != NULL ? node->caption->ports : NULL;

	for (; port != NULL; port = port->next)
		if (!port->is_joined && port->text[0] != '\0')
			node->text = arena_format(planner->arena, "%s%s%s",
				node->text, node->text[0] != '\0' ? "\n" : "",
				port->text);
}

struct plan *
plan_of(struct arena *arena, const struct drawn_graph *drawn)
{
	struct plan *plan = arena_allocate(arena, sizeof(*plan));
	struct planner planner = { .arena = arena,
		.drawn = drawn,
		.plan = plan,
		.last_cluster = &plan->clusters,
		.last_node = &plan->nodes,
		.last_edge = &plan->edges,
		.next_curve = graphviz_curves(drawn->graphviz, arena) };
	struct box page = graphviz_page(drawn->graphviz);

	plan->name = drawn->graph->name;
	plan->title = plan->name;
	plan->width = page.width;
	plan->height = page.height;
	for (const struct graph_item *item = drawn->graph->items; item != NULL;
		item = item->next)
		adders[item->kind](&planner, item);
	for (struct plan_item *node = plan->nodes; node != NULL;
		node = node->next)
		add_lone_ports(&planner, node);
	return plan;
}

const char *
plan_color(const char *color, const char *otherwise)
{
	return color != NULL ? color : otherwise;
}

/* graphviz.c -- the only door to Graphviz: builds graphs by its API, lays out.
 *
 * Graphs are never printed as DOT text and read back, so no name can break out
 * of its quotes. gvLayout returns 0 even when a label's markup is broken, and
 * draws the node's name instead: agerrors() tells. */
#include "graphviz.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>

#include "graph_items.h"
#include "name_numbers.h"

struct graphviz {
	GVC_t *context;
	Agraph_t *root; /* NULL: none is being drawn */
};

/* cgraph takes every string as `char *` and changes none. */
static char nothing[] = "";

static void
set_attribute(Agraph_t *root, void *object, const struct attribute *attribute)
{
	char *value = attribute->value;

	if (attribute->is_markup)
		value = agstrdup_html(root, attribute->value);
	agsafeset(object, attribute->name, value, nothing);
	if (attribute->is_markup)
		agstrfree(root, value);
}

static void
set_attributes(Agraph_t *root, void *object, const struct graph_item *item)
{
	for (const struct attribute *attribute = item->attributes;
		attribute != NULL; attribute = attribute->next)
		if (!attribute->is_told)
			set_attribute(root, object, attribute);
}

static void
set_defaults(Agraph_t *root, int kind, const struct graph_item *item)
{
	for (const struct attribute *attribute = item->attributes;
		attribute != NULL; attribute = attribute->next)
		agattr(root, kind, attribute->name, attribute->value);
}

static void
build_cluster(Agraph_t *root, const struct graph_item *item)
{
	set_attributes(root, agsubg(root, item->cluster, 1), item);
}

static void
build_node(Agraph_t *root, const struct graph_item *item)
{
	Agnode_t *node = agnode(root, item->name, 1);
	Agraph_t *cluster = NULL;

	if (item->cluster != NULL)
		cluster = agsubg(root, item->cluster, 0);
	if (cluster != NULL)
		agsubnode(cluster, node, 1);
	set_attributes(root, node, item);
}

static void
build_edge(Agraph_t *root, const struct graph_item *item)
{
	Agnode_t *tail = agnode(root, item->name, 0);
	Agnode_t *head = agnode(root, item->other, 0);

	if (tail == NULL || head == NULL) {
		agerr(AGERR, "an edge from %s to %s, and no node %s\n",
			item->name, item->other,
			tail == NULL ? item->name : item->other);
		return;
	}
	set_attributes(root, agedge(root, tail, head, NULL, 1), item);
}

static void
build_item(Agraph_t *root, const struct graph_item *item)
{
	switch (item->kind) {
	case GRAPH_ITSELF:
		break; /* last: a subgraph inherits what its root has already */
	case GRAPH_ALL_NODES:
		set_defaults(root, AGNODE, item);
		break;
	case GRAPH_ALL_EDGES:
		set_defaults(root, AGEDGE, item);
		break;
	case GRAPH_CLUSTER:
		build_cluster(root, item);
		break;
	case GRAPH_NODE:
		build_node(root, item);
		break;
	case GRAPH_EDGE:
		build_edge(root, item);
		break;
	}
}

/* ---- numbers of names: cgraph draws clusters by their number, which is by
 * default the address of the name in memory, another in each process. Ours
 * count. Names have even numbers, what has none odd ones. */

struct numbers {
	Agraph_t *
		graph; /* keeps the names: cgraph writes only its own strings */
	struct name_numbers names;
	IDTYPE nameless;
};

static void *
numbers_open(Agraph_t *graph, Agdisc_t *disciplines)
{
	struct numbers *numbers = memory_zeroed(sizeof(*numbers));

	(void)disciplines;
	numbers->graph = graph;
	numbers->nameless = 1;
	return numbers;
}

static long
numbers_map(void *state, int kind, char *name, IDTYPE *number, int create)
{
	struct numbers *numbers = state;
	size_t known;

	(void)kind;
	if (name == NULL) {
		*number = numbers->nameless;
		numbers->nameless += 2;
		return 1;
	}
	known = name_number(&numbers->names, name);
	if (known == 0 && create)
		known = name_number_add(
			&numbers->names, agstrdup(numbers->graph, name));
	*number = 2 * known;
	return 1;
}

static long
numbers_reserve(void *state, int kind, IDTYPE number)
{
	(void)state, (void)kind, (void)number;
	return 0; /* nobody chooses a number */
}

static void
numbers_release(void *state, int kind, IDTYPE number)
{
	(void)state, (void)kind, (void)number; /* none is used twice */
}

static char *
numbers_name(void *state, int kind, IDTYPE number)
{
	const struct numbers *numbers = state;

	(void)kind;
	return number > 0 && number % 2 == 0
		? numbers->names.names[number / 2 - 1]
		: NULL;
}

static void
numbers_close(void *state)
{
	struct numbers *numbers = state;

	name_numbers_free(&numbers->names);
	free(numbers);
}

static void
numbers_register(void *state, int kind, void *object)
{
	(void)state, (void)kind, (void)object;
}

static void
build_items(Agraph_t *root, const struct graph *graph)
{
	for (const struct graph_item *item = graph->items; item != NULL;
		item = item->next)
		build_item(root, item);
	for (const struct graph_item *item = graph->items; item != NULL;
		item = item->next)
		if (item->kind == GRAPH_ITSELF)
			set_attributes(root, root, item);
}

/* -------------------------------------------------------------- places ---- */

struct box
graphviz_page(const struct graphviz *graphviz)
{
	boxf page = GD_bb(graphviz->root);

	return (struct box){ 0, 0, page.UR.x, page.UR.y };
}

static struct box
centred_box(const struct graphviz *graphviz, pointf middle, pointf size)
{
	return (struct box){ middle.x - size.x / 2,
		graphviz_page(graphviz).height - middle.y - size.y / 2, size.x,
		size.y };
}

struct box
graphviz_heading(const struct graphviz *graphviz)
{
	const textlabel_t *label = GD_label(graphviz->root);

	if (label == NULL)
		return (struct box){ 0 };
	return centred_box(graphviz, label->pos, label->dimen);
}

bool
graphviz_node(const struct graphviz *graphviz, char *name, struct box *box)
{
	Agnode_t *node = agnode(graphviz->root, name, 0);
	pointf size;

	if (node == NULL)
		return false;
	size.x = ND_width(node) * POINTS_PER_INCH;
	size.y = ND_height(node) * POINTS_PER_INCH;
	*box = centred_box(graphviz, ND_coord(node), size);
	return true;
}

bool
graphviz_cluster(const struct graphviz *graphviz, char *name, struct box *box)
{
	Agraph_t *cluster = agsubg(graphviz->root, name, 0);
	boxf bounds;

	if (cluster == NULL || agnnodes(cluster) == 0)
		return false;
	bounds = GD_bb(cluster);
	*box = (struct box){ bounds.LL.x,
		graphviz_page(graphviz).height - bounds.UR.y,
		bounds.UR.x - bounds.LL.x, bounds.UR.y - bounds.LL.y };
	return true;
}

/* An edge has one curve; only those that edges are joined into have more. */
static struct curve
curve_of(const struct graphviz *graphviz, struct arena *arena, Agedge_t *edge)
{
	const splines *parts = ED_spl(edge);
	struct curve curve = { NULL, 0 };

	if (parts == NULL || parts->size == 0)
		return curve;
	curve.count = (size_t)parts->list[0].size;
	curve.points =
		arena_allocate(arena, curve.count * sizeof(curve.points[0]));
	for (size_t i = 0; i < curve.count; i++) {
		pointf point = parts->list[0].list[i];

		curve.points[i] = (struct point){ point.x,
			graphviz_page(graphviz).height - point.y };
	}
	return curve;
}

/* cgraph counts edges from 1, as they are added. */
struct curve *
graphviz_curves(const struct graphviz *graphviz, struct arena *arena)
{
	Agraph_t *root = graphviz->root;
	struct curve *curves = arena_allocate(
		arena, ((size_t)agnedges(root) + 1) * sizeof(*curves));

	for (Agnode_t *node = agfstnode(root); node != NULL;
		node = agnxtnode(root, node))
		for (Agedge_t *edge = agfstout(root, node); edge != NULL;
			edge = agnxtout(root, edge))
			curves[AGSEQ(edge) - 1] =
				curve_of(graphviz, arena, edge);
	return curves;
}

/* ---------------------------------------------------------------- door ---- */

struct graphviz *
graphviz_open(void)
{
	struct graphviz *graphviz = memory_zeroed(sizeof(*graphviz));

	graphviz->context = gvContext();
	return graphviz;
}

void
graphviz_close(struct graphviz *graphviz)
{
	if (graphviz == NULL)
		return;
	gvFreeContext(graphviz->context);
	free(graphviz);
}

const char *
graphviz_version(const struct graphviz *graphviz)
{
	return gvcVersion(graphviz->context);
}

int
graphviz_build(struct graphviz *graphviz, const struct graph *graph)
{
	static Agiddisc_t numbers = { numbers_open, numbers_map,
		numbers_reserve, numbers_release, numbers_name, numbers_close,
		numbers_register };
	Agdisc_t disciplines = { &AgMemDisc, &numbers, &AgIoDisc };

	agreseterrors();
	graphviz->root = agopen(graph->name, Agundirected, &disciplines);
	build_items(graphviz->root, graph);
	return agerrors() >= AGERR ? -1 : 0;
}

char *
graphviz_dot(const struct graphviz *graphviz)
{
	char *bytes = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&bytes, &length);
	int failed = stream == NULL || agwrite(graphviz->root, stream) != 0;

	if (stream != NULL && fclose(stream) == 0 && !failed)
		return bytes;
	free(bytes);
	return NULL;
}

int
graphviz_lay_out(struct graphviz *graphviz)
{
	if (gvLayout(graphviz->context, graphviz->root, "dot") != 0)
		return -1;
	return agerrors() >= AGERR ? -1 : 0;
}

int
graphviz_render(
	const struct graphviz *graphviz, const char *format, struct text *file)
{
	char *bytes = NULL;
	unsigned length = 0;

	agreseterrors(); /* of the format before */
	if (gvRenderData(graphviz->context, graphviz->root, format, &bytes,
		    &length) != 0)
		return -1;
	text_append_bytes(file, bytes, length);
	gvFreeRenderData(bytes);
	return agerrors() >= AGERR ? -1 : 0;
}

void
graphviz_set_resolution(const struct graphviz *graphviz, double resolution)
{
	GD_drawing(graphviz->root)->dpi = resolution;
}

/* graph.c -- the only door to Graphviz: builds graphs by its API, lays out.
 *
 * Graphs are never printed as DOT text and read back, so no name can break out
 * of its quotes. gvLayout returns 0 even when a label's markup is broken, and
 * draws the node's name instead: agerrors() tells. */
#include "graph.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"

struct attribute {
	struct attribute *next;
	char *name;
	char *value;
	bool is_markup;
};

struct graph_item {
	struct graph_item *next;
	enum graph_kind kind;
	char *name;
	char *other; /* an edge's head */
	char *cluster;
	struct attribute *attributes;
	struct attribute **last_attribute;
};

struct graph {
	struct arena *arena;
	char *name;
	struct graph_item *items;
	struct graph_item **last_item;
};

struct graph *
graph_create(struct arena *arena, const char *name)
{
	struct graph *graph = arena_allocate(arena, sizeof(*graph));

	graph->arena = arena;
	graph->name = arena_text(arena, name);
	graph->last_item = &graph->items;
	return graph;
}

const char *
graph_name(const struct graph *graph)
{
	return graph->name;
}

struct graph_item *
graph_add(struct graph *graph, enum graph_kind kind, const char *name,
	const char *other)
{
	struct graph_item *item = arena_allocate(graph->arena, sizeof(*item));

	item->kind = kind;
	item->name = arena_text(graph->arena, name);
	item->other = arena_text(graph->arena, other);
	item->last_attribute = &item->attributes;
	*graph->last_item = item;
	graph->last_item = &item->next;
	return item;
}

void
graph_put_into(
	struct graph *graph, struct graph_item *node, const char *cluster)
{
	node->cluster = arena_format(graph->arena, "cluster_%s", cluster);
}

static void
add_attribute(struct graph *graph, struct graph_item *item, const char *name,
	const char *value)
{
	struct attribute *attribute =
		arena_allocate(graph->arena, sizeof(*attribute));

	attribute->name = arena_text(graph->arena, name);
	attribute->value = arena_text(graph->arena, value);
	*item->last_attribute = attribute;
	item->last_attribute = &attribute->next;
}

void
graph_set(struct graph *graph, struct graph_item *item, const char *attribute,
	const char *value)
{
	add_attribute(graph, item, attribute, value);
}

void
graph_set_markup(
	struct graph *graph, struct graph_item *item, const char *markup)
{
	struct attribute **place = item->last_attribute;

	add_attribute(graph, item, "label", markup);
	(*place)->is_markup = true;
}

/* What follows runs in the drawing process. cgraph takes every string as
 * `char *` and changes none. */

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
		set_attribute(root, object, attribute);
}

static void
set_defaults(Agraph_t *root, int kind, const struct graph_item *item)
{
	for (const struct attribute *attribute = item->attributes;
		attribute != NULL; attribute = attribute->next)
		agattr(root, kind, attribute->name, attribute->value);
}

static Agraph_t *
build_cluster(Agraph_t *root, const struct graph_item *item)
{
	char name[512];
	Agraph_t *cluster;

	snprintf(name, sizeof(name), "cluster_%s", item->name);
	cluster = agsubg(root, name, 1);
	set_attributes(root, cluster, item);
	return cluster;
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
	char **names;
	size_t count, capacity;
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

/* From 2; 0 is nobody's. */
static IDTYPE
number_of(const struct numbers *numbers, const char *name)
{
	for (size_t i = 0; i < numbers->count; i++)
		if (strcmp(numbers->names[i], name) == 0)
			return 2 * (i + 1);
	return 0;
}

static IDTYPE
add_number(struct numbers *numbers, char *name)
{
	numbers->names = memory_grown(numbers->names, numbers->count,
		&numbers->capacity, sizeof(char *));
	numbers->names[numbers->count++] = agstrdup(numbers->graph, name);
	return 2 * numbers->count;
}

static long
numbers_map(void *state, int kind, char *name, IDTYPE *number, int create)
{
	struct numbers *numbers = state;

	(void)kind;
	if (name == NULL) {
		*number = numbers->nameless;
		numbers->nameless += 2;
		return 1;
	}
	*number = number_of(numbers, name);
	if (*number == 0 && create)
		*number = add_number(numbers, name);
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
	return number > 0 && number % 2 == 0 ? numbers->names[number / 2 - 1]
					     : NULL;
}

static void
numbers_close(void *state)
{
	struct numbers *numbers = state;

	free(numbers->names);
	free(numbers);
}

static void
numbers_register(void *state, int kind, void *object)
{
	(void)state, (void)kind, (void)object;
}

static Agraph_t *
build(const struct graph *graph)
{
	static Agiddisc_t numbers = { numbers_open, numbers_map,
		numbers_reserve, numbers_release, numbers_name, numbers_close,
		numbers_register };
	Agdisc_t disciplines = { &AgMemDisc, &numbers, &AgIoDisc };
	Agraph_t *root = agopen(graph->name, Agundirected, &disciplines);

	for (const struct graph_item *item = graph->items; item != NULL;
		item = item->next)
		build_item(root, item);
	for (const struct graph_item *item = graph->items; item != NULL;
		item = item->next)
		if (item->kind == GRAPH_ITSELF)
			set_attributes(root, root, item);
	return root;
}

/* NULL after a failure that Graphviz has told. */
static char *
dot_text(Agraph_t *root)
{
	char *bytes = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&bytes, &length);
	int failed = stream == NULL || agwrite(root, stream) != 0;

	if (stream != NULL && fclose(stream) == 0 && !failed)
		return bytes;
	free(bytes);
	return NULL;
}

static bool
file_holds(const char *path, const char *text, bool wholly)
{
	char *bytes = access(path, R_OK) == 0 ? file_read(path, NULL) : NULL;
	bool holds = bytes != NULL &&
		(wholly ? strcmp(bytes, text) : strstr(bytes, text) == NULL) ==
			0;

	free(bytes);
	return holds;
}

/* Also false when the file system cannot give a file two names. */
static bool
is_taken_over(GVC_t *context, const struct graph_files *files,
	const struct graph_files *before, const char *dot)
{
	char version[80];

	if (before == NULL || !file_holds(before->dot, dot, true))
		return false;
	snprintf(version, sizeof(version), "graphviz version %s ",
		gvcVersion(context));
	return file_holds(before->svg, version, false) &&
		link(before->svg, files->svg) == 0;
}

static int
draw(GVC_t *context, Agraph_t *root, const char *svg)
{
	if (gvLayout(context, root, "dot") != 0 || agerrors() >= AGERR ||
		gvRenderFilename(context, root, "svg", svg) != 0)
		return -1;
	return agerrors() >= AGERR ? -1 : 0;
}

int
graph_write(const struct graph *graph, const struct graph_files *files,
	const struct graph_files *before)
{
	GVC_t *context = gvContext();
	Agraph_t *root;
	char *dot;
	int result = -1;

	agreseterrors();
	root = build(graph);
	dot = dot_text(root);
	if (dot != NULL && file_replace(files->dot, dot, strlen(dot)) == 0 &&
		agerrors() < AGERR)
		result = is_taken_over(context, files, before, dot)
			? 0
			: draw(context, root, files->svg);
	free(dot);
	return result;
}

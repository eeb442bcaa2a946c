/* diagram_file.c -- reads a diagram file and the labels that it names. */
#include "diagram_file.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "front.h"
#include "log.h"
#include "template_folders.h"
#include "yaml.h"

static const struct {
	const char *word;
	enum graph_kind kind;
} kinds[] = {
	{ "graph", GRAPH_ITSELF },
	{ "all nodes", GRAPH_ALL_NODES },
	{ "all edges", GRAPH_ALL_EDGES },
	{ "cluster", GRAPH_CLUSTER },
	{ "node", GRAPH_NODE },
	{ "edge", GRAPH_EDGE },
};

static const char *const kind_words[] = { "graph", "all nodes", "all edges",
	"cluster", "node", "edge", NULL };

static const struct yaml_field part_fields[] = {
	{ "add", YAML_CHOICE, true, kind_words },
	{ "label", YAML_TEXT },
	{ "rows", YAML_TEXT, true },
	{ NULL },
};

static const struct yaml_field diagram_fields[] = {
	{ "picture", YAML_TEXT, true },
	{ "each", YAML_TEXT, true },
	{ "heading", YAML_TEXT },
	{ "order", YAML_INTEGER },
	{ "together", YAML_INTEGER, .least = 1, .most = 50 },
	{ "parts", YAML_RECORDS, true, NULL, part_fields },
	{ NULL },
};

enum { LAST_ORDER = 1000 };

static enum graph_kind
kind_of(const char *word)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].word, word) == 0)
			return kinds[i].kind;
	return GRAPH_ITSELF; /* yaml_check let no other word pass */
}

/* What a file needs to be read into a diagram. */
struct source {
	struct diagram *diagram;
	const struct template_folders *folders;
	const char *path; /* in the diagram's arena */
};

static struct tag
section_of(const struct source *source, const char *query, int line)
{
	return (struct tag){ .kind = TAG_EACH,
		.name = arena_text(source->diagram->arena, query),
		.place = { source->path, line } };
}

static int
add_query(const struct source *source, const char *name,
	const struct yaml_node *sql)
{
	struct context *context = source->diagram->context;
	struct place place = { source->path, sql->line };

	if (sql->text != NULL)
		return context_add_query(context, &place, name, sql->text);
	place_error(&place, "query '%s' holds no SQL", name);
	return -1;
}

static struct mustache *
parse_label(const struct source *source, const struct front *front)
{
	if (front_add_queries(front, source->diagram->context) != 0)
		return NULL;
	return mustache_parse(
		source->diagram->arena, front->place, front->body);
}

/* NULL after logging. A label that an earlier part has is read once. */
static struct mustache *
read_label(const struct source *source, const char *name)
{
	char file[128], path[PATH_MAX];
	struct mustache *label = NULL;
	struct front front;

	for (const struct part *part = source->diagram->parts; part != NULL;
		part = part->next)
		if (part->label != NULL && strcmp(part->label_name, name) == 0)
			return part->label;
	snprintf(file, sizeof(file), "diagrams/parts/%s.label", name);
	if (template_find(source->folders, file, path) != 0)
		return NULL;
	if (front_read(source->diagram->arena, path, &front) == 0)
		label = parse_label(source, &front);
	front_close(&front);
	return label;
}

/* NULL after logging. */
static struct part *
read_part(const struct source *source, const struct yaml_node *node)
{
	struct arena *arena = source->diagram->arena;
	struct part *part = arena_allocate(arena, sizeof(*part));
	const struct yaml_node *sql = yaml_get(node, "rows");
	const char *label = yaml_text(node, "label");
	const char *name = arena_format(
		arena, "%s of line %d", yaml_text(node, "add"), sql->line);

	part->kind = kind_of(yaml_text(node, "add"));
	part->rows = section_of(source, name, sql->line);
	if (add_query(source, name, sql) != 0)
		return NULL;
	if (label == NULL)
		return part;
	part->label_name = arena_text(arena, label);
	part->label = read_label(source, label);
	return part->label != NULL ? part : NULL;
}

static int
read_parts(const struct source *source, const struct yaml_node *root)
{
	struct part **last = &source->diagram->parts;

	for (const struct yaml_node *node = yaml_first(yaml_get(root, "parts"));
		node != NULL; node = yaml_next(node)) {
		*last = read_part(source, node);
		if (*last == NULL)
			return -1;
		last = &(*last)->next;
	}
	return 0;
}

/* "templates/diagrams/site.yaml" is of kind "site". */
static const char *
kind_of_file(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;

	return arena_format(arena, "%.*s", (int)strcspn(name, "."), name);
}

static int
read_root(const struct source *source, const struct yaml_node *root)
{
	struct diagram *diagram = source->diagram;
	const struct yaml_node *each = yaml_get(root, "each");

	diagram->picture =
		arena_text(diagram->arena, yaml_text(root, "picture"));
	diagram->heading =
		arena_text(diagram->arena, yaml_text(root, "heading"));
	diagram->order = yaml_integer(root, "order", LAST_ORDER);
	diagram->together = yaml_integer(root, "together", 1);
	diagram->each = section_of(source, "each", each->line);
	if (add_query(source, "each", each) != 0)
		return -1;
	return read_parts(source, root);
}

static struct diagram *
create(struct database *database)
{
	struct arena *arena = arena_create();
	struct diagram *diagram = arena_allocate(arena, sizeof(*diagram));

	diagram->arena = arena;
	diagram->variables[0].name = "picture";
	diagram->context = context_create(database, diagram->variables);
	return diagram;
}

struct diagram *
diagram_read(struct database *database, const struct template_folders *folders,
	const char *path)
{
	struct yaml_document *document = yaml_read_file(path);
	struct source source = { NULL, folders, NULL };
	int result = -1;

	if (document == NULL)
		return NULL;
	source.diagram = create(database);
	source.path = arena_text(source.diagram->arena, path);
	source.diagram->kind = kind_of_file(source.diagram->arena, source.path);
	if (yaml_check(document, diagram_fields) == 0)
		result = read_root(&source, yaml_root(document));
	yaml_close(document);
	if (result == 0)
		return source.diagram;
	diagram_free(source.diagram);
	return NULL;
}

void
diagram_free(struct diagram *diagram)
{
	if (diagram == NULL)
		return;
	context_free(diagram->context);
	arena_free(diagram->arena);
}

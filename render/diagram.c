/* diagram.c -- pictures from rows: a column named like an attribute sets it.
 *
 * The table below, sorted by name, is all that may reach Graphviz, and what
 * each value must look like. What a device said can only be a label or a
 * tooltip. */
#include "diagram.h"

#include <stdlib.h>
#include <string.h>

#include "diagram_file.h"
#include "drawing.h"
#include "graph_write.h"
#include "label.h"
#include "log.h"

static const struct attribute {
	const char *name;
	bool (*fits)(const char *value); /* NULL: any text */
	escape_function *escape; /* of any text */
	bool is_told; /* to formats, not to Graphviz */
} attributes[] = {
	{ "URL", label_is_link },
	{ "bgcolor", label_is_setting },
	{ "class", label_is_words },
	{ "clusterrank", label_is_setting },
	{ "color", label_is_setting },
	{ "compound", label_is_setting },
	{ "concentrate", label_is_setting },
	{ "constraint", label_is_setting },
	{ "edgetooltip", NULL, label_tooltip },
	{ "fillcolor", label_is_setting },
	{ "fontcolor", label_is_setting },
	{ "fontname", label_is_setting },
	{ "fontsize", label_is_setting },
	{ "group", label_is_words },
	{ "headport", label_is_setting },
	{ "height", label_is_setting },
	{ "id", label_is_words },
	{ "ipv4", NULL, label_fact, true },
	{ "ipv6", NULL, label_fact, true },
	{ "label", NULL, label_plain },
	{ "labeljust", label_is_setting },
	{ "labelloc", label_is_setting },
	{ "margin", label_is_setting },
	{ "minlen", label_is_setting },
	{ "newrank", label_is_setting },
	{ "nodesep", label_is_setting },
	{ "ordering", label_is_setting },
	{ "outputorder", label_is_setting },
	{ "pad", label_is_setting },
	{ "penwidth", label_is_setting },
	{ "rankdir", label_is_setting },
	{ "ranksep", label_is_setting },
	{ "shape", label_is_setting },
	{ "splines", label_is_setting },
	{ "style", label_is_setting },
	{ "tailport", label_is_setting },
	{ "tooltip", NULL, label_tooltip },
	{ "weight", label_is_setting },
	{ "width", label_is_setting },
};

/* Which columns name a thing. */
static const struct {
	const char *name;
	const char *other;
} naming[] = {
	[GRAPH_CLUSTER] = { "cluster", NULL },
	[GRAPH_NODE] = { "node", NULL },
	[GRAPH_EDGE] = { "tail", "head" },
};

struct picture {
	struct diagram *diagram;
	struct graph *graph;
	const struct part *part; /* the one being added */
	int links; /* inside labels, so far */
};

static int
by_name(const void *name, const void *attribute)
{
	return strcmp(name, ((const struct attribute *)attribute)->name);
}

static const struct attribute *
find_attribute(const char *name)
{
	return bsearch(name, attributes, COUNT(attributes),
		sizeof(attributes[0]), by_name);
}

/* Of two columns with one name the last counts, as for attributes. NULL also
 * when there is none. */
static const char *
column_text(const struct query *row, const char *name)
{
	for (int i = query_column_count(row) - 1; name != NULL && i >= 0; i--)
		if (strcmp(query_column_name(row, i), name) == 0)
			return query_text(row, i);
	return NULL;
}

static void
set_value(const struct picture *picture, struct graph_item *item,
	const struct attribute *attribute, const char *value)
{
	struct text safe = { 0 };

	if (attribute->fits == NULL) {
		attribute->escape(&safe, value);
		(attribute->is_told ? graph_tell : graph_set)(
			picture->graph, item, attribute->name, safe.bytes);
		text_free(&safe);
		return;
	}
	if (attribute->fits(value))
		graph_set(picture->graph, item, attribute->name, value);
	else
		log_warning("%s:%d: '%s' is no value of %s, left out",
			picture->part->rows.place.file,
			picture->part->rows.place.line, value, attribute->name);
}

static void
set_columns(const struct picture *picture, struct graph_item *item,
	const struct query *row)
{
	int count = query_column_count(row);

	for (int i = 0; i < count; i++) {
		const struct attribute *attribute =
			find_attribute(query_column_name(row, i));

		if (attribute != NULL && !query_is_null(row, i))
			set_value(picture, item, attribute, query_text(row, i));
	}
}

static void
judge_link(void *are_ours, const char *link)
{
	if (!label_is_link(link))
		*(bool *)are_ours = false;
}

/* Graphviz writes a link inside the markup as it is, too. */
static bool
links_are_ours(const char *markup)
{
	bool result = true;

	label_each_link(markup, judge_link, &result);
	return result;
}

static void
set_markup(struct picture *picture, struct graph_item *item, const char *markup)
{
	struct text prefix = { 0 };
	struct text numbered = { 0 };

	text_format(&prefix, "%s-link", graph_name(picture->graph));
	label_number_links(&numbered, markup, prefix.bytes, &picture->links);
	graph_set_markup(picture->graph, item, numbered.bytes);
	text_free(&prefix);
	text_free(&numbered);
}

static int
set_label(struct picture *picture, struct graph_item *item)
{
	struct text markup = { 0 };
	const struct mustache_output output = { .text = &markup,
		.escape = label_markup };
	int result = mustache_expand(
		picture->part->label, picture->diagram->context, &output);

	if (result == 0 && item != NULL) {
		if (links_are_ours(markup.bytes))
			set_markup(picture, item, markup.bytes);
		else
			place_error(&picture->part->rows.place,
				"a link in label '%s' is no slug, "
				"label left out",
				picture->part->label_name);
	}
	text_free(&markup);
	return result;
}

static void
place_node(const struct picture *picture, struct graph_item *item,
	const struct query *row)
{
	const char *cluster = column_text(row, "cluster");

	if (cluster != NULL && label_is_words(cluster))
		graph_put_into(picture->graph, item, cluster);
}

static bool
is_name(const char *text)
{
	return text != NULL && text[0] != '\0' && label_is_words(text);
}

/* NULL after logging. */
static struct graph_item *
add_item(const struct picture *picture, const struct query *row)
{
	enum graph_kind kind = picture->part->kind;
	const char *name = NULL, *other = NULL;

	if (kind >= GRAPH_CLUSTER) {
		name = column_text(row, naming[kind].name);
		other = column_text(row, naming[kind].other);
		if (!is_name(name) ||
			(naming[kind].other != NULL && !is_name(other))) {
			place_error(&picture->part->rows.place,
				"column '%s' holds no slug",
				is_name(name) ? naming[kind].other
					      : naming[kind].name);
			return NULL;
		}
	}
	return graph_add(picture->graph, kind, name, other);
}

static int
add_row(struct picture *picture)
{
	const struct query *row = context_row(picture->diagram->context);
	struct graph_item *item = NULL;

	if (row != NULL) {
		item = add_item(picture, row);
		if (item == NULL)
			return -1;
		set_columns(picture, item, row);
		if (picture->part->kind == GRAPH_NODE)
			place_node(picture, item, row);
	}
	return picture->part->label != NULL ? set_label(picture, item) : 0;
}

static int
add_part(struct picture *picture)
{
	struct section rows;
	int result = 0;

	if (section_begin(&rows, picture->diagram->context,
		    &picture->part->rows) != 0)
		return -1;
	while (result == 0 && section_next(&rows))
		result = add_row(picture);
	return section_end(&rows) == 0 ? result : -1;
}

static int
add_parts(struct picture *picture)
{
	for (picture->part = picture->diagram->parts; picture->part != NULL;
		picture->part = picture->part->next)
		if (add_part(picture) != 0)
			return -1;
	return 0;
}

static int
name_picture(struct diagram *diagram, struct text *name)
{
	if (context_fill(
		    diagram->context, &diagram->each, diagram->picture, name))
		return -1;
	if (context_is_rehearsal(diagram->context) || is_name(name->bytes))
		return 0;
	place_error(&diagram->each.place, "'%s' cannot name a picture",
		name->bytes);
	return -1;
}

static bool
formats_are_known(const struct diagram *diagram, const char *words)
{
	const char *unknown = graph_format_unknown(words != NULL ? words : "");

	if (unknown != NULL)
		place_error(&diagram->each.place,
			"column 'formats': '%.*s' is none of %s",
			(int)strcspn(unknown, " "), unknown,
			graph_format_words);
	return unknown == NULL;
}

/* The row of `each` is the only one that is open here. */
static int
start_picture(const struct picture *picture, struct drawing_room *room)
{
	const struct diagram *diagram = picture->diagram;
	const struct query *row = context_row(diagram->context);
	const struct album_entry entry = {
		.graph = picture->graph,
		.kind = diagram->kind,
		.heading = diagram->heading,
		.template = diagram->each.place.file,
		.order = diagram->order,
		.together = diagram->together,
		.title = column_text(row, "title"),
		.page = column_text(row, "page"),
		.base = column_text(row, "base"),
		.formats = column_text(row, "formats"),
		.how = column_text(row, "how"),
	};

	if (formats_are_known(diagram, entry.formats))
		return drawing_start(room, &entry);
	graph_free(picture->graph);
	return -1;
}

/* Its graph is gone afterwards. */
static int
fill_picture(struct picture *picture, struct drawing_room *room)
{
	int result = add_parts(picture);

	if (result == 0 && room != NULL)
		return start_picture(picture, room);
	graph_free(picture->graph);
	return result;
}

/* In a rehearsal `room` is NULL. */
static int
draw_picture(struct diagram *diagram, struct drawing_room *room)
{
	struct picture picture = { .diagram = diagram };
	struct text name = { 0 };
	int result = name_picture(diagram, &name);

	diagram->variables[0].text = name.bytes;
	if (result == 0 && (room == NULL || drawing_offer(room, name.bytes))) {
		picture.graph = graph_create(arena_create(), name.bytes);
		result = fill_picture(&picture, room);
	}
	diagram->variables[0].text = NULL;
	text_free(&name);
	return result;
}

int
diagram_draw(struct diagram *diagram, struct drawing_room *room)
{
	struct section pictures;
	int result = 0;

	if (section_begin(&pictures, diagram->context, &diagram->each) != 0)
		return -1;
	while (result == 0 && section_next(&pictures))
		result = draw_picture(diagram, room);
	return section_end(&pictures) == 0 ? result : -1;
}

struct diagram *
diagram_load(struct database *database, const struct template_folders *folders,
	const char *path)
{
	struct diagram *diagram = diagram_read(database, folders, path);
	int result;

	if (diagram == NULL)
		return NULL;
	context_rehearse(diagram->context, true);
	result = diagram_draw(diagram, NULL);
	context_rehearse(diagram->context, false);
	if (result == 0)
		return diagram;
	diagram_free(diagram);
	return NULL;
}

/* mermaid.c -- a picture for Mermaid, where it is small enough for one.
 *
 * Mermaid lays it out anew: only words, classes and links are left. Its
 * language has no quotes that hold: each letter that could mean something is
 * written by its number, and names are ours, for "end" would end a subgraph. */
#include "exports.h"

#include <stdio.h>
#include <string.h>

#include "files.h"
#include "plan.h"
#include "plain.h"

static const char direct[] = "abcdefghijklmnopqrstuvwxyz"
			     "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .:/,+-_";

/* "1. " and "- " would begin lists. */
static bool
is_direct(const char *letter)
{
	if ((unsigned char)*letter >= 0x80)
		return true;
	return strchr(direct, *letter) != NULL &&
		(letter[1] != ' ' || strchr(".+-", *letter) == NULL);
}

static void
append_letter(struct text *out, const char *letter)
{
	if (is_direct(letter))
		text_append_bytes(out, letter, 1);
	else
		text_format(out, "#%d;", *letter);
}

/* Lines become lines. */
static void
append_words(struct text *out, const char *words)
{
	text_append(out, "\"");
	while (*words != '\0') {
		size_t length = strcspn(words, "\n");

		for (size_t i = 0; i < length; i++)
			append_letter(out, words + i);
		words += length;
		if (*words == '\n')
			text_append(out, "<br/>");
		words += *words == '\n';
	}
	text_append(out, "\"");
}

/* ------------------------------------------------------------ nodes ---- */

static void
append_node(struct text *out, const struct plan_item *node)
{
	text_format(out, "\t%s[", node->id);
	append_words(out, node->text[0] != '\0' ? node->text : node->name);
	text_append(out, "]\n");
}

/* `cluster` NULL: those that stand in none. */
static void
append_nodes_of(struct text *out, const struct plan *plan,
	const struct plan_item *cluster)
{
	for (const struct plan_item *node = plan->nodes; node != NULL;
		node = node->next)
		if (node->cluster == cluster)
			append_node(out, node);
}

static void
append_cluster(struct text *out, const struct plan *plan,
	const struct plan_item *cluster)
{
	text_format(out, "\tsubgraph %s[", cluster->id);
	append_words(
		out, cluster->text[0] != '\0' ? cluster->text : cluster->name);
	text_append(out, "]\n");
	append_nodes_of(out, plan, cluster);
	text_append(out, "\tend\n");
}

static void
append_link(struct text *out, const struct plan_item *item)
{
	if (item->url == NULL)
		return;
	text_format(out, "\tclick %s href \"%s\"", item->id, item->url);
	if (item->tooltip != NULL) {
		text_append(out, " ");
		append_words(out, item->tooltip);
	}
	text_append(out, "\n");
}

/* ------------------------------------------------------------ edges ---- */

/* "Gi1/0/1 - Gi1/0/2" */
static void
append_edge_words(struct text *out, const struct plan_edge *edge)
{
	struct text words = { 0 };

	if (edge->text != NULL)
		text_append(&words, edge->text);
	if (words.length == 0 && edge->tail_text != NULL)
		text_append(&words, edge->tail_text);
	if (words.length > 0 && edge->text == NULL && edge->head_text != NULL)
		text_format(&words, " - %s", edge->head_text);
	if (words.length > 0) {
		text_append(out, "|");
		append_words(out, words.bytes);
		text_append(out, "|");
	}
	text_free(&words);
}

static void
append_edge(struct text *out, const struct plan_edge *edge)
{
	text_format(out, "\t%s ---", edge->tail->id);
	append_edge_words(out, edge);
	text_format(out, " %s\n", edge->head->id);
}

/* ------------------------------------------------------------ looks ---- */

static const char *const dashes[] = {
	[STROKE_SOLID] = "",
	[STROKE_DASHED] = ",stroke-dasharray:5 3",
	[STROKE_DOTTED] = ",stroke-dasharray:1 3",
};

static bool
is_same(const char *one, const char *other)
{
	return one == other ||
		(one != NULL && other != NULL && strcmp(one, other) == 0);
}

static bool
looks_like(const struct plan_item *one, const struct plan_item *other)
{
	return is_same(one->look.fill, other->look.fill) &&
		is_same(one->look.stroke, other->look.stroke);
}

/* A class for each look, named after the first item that has it. */
static void
append_classes(struct text *out, const struct plan_item *items)
{
	for (const struct plan_item *item = items; item != NULL;
		item = item->next) {
		const struct plan_item *first = items;

		while (!looks_like(first, item))
			first = first->next;
		if (first == item)
			text_format(out,
				"\tclassDef like_%s fill:%s,stroke:%s,"
				"color:#0f172a\n",
				item->id,
				plan_color(item->look.fill, "#ffffff"),
				plan_color(item->look.stroke, "#475569"));
		text_format(out, "\tclass %s like_%s\n", item->id, first->id);
	}
}

/* Edges count from 0. */
static void
append_strokes(struct text *out, const struct plan *plan)
{
	int number = 0;

	for (const struct plan_edge *edge = plan->edges; edge != NULL;
		edge = edge->next)
		text_format(out,
			"\tlinkStyle %d stroke:%s,stroke-width:%.4gpx%s\n",
			number++, plan_color(edge->color, "#475569"),
			edge->width, dashes[edge->stroke]);
}

/* A string of YAML. */
static void
append_title(struct text *out, const char *title)
{
	text_append(out, "---\ntitle: \"");
	for (; *title != '\0'; title++) {
		if (strchr("\"\\", *title) != NULL)
			text_append(out, "\\");
		text_append_bytes(out, *title == '\n' ? " " : title, 1);
	}
	text_append(out, "\"\n---\n");
}

int
mermaid_write(const struct plan *plan, const char *path)
{
	struct text out = { 0 };
	int result;

	append_title(&out, plan->title);
	text_append(&out, "flowchart LR\n");
	for (const struct plan_item *cluster = plan->clusters; cluster != NULL;
		cluster = cluster->next)
		append_cluster(&out, plan, cluster);
	append_nodes_of(&out, plan, NULL);
	for (const struct plan_edge *edge = plan->edges; edge != NULL;
		edge = edge->next)
		append_edge(&out, edge);
	for (const struct plan_item *node = plan->nodes; node != NULL;
		node = node->next)
		append_link(&out, node);
	append_classes(&out, plan->nodes);
	append_classes(&out, plan->clusters);
	append_strokes(&out, plan);
	result = file_replace(path, out.bytes, out.length);
	text_free(&out);
	return result;
}

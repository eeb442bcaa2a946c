/* graph_write.c -- a graph as files: DOT, SVG and what else is asked for. */
#include "graph_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exports.h"
#include "files.h"
#include "graphviz.h"
#include "paper.h"
#include "plan.h"

static int
write_dot(const struct drawn_graph *drawn, const char *path)
{
	char *text = graphviz_dot(drawn->graphviz);
	int result = -1;

	if (text != NULL)
		result = file_replace(path, text, strlen(text));
	free(text);
	return result;
}

static int
write_svg(const struct drawn_graph *drawn, const char *path)
{
	return svg_write(drawn->graphviz, path);
}

static int
write_png(const struct drawn_graph *drawn, const char *path)
{
	return png_write(drawn->graphviz, path);
}

static int
write_pdf(const struct drawn_graph *drawn, const char *path)
{
	return pdf_write(drawn->graphviz, path);
}

typedef int plan_writer(const struct plan *, const char *path);

static int
write_plan(
	const struct drawn_graph *drawn, const char *path, plan_writer *write)
{
	struct arena *arena = arena_create();
	int result = write(plan_of(arena, drawn), path);

	arena_free(arena);
	return result;
}

static int
write_drawio(const struct drawn_graph *drawn, const char *path)
{
	return write_plan(drawn, path, drawio_write);
}

static int
write_graphml(const struct drawn_graph *drawn, const char *path)
{
	return write_plan(drawn, path, graphml_write);
}

/* Mermaid lays larger ones out as nobody can read them. */
static int
write_mermaid(const struct drawn_graph *drawn, const char *path)
{
	enum { MOST_NODES = 60 };
	int count = graph_count(drawn->graph, GRAPH_NODE);

	if (count <= MOST_NODES)
		return write_plan(drawn, path, mermaid_write);
	fprintf(stderr, "no Mermaid: %d nodes, more than %d\n", count,
		MOST_NODES);
	return 0;
}

const struct graph_format graph_formats[] = {
	{ "dot", ".dot", write_dot },
	{ "svg", ".svg", write_svg },
	{ "png", ".png", write_png },
	{ "pdf", ".pdf", write_pdf },
	{ "drawio", ".drawio", write_drawio },
	{ "graphml", ".graphml", write_graphml },
	{ "mermaid", ".mmd", write_mermaid },
};
const int graph_format_count = COUNT(graph_formats);

enum { DOT_FORMAT, SVG_FORMAT };

const char graph_format_words[] = "png pdf drawio graphml mermaid";

static const char between[] = " ,";

static bool
has_word(const char *words, const char *word)
{
	size_t length = strlen(word);

	while (words != NULL && *words != '\0') {
		words += strspn(words, between);
		if (strcspn(words, between) == length &&
			strncmp(words, word, length) == 0)
			return true;
		words += strcspn(words, between);
	}
	return false;
}

const char *
graph_format_unknown(const char *words)
{
	char word[32];

	for (size_t length; words[0] != '\0'; words += length) {
		words += strspn(words, between);
		length = strcspn(words, between);
		snprintf(word, sizeof(word), "%.*s", (int)length, words);
		if (length >= sizeof(word) ||
			(length > 0 && !has_word(graph_format_words, word)))
			return words;
	}
	return NULL;
}

bool
graph_format_is_asked(const struct graph_format *format, const char *words)
{
	return format - graph_formats <= SVG_FORMAT ||
		has_word(words, format->word);
}

static int
write_format(const struct drawn_graph *drawn, const struct graph_files *files,
	const struct graph_format *format)
{
	struct text path = { 0 };
	int result;

	text_format(&path, "%s%s", files->stem, format->ending);
	result = format->write(drawn, path.bytes);
	text_free(&path);
	return result;
}

int
graph_draw(struct graphviz *graphviz, const struct graph *graph,
	const struct graph_files *files)
{
	const struct drawn_graph drawn = { graph, graphviz };
	int built = graphviz_build(graphviz, graph);
	/* Before the layout, which adds places to it; of a broken graph too. */
	int result = write_format(&drawn, files, &graph_formats[DOT_FORMAT]);

	if (built != 0 || graphviz_lay_out(graphviz) != 0 || result != 0)
		return -1;
	return write_format(&drawn, files, &graph_formats[SVG_FORMAT]);
}

int
graph_export(const struct graphviz *graphviz, const struct graph *graph,
	const struct graph_files *files)
{
	const struct drawn_graph drawn = { graph, graphviz };
	int result = 0;

	for (int i = SVG_FORMAT + 1; i < graph_format_count; i++)
		if (graph_format_is_asked(&graph_formats[i], files->formats) &&
			write_format(&drawn, files, &graph_formats[i]) != 0)
			result = -1;
	return result;
}

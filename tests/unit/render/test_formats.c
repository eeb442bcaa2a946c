/* test_formats.c -- plans made by hand in each format, words that mean
 * something there among them, and the words that ask for formats. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "exports.h"
#include "graph_write.h"
#include "plan.h"
#include "scratch.h"

/* Two nodes, the first in a cluster, and an edge between them. */
struct sample {
	struct plan plan;
	struct plan_item cluster, nodes[2];
	struct plan_edge edge;
	struct point points[4];
};

static void
fill_sample(struct sample *sample, const char *words)
{
	struct plan_item *first = &sample->nodes[0], *other = &sample->nodes[1];

	memset(sample, 0, sizeof(*sample));
	sample->cluster = (struct plan_item){ .id = "c1",
		.name = "cluster_a",
		.text = words,
		.box = { 10, 20, 200, 100 } };
	*first = (struct plan_item){ .next = other,
		.id = "n1",
		.name = "a",
		.text = words,
		.tooltip = words,
		.url = "../devices/a.html",
		.ipv6 = "2001:db8::1",
		.ipv4 = "192.0.2.1",
		.cluster = &sample->cluster,
		.box = { 15.5, 30, 100, 40 } };
	*other = (struct plan_item){ .id = "n2",
		.name = "b",
		.text = "b",
		.look = { "#0f766e", "#ffffff", "#0f766e", "#ffffff" },
		.box = { 300, 30, 100, 40 } };
	for (int i = 0; i < 4; i++)
		sample->points[i] = (struct point){ 115.5 + 61.5 * i, 50 };
	sample->edge = (struct plan_edge){ .id = "e1",
		.tail = first,
		.head = other,
		.tail_text = words,
		.color = "#b45309",
		.stroke = STROKE_DASHED,
		.width = 1.5,
		.curve = { sample->points, 4 } };
	sample->plan = (struct plan){ .name = "sample",
		.title = words,
		.clusters = &sample->cluster,
		.nodes = first,
		.edges = &sample->edge,
		.width = 400,
		.height = 120 };
}

static char *
written(int (*write)(const struct plan *, const char *), const char *words)
{
	const char *path = scratch_path("sample");
	struct sample sample;

	fill_sample(&sample, words);
	assert_int_equal(write(&sample.plan, path), 0);
	return file_read(path, NULL);
}

static void
holds(const char *file, const char *expected)
{
	if (strstr(file, expected) == NULL)
		fail_msg("no '%s' in: %s", expected, file);
}

static const struct {
	const char *name;
	const char *words;
	const char *xml; /* in an attribute */
	const char *mermaid;
} words[] = {
	{ "a name", "hq-core1", "hq-core1", "hq-core1" },
	{ "IPv6", "2001:db8::1/64", "2001:db8::1/64", "2001:db8::1/64" },
	{ "IPv4", "192.0.2.1/24", "192.0.2.1/24", "192.0.2.1/24" },
	{ "quotes", "\"'`", "&quot;'`", "#34;#39;#96;" },
	{ "lines", "a\nb", "a&#10;b", "a<br/>b" },
	{ "markup", "</svg><b>", "&lt;/svg&gt;&lt;b&gt;",
		"#60;/svg#62;#60;b#62;" },
	{ "an entity", "&amp;", "&amp;amp;", "#38;amp#59;" },
	{ "a number of Mermaid", "#35;", "#35;", "#35;35#59;" },
	{ "an end of Mermaid", "end --> x", "end --&gt; x", "end --#62; x" },
	{ "brackets", "[(a)]{b}|c|", "[(a)]{b}|c|",
		"#91;#40;a#41;#93;#123;b#125;#124;c#124;" },
	{ "a directive", "%%{init}%%", "%%{init}%%",
		"#37;#37;#123;init#125;#37;#37;" },
	{ "a list", "1. a", "1. a", "1#46; a" },
	{ "Graphviz' escape", "\\N", "\\N", "#92;N" },
	{ "letters of the world", "\xc3\xa9\xe2\x82\xac",
		"\xc3\xa9\xe2\x82\xac", "\xc3\xa9\xe2\x82\xac" },
};

static void
words_are_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		struct text label = { 0 };
		char *file;

		text_format(&label, " label=\"%s\"", words[i].xml);
		file = written(drawio_write, words[i].words);
		holds(file, label.bytes);
		free(file);
		text_clear(&label);
		text_format(&label, "n1[\"%s\"]", words[i].mermaid);
		file = written(mermaid_write, words[i].words);
		holds(file, label.bytes);
		free(file);
		text_free(&label);
	}
}

static void
xml_has_no_broken_octets(void **state)
{
	char *file = written(drawio_write,
		"a\xff\x01\x1b\xc2\x9b"
		"b");

	(void)state;
	holds(file,
		" label=\"a\xef\xbf\xbd"
		"b\"");
	free(file);
}

static void
drawio_places(void **state)
{
	char *file = written(drawio_write, "a");

	(void)state;
	holds(file,
		"<UserObject id=\"n1\" label=\"a\" "
		"link=\"../devices/a.html\" tooltip=\"a\" name=\"a\" "
		"ipv6=\"2001:db8::1\" ipv4=\"192.0.2.1\">");
	holds(file,
		"vertex=\"1\" parent=\"c1\">\n      <mxGeometry x=\"5.50\" "
		"y=\"10\" width=\"100\" height=\"40\" as=\"geometry\"/>");
	holds(file, "source=\"n1\" target=\"n2\"");
	holds(file, "<mxPoint x=\"177\" y=\"50\"/>");
	holds(file, "dashed=1;dashPattern=5 3;exitX=1.0000;exitY=0.5000;");
	assert_null(strstr(file, "html=1"));
	free(file);
}

static void
graphml_data(void **state)
{
	char *file = written(graphml_write, "a<b");

	(void)state;
	holds(file, "<data key=\"label\">a&lt;b</data>");
	holds(file, "<data key=\"ipv6\">2001:db8::1</data>");
	holds(file, "<data key=\"ipv4\">192.0.2.1</data>");
	holds(file, "<data key=\"x\">15.50</data>");
	holds(file, "<edge id=\"e1\" source=\"n1\" target=\"n2\">");
	holds(file, "<data key=\"source-port\">a&lt;b</data>");
	holds(file, "yfiles.foldertype=\"group\"");
	assert_null(strstr(file, "target-port\">a"));
	free(file);
}

static void
mermaid_strokes(void **state)
{
	char *file = written(mermaid_write, "say \"a\"\\b");

	(void)state;
	holds(file, "---\ntitle: \"say \\\"a\\\"\\\\b\"\n---\nflowchart LR\n");
	holds(file, "\tsubgraph c1[\"say #34;a#34;#92;b\"]\n");
	holds(file, "\tclick n1 href \"../devices/a.html\" ");
	holds(file,
		"\tlinkStyle 0 stroke:#b45309,stroke-width:1.5px,"
		"stroke-dasharray:5 3\n");
	assert_null(strstr(file, "click n2"));
	free(file);
}

static void
what_cannot_be_written_fails(void **state)
{
	struct sample sample;

	(void)state;
	fill_sample(&sample, "a");
	assert_int_equal(
		drawio_write(&sample.plan, scratch_path("no/folder")), -1);
	assert_int_equal(
		mermaid_write(&sample.plan, scratch_path("no/folder")), -1);
}

static const struct {
	const char *name;
	const char *words;
	const char *unknown; /* where it begins, or NULL */
} asked[] = {
	{ "none", "", NULL },
	{ "blanks", "  ", NULL },
	{ "all of them", graph_format_words, NULL },
	{ "commas", "pdf,png", NULL },
	{ "both", "pdf, png ", NULL },
	{ "unknown", "gif", "gif" },
	{ "unknown at the end", "pdf gif", "gif" },
	{ "part of a word", "pd png", "pd png" },
	{ "more than a word", "pdfx", "pdfx" },
	{ "in capitals", "PDF", "PDF" },
	{ "very long", "pdf xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
		"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" },
};

static void
formats_are_asked_by_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(asked); i++) {
		const char *unknown = graph_format_unknown(asked[i].words);

		if (asked[i].unknown == NULL)
			assert_null(unknown);
		else
			assert_string_equal(unknown, asked[i].unknown);
	}
	for (int i = 0; i < graph_format_count; i++) {
		const struct graph_format *format = &graph_formats[i];

		assert_true(graph_format_is_asked(format, graph_format_words));
		assert_int_equal(graph_format_is_asked(format, NULL), i < 2);
		assert_int_equal(
			graph_format_is_asked(format, "png,pdf"), i < 4);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_words),
		cmocka_unit_test(xml_has_no_broken_octets),
		cmocka_unit_test(drawio_places),
		cmocka_unit_test(graphml_data),
		cmocka_unit_test(mermaid_strokes),
		cmocka_unit_test(what_cannot_be_written_fails),
		cmocka_unit_test(formats_are_asked_by_words),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}

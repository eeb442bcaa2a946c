/* test_diagram.c -- pictures from rows: what reaches the SVG, what is refused,
 * and that one that fails, or lacks a format, leaves word of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "capture.h"
#include "diagram.h"
#include "diagrams.h"
#include "drawing.h"
#include "scratch.h"
#include "template_folders.h"

static struct database *database;

static int
begin(void **state)
{
	if (scratch_begin(state) != 0)
		return -1;
	database = database_create(scratch_path("state.db"));
	return database != NULL ? make_folders(scratch_path("diagrams/parts"))
				: -1;
}

static int
end(void **state)
{
	database_close(database);
	return scratch_end(state);
}

/* Draws one file made of `each`, a graph and the parts; the result of loading
 * and drawing, the number of pictures that failed in `failures`. */
static int
draw(const char *each, const char *parts, int *failures)
{
	const char *folders[] = { scratch_folder };
	const struct template_folders templates = { folders, 1 };
	const struct drawing_place place = { album_open(database, ""),
		scratch_folder, "", "test", 2 };
	struct drawing_room *room = drawing_room_open(&place);
	struct text file = { 0 };
	struct diagram *diagram;
	int result = -1;

	text_format(&file, "picture: x-:slug\neach: |\n  %s\nparts:\n%s", each,
		parts);
	diagram = diagram_load(database, &templates,
		scratch_file("diagrams/x.yaml", file.bytes));
	if (diagram != NULL)
		result = diagram_draw(diagram, room);
	diagram_free(diagram);
	*failures = drawing_room_close(room);
	album_close(place.album);
	text_free(&file);
	return result;
}

static const char one[] = "SELECT 'one' AS slug";

static char *
drawn(const char *parts)
{
	int failures;

	assert_int_equal(draw(one, parts, &failures), 0);
	assert_int_equal(failures, 0);
	return file_read(scratch_path("x-one.svg"), NULL);
}

static void
holds(const char *svg, const char *expected)
{
	if (strstr(svg, expected) == NULL)
		fail_msg("no '%s' in: %s", expected, svg);
}

static const char two_nodes[] =
	"- add: node\n"
	"  rows: |\n"
	"    SELECT column1 AS node, column1 AS id, column2 AS tooltip,\n"
	"           '../devices/' || column1 || '.html' AS URL,\n"
	"           'left' AS cluster, column2 AS unknown_word\n"
	"    FROM (VALUES ('a', 'IPv4 192.0.2.1'), ('b', 'IPv6 "
	"2001:db8::1'))\n";

static void
columns_become_attributes(void **state)
{
	struct text parts = { 0 };
	char *svg;

	(void)state;
	text_append(&parts,
		"- add: cluster\n"
		"  rows: |\n"
		"    SELECT 'left' AS cluster, 'the-left' AS id\n");
	text_append(&parts, two_nodes);
	text_append(&parts,
		"- add: edge\n"
		"  rows: |\n"
		"    SELECT 'a' AS tail, 'b' AS head, 'wire' AS id,\n"
		"           '#0f766e' AS color, :picture AS class\n");
	svg = drawn(parts.bytes);
	holds(svg, "<g id=\"the&#45;left\" class=\"cluster\">");
	holds(svg, "<g id=\"a\" class=\"node\">");
	holds(svg, "xlink:href=\"../devices/b.html\"");
	holds(svg, "xlink:title=\"IPv6 2001:db8::1\"");
	holds(svg, "<g id=\"wire\" class=\"edge x&#45;one\">");
	holds(svg, "<title>a&#45;&#45;b</title>");
	assert_null(strstr(svg, "unknown_word"));
	free(svg);
	text_free(&parts);
}

static void
foreign_text_stays_text(void **state)
{
	char *svg;

	(void)state;
	scratch_file("diagrams/parts/cell.label",
		"<TABLE><TR><TD>{{name}}</TD></TR></TABLE>");
	svg = drawn(
		"- add: node\n"
		"  label: cell\n"
		"  rows: |\n"
		"    SELECT 'n' AS node, name, name AS tooltip FROM (SELECT\n"
		"    '<script>alert(1)</script>|{{x}}\"\\N&amp;'\n"
		"        || CAST(x'ff01c29b' AS TEXT) AS name)\n");
	holds(svg,
		">&lt;script&gt;alert(1)&lt;/script&gt;|{{x}}&quot;\\N"
		"&amp;amp;\xef\xbf\xbd</text>");
	holds(svg,
		"xlink:title=\"&lt;script&gt;alert(1)&lt;/script&gt;|{{x}}"
		"&quot;\\N&amp;amp;\xef\xbf\xbd\"");
	assert_null(strstr(svg, "<script"));
	free(svg);
}

static void
odd_values_are_left_out(void **state)
{
	char *svg;

	(void)state;
	capture_begin();
	svg = drawn("- add: node\n"
		    "  rows: |\n"
		    "    SELECT 'n' AS node, 'javascript:alert(1)' AS URL,\n"
		    "           'a\" onload=\"x' AS id, 'red\"' AS color\n");
	capture_holds("x.yaml:6: 'javascript:alert(1)' is no value of URL");
	assert_null(strstr(svg, "javascript"));
	assert_null(strstr(svg, "onload"));
	free(svg);
}

/* Two runs, and one child or two: the same bytes. */
static void
drawing_twice_gives_the_same(void **state)
{
	char *first, *second;

	(void)state;
	first = drawn(two_nodes);
	second = drawn(two_nodes);
	assert_string_equal(first, second);
	free(first);
	free(second);
}

static const struct {
	const char *name;
	const char *each;
	const char *parts;
	const char *message;
} wrong[] = {
	{ "bad SQL", one, "- add: node\n  rows: |\n    SELECT missing\n",
		"no such column" },
	{ "an unknown part", one, "- add: box\n  rows: |\n    SELECT 1\n",
		"box" },
	{ "a node without name", one,
		"- add: node\n  rows: |\n    SELECT 'n' AS name\n",
		"column 'node' holds no slug" },
	{ "an edge to markup", one,
		"- add: edge\n  rows: |\n    SELECT 'a' AS tail, '<b>' AS "
		"head\n",
		"column 'head' holds no slug" },
	{ "no such label", one,
		"- add: node\n  label: nosuch\n  rows: |\n    SELECT 1\n",
		"nosuch.label: not found" },
	{ "a picture above its folder", "SELECT '../x' AS slug",
		"- add: graph\n  rows: |\n    SELECT 1\n",
		"'x-../x' cannot name a picture" },
	{ "a column that a label names and no row has", one,
		"- add: node\n  label: cell\n  rows: |\n    SELECT 'n' AS "
		"node\n",
		"no column 'name' here" },
};

static void
wrong_files_are_refused(void **state)
{
	int failures;

	(void)state;
	scratch_file("diagrams/parts/cell.label", "<B>{{name}}</B>");
	for (size_t i = 0; i < COUNT(wrong); i++) {
		int result;

		capture_begin();
		result = draw(wrong[i].each, wrong[i].parts, &failures);
		capture_holds(wrong[i].message);
		if (result == 0)
			fail_msg("%s: taken", wrong[i].name);
	}
}

static void
a_failed_picture_says_so(void **state)
{
	int failures;
	char *svg;

	(void)state;
	scratch_file("diagrams/parts/broken.label", "<B>{{name}}");
	capture_begin();
	assert_int_equal(draw("SELECT 'bad' AS slug UNION SELECT 'good'",
				 "- add: node\n"
				 "  label: broken\n"
				 "  rows: |\n"
				 "    SELECT 'n' AS node, 'x' AS name\n"
				 "    WHERE :slug = 'bad'\n",
				 &failures),
		0);
	capture_holds("picture x-bad not drawn: Error");
	assert_int_equal(failures, 1);
	svg = file_read(scratch_path("x-bad.svg"), NULL);
	holds(svg, ">picture not drawn: Error");
	free(svg);
	svg = file_read(scratch_path("x-bad.dot"), NULL);
	holds(svg, "<<B>x");
	free(svg);
	svg = file_read(scratch_path("x-good.svg"), NULL);
	holds(svg, "<title>x&#45;good</title>");
	free(svg);
}

/* A PNG that melts one colour into another is large. */
static const char large_node[] =
	"- add: node\n"
	"  rows: |\n"
	"    SELECT 'n' AS node, '8' AS width, '8' AS height,\n"
	"           'radial' AS style, '#ff0000:#00ffff' AS fillcolor\n";

static const struct {
	const char *slug;
	const char *blocked; /* a file that cannot be made */
	rlim_t most; /* octets of a file; who writes more dies */
	const char *message;
	const char *formats; /* that are there */
} lacking[] = {
	{ "blocked", "x-blocked.pdf.new", RLIM_INFINITY,
		"x-blocked lacks formats: ", "png drawio graphml" },
	{ "killed", "x-other", 20000,
		"x-killed lacks formats: the drawing process died of signal",
		"" },
};

static void
what_cannot_be_written_is_left_out(void **state)
{
	struct rlimit before, limit;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	for (size_t i = 0; i < COUNT(lacking); i++) {
		struct text each = { 0 }, sql = { 0 }, svg = { 0 };
		int failures;

		text_format(&each,
			"SELECT '%s' AS slug,"
			" 'png pdf drawio graphml' AS formats",
			lacking[i].slug);
		text_format(&sql,
			"SELECT digest IS NULL AND not_drawn IS NULL"
			" AND coalesce(formats, '') = '%s' FROM album",
			lacking[i].formats);
		text_format(&svg, "x-%s.svg", lacking[i].slug);
		assert_int_equal(
			make_folders(scratch_path(lacking[i].blocked)), 0);
		limit = (struct rlimit){ lacking[i].most, before.rlim_max };
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
		capture_begin();
		assert_int_equal(draw(each.bytes, large_node, &failures), 0);
		capture_holds(lacking[i].message);
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
		assert_int_equal(failures, 0);
		assert_int_equal(database_integer(database, sql.bytes, 0), 1);
		assert_int_equal(access(scratch_path(svg.bytes), R_OK), 0);
		text_free(&each);
		text_free(&sql);
		text_free(&svg);
	}
}

static void
links_of_labels_are_judged(void **state)
{
	int failures;
	char *svg;

	(void)state;
	scratch_file("diagrams/parts/linked.label",
		"<TABLE><TR><TD HREF = '{{name}}'>href={{name}}</TD></TR>"
		"</TABLE>");
	capture_begin();
	assert_int_equal(draw(one,
				 "- add: node\n"
				 "  label: linked\n"
				 "  rows: |\n"
				 "    SELECT 'n' AS node,\n"
				 "           'javascript:alert(1)' AS name\n",
				 &failures),
		0);
	capture_holds("a link in label 'linked' is no slug");
	svg = drawn("- add: node\n"
		    "  label: linked\n"
		    "  rows: |\n"
		    "    SELECT 'n' AS node, '../a.html' AS name\n");
	holds(svg, "<g id=\"a_x&#45;one&#45;link&#45;1\">");
	free(svg);
}

static const struct {
	const char *name;
	const char *root;
	const char *label;
	const char *expected;
} pages[] = {
	{ "at the root", "", "HQ",
		"<svg role=\"group\" aria-label=\"HQ\" width=\"8pt\">"
		"<a xlink:href=\"devices/a.html\">../</a></svg>" },
	{ "below it", "../", "\"A&B\"",
		"<svg role=\"group\" aria-label=\"&quot;A&amp;B&quot;\" "
		"width=\"8pt\"><a xlink:href=\"../devices/a.html\">../</a>"
		"</svg>" },
};

static void
pictures_fit_into_pages(void **state)
{
	static const char svg[] =
		"<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<svg width=\"8pt\">"
		"<a xlink:href=\"../devices/a.html\">../</a></svg>";

	(void)state;
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct text out = { 0 };

		diagram_inline(&out, svg, pages[i].root, pages[i].label);
		assert_string_equal(out.bytes, pages[i].expected);
		text_free(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_become_attributes),
		cmocka_unit_test(foreign_text_stays_text),
		cmocka_unit_test(odd_values_are_left_out),
		cmocka_unit_test(drawing_twice_gives_the_same),
		cmocka_unit_test(wrong_files_are_refused),
		cmocka_unit_test(a_failed_picture_says_so),
		cmocka_unit_test(what_cannot_be_written_is_left_out),
		cmocka_unit_test(links_of_labels_are_judged),
		cmocka_unit_test(pictures_fit_into_pages),
	};

	return cmocka_run_group_tests_name("diagram", tests, begin, end);
}

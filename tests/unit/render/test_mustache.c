/* test_mustache.c -- names, queries and sections, filled from a database. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "capture.h"
#include "database.h"
#include "mustache.h"
#include "scratch.h"

static struct database *database;

static const char rows[] =
	"CREATE TEMP TABLE port (device, name, ip, up);"
	"INSERT INTO port VALUES (1, 'a', '2001:db8::1', 1),"
	" (1, 'b', '192.0.2.1', 0), (2, 'c', NULL, 1);"
	"CREATE TEMP TABLE box (id, name, note);"
	"INSERT INTO box VALUES (1, 'x<y', ''), (2, 'z', 'n'), (3, 'w', NULL);";

static const struct {
	const char *name, *sql;
} queries[] = {
	{ "boxes", "SELECT id, name, note FROM box ORDER BY id" },
	{ "ports",
		"SELECT name AS port, ip, up FROM port "
		"WHERE device = :id ORDER BY name" },
	{ "named", "SELECT note FROM box WHERE name = :name" },
	{ "empty", "SELECT id AS gone FROM box WHERE 0" },
	{ "three", "SELECT column1 AS turn FROM (VALUES (1), (2), (3))" },
	{ "of_title", "SELECT :title || '!' AS loud" },
};

static const struct variable variables[] = {
	{ "title", "T&U" },
	{ "nothing", NULL },
	{ NULL },
};

static int
begin(void **state)
{
	if (scratch_begin(state) != 0)
		return -1;
	database = database_create(scratch_path("state.db"));
	return database != NULL ? database_run(database, rows) : -1;
}

static int
end(void **state)
{
	database_close(database);
	return scratch_end(state);
}

static struct context *
new_context(void)
{
	struct context *context = context_create(database, variables);
	const struct place place = { "queries", 7 };

	for (size_t i = 0; i < COUNT(queries); i++)
		assert_int_equal(context_add_query(context, &place,
					 queries[i].name, queries[i].sql),
			0);
	return context;
}

/* NULL when it is refused. */
static char *
expand(const char *template, escape_function *escape, bool rehearsing)
{
	struct arena *arena = arena_create();
	struct context *context = new_context();
	struct place place = { "label", 1 };
	struct text text = { 0 };
	struct mustache_output output = { &text, escape, NULL, NULL };
	struct mustache *mustache = mustache_parse(arena, place, template);

	text_append(&text, "");
	context_rehearse(context, rehearsing);
	if (mustache == NULL ||
		mustache_expand(mustache, context, &output) != 0)
		text_free(&text);
	context_free(context);
	arena_free(arena);
	return text.bytes;
}

struct expand_case {
	const char *label;
	const char *template;
	const char *expected;
};

static const struct expand_case expansions[] = {
	{ "plain", "a {b} c", "a {b} c" },
	{ "variable", "{{title}}{{ title }}", "T&amp;UT&amp;U" },
	{ "rows", "{{#boxes}}{{name}};{{/boxes}}", "x&lt;y;z;w;" },
	{ "rows in rows",
		"{{#boxes}}{{name}}:{{#ports}}{{port}}{{/ports}};{{/boxes}}",
		"x&lt;y:ab;z:c;w:;" },
	{ "name of the row around", "{{#boxes}}{{#ports}}{{name}}{{/}},{{/}}",
		"x&lt;yx&lt;y,z,," },
	{ "both families", "{{#boxes}}{{#ports}}[{{ip}}]{{/}}{{/}}",
		"[2001:db8::1][192.0.2.1][]" },
	{ "parameter by text", "{{#boxes}}{{#named}}({{note}}){{/}}{{/}}",
		"()(n)()" },
	{ "parameter from a variable", "{{#of_title}}{{loud}}{{/of_title}}",
		"T&amp;U!" },
	{ "true and not",
		"{{#boxes}}{{#ports}}{{#up}}+{{/}}{{^up}}-{{/}}"
		"{{/}}{{/}}",
		"+-+" },
	{ "empty text is not true",
		"{{#boxes}}{{?note}}y{{/}}{{^note}}n{{/}}"
		"{{/}}",
		"nyn" },
	{ "any rows, once", "{{?boxes}}some{{/boxes}}", "some" },
	{ "no rows", "{{?empty}}a{{/}}{{#empty}}b{{/}}{{^empty}}c{{/}}", "c" },
	{ "rows, so not inverted", "{{^boxes}}a{{/boxes}}", "" },
	{ "query used twice",
		"{{?boxes}}{{#boxes}}{{id}}{{/}}{{/}}"
		"{{#boxes}}{{id}}{{/}}",
		"123123" },
	{ "asked before and behind its rows",
		"{{#boxes}}{{?ports}}{{#ports}}{{port}}{{/}}{{#ports}}{{port}}"
		"{{/}}{{/}}{{^ports}}none{{/}};{{/boxes}}",
		"abab;cc;none;" },
	{ "asked, then others",
		"{{#boxes}}{{?ports}}{{?empty}}x{{/}}{{#named}}{{note}}{{/}}"
		"{{#ports}}{{port}}{{/}}{{/}};{{/boxes}}",
		"ab;nc;;" },
	{ "asked outside, then inside",
		"{{?boxes}}{{#three}}{{#boxes}}{{id}}{{/}};{{/}}{{/}}",
		"123;123;123;" },
	{ "variable without text", "[{{nothing}}]{{^nothing}}x{{/}}", "[]x" },
	{ "remark", "a{{! no }}b", "ab" },
};

static void
templates_expand(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(expansions); i++) {
		char *text =
			expand(expansions[i].template, escape_markup, false);

		if (text == NULL || strcmp(text, expansions[i].expected) != 0)
			fail_msg("%s: '%s'", expansions[i].label,
				text != NULL ? text : "refused");
		free(text);
	}
}

static const struct expand_case mistakes[] = {
	{ "unknown name", "a\n{{nam}}", "label:2: there is no column 'nam'" },
	{ "name of an inner row", "{{#boxes}}{{/boxes}}{{note}}",
		"label:1: there is no column 'note'" },
	{ "unknown name where there are no rows", "{{#empty}}{{nam}}{{/empty}}",
		"label:1: there is no column 'nam'" },
	{ "unknown name behind what is not true", "{{#nothing}}{{nam}}{{/}}",
		"label:1: there is no column 'nam'" },
	{ "inside itself", "{{#boxes}}{{#boxes}}{{/}}{{/}}",
		"label:1: section 'boxes' stands inside itself" },
	{ "parameter that nothing gives", "{{#ports}}{{/ports}}",
		"queries:7: query 'ports': no column here gives :id" },
	{ "not ended", "{{#boxes}}", "label:1: section 'boxes' is not ended" },
	{ "ended by another", "{{#boxes}}{{/ports}}", "label:1: {{/ports}}" },
	{ "never begun", "\n{{/boxes}}", "label:2: {{/boxes}} ends nothing" },
	{ "part", "{{> content}}", "label:1: {{> content}} cannot stand" },
	{ "no name", "{{}}", "label:1: '{{}}' is no tag" },
	{ "triple braces", "{{{title}}}", "label:1: '{{{title}}' is no tag" },
};

/* A rehearsal finds all of them, whatever the rows are. */
static void
mistakes_are_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++) {
		char logged[2048];
		char *text;

		capture_begin();
		text = expand(mistakes[i].template, escape_markup, true);
		capture_end(logged, sizeof(logged));
		if (text != NULL ||
			strstr(logged, mistakes[i].expected) == NULL)
			fail_msg("%s: logged '%s'", mistakes[i].label, logged);
	}
}

static void
rehearsals_need_no_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(expansions); i++) {
		char *text =
			expand(expansions[i].template, escape_markup, true);

		if (text == NULL)
			fail_msg("%s: refused", expansions[i].label);
		free(text);
	}
}

static void
wrong_sql_is_refused(void **state)
{
	const struct place place = { "page.md", 3 };
	struct context *context = context_create(database, NULL);

	(void)state;
	capture_begin();
	assert_int_equal(
		context_add_query(context, &place, "q", "SELECT nowhere"), -1);
	capture_holds("page.md:3: query 'q' is wrong");
	context_free(context);
}

static void
patterns_are_filled(void **state)
{
	struct context *context = context_create(database, variables);
	const struct tag tag = { .place = { "page.md", 3 } };
	struct text text = { 0 };

	(void)state;
	assert_int_equal(
		context_fill(context, &tag, "site-:title-x", &text), 0);
	assert_string_equal(text.bytes, "site-T&U-x");
	capture_begin();
	assert_int_equal(context_fill(context, &tag, ":slug", &text), -1);
	capture_holds("page.md:3: there is no column 'slug' here");
	text_free(&text);
	context_free(context);
}

struct slug_case {
	const char *text;
	bool is_slug;
	bool is_link_part;
};

static const struct slug_case slugs[] = {
	{ "hq-core1", true, true },
	{ "devices/hq.md#links", true, true },
	{ "s/20260917T081500Z", false, true },
	{ "s/20260917T081500Z/../x", false, false },
	{ "IPv6 addresses", false },
	{ "../x", false },
	{ "/etc", false },
	{ "javascript:x", false },
	{ "a\" b", false },
	{ "\xc3\xa4", false },
};

static void
slugs_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(slugs); i++) {
		assert_int_equal(is_slug(slugs[i].text), slugs[i].is_slug);
		assert_int_equal(
			is_link_part(slugs[i].text), slugs[i].is_link_part);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(templates_expand),
		cmocka_unit_test(mistakes_are_found),
		cmocka_unit_test(rehearsals_need_no_rows),
		cmocka_unit_test(wrong_sql_is_refused),
		cmocka_unit_test(patterns_are_filled),
		cmocka_unit_test(slugs_are_told),
	};

	return cmocka_run_group_tests_name("mustache", tests, begin, end);
}

/* test_comparison.c -- one picture of two states, by its name, as a server asks
 * for it; one comparison in all ways that it is shown; and which pairs of files
 * are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analyse.h"
#include "capture.h"
#include "comparison.h"
#include "comparison_site.h"
#include "diagrams.h"
#include "scratch.h"

static const struct {
	const char *name;
	const char *rows; /* NULL: not analysed */
} states[] = {
	{ "before.db",
		"INSERT INTO meta (id, observed_at, started_at, tool)"
		" VALUES (1, 1768435200, 1, 'test');"
		"INSERT INTO device (id, source, sys_name, sys_location, "
		"serial,"
		" software) VALUES"
		" (1, 'agent', 'core', 'HQ', 'A1', '1.0'),"
		" (2, 'agent', 'gone', 'Branch', 'A2', '1.0')" },
	{ "after.db",
		"INSERT INTO meta (id, observed_at, started_at, tool)"
		" VALUES (1, 1773273600, 1, 'test');"
		"INSERT INTO device (id, source, sys_name, sys_location, "
		"serial,"
		" software) VALUES"
		" (8, 'agent', 'core', 'HQ', 'A1', '2.0'),"
		" (9, 'agent', 'new', 'HQ', 'A3', '2.0')" },
	{ "raw.db", NULL },
};

static int
make_state(const char *name, const char *rows)
{
	const struct analysis analysis = { .vendors = "",
		.observed_at = KEEP_TIME };
	struct database *database = database_create(scratch_path(name));
	int result = -1;

	if (database != NULL && rows == NULL)
		result = 0;
	else if (database != NULL && database_run(database, rows) == 0)
		result = analyse(database, &analysis);
	return database_close(database) == 0 ? result : -1;
}

static int
begin(void **state)
{
	int result = scratch_begin(state);

	for (size_t i = 0; i < COUNT(states) && result == 0; i++)
		result = make_state(states[i].name, states[i].rows);
	return result;
}

static struct database *
open_pair(const char *before, const char *after)
{
	return comparison_open(scratch_path(before), scratch_path(after));
}

/* Draws into a folder of its own; `only` may be NULL. */
static void
draw(struct database *comparison, const char *folder, const char *only)
{
	char share[PATH_MAX];
	const char *templates[] = { share };
	const struct diagrams_order order = { .site = scratch_path(folder),
		.templates = templates,
		.template_count = 1,
		.formats = "none",
		.jobs = 2,
		.maker = "test",
		.comparison = comparison,
		.only = only };

	assert_int_equal(share_path(share, "templates"), 0);
	assert_int_equal(diagrams_draw(NULL, &order), 0);
}

static bool
is_there(const char *path)
{
	return access(scratch_path(path), R_OK) == 0;
}

/* Text that has these words, JSON that names the states. */
static void
prints(struct database *comparison, const struct comparison_order *order,
	const char *words)
{
	char *text, *json;
	size_t size;
	FILE *file = open_memstream(&text, &size);

	assert_int_equal(comparison_text(comparison, file), 0);
	fclose(file);
	assert_non_null(strstr(text, words));
	free(text);
	file = open_memstream(&json, &size);
	assert_int_equal(comparison_json(comparison, order, file), 0);
	fclose(file);
	assert_non_null(strstr(json, "\"name\": \"p1\""));
	free(json);
}

static void
one_is_drawn_by_name(void **state)
{
	struct database *comparison = open_pair("before.db", "after.db");
	char *dot;

	(void)state;
	assert_non_null(comparison);
	draw(comparison, "one", "changes-hq");
	assert_true(is_there("one/diagrams/changes-hq.svg"));
	assert_false(is_there("one/diagrams/changes.svg"));
	draw(comparison, "two", "changes");
	assert_true(is_there("two/diagrams/changes.svg"));
	assert_false(is_there("two/diagrams/changes-hq.svg"));
	draw(comparison, "none", "no-such-picture");
	assert_false(is_there("none/diagrams/changes.svg"));
	database_close(comparison);
	dot = file_read(scratch_path("two/diagrams/changes.dot"), NULL);
	assert_non_null(strstr(dot, ">+ new<"));
	assert_non_null(strstr(dot, ">~ core<"));
	assert_non_null(strstr(dot, ">? gone<"));
	assert_non_null(strstr(dot, "<S>1.0</S>"));
	free(dot);
}

static void
all_is_what_each_is(void **state)
{
	struct database *comparison = open_pair("before.db", "after.db");
	char *alone, *among;

	(void)state;
	assert_non_null(comparison);
	draw(comparison, "alone", "changes-hq");
	draw(comparison, "all", NULL);
	database_close(comparison);
	alone = file_read(scratch_path("alone/diagrams/changes-hq.svg"), NULL);
	among = file_read(scratch_path("all/diagrams/changes-hq.svg"), NULL);
	assert_string_equal(alone, among);
	free(alone);
	free(among);
	assert_true(is_there("all/diagrams/changes-was-branch.svg"));
}

/* As a server does that keeps a comparison. */
static void
one_is_shown_in_all_ways(void **state)
{
	char share[PATH_MAX], output[PATH_MAX], before[PATH_MAX];
	const char *templates[] = { share };
	struct comparison_order order = { .before = { before, "p1" },
		.output = output,
		.has_sites = true,
		.templates = templates,
		.template_count = 1,
		.formats = "none",
		.jobs = 1 };
	struct database *comparison;

	(void)state;
	strcpy(before, scratch_path("before.db"));
	strcpy(output, scratch_path("site"));
	order.after = (struct compared_state){ scratch_path("after.db"), "p2" };
	assert_int_equal(share_path(share, "templates"), 0);
	comparison = comparison_tell(&order);
	assert_non_null(comparison);
	prints(comparison, &order, "to    p2, 2026-03-12");
	assert_int_equal(comparison_site(comparison, &order), 0);
	prints(comparison, &order, "to    p2, 2026-03-12");
	draw(comparison, "later", "changes-hq");
	database_close(comparison);
	assert_true(is_there("later/diagrams/changes-hq.svg"));
	assert_true(is_there("site/index.html"));
	assert_true(is_there("site/pictures/changes-hq.html"));
	assert_false(is_there("site.new"));
}

static const struct {
	const char *before;
	const char *after;
	const char *message; /* NULL: it is a comparison */
} pairs[] = {
	{ "before.db", "after.db", NULL },
	{ "after.db", "after.db", NULL },
	{ "after.db", "before.db", "after.db: is later than" },
	{ "raw.db", "after.db", "raw.db: has no derived rows" },
	{ "before.db", "raw.db", "raw.db: has no derived rows" },
	{ "nosuch.db", "after.db", "nosuch.db: No such file" },
	{ "before.db", "nosuch.db", "nosuch.db: No such file" },
};

static void
only_states_in_their_order_are_compared(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct database *comparison;

		capture_begin();
		comparison = open_pair(pairs[i].before, pairs[i].after);
		if (pairs[i].message != NULL)
			capture_holds(pairs[i].message);
		else
			assert_int_equal(capture_lines(), 0);
		assert_true((comparison == NULL) == (pairs[i].message != NULL));
		database_close(comparison);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_is_drawn_by_name),
		cmocka_unit_test(all_is_what_each_is),
		cmocka_unit_test(one_is_shown_in_all_ways),
		cmocka_unit_test(only_states_in_their_order_are_compared),
	};

	return cmocka_run_group_tests_name(
		"comparison", tests, begin, scratch_end);
}

/* test_script.c -- scripts: statements, blocks, and where mistakes are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "capture.h"
#include "database.h"
#include "memory.h"
#include "scratch.h"
#include "script.h"

static struct database *database;

static int
open_database(void **state)
{
	if (scratch_begin(state) != 0)
		return -1;
	database = database_create(scratch_path("script.db"));
	return database != NULL ? 0 : -1;
}

static int
close_database(void **state)
{
	return database_close(database) != 0 ? -1 : scratch_end(state);
}

static void
runs_to_the_end(void **state)
{
	static const struct {
		const char *name, *script, *question;
		int64_t answer;
	} cases[] = {
		{ "empty", "", "SELECT 1", 1 },
		{ "comments only", "-- nothing\n\n-- here", "SELECT 1", 1 },
		{ "no last semicolon", "CREATE TEMP TABLE b (n)",
			"SELECT count(*) FROM b", 0 },
		{ "later statements see earlier ones",
			"CREATE TEMP TABLE c (n);\n-- fill; it\n"
			"INSERT INTO c VALUES (';--'), (2);\n",
			"SELECT count(*) FROM c", 2 },
		{ "our functions",
			"CREATE TEMP TABLE d AS SELECT "
			"ip_in('2001:db8::1', '2001:db8::/32') AS n",
			"SELECT n FROM d", 1 },
		{ "a value travels 500 rows",
			"CREATE TEMP TABLE e (id INTEGER PRIMARY KEY, n);\n"
			"INSERT INTO e SELECT value, value FROM "
			"(WITH RECURSIVE s (value) AS (VALUES (1) UNION ALL "
			"SELECT value + 1 FROM s WHERE value < 500) "
			"SELECT value FROM s);\n"
			"-- repeat until nothing changes\n"
			"UPDATE e SET n = (SELECT n FROM e p "
			"WHERE p.id = e.id + 1)\n"
			"WHERE n < (SELECT n FROM e p WHERE p.id = e.id + 1);\n"
			"-- end repeat\n",
			"SELECT count(*) FROM e WHERE n = 500", 500 },
		{ "two blocks, and what is between them",
			"CREATE TEMP TABLE f (n);\nINSERT INTO f VALUES (0);\n"
			"-- repeat until nothing changes\n"
			"UPDATE f SET n = n + 1 WHERE n < 5;\n"
			"-- end repeat\n"
			"UPDATE f SET n = n * 10;\n"
			"-- repeat until nothing changes\n"
			"UPDATE f SET n = n + 1 WHERE n < 60;\n"
			"-- end repeat\n",
			"SELECT n FROM f", 60 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *path = scratch_file("case.sql", cases[i].script);

		if (script_run(database, path) != 0)
			fail_msg("%s", cases[i].name);
		assert_int_equal(
			database_integer(database, cases[i].question, -1),
			cases[i].answer);
	}
}

static void
mistakes_have_a_line(void **state)
{
	static const struct {
		const char *script, *message;
	} cases[] = {
		{ "-- one\n\nSELECT 1;\nSELEKT 2;\n",
			"case.sql:4: near \"SELEKT\": syntax error\n" },
		{ "SELECT 1;\n\nINSERT\nINTO no_such VALUES (1);\n",
			"case.sql:3: no such table: no_such\n" },
		{ "INSERT INTO meta (id) VALUES (2);",
			"case.sql:1: NOT NULL constraint failed" },
		{ "SELECT 'open", "case.sql:1: unrecognized token" },
		{ "-- repeat until nothing changes\nSELECT 1;\n",
			"case.sql:3: '-- end repeat' is missing\n" },
		{ "SELECT 1;\n-- end repeat\n",
			"case.sql:2: no block to end\n" },
		{ "-- repeat until nothing changes\nSELECT 1;\n"
		  "-- repeat until nothing changes\n",
			"case.sql:3: a block inside a block\n" },
		{ "CREATE TEMP TABLE ever (n);\nINSERT INTO ever VALUES (1);\n"
		  "-- repeat until nothing changes\nUPDATE ever SET n = n;\n"
		  "-- end repeat\n",
			"case.sql:5: still changing rows after 10000 passes" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *path = scratch_file("case.sql", cases[i].script);

		capture_begin();
		assert_int_equal(script_run(database, path), -1);
		capture_holds(cases[i].message);
	}
}

static void
missing_script_is_told(void **state)
{
	(void)state;
	capture_begin();
	assert_int_equal(script_run_shared(database, "topology/none.sql"), -1);
	capture_holds("topology/none.sql: No such file or directory\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_to_the_end),
		cmocka_unit_test(mistakes_have_a_line),
		cmocka_unit_test(missing_script_is_told),
	};

	return cmocka_run_group_tests_name(
		"script", tests, open_database, close_database);
}

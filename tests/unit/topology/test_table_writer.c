/* test_table_writer.c -- exact bytes of CSV (RFC 4180) and JSON. */
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
#include "table_writer.h"

static struct database *database;

static int
open_database(void **state)
{
	if (scratch_begin(state) != 0)
		return -1;
	database = database_create(scratch_path("table.db"));
	return database != NULL ? 0 : -1;
}

static int
close_database(void **state)
{
	return database_close(database) != 0 ? -1 : scratch_end(state);
}

static const struct {
	const char *sql, *csv, *json;
} cases[] = {
	{ "SELECT 1 AS a WHERE 0", "a\r\n", "[\n]\n" },
	{ "SELECT '192.0.2.1' AS ip, 4 AS family"
	  " UNION ALL SELECT '2001:db8::1', 6",
		"ip,family\r\n192.0.2.1,4\r\n2001:db8::1,6\r\n",
		"[\n{\"ip\": \"192.0.2.1\", \"family\": 4},\n"
		"{\"ip\": \"2001:db8::1\", \"family\": 6}\n]\n" },
	{ "SELECT NULL AS a, '' AS b, -5 AS c", "a,b,c\r\n,\"\",-5\r\n",
		"[\n{\"a\": null, \"b\": \"\", \"c\": -5}\n]\n" },
	{ "SELECT 'say \"hi\", x' AS a", "a\r\n\"say \"\"hi\"\", x\"\r\n",
		"[\n{\"a\": \"say \\\"hi\\\", x\"}\n]\n" },
	{ "SELECT 'two' || char(13, 10) || 'lines' AS a",
		"a\r\n\"two\r\nlines\"\r\n",
		"[\n{\"a\": \"two\\r\\nlines\"}\n]\n" },
	{ "SELECT '=cmd()' AS a, '+1' AS b, '-1' AS c, '@x' AS d, 'a=b' AS e",
		"a,b,c,d,e\r\n\"=cmd()\",\"+1\",\"-1\",\"@x\",a=b\r\n",
		"[\n{\"a\": \"=cmd()\", \"b\": \"+1\", \"c\": \"-1\", "
		"\"d\": \"@x\", \"e\": \"a=b\"}\n]\n" },
	{ "SELECT char(1, 9, 27, 92, 127) AS a", "a\r\n\x01\t\x1b\\\x7f\r\n",
		"[\n{\"a\": \"\\u0001\\t\\u001b\\\\\x7f\"}\n]\n" },
	{ "SELECT 'caf\xc3\xa9' AS \"x,y\"", "\"x,y\"\r\ncaf\xc3\xa9\r\n",
		"[\n{\"x,y\": \"caf\xc3\xa9\"}\n]\n" },
	{ "SELECT CAST(x'61ff' AS TEXT) AS a", "a\r\na\xff\r\n",
		"[\n{\"a\": \"a\xef\xbf\xbd\"}\n]\n" },
	{ "SELECT 9223372036854775807 AS a", "a\r\n9223372036854775807\r\n",
		"[\n{\"a\": 9223372036854775807}\n]\n" },
};

static void
check(const char *format, const char *sql, const char *expected)
{
	struct query *query = query_prepare(database, sql);
	struct text text = { 0 };

	assert_non_null(query);
	assert_int_equal(table_format_find(format)->write(&text, query), 0);
	assert_string_equal(text.bytes, expected);
	query_free(query);
	text_free(&text);
}

static void
bytes_are_exact(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		check("csv", cases[i].sql, cases[i].csv);
		check("json", cases[i].sql, cases[i].json);
	}
}

static void
lists_have_no_names(void **state)
{
	struct query *query = query_prepare(database,
		"SELECT '2001:db8::1' AS ip, NULL AS name, -5 AS number UNION "
		"ALL "
		"SELECT '192.0.2.1', 'a\"b' || char(10), 0");
	struct text text = { 0 };

	(void)state;
	assert_int_equal(table_write_lists(&text, query), 0);
	assert_string_equal(text.bytes,
		"[\n[\"2001:db8::1\",null,-5],\n[\"192.0.2.1\",\"a\\\"b\\n\",0]"
		"\n]\n");
	query_free(query);
	text_clear(&text);
	query = query_prepare(database, "SELECT 1 WHERE 0");
	assert_int_equal(table_write_lists(&text, query), 0);
	assert_string_equal(text.bytes, "[\n]\n");
	query_free(query);
	text_free(&text);
}

static void
other_formats_are_unknown(void **state)
{
	(void)state;
	assert_null(table_format_find("xml"));
	assert_null(table_format_find(""));
	assert_null(table_format_find("CSV"));
}

static void
failing_queries_are_told(void **state)
{
	struct query *query =
		query_prepare(database, "SELECT abs(-9223372036854775808)");
	struct text text = { 0 };

	(void)state;
	capture_begin();
	assert_int_equal(table_format_find("csv")->write(&text, query), -1);
	capture_holds("integer overflow");
	query_reset(query);
	assert_int_equal(table_write_lists(&text, query), -1);
	query_free(query);
	text_free(&text);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_are_exact),
		cmocka_unit_test(lists_have_no_names),
		cmocka_unit_test(other_formats_are_unknown),
		cmocka_unit_test(failing_queries_are_told),
	};

	return cmocka_run_group_tests_name(
		"table_writer", tests, open_database, close_database);
}

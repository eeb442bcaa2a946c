/* test_csv_table.c -- tables of CSV as others export them, and their texts as
 * YAML. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "capture.h"
#include "csv_table.h"
#include "memory.h"
#include "scratch.h"
#include "yaml.h"
#include "yaml_writer.h"

static struct csv_table *
read_cells(const char *text)
{
	return csv_table_read(scratch_file("table.csv", text));
}

static void
headings_are_found_however_written(void **state)
{
	struct csv_table *table = read_cells("\xef\xbb\xbfName,Primary_IP4,"
					     "PRIMARY IP6,is-pool\r\n"
					     "\"a, \"\"b\"\"\nc\",192.0.2.1,"
					     "2001:db8::1\r\n\r\n,,,True");

	(void)state;
	assert_non_null(table);
	assert_int_equal(csv_table_row_count(table), 2);
	assert_string_equal(csv_table_text(table, 0, "name"), "a, \"b\"\nc");
	assert_string_equal(
		csv_table_text(table, 0, "primary ip4"), "192.0.2.1");
	assert_string_equal(
		csv_table_text(table, 0, "primary_ip6"), "2001:db8::1");
	assert_null(csv_table_text(table, 0, "is pool")); /* the row is short */
	assert_null(csv_table_text(table, 1, "name"));
	assert_string_equal(csv_table_text(table, 1, "is_pool"), "True");
	assert_null(csv_table_text(table, 1, "serial"));
	csv_table_free(table);
	assert_int_equal(csv_table_row_count(NULL), 0);
}

static void
any_delimiter_parts_cells(void **state)
{
	static const struct {
		const char *name, *text;
	} cases[] = {
		{ "commas", "\"na;me\",vid\na;b,30\n" },
		{ "semicolons", "\"na;me\";vid;x\r\n\"a;b\";30;1,5\r\n" },
		{ "tabs", "na;me\tvid\tx\na;b\t30\t\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct csv_table *table = read_cells(cases[i].text);

		print_message("# %s\n", cases[i].name);
		assert_non_null(table);
		assert_string_equal(csv_table_text(table, 0, "na;me"), "a;b");
		assert_string_equal(csv_table_text(table, 0, "vid"), "30");
		assert_true(csv_table_has(table, "VID"));
		assert_false(csv_table_has(table, "name"));
		csv_table_free(table);
	}
}

static void
rows_of_nothing_are_left_out(void **state)
{
	struct csv_table *table =
		read_cells("name,vid\n,\n\xe2\x80\x94,30\n,\n\xe2\x80\x94,\n");

	(void)state;
	assert_int_equal(csv_table_row_count(table), 1);
	assert_null(csv_table_text(table, 0, "name")); /* a dash */
	assert_int_equal(csv_table_row_number(table, 0), 3);
	csv_table_free(table);
}

static void
broken_tables_are_refused(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "", "table.csv: is empty" },
		{ "\n\n", "table.csv: is empty" },
		{ "name\n\"a\n", "not CSV: " },
		{ ",\n,\n", "table.csv: is empty" },
		{ "name\nZ\374rich\n", "row 2: a text is not UTF-8; export" },
		{ "name\na\n\"b\"c\n", "table.csv: row 3: not CSV: " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		capture_begin();
		assert_null(read_cells(cases[i].text));
		capture_holds(cases[i].message);
	}
}

static void
any_text_comes_back_from_yaml(void **state)
{
	static const struct {
		const char *text, *back; /* NULL: the same */
	} cases[] = {
		{ "plain", NULL },
		{ "", NULL },
		{ "yes", NULL },
		{ "~", NULL },
		{ "2026-09-17", NULL },
		{ "a: [b] {c} #d, 'e' & *f !g %h @i `j`", NULL },
		{ "\"quoted\" and \\ back", NULL },
		{ "- é ü 漢 \xf0\x9f\x96\xa7", NULL },
		{ "- not a list\n- nor two", "- not a list - nor two" },
		{ "line\xe2\x80\xa8separator", NULL },
		{ "mark\xef\xbb\xbf inside", NULL },
		{ "bad \xff byte", "bad \xef\xbf\xbd byte" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct text yaml = { 0 };
		struct yaml_document *document;
		const char *back =
			cases[i].back != NULL ? cases[i].back : cases[i].text;

		text_append(&yaml, "{field: ");
		append_yaml_text(&yaml, cases[i].text);
		text_append(&yaml, "}\n");
		document =
			yaml_read_text("written", yaml.bytes, yaml.length, 1);
		assert_non_null(document);
		assert_string_equal(
			yaml_text(yaml_root(document), "field"), back);
		yaml_close(document);
		text_free(&yaml);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_are_found_however_written),
		cmocka_unit_test(any_delimiter_parts_cells),
		cmocka_unit_test(rows_of_nothing_are_left_out),
		cmocka_unit_test(broken_tables_are_refused),
		cmocka_unit_test(any_text_comes_back_from_yaml),
	};

	return cmocka_run_group_tests_name(
		"table", tests, scratch_begin, scratch_end);
}

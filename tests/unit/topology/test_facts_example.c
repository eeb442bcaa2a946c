/* test_facts_example.c -- the commented example is complete and understood, and
 * every column of the stated tables is reached by a field. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "database.h"
#include "facts.h"
#include "facts_kinds.h"
#include "memory.h"
#include "scratch.h"

static struct database *database;
static struct facts *facts;

/* The data of the build lies in the project, beside its samples. */
static int
open_example(void **state)
{
	char folder[PATH_MAX], path[PATH_MAX];

	if (scratch_begin(state) != 0 || program_folder(folder) != 0 ||
		path_join(path, getenv("TWINMAP_SHARE"),
			"topology/../samples/facts.example.yaml") != 0)
		return -1;
	facts = facts_read(path);
	database = database_create(scratch_path("facts.db"));
	if (facts == NULL || database == NULL)
		return -1;
	if (database_run(database,
		    "INSERT INTO meta (id, observed_at, started_at, tool)"
		    " VALUES (1, 1, 1, 'test')") != 0)
		return -1;
	return facts_load(database, path);
}

static int
close_example(void **state)
{
	facts_free(facts);
	return database_close(database) != 0 ? -1 : scratch_end(state);
}

static bool
occurs(const struct fact_kind *kind, const char *section, const char *field)
{
	for (const struct yaml_node *record =
			fact_first(kind, facts_root(facts));
		record != NULL; record = fact_next(record))
		if (yaml_get(section == NULL ? record
					     : yaml_get(record, section),
			    field) != NULL)
			return true;
	return false;
}

static void
check_fields(const struct fact_kind *kind, const struct yaml_field *fields,
	const char *section)
{
	for (const struct yaml_field *field = fields; field->name != NULL;
		field++) {
		if (!occurs(kind, section, field->name))
			fail_msg("%s: no record has %s%s%s", kind->name,
				section == NULL ? "" : section,
				section == NULL ? "" : ".", field->name);
		if (field->type == YAML_SECTION)
			check_fields(kind, field->fields, field->name);
	}
}

static void
every_field_of_every_kind_occurs(void **state)
{
	const struct fact_kind *kind;

	(void)state;
	for (int i = 0; (kind = fact_kind_at(i)) != NULL; i++)
		check_fields(kind, kind->fields, NULL);
}

/* A list without a row for it would be read and forgotten. */
static void
every_list_has_its_table(void **state)
{
	struct query *tables = query_prepare(database,
		"SELECT name FROM sqlite_schema WHERE type = 'table'"
		" AND name GLOB 'fact_*' ORDER BY name");

	(void)state;
	assert_non_null(tables);
	while (query_next(tables)) {
		struct text sql = { 0 };

		text_format(
			&sql, "SELECT count(*) FROM %s", query_text(tables, 0));
		if (database_integer(database, sql.bytes, -1) < 1)
			fail_msg("%s: is empty", query_text(tables, 0));
		text_free(&sql);
	}
	query_free(tables);
}

/* Of every column some row has a value. */
static void
every_column_has_its_field(void **state)
{
	struct query *columns = query_prepare(database,
		"SELECT t.name, c.name FROM sqlite_schema t,"
		" pragma_table_info(t.name) c WHERE t.type = 'table'"
		" AND t.name GLOB 'fact_*' ORDER BY t.name, c.cid");

	(void)state;
	assert_non_null(columns);
	while (query_next(columns)) {
		struct text sql = { 0 };

		text_format(&sql, "SELECT count(%s) FROM %s",
			query_text(columns, 1), query_text(columns, 0));
		if (database_integer(database, sql.bytes, -1) < 1)
			fail_msg("%s.%s: no row has it", query_text(columns, 0),
				query_text(columns, 1));
		text_free(&sql);
	}
	query_free(columns);
}

static void
records_are_counted(void **state)
{
	(void)state;
	assert_int_equal(facts_count(facts, "phases"), 3);
	assert_int_equal(facts_count(facts, "pilot"), 1);
	assert_int_equal(facts_count(facts, "nothing"), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_of_every_kind_occurs),
		cmocka_unit_test(every_list_has_its_table),
		cmocka_unit_test(every_column_has_its_field),
		cmocka_unit_test(records_are_counted),
	};

	return cmocka_run_group_tests_name(
		"facts example", tests, open_example, close_example);
}

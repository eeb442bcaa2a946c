/* test_database.c -- which files are taken, and what closing leaves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>

#include "capture.h"
#include "database.h"
#include "database_file.h"
#include "memory.h"
#include "scratch.h"

static const char *const fill =
	"INSERT INTO meta (id, observed_at, started_at, tool)"
	" VALUES (1, 1, 1, 'test')";

static const char *
made(const char *name)
{
	const char *path = scratch_path(name);
	struct database *database = database_create(path);

	assert_non_null(database);
	assert_int_equal(database_run(database, fill), 0);
	assert_int_equal(database_close(database), 0);
	return path;
}

static bool
exists(const char *path, const char *ending)
{
	char name[PATH_MAX];

	snprintf(name, sizeof(name), "%s%s", path, ending);
	return access(name, F_OK) == 0;
}

static void
holds_what_was_written(void **state)
{
	static const enum database_access ways[] = { DATABASE_READ,
		DATABASE_WRITE, DATABASE_ARCHIVED };
	const char *path = made("a.db");

	(void)state;
	assert_false(exists(path, "-wal"));
	assert_false(exists(path, "-shm"));
	for (size_t i = 0; i < COUNT(ways); i++) {
		struct database *database = database_open(path, ways[i]);

		assert_non_null(database);
		assert_int_equal(database_integer(database,
					 "SELECT count(*) FROM meta", -1),
			1);
		assert_int_equal(database_close(database), 0);
	}
	assert_false(exists(path, "-wal"));
}

static void
names_may_hold_anything(void **state)
{
	static const char *const names[] = { "a?b.db", "a#b.db", "a%41.db",
		"a b.db", "a'b\".db", "a?mode=memory", ":memory:" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *path = made(names[i]);
		struct database *database =
			database_open(path, DATABASE_ARCHIVED);

		assert_true(exists(path, ""));
		assert_non_null(database);
		database_close(database);
	}
}

static void
closing_takes_back_what_is_open(void **state)
{
	const char *path = made("back.db");
	struct database *database = database_open(path, DATABASE_WRITE);

	(void)state;
	assert_int_equal(database_run(database, "BEGIN; DELETE FROM meta"), 0);
	assert_int_equal(database_close(database), 0);
	database = database_open(path, DATABASE_READ);
	assert_int_equal(
		database_integer(database, "SELECT count(*) FROM meta", -1), 1);
	database_close(database);
}

/* As a crawl leaves it that was killed. */
static void
lost_indexes_are_made_again(void **state)
{
	static const char count[] =
		"SELECT count(*) FROM sqlite_schema WHERE name = 'fdb_mac'";
	const char *path = made("indexes.db");
	struct database *database = database_open(path, DATABASE_WRITE);
	int before, reading, after;

	(void)state;
	assert_int_equal(database_run(database, "DROP INDEX fdb_mac"), 0);
	assert_int_equal(database_head(database, count, &before), 0);
	database_close(database);
	database = database_open(path, DATABASE_READ);
	assert_int_equal(database_head(database, count, &reading), 0);
	database_close(database);
	database = database_open(path, DATABASE_WRITE);
	assert_int_equal(database_head(database, count, &after), 0);
	database_close(database);
	assert_int_equal(before, 0);
	assert_int_equal(reading, 0);
	assert_int_equal(after, 1);
}

static void
new_file_reads_no_old_log(void **state)
{
	const char *path = made("old.db");
	char log[PATH_MAX];

	(void)state;
	snprintf(log, sizeof(log), "%s-journal", path);
	assert_int_equal(file_replace(log, "rubbish", 7), 0);
	assert_non_null(made("old.db"));
	assert_false(exists(path, "-journal"));
}

static void
other_files_are_refused(void **state)
{
	static const struct {
		const char *name, *sql, *message;
	} cases[] = {
		{ "newer.db", "PRAGMA user_version = 99",
			"newer.db: format version 99, this program reads" },
		{ "older.db", "PRAGMA user_version = 0",
			"older.db: format version 0, this program reads" },
		{ "other.db", "PRAGMA application_id = 7",
			"other.db: is no topology.db" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *path = made(cases[i].name);
		struct database *database = database_open(path, DATABASE_WRITE);
		size_t length, again;
		char *before, *after;

		assert_int_equal(database_run(database, cases[i].sql), 0);
		database_close(database);
		before = file_read(path, &length);
		capture_begin();
		assert_null(database_open(path, DATABASE_WRITE));
		capture_holds(cases[i].message);
		after = file_read(path, &again);
		assert_int_equal(length, again);
		assert_memory_equal(before, after, length);
		free(before);
		free(after);
	}
}

static void
what_is_no_database_is_refused_in_one_line(void **state)
{
	const char *const paths[] = { scratch_file("text.db", "hello\n"),
		scratch_file("empty.db", ""), scratch_path("missing.db"),
		scratch_folder };

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		capture_begin();
		assert_null(database_open(paths[i], DATABASE_READ));
		assert_int_equal(capture_lines(), 1);
	}
	assert_false(exists(scratch_path("missing.db"), ""));
}

static void
no_place_for_a_new_file(void **state)
{
	(void)state;
	capture_begin();
	assert_null(database_create(scratch_path("no/such/folder.db")));
	capture_holds("folder.db: ");
	capture_begin();
	assert_null(database_create(""));
	capture_holds("needs a file name");
}

static void
readers_do_not_write(void **state)
{
	struct database *database =
		database_open(made("read.db"), DATABASE_READ);

	(void)state;
	capture_begin();
	assert_int_equal(database_run(database, "DELETE FROM meta"), -1);
	capture_holds("read.db: attempt to write a readonly database");
	database_close(database);
}

static void
values_come_back(void **state)
{
	struct database *database = database_create(scratch_path("values.db"));
	struct query *query = query_prepare(
		database, "SELECT :none IS NULL, :number, :text, :bytes");
	size_t length;

	(void)state;
	query_bind_name(query, ":number", integer_value(INT64_MIN));
	query_bind_name(query, ":text", text_value("caf\xc3\xa9"));
	query_bind_name(query, ":bytes", bytes_value("a\0b", 3));
	query_bind_name(query, ":other", text_value("not asked for"));
	assert_true(query_next(query));
	assert_int_equal(query_integer(query, 0), 1);
	assert_true(query_integer(query, 1) == INT64_MIN);
	assert_string_equal(query_text(query, 2), "caf\xc3\xa9");
	assert_memory_equal(query_bytes(query, 3, &length), "a\0b", 3);
	assert_int_equal(length, 3);
	assert_false(query_next(query));
	assert_false(query_failed(query));
	query_free(query);
	assert_true(text_value(NULL).type == VALUE_NULL);
	assert_true(bytes_value(NULL, 0).type == VALUE_NULL);
	database_close(database);
}

static void
temp_tables_are_taken_over(void **state)
{
	const char *path = made("temp.db");
	struct database *one = database_open(path, DATABASE_ARCHIVED);
	struct database *other = database_open(path, DATABASE_ARCHIVED);
	const char *kept = scratch_path("kept.db");

	(void)state;
	assert_int_equal(
		database_run(one,
			"CREATE TEMP TABLE part AS SELECT 7 AS number;"
			"CREATE TEMP VIEW twice AS"
			" SELECT number * 2 AS number FROM part, meta"),
		0);
	assert_int_equal(
		database_run(other, "CREATE TEMP TABLE own (number)"), 0);
	assert_int_equal(database_save_temp(one, kept), 0);
	assert_int_equal(database_load_temp(other, kept), 0);
	assert_int_equal(
		database_integer(other, "SELECT number FROM temp.twice", -1),
		14);
	assert_int_equal(database_integer(other,
				 "SELECT count(*) FROM temp.sqlite_schema", -1),
		2);
	assert_int_equal(database_run(other, "DROP TABLE temp.part"), 0);
	assert_int_equal(
		database_integer(one, "SELECT number FROM part", -1), 7);
	capture_begin();
	assert_int_equal(
		database_load_temp(other, scratch_path("missing.db")), -1);
	capture_holds("missing.db");
	database_close(other);
	database_close(one);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_what_was_written),
		cmocka_unit_test(names_may_hold_anything),
		cmocka_unit_test(closing_takes_back_what_is_open),
		cmocka_unit_test(lost_indexes_are_made_again),
		cmocka_unit_test(new_file_reads_no_old_log),
		cmocka_unit_test(other_files_are_refused),
		cmocka_unit_test(what_is_no_database_is_refused_in_one_line),
		cmocka_unit_test(no_place_for_a_new_file),
		cmocka_unit_test(readers_do_not_write),
		cmocka_unit_test(values_come_back),
		cmocka_unit_test(temp_tables_are_taken_over),
	};

	return cmocka_run_group_tests_name(
		"database", tests, scratch_begin, scratch_end);
}

/* previous.c -- the state before this one: what it remembers, and what differs.
 */
#include "previous.h"

#include <stdbool.h>
#include <stddef.h>

#include "compare.h"
#include "database.h"
#include "digest.h"
#include "log.h"
#include "memory.h"
#include "script.h"

static bool
is_attached(struct database *database)
{
	return database_integer(database,
		       "SELECT COUNT(*) FROM pragma_database_list"
		       " WHERE name = 'before'",
		       0) > 0;
}

/* Copied, not only attached: what stands in that file can then neither be
 * changed nor be mistaken for ours ("DROP VIEW page_x" finds the first of that
 * name in any of the attached files). A database without a name is a file, as
 * long as temp_store says nothing else: in memory two states would not fit. */
static int
copy_tables(struct database *database)
{
	struct text sql = { 0 };
	int result;

	text_append(&sql, "ATTACH '' AS before;");
	for (size_t i = 0; i < compare_table_count; i++)
		text_format(&sql,
			"CREATE TABLE before.%s AS SELECT * FROM previous.%s;",
			compare_tables[i], compare_tables[i]);
	text_append(&sql,
		"CREATE TABLE before.history AS SELECT * FROM previous.history;"
		"DETACH previous");
	result = database_run(database, sql.bytes);
	text_free(&sql);
	return result;
}

int
previous_attach(struct database *database, const char *path)
{
	if (path == NULL || path[0] == '\0')
		return 0;
	if (database_attach(database, path, "previous") != 0)
		return -1;
	return copy_tables(database);
}

void
previous_detach(struct database *database)
{
	if (is_attached(database))
		database_run(database, "DETACH before");
}

/* It is named by what never changes: its time and its bytes. */
static int
write_previous(struct database *database, const char *path)
{
	uint8_t digest[DIGEST_SIZE];
	char hash[DIGEST_TEXT_SIZE];
	struct query *query;
	struct value value;
	int result = -1;

	if (digest_file(path, digest) != 0)
		return -1;
	query = query_prepare(database,
		"UPDATE meta SET previous_hash = ?, previous_id ="
		" (SELECT strftime('%Y%m%dT%H%M%SZ', observed_at, 'unixepoch')"
		" FROM before.meta)");
	value = text_value(digest_text(digest, hash));
	if (query != NULL)
		result = query_run(query, &value, 1);
	query_free(query);
	return result;
}

int
previous_set(struct database *database, const char *path)
{
	if (path == NULL)
		return 0;
	if (path[0] == '\0')
		return database_run(database,
			"UPDATE meta SET previous_id = NULL,"
			" previous_hash = NULL");
	if (database_integer(database,
		    "SELECT b.observed_at < m.observed_at"
		    " FROM before.meta b, main.meta m",
		    0))
		return write_previous(database, path);
	log_error("%s: is not the state before: it is not older than %s", path,
		database_path(database));
	return -1;
}

int
previous_recall(struct database *database, const char *unused)
{
	(void)unused;
	return script_run_shared(database,
		is_attached(database) ? "topology/compare/recall.sql"
				      : "topology/compare/forget.sql");
}

/* Of two networks all is new and all is gone: likely the wrong file. */
static void
warn_of_strangers(struct database *database)
{
	if (database_integer(database,
		    "SELECT COALESCE(SUM(before <> 'absent'), 0) > 0"
		    " AND COALESCE(SUM(after <> 'absent'), 0) > 0"
		    " AND SUM(before <> 'absent' AND after <> 'absent') = 0"
		    " FROM compared_class WHERE subject_type = 'device'",
		    0) > 0)
		log_warning("%s: has no device in common with the state before;"
			    " is that one of this network?",
			database_path(database));
}

int
previous_compare(struct database *database, const char *unused)
{
	(void)unused;
	if (!is_attached(database))
		return 0;
	if (compare(database, "before", "main") != 0)
		return -1;
	warn_of_strangers(database);
	return script_run_shared(database, "topology/compare/changes.sql");
}

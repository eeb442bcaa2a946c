/* comparison.c -- two states of a network, to make pictures of what differs. */
#include "comparison.h"

#include <stdbool.h>
#include <stddef.h>

#include "compare.h"
#include "log.h"
#include "memory.h"
#include "settled.h"

static int
refuse_underived(
	struct database *database, const char *schema, const char *path)
{
	struct text sql = { 0 };
	bool is_derived;

	text_format(&sql,
		"SELECT COUNT(*) FROM \"%s\".sqlite_schema "
		"WHERE type = 'view' AND name = 'page_device'",
		schema);
	is_derived = database_integer(database, sql.bytes, 0) > 0;
	text_free(&sql);
	if (is_derived)
		return 0;
	log_error("%s: has no derived rows; run twinmap analyse on it", path);
	return -1;
}

static int
refuse_later(struct database *database, const char *before)
{
	if (database_integer(database,
		    "SELECT b.observed_at <= m.observed_at "
		    "FROM   before.meta b, main.meta m",
		    0) > 0)
		return 0;
	log_error("%s: is later than the state to compare it with", before);
	return -1;
}

/* Where pictures find the pages of objects: others than those of the later
 * state's own site say so there. NULL: nowhere. */
static int
name_object_pages(struct database *database)
{
	return database_run(database,
		"CREATE TEMP TABLE object_pages (root TEXT);"
		"INSERT INTO object_pages (root) VALUES ('../')");
}

struct database *
comparison_open(const char *before, const char *after)
{
	struct database *database = NULL;

	if (refuse_unsettled(before) == 0 && refuse_unsettled(after) == 0)
		database = database_open(after, DATABASE_ARCHIVED);
	if (database == NULL)
		return NULL;
	if (database_attach(database, before, "before") == 0 &&
		refuse_underived(database, "before", before) == 0 &&
		refuse_underived(database, "main", after) == 0 &&
		refuse_later(database, before) == 0 &&
		compare(database, "before", "main") == 0 &&
		name_object_pages(database) == 0)
		return database;
	database_close(database);
	return NULL;
}

/* store_indexes.c -- indexes are built once, when all rows are there.
 *
 * Rows come device by device, but MACs and addresses sort anywhere: keeping
 * their indexes up to date costs a fifth of a crawl's time at 1,000 devices
 * and more when an index outgrows the cache. Uniqueness is checked all the
 * while: those indexes begin with the device. */
#include "store_rows.h"

#include "memory.h"

/* Statements of one kind for all indexes of the schema. */
static int
collect(struct database *database, const char *sql, struct text *out)
{
	struct query *query = query_prepare(database, sql);
	int result;

	if (query == NULL)
		return -1;
	while (query_next(query))
		text_format(out, "%s;\n", query_text(query, 0));
	result = query_failed(query) ? -1 : 0;
	query_free(query);
	return result;
}

int
indexes_drop(struct store *store)
{
	static const char drops[] =
		"SELECT 'DROP INDEX ' || name FROM sqlite_schema"
		" WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
	static const char creates[] =
		"SELECT sql FROM sqlite_schema"
		" WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid";
	struct text dropping = { 0 };
	int result = -1;

	if (collect(store->database, creates, &store->indexes) == 0 &&
		collect(store->database, drops, &dropping) == 0)
		result = dropping.length == 0
			? 0
			: database_run(store->database, dropping.bytes);
	text_free(&dropping);
	return result;
}

int
indexes_create(struct store *store)
{
	int result = 0;

	if (store->indexes.length > 0)
		result = database_run(store->database, store->indexes.bytes);
	text_clear(&store->indexes);
	return result;
}

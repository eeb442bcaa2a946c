/* search_index.c -- search.db: made, brought up to date, opened. */
#include "search_index.h"

#include <stdio.h>
#include <unistd.h>

#include "database.h"
#include "database_file.h"
#include "log.h"
#include "memory.h"
#include "script.h"
#include "search_sql.h"

/* The version counts for what is in the file too: one that objects.sql made
 * differently is made anew. */
enum { APPLICATION_ID = 0x74776973 /* "twis" */, INDEX_VERSION = 2 };

#define FOLDER "templates/archive/search/"

/* Whoever dies leaves a draft, so nothing needs to be taken back. */
static const char as_draft[] = "PRAGMA journal_mode = OFF;"
			       "PRAGMA synchronous = OFF;"
			       "PRAGMA locking_mode = EXCLUSIVE;"
			       "PRAGMA cache_size = -65536;";

static struct database *
open_draft(const char *path, enum connection connection)
{
	struct database *database = database_connect(path, connection);

	if (database == NULL)
		return NULL;
	if (search_sql_add(database) == 0 &&
		database_run(database, as_draft) == 0)
		return database;
	database_close(database);
	return NULL;
}

int
search_index_create(const char *path)
{
	struct database *database;
	char settings[160];
	int result = -1;

	if (database_file_remove(path) != 0)
		return -1;
	database = open_draft(path, CONNECTION_CREATE);
	if (database == NULL)
		return -1;
	snprintf(settings, sizeof(settings),
		"PRAGMA page_size = 8192; PRAGMA application_id = %d;"
		"PRAGMA user_version = %d;",
		APPLICATION_ID, INDEX_VERSION);
	if (database_run(database, settings) == 0 &&
		database_run(database, "BEGIN") == 0 &&
		script_run_shared(database, FOLDER "tables.sql") == 0)
		result = database_run(database, "COMMIT");
	return database_close(database) == 0 ? result : -1;
}

/* ----------------------------------------------------------- one state ---- */

static int
note_snapshot(struct database *database, const struct indexed_state *state,
	bool is_readable)
{
	const struct value values[] = { integer_value(state->observed_at),
		text_value(state->id), text_value(state->manifest_hash),
		integer_value(is_readable) };
	struct query *query = query_prepare(
		database, "INSERT INTO snapshot VALUES (?, ?, ?, ?)");
	int result = -1;

	if (query != NULL)
		result = query_run(query, values, COUNT(values));
	query_free(query);
	return result;
}

static int
find_moment(struct database *database, const struct indexed_state *state)
{
	const struct value at = integer_value(state->observed_at);
	struct query *query = NULL;
	int result = -1;

	if (database_run(database,
		    "CREATE TEMP TABLE moment (at, before, after)") == 0)
		query = query_prepare(database,
			"INSERT INTO moment SELECT ?1,"
			" (SELECT max(observed_at) FROM snapshot"
			"  WHERE is_readable AND observed_at < ?1),"
			" (SELECT min(observed_at) FROM snapshot"
			"  WHERE is_readable AND observed_at > ?1)");
	if (query != NULL)
		result = query_run(query, &at, 1);
	query_free(query);
	return result;
}

/* What fails here has written nothing into the file. */
static int
read_objects(struct database *database, const struct indexed_state *state)
{
	if (database_attach(database, state->path, "state") != 0)
		return -1;
	return script_run_shared(database, FOLDER "objects.sql");
}

static int
merge_objects(struct database *database, const struct indexed_state *state)
{
	const char *merge = FOLDER "newest.sql";

	if (database_run(database, "BEGIN") != 0 ||
		find_moment(database, state) != 0)
		return -1;
	if (database_integer(database, "SELECT after FROM moment", 0) != 0)
		merge = FOLDER "between.sql";
	if (script_run_shared(database, FOLDER "resolve.sql") != 0 ||
		script_run_shared(database, merge) != 0 ||
		note_snapshot(database, state, true) != 0)
		return -1;
	return database_run(database, "COMMIT");
}

/* So that it does not keep later ones out. */
static int
note_unreadable(const char *path, const struct indexed_state *state)
{
	struct database *database = open_draft(path, CONNECTION_WRITE);
	int result;

	if (database == NULL)
		return -1;
	log_warning("%s: cannot be searched; 'twinmap archive index' tries "
		    "again",
		state->id);
	result = note_snapshot(database, state, false);
	return database_close(database) == 0 ? result : -1;
}

int
search_index_add(const char *path, const struct indexed_state *state)
{
	struct database *database = open_draft(path, CONNECTION_WRITE);
	int result;

	if (database == NULL)
		return -1;
	if (read_objects(database, state) != 0) {
		database_close(database);
		return note_unreadable(path, state);
	}
	result = merge_objects(database, state);
	return database_close(database) == 0 ? result : -1;
}

/* ------------------------------------------------------------- reading ---- */

bool
search_index_is_ours(const char *path)
{
	struct database *database;
	int application = 0, version = 0;

	if (access(path, R_OK) != 0)
		return false;
	database = database_connect(path, CONNECTION_FROZEN);
	if (database == NULL)
		return false;
	if (database_head(database, "PRAGMA application_id", &application) != 0)
		application = 0;
	if (application == APPLICATION_ID)
		database_head(database, "PRAGMA user_version", &version);
	database_close(database);
	return version == INDEX_VERSION;
}

struct database *
search_index_open(const char *path)
{
	return database_connect(path, CONNECTION_FROZEN);
}

int
search_index_attach(struct database *database, const char *path)
{
	struct query *attach = query_prepare(database, "ATTACH ? AS search");
	struct text uri = { 0 };
	struct value value;
	int result = -1;

	append_file_uri(&uri, path);
	text_append(&uri, "?immutable=1");
	value = text_value(uri.bytes);
	if (attach != NULL)
		result = query_run(attach, &value, 1);
	query_free(attach);
	text_free(&uri);
	return result;
}

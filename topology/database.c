/* database.c -- the only door to SQLite.
 *
 * Writing goes through a write-ahead log, so that a crawl that is killed keeps
 * what it committed; closing folds the log back into the one file. */
#include "database.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "database_call.h"
#include "database_file.h"
#include "log.h"
#include "memory.h"
#include "times.h"

enum { BUSY_TIMEOUT_MS = 5000 };

struct database {
	sqlite3 *handle;
	char *path;
	bool folds;
	bool is_full; /* the disk; told once */
	int64_t end_ms; /* of the time that it may take */
};

struct query {
	sqlite3_stmt *statement;
	struct database *database;
	bool failed;
};

/* A full disk fails whatever follows. */
static int
fail(struct database *database, const char *doing)
{
	if (database->is_full)
		return -1;
	database->is_full = sqlite3_errcode(database->handle) == SQLITE_FULL;
	log_error("%s: %s%s%.160s", database->path,
		sqlite3_errmsg(database->handle), doing != NULL ? ", in: " : "",
		doing != NULL ? doing : "");
	return -1;
}

static void
call_function(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	const struct sql_function *function = sqlite3_user_data(context);
	struct sql_call call = { context, arguments, function->data };

	(void)count;
	function->call(&call);
}

int
database_add_function(
	struct database *database, const struct sql_function *function)
{
	struct sql_function *copy = memory_zeroed(sizeof(*copy));

	*copy = *function;
	if (sqlite3_create_function_v2(database->handle, function->name,
		    function->argument_count,
		    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, copy,
		    call_function, NULL, NULL, free) != SQLITE_OK)
		return fail(database, function->name);
	return 0;
}

static int
add_functions(struct database *database)
{
	for (int i = 0; i < sql_function_count; i++)
		if (database_add_function(database, &sql_functions[i]) != 0)
			return -1;
	return 0;
}

struct database *
database_connect(const char *path, enum connection connection)
{
	static const int flags[] = {
		[CONNECTION_READ] = SQLITE_OPEN_READONLY,
		[CONNECTION_FROZEN] = SQLITE_OPEN_READONLY,
		[CONNECTION_WRITE] = SQLITE_OPEN_READWRITE,
		[CONNECTION_CREATE] =
			SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
	};
	struct database *database = memory_zeroed(sizeof(*database));
	struct text uri = { 0 };
	int status;

	append_file_uri(&uri, path);
	if (connection == CONNECTION_FROZEN)
		text_append(&uri, "?immutable=1");
	database->path = memory_text(path);
	status = sqlite3_open_v2(uri.bytes, &database->handle,
		flags[connection] | SQLITE_OPEN_URI |
			SQLITE_OPEN_NOMUTEX, /* no threads here */
		NULL);
	text_free(&uri);
	if (status != SQLITE_OK) {
		fail(database, NULL);
	} else if (add_functions(database) == 0) {
		/* A file from elsewhere may hold views, never our rights. */
		sqlite3_db_config(database->handle,
			SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
		sqlite3_busy_timeout(database->handle, BUSY_TIMEOUT_MS);
		return database;
	}
	database_close(database);
	return NULL;
}

int
database_head(struct database *database, const char *pragma, int *number)
{
	sqlite3_stmt *statement = NULL;
	int status = sqlite3_prepare_v2(
		database->handle, pragma, -1, &statement, NULL);

	if (status == SQLITE_OK)
		status = sqlite3_step(statement);
	*number = status == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
	sqlite3_finalize(statement);
	if (status == SQLITE_ROW || status == SQLITE_NOTADB)
		return 0;
	return fail(database, NULL);
}

void
database_will_fold(struct database *database)
{
	database->folds = true;
}

/* What was not committed is taken back. */
static int
fold_log(struct database *database)
{
	if (!sqlite3_get_autocommit(database->handle))
		database_run(database, "ROLLBACK");
	return database_run(database, "PRAGMA journal_mode = DELETE");
}

int
database_close(struct database *database)
{
	int result = 0;

	if (database == NULL)
		return 0;
	if (database->folds)
		result = fold_log(database);
	sqlite3_close_v2(database->handle);
	free(database->path);
	free(database);
	return result;
}

int
database_copy(struct database *from, const char *schema, struct database *to,
	const char *to_schema)
{
	sqlite3_backup *copy = sqlite3_backup_init(
		to->handle, to_schema, from->handle, schema);

	if (copy != NULL)
		sqlite3_backup_step(copy, -1);
	if (copy == NULL || sqlite3_backup_finish(copy) != SQLITE_OK)
		return fail(to, NULL);
	return 0;
}

const char *
database_path(const struct database *database)
{
	return database->path;
}

int
database_run(struct database *database, const char *sql)
{
	if (sqlite3_exec(database->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
		return 0;
	return fail(database, sql);
}

int
database_run_first(struct database *database, const char **sql)
{
	sqlite3_stmt *statement = NULL;
	int status =
		sqlite3_prepare_v2(database->handle, *sql, -1, &statement, sql);

	if (status == SQLITE_OK && statement != NULL)
		do
			status = sqlite3_step(statement);
		while (status == SQLITE_ROW);
	sqlite3_finalize(statement);
	return status == SQLITE_OK || status == SQLITE_DONE ? 0 : -1;
}

const char *
database_complaint(const struct database *database)
{
	return sqlite3_errmsg(database->handle);
}

static int
is_over(void *context)
{
	const struct database *database = context;

	return clock_ms() > database->end_ms;
}

void
database_limit_time(struct database *database, int milliseconds)
{
	enum { STEPS_BETWEEN = 5000 };

	database->end_ms = clock_ms() + milliseconds;
	sqlite3_progress_handler(
		database->handle, STEPS_BETWEEN, is_over, database);
}

int64_t
database_changes(struct database *database)
{
	return sqlite3_total_changes64(database->handle);
}

int64_t
database_last_id(struct database *database)
{
	return sqlite3_last_insert_rowid(database->handle);
}

struct query *
query_prepare(struct database *database, const char *sql)
{
	struct query *query = memory_zeroed(sizeof(*query));

	query->database = database;
	if (sqlite3_prepare_v2(database->handle, sql, -1, &query->statement,
		    NULL) == SQLITE_OK)
		return query;
	fail(database, sql);
	free(query);
	return NULL;
}

void
query_free(struct query *query)
{
	if (query == NULL)
		return;
	sqlite3_finalize(query->statement);
	free(query);
}

void
query_bind(struct query *query, int position, struct value value)
{
	switch (value.type) {
	case VALUE_NULL:
		sqlite3_bind_null(query->statement, position);
		break;
	case VALUE_INTEGER:
		sqlite3_bind_int64(query->statement, position, value.integer);
		break;
	case VALUE_TEXT:
		sqlite3_bind_text64(query->statement, position, value.bytes,
			value.length, SQLITE_TRANSIENT, SQLITE_UTF8);
		break;
	case VALUE_BYTES:
		sqlite3_bind_blob64(query->statement, position, value.bytes,
			value.length, SQLITE_TRANSIENT);
		break;
	}
}

void
query_bind_name(struct query *query, const char *name, struct value value)
{
	int position = sqlite3_bind_parameter_index(query->statement, name);

	if (position > 0)
		query_bind(query, position, value);
}

bool
query_next(struct query *query)
{
	int status = sqlite3_step(query->statement);

	query->failed = status != SQLITE_ROW && status != SQLITE_DONE;
	if (query->failed)
		fail(query->database, sqlite3_sql(query->statement));
	return status == SQLITE_ROW;
}

bool
query_failed(const struct query *query)
{
	return query->failed;
}

void
query_reset(struct query *query)
{
	sqlite3_reset(query->statement);
}

int
query_parameter_count(const struct query *query)
{
	return sqlite3_bind_parameter_count(query->statement);
}

const char *
query_parameter_name(const struct query *query, int position)
{
	return sqlite3_bind_parameter_name(query->statement, position);
}

int
query_column_count(const struct query *query)
{
	return sqlite3_column_count(query->statement);
}

const char *
query_column_name(const struct query *query, int column)
{
	return sqlite3_column_name(query->statement, column);
}

bool
query_is_null(const struct query *query, int column)
{
	return sqlite3_column_type(query->statement, column) == SQLITE_NULL;
}

bool
query_is_integer(const struct query *query, int column)
{
	return sqlite3_column_type(query->statement, column) == SQLITE_INTEGER;
}

int64_t
query_integer(const struct query *query, int column)
{
	return sqlite3_column_int64(query->statement, column);
}

const char *
query_text(const struct query *query, int column)
{
	return (const char *)sqlite3_column_text(query->statement, column);
}

const void *
query_bytes(const struct query *query, int column, size_t *length)
{
	const void *bytes = sqlite3_column_blob(query->statement, column);

	*length = (size_t)sqlite3_column_bytes(query->statement, column);
	return bytes;
}

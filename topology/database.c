/* database.c -- the only door to SQLite.
 *
 * application_id says that a file is ours, user_version which schema it has.
 * Writing goes through a write-ahead log, so that a crawl that is killed keeps
 * what it committed; closing folds the log back into the one file. */
#include "database.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "log.h"
#include "memory.h"
#include "paths.h"

enum { APPLICATION_ID = 0x7477696e /* "twin" */, SCHEMA_VERSION = 1 };

struct database {
	sqlite3 *handle;
	char *path;
	bool written;
};

struct query {
	sqlite3_stmt *statement;
	struct database *database;
	bool failed;
};

struct sql_call {
	sqlite3_context *context;
	sqlite3_value **arguments;
	int count;
};

static int
fail(const struct database *database, const char *doing)
{
	log_error("%s: %s%s%s", database->path,
		sqlite3_errmsg(database->handle), doing != NULL ? ", in: " : "",
		doing != NULL ? doing : "");
	return -1;
}

static void
call_function(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	const struct sql_function *function = sqlite3_user_data(context);
	struct sql_call call = { context, arguments, count };

	function->call(&call);
}

static int
add_functions(struct database *database)
{
	for (int i = 0; i < sql_function_count; i++) {
		const struct sql_function *function = &sql_functions[i];

		if (sqlite3_create_function_v2(database->handle, function->name,
			    function->argument_count,
			    SQLITE_UTF8 | SQLITE_DETERMINISTIC,
			    (void *)(uintptr_t)function, call_function, NULL,
			    NULL, NULL) != SQLITE_OK)
			return fail(database, function->name);
	}
	return 0;
}

static struct database *
open_handle(const char *path, int flags, bool immutable)
{
	struct database *database = memory_zeroed(sizeof(*database));
	char *uri = sqlite3_mprintf(
		"file:%w%s", path, immutable ? "?immutable=1" : "");

	database->path = memory_text(path);
	database->written = (flags & SQLITE_OPEN_READWRITE) != 0;
	if (sqlite3_open_v2(uri, &database->handle, flags | SQLITE_OPEN_URI,
		    NULL) != SQLITE_OK ||
		add_functions(database) != 0) {
		fail(database, NULL);
		database_close(database);
		database = NULL;
	} else {
		sqlite3_busy_timeout(database->handle, 5000);
	}
	sqlite3_free(uri);
	return database;
}

static int
add_schema(struct database *database)
{
	char path[PATH_MAX];
	char settings[128];

	snprintf(settings, sizeof(settings),
		"PRAGMA application_id = %d; PRAGMA user_version = %d;",
		APPLICATION_ID, SCHEMA_VERSION);
	if (share_path(path, "topology/schema.sql") != 0)
		return -1;
	if (database_run(database, "PRAGMA page_size = 8192;") != 0 ||
		database_run(database, settings) != 0 ||
		database_run_file(database, path) != 0)
		return -1;
	return database_run(database,
		"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
}

struct database *
database_create(const char *path)
{
	struct database *database;

	if (unlink(path) != 0 && access(path, F_OK) == 0) {
		log_error("%s: cannot be replaced", path);
		return NULL;
	}
	database = open_handle(
		path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, false);
	if (database != NULL && add_schema(database) != 0) {
		database_close(database);
		return NULL;
	}
	return database;
}

static int
check_format(struct database *database)
{
	sqlite3_stmt *statement = NULL;
	int64_t version;

	if (sqlite3_prepare_v2(database->handle, "PRAGMA application_id", -1,
		    &statement, NULL) != SQLITE_OK ||
		sqlite3_step(statement) != SQLITE_ROW ||
		sqlite3_column_int(statement, 0) != APPLICATION_ID) {
		sqlite3_finalize(statement);
		log_error(
			"%s: is not a topology.db (twinmap discover makes one)",
			database->path);
		return -1;
	}
	sqlite3_finalize(statement);
	version = database_integer(database, "PRAGMA user_version", 0);
	if (version == SCHEMA_VERSION)
		return 0;
	log_error("%s: format version %d, this program reads version %d; "
		  "use the twinmap that wrote it",
		database->path, (int)version, SCHEMA_VERSION);
	return -1;
}

struct database *
database_open(const char *path, enum database_access access_wanted)
{
	bool write = access_wanted == DATABASE_WRITE;
	struct database *database;

	if (access(path, write ? R_OK | W_OK : R_OK) != 0) {
		log_error("%s: cannot be %s", path,
			access(path, F_OK) != 0 ? "found"
				: write         ? "written"
						: "read");
		return NULL;
	}
	database = open_handle(path,
		write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY,
		access_wanted == DATABASE_ARCHIVED);
	if (database != NULL && check_format(database) != 0) {
		database_close(database);
		return NULL;
	}
	return database;
}

int
database_close(struct database *database)
{
	int result = 0;

	if (database == NULL)
		return 0;
	if (database->written && database->handle != NULL)
		result = database_run(database, "PRAGMA journal_mode = DELETE");
	sqlite3_close_v2(database->handle);
	free(database->path);
	free(database);
	return result;
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
database_run_file(struct database *database, const char *path)
{
	char *sql = file_read(path, NULL);
	int result = -1;

	if (sql == NULL)
		return -1;
	if (sqlite3_exec(database->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
		result = 0;
	else
		fail(database, path);
	free(sql);
	return result;
}

int64_t
database_changes(struct database *database)
{
	return sqlite3_changes64(database->handle);
}

int64_t
database_last_id(struct database *database)
{
	return sqlite3_last_insert_rowid(database->handle);
}

struct value
integer_value(int64_t integer)
{
	return (struct value){ .type = VALUE_INTEGER, .integer = integer };
}

struct value
text_value(const char *text)
{
	if (text == NULL)
		return null_value();
	return (struct value){
		.type = VALUE_TEXT, .bytes = text, .length = strlen(text)
	};
}

struct value
bytes_value(const void *bytes, size_t length)
{
	if (bytes == NULL)
		return null_value();
	return (struct value){
		.type = VALUE_BYTES, .bytes = bytes, .length = length
	};
}

struct value
null_value(void)
{
	return (struct value){ .type = VALUE_NULL };
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

int
query_run(struct query *query, const struct value *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		query_bind(query, (int)i + 1, values[i]);
	while (query_next(query))
		continue;
	sqlite3_reset(query->statement);
	return query->failed ? -1 : 0;
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

int64_t
database_integer(struct database *database, const char *sql, int64_t otherwise)
{
	struct query *query = query_prepare(database, sql);
	int64_t result = otherwise;

	if (query != NULL && query_next(query))
		result = query_integer(query, 0);
	query_free(query);
	return result;
}

int
sql_argument_count(const struct sql_call *call)
{
	return call->count;
}

const char *
sql_argument_text(const struct sql_call *call, int index)
{
	return (const char *)sqlite3_value_text(call->arguments[index]);
}

const void *
sql_argument_bytes(const struct sql_call *call, int index, size_t *length)
{
	const void *bytes = sqlite3_value_blob(call->arguments[index]);

	*length = (size_t)sqlite3_value_bytes(call->arguments[index]);
	return bytes;
}

int64_t
sql_argument_integer(const struct sql_call *call, int index)
{
	return sqlite3_value_int64(call->arguments[index]);
}

void
sql_return_text(struct sql_call *call, const char *text)
{
	if (text != NULL)
		sqlite3_result_text(call->context, text, -1, SQLITE_TRANSIENT);
}

void
sql_return_bytes(struct sql_call *call, const void *bytes, size_t length)
{
	sqlite3_result_blob64(call->context, bytes, length, SQLITE_TRANSIENT);
}

void
sql_return_integer(struct sql_call *call, int64_t integer)
{
	sqlite3_result_int64(call->context, integer);
}

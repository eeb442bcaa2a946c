/* database.h -- topology.db: open, create, ask, write.
 *
 * The only door to SQLite. Every failure is logged here once, with the file's
 * name and SQLite's words; the caller only passes -1 or NULL on.
 * Text and bytes that a query returns belong to it until the next step. */
#ifndef TOPOLOGY_DATABASE_H
#define TOPOLOGY_DATABASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct database;
struct query;

enum database_access {
	DATABASE_READ, /* may be written by others meanwhile */
	DATABASE_WRITE, /* must exist */
	DATABASE_ARCHIVED, /* never changes again: no locks, no journal */
};

/* A new file with the schema in it; an existing file is replaced. */
struct database *database_create(const char *path);
/* Refuses, in one line, what is no topology.db or one of another version. */
struct database *database_open(const char *path, enum database_access);
/* An empty one in memory, without the schema: for other tables. */
struct database *database_in_memory(void);
/* Also reads a second file, whose tables are SCHEMA.NAME then; refuses it as
 * database_open does. */
int database_attach(struct database *, const char *path, const char *schema);
/* Leaves one self-contained file behind (no -wal, no -shm). -1 on failure. */
int database_close(struct database *);
/* The TEMP tables of one connection as a file, from which another takes them in
 * place of its own. Not inside a transaction. -1 after logging. */
int database_save_temp(struct database *, const char *path);
int database_load_temp(struct database *, const char *path);
const char *database_path(const struct database *);

enum value_type { VALUE_NULL, VALUE_INTEGER, VALUE_TEXT, VALUE_BYTES };

struct value {
	enum value_type type;
	int64_t integer;
	const void *bytes; /* text or bytes, not copied until it is bound */
	size_t length;
};

struct value integer_value(int64_t);
struct value text_value(const char *text); /* NULL: NULL */
struct value bytes_value(const void *bytes, size_t length); /* NULL: NULL */
struct value null_value(void);

/* Runs one or many statements that return nothing. */
int database_run(struct database *, const char *sql);
/* Runs one, with its parameters in order: for a single INSERT or UPDATE. */
int database_run_with(struct database *, const char *sql,
	const struct value *values, size_t count);
/* Runs the first statement of a script and moves `*sql` behind it. -1 without
 * logging: the caller knows the line, database_complaint what is wrong. */
int database_run_first(struct database *, const char **sql);
const char *database_complaint(const struct database *);
/* What runs for longer than this from now on, all together, is broken off, and
 * fails. */
void database_limit_time(struct database *, int milliseconds);
/* Rows changed since the file was opened. */
int64_t database_changes(struct database *);
int64_t database_last_id(struct database *);

/* NULL after logging; free with query_free. */
struct query *query_prepare(struct database *, const char *sql);
void query_free(struct query *);
/* Binds the parameters in order and runs to the end: for INSERT and UPDATE. */
int query_run(struct query *, const struct value *values, size_t count);
/* Binds one parameter by position (from 1) or by name (":id"). Binding a name
 * that the SQL does not use is no error. */
void query_bind(struct query *, int position, struct value);
void query_bind_name(struct query *, const char *name, struct value);
/* True while there is a row. Afterwards query_failed tells an error from the
 * end; query_reset makes it ready to run again (bindings stay). */
bool query_next(struct query *);
bool query_failed(const struct query *);
void query_reset(struct query *);

/* Parameters by position (from 1); the name has its colon, NULL for a "?". */
int query_parameter_count(const struct query *);
const char *query_parameter_name(const struct query *, int position);

int query_column_count(const struct query *);
const char *query_column_name(const struct query *, int column);
bool query_is_null(const struct query *, int column);
bool query_is_integer(const struct query *, int column);
int64_t query_integer(const struct query *, int column);
const char *query_text(const struct query *, int column); /* NULL for NULL */
const void *query_bytes(const struct query *, int column, size_t *length);

/* First column of the first row, or `otherwise` when there is no row. */
int64_t database_integer(struct database *, const char *sql, int64_t otherwise);

/* A function for use in SQL, written without SQLite's header. */
struct sql_call;

struct sql_function {
	const char *name;
	int argument_count; /* -1: any number */
	void (*call)(struct sql_call *);
	const void *data; /* for sql_data; outlives the database */
};

const void *sql_data(const struct sql_call *);
/* NULL when the argument is NULL. */
const char *sql_argument_text(const struct sql_call *, int index);
const void *sql_argument_bytes(
	const struct sql_call *, int index, size_t *length);
bool sql_argument_is_bytes(const struct sql_call *, int index);
int64_t sql_argument_integer(const struct sql_call *, int index);
/* The result is NULL when none of these is called. */
void sql_return_text(struct sql_call *, const char *);
void sql_return_bytes(struct sql_call *, const void *, size_t length);
void sql_return_integer(struct sql_call *, int64_t);

/* The functions of functions.c; every database has them. */
extern const struct sql_function sql_functions[];
extern const int sql_function_count;
/* Replaces the function of this name in one database. */
int database_add_function(struct database *, const struct sql_function *);

struct oui_registry;

/* What mac_vendor asks of now on; NULL: nobody knows any vendor. */
int database_use_vendors(struct database *, const struct oui_registry *);

#endif

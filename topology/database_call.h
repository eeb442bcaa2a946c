/* database_call.h -- one call of an SQL function that is written in C; for
 * database.c and database_call.c alone. */
#ifndef TOPOLOGY_DATABASE_CALL_H
#define TOPOLOGY_DATABASE_CALL_H

struct sqlite3_context;
struct sqlite3_value;

struct sql_call {
	struct sqlite3_context *context;
	struct sqlite3_value **arguments;
	const void *data;
};

#endif

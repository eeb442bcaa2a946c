/* database_call.c -- what SQL functions written in C get, and what they return.
 */
#include "database_call.h"

#include <sqlite3.h>

#include "database.h"

const void *
sql_data(const struct sql_call *call)
{
	return call->data;
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

bool
sql_argument_is_bytes(const struct sql_call *call, int index)
{
	return sqlite3_value_type(call->arguments[index]) == SQLITE_BLOB;
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

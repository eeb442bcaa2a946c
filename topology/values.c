/* values.c -- what goes into a query, and short ways to run one.
 *
 * Needs nothing of SQLite: all goes through database.h. */
#include <string.h>

#include "database.h"

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

int
query_run(struct query *query, const struct value *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		query_bind(query, (int)i + 1, values[i]);
	while (query_next(query))
		continue;
	query_reset(query);
	return query_failed(query) ? -1 : 0;
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
database_run_with(struct database *database, const char *sql,
	const struct value *values, size_t count)
{
	struct query *query = query_prepare(database, sql);
	int result = query != NULL ? query_run(query, values, count) : -1;

	query_free(query);
	return result;
}

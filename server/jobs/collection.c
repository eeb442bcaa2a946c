/* collection.c -- the rows of a query, those that are asked for.
 *
 * The query stands in a template and is trusted; what a client says is bound,
 * and of names those are taken alone that are columns of the query. */
#include "collection.h"

#include <stdlib.h>
#include <string.h>

#include "collection_parts.h"
#include "memory.h"
#include "problem.h"
#include "url.h"

static const char boolean_prefix[] = "is_";

bool
column_is_boolean(const char *name)
{
	return strncmp(name, boolean_prefix, strlen(boolean_prefix)) == 0;
}

/* What a filter compares with, and what null is for it: "". */
static void
append_compared(struct text *sql, const char *column)
{
	if (column_is_boolean(column))
		text_format(sql, "coalesce(iif(\"%s\", 'true', 'false'), '')",
			column);
	else
		text_format(sql, "coalesce(CAST(\"%s\" AS TEXT), '')", column);
}

/* Of several values for one column each is good. */
static void
append_filters(struct text *sql, const struct collection *collection)
{
	const struct filter *filters = collection->filters;

	for (int i = 0; i < collection->filter_count; i++) {
		if (filters[i].is_another)
			continue;
		text_append(sql, i > 0 ? " AND " : " WHERE ");
		append_compared(sql, filters[i].column);
		text_format(sql, " IN (?%d", i + 1);
		for (int j = i + 1; j < collection->filter_count; j++)
			if (strcmp(filters[j].column, filters[i].column) == 0)
				text_format(sql, ", ?%d", j + 1);
		text_append(sql, ")");
	}
}

/* The ORDER BY of the query stays in force: nothing else is joined to it. */
static struct query *
prepare(const struct collection *collection, const char *what, const char *end)
{
	struct text sql = { 0 };
	struct query *query;

	text_format(
		&sql, "SELECT %s FROM (\n%s\n)", what, collection->order->sql);
	append_filters(&sql, collection);
	text_append(&sql, end);
	query = query_prepare(collection->database, sql.bytes);
	text_free(&sql);
	for (int i = 0; query != NULL && i < collection->filter_count; i++)
		query_bind(
			query, i + 1, text_value(collection->filters[i].value));
	return query;
}

struct query *
collection_rows(const struct collection *collection)
{
	struct query *query = prepare(
		collection, "*", "\nLIMIT :rows_wanted OFFSET :rows_before");

	if (query == NULL)
		return NULL;
	query_bind_name(
		query, ":rows_wanted", integer_value(collection->limit));
	query_bind_name(
		query, ":rows_before", integer_value(collection->offset));
	return query;
}

int
collection_count(struct collection *collection)
{
	struct query *query = prepare(collection, "count(*)", "");
	int result = -1;

	if (query != NULL && query_next(query)) {
		collection->total = query_integer(query, 0);
		result = 0;
	}
	query_free(query);
	return result;
}

/* ----------------------------------------------- what the client says -- */

static const char *
find_column(const struct collection *collection, const char *name)
{
	for (int i = 0; i < query_column_count(collection->columns); i++)
		if (strcmp(query_column_name(collection->columns, i), name) ==
			0)
			return query_column_name(collection->columns, i);
	return NULL;
}

static int
refuse_name(struct collection *collection, const char *name)
{
	struct text *complaint = &collection->complaint;

	text_format(complaint,
		"'%s' is no argument of %s; these are: limit, offset", name,
		collection->order->name);
	for (int i = 0; i < query_column_count(collection->columns); i++)
		text_format(complaint, ", %s",
			query_column_name(collection->columns, i));
	text_format(complaint, ". As a table it is %s.csv.",
		collection->order->name);
	return -1;
}

static int
take_number(struct collection *collection, const char *name, const char *value)
{
	enum { BASE = 10, MOST_DIGITS = 9 };
	bool is_limit = strcmp(name, "limit") == 0;
	size_t digits = strspn(value, "0123456789");

	if (digits == 0 || digits > MOST_DIGITS || value[digits] != '\0') {
		text_format(&collection->complaint,
			"%s is a number from 0 to 999999999.", name);
		return -1;
	}
	*(is_limit ? &collection->limit : &collection->offset) =
		strtoll(value, NULL, BASE);
	return 0;
}

static int
take_filter(struct collection *collection, const char *name, const char *value)
{
	struct filter *filter = &collection->filters[collection->filter_count];
	const char *column = find_column(collection, name);

	if (column == NULL)
		return refuse_name(collection, name);
	if (collection->filter_count == FILTER_LIMIT) {
		text_append(&collection->complaint, "These are too many.");
		return -1;
	}
	*filter = (struct filter){ column, value };
	for (int i = 0; i < collection->filter_count; i++)
		if (strcmp(collection->filters[i].column, column) == 0)
			filter->is_another = true;
	collection->filter_count++;
	return 0;
}

static int
take_argument(struct collection *collection, char *argument)
{
	char *value = strchr(argument, '=');

	if (value == NULL)
		return refuse_name(collection, argument);
	*value++ = '\0';
	url_decode(argument);
	url_decode(value);
	if (strcmp(argument, "limit") == 0 || strcmp(argument, "offset") == 0)
		return take_number(collection, argument, value);
	return take_filter(collection, argument, value);
}

/* The texts of the filters stay in `arguments`. */
static int
take_arguments(struct collection *collection, char *arguments)
{
	char *rest = NULL;
	char *argument = strtok_r(arguments, "&", &rest);

	for (; argument != NULL; argument = strtok_r(NULL, "&", &rest))
		if (take_argument(collection, argument) != 0)
			return -1;
	return 0;
}

/* --------------------------------------------------------- the answer -- */

static const int64_t usual_limits[API_FORMAT_COUNT] = {
	[API_JSON] = 500, [API_ONE] = 1, [API_CSV] = INT64_MAX, /* a table is a
								   file */
};

static int
answer(struct collection *collection, char *arguments, FILE *file)
{
	enum { BAD_REQUEST = 400 };

	if (take_arguments(collection, arguments) != 0)
		return problem_answer(
			file, BAD_REQUEST, collection->complaint.bytes);
	return collection_print(collection, file);
}

int
collection_answer(struct database *database,
	const struct collection_order *order, FILE *file)
{
	struct collection collection = { .database = database,
		.order = order,
		.limit = usual_limits[order->format] };
	char *arguments = memory_text(order->query);
	int result = -1;

	collection.columns = prepare(&collection, "*", "");
	if (collection.columns != NULL)
		result = answer(&collection, arguments, file);
	query_free(collection.columns);
	text_free(&collection.complaint);
	free(arguments);
	return result;
}

/* collection_print.c -- rows as JSON and CSV, with the first line of a job's
 * answer. */
#include <errno.h>
#include <string.h>

#include "collection_parts.h"
#include "log.h"
#include "problem.h"
#include "table_writer.h"
#include "url.h"

static const char nested_ending[] = "_json";

static bool
is_nested(const char *name, size_t length)
{
	size_t ending = strlen(nested_ending);

	return length > ending &&
		strcmp(name + length - ending, nested_ending) == 0;
}

static void
append_value(struct text *out, const struct query *row, int column)
{
	const char *name = query_column_name(row, column);

	if (query_is_null(row, column))
		text_append(out, "null");
	else if (is_nested(name, strlen(name)))
		text_append(out, query_text(row, column));
	else if (column_is_boolean(name))
		text_append(out, query_integer(row, column) ? "true" : "false");
	else
		table_write_value(out, row, column);
}

static void
append_object(struct text *out, const struct query *row)
{
	for (int i = 0; i < query_column_count(row); i++) {
		const char *name = query_column_name(row, i);
		size_t length = strlen(name);

		if (is_nested(name, length))
			length -= strlen(nested_ending);
		text_format(out, "%s\"%.*s\": ", i > 0 ? ", " : "{",
			(int)length, name);
		append_value(out, row, i);
	}
	text_append(out, "}");
}

static int
put(FILE *file, struct text *text)
{
	size_t written = fwrite(text->bytes, 1, text->length, file);
	bool is_whole = written == text->length;

	text_clear(text);
	if (is_whole)
		return 0;
	log_error("an answer of the API: %s", strerror(errno));
	return -1;
}

/* Row by row: none of them is needed twice. */
static int
print_objects(struct query *rows, FILE *file)
{
	struct text object = { 0 };
	const char *before = "\n";
	int result = 0;

	while (result == 0 && query_next(rows)) {
		text_append(&object, before);
		append_object(&object, rows);
		result = put(file, &object);
		before = ",\n";
	}
	text_free(&object);
	return query_failed(rows) ? -1 : result;
}

/* ---------------------------------------------------- pages of a list -- */

/* A reference to the same list from another row on: RFC 8288. */
static void
append_page(struct text *link, const struct collection *collection,
	int64_t offset, const char *relation)
{
	text_format(link, "%s<?limit=%lld&offset=%lld",
		link->length > 0 ? ", " : "\tLink: ",
		(long long)collection->limit, (long long)offset);
	for (int i = 0; i < collection->filter_count; i++) {
		text_append(link, "&");
		url_encode(link, collection->filters[i].column);
		text_append(link, "=");
		url_encode(link, collection->filters[i].value);
	}
	text_format(link, ">; rel=\"%s\"", relation);
}

static void
append_pages(struct text *link, const struct collection *collection)
{
	int64_t next = collection->offset + collection->limit;
	int64_t before = collection->offset - collection->limit;

	text_append(link, "");
	if (collection->limit > 0 && next < collection->total)
		append_page(link, collection, next, "next");
	if (collection->limit > 0 && collection->offset > 0)
		append_page(link, collection, before > 0 ? before : 0, "prev");
}

static int
print_list(struct collection *collection, FILE *file)
{
	const struct collection_order *order = collection->order;
	struct query *rows;
	struct text link = { 0 };
	int result = -1;

	if (collection_count(collection) != 0)
		return -1;
	rows = collection_rows(collection);
	if (rows == NULL)
		return -1;
	append_pages(&link, collection);
	fprintf(file, "200 application/json%s\n{\"collection\": \"%s\", ",
		link.bytes, order->name);
	if (order->snapshot != NULL)
		fprintf(file, "\"snapshot\": \"%s\", ", order->snapshot);
	fprintf(file,
		"\"total\": %lld, \"limit\": %lld, \"offset\": %lld, "
		"\"items\": [",
		(long long)collection->total, (long long)collection->limit,
		(long long)collection->offset);
	result = print_objects(rows, file);
	fputs("\n]}\n", file);
	text_free(&link);
	query_free(rows);
	return result;
}

static int
print_one(struct collection *collection, FILE *file)
{
	enum { NOT_FOUND = 404 };
	struct query *rows = collection_rows(collection);
	struct text object = { 0 };
	int result = -1;

	if (rows != NULL && query_next(rows)) {
		text_append(&object, "200 application/json\n");
		append_object(&object, rows);
		text_append(&object, "\n");
		result = put(file, &object);
	} else if (rows != NULL && !query_failed(rows)) {
		result = problem_answer(
			file, NOT_FOUND, "The archive has none of this name.");
	}
	text_free(&object);
	query_free(rows);
	return result;
}

static int
print_table(struct collection *collection, FILE *file)
{
	struct query *rows = collection_rows(collection);
	struct text table = { 0 };
	int result = -1;

	text_append(&table, "200 text/csv; charset=utf-8\n");
	if (rows != NULL)
		result = table_format_find("csv")->write(&table, rows);
	if (result == 0)
		result = put(file, &table);
	text_free(&table);
	query_free(rows);
	return result;
}

int
collection_print(struct collection *collection, FILE *file)
{
	static int (*const printers[])(struct collection *, FILE *) = {
		[API_JSON] = print_list,
		[API_ONE] = print_one,
		[API_CSV] = print_table,
	};

	return printers[collection->order->format](collection, file);
}

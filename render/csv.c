/* csv.c -- the rows of a page's query as a table for other programs. */
#include "csv.h"

#include <inttypes.h>
#include <string.h>

#include "plain.h"

static void
append_quoted(struct text *out, const char *cell)
{
	text_append(out, "\"");
	for (; *cell != '\0'; cell++)
		text_append(
			out, *cell == '"' ? "\"\"" : (char[]){ *cell, '\0' });
	text_append(out, "\"");
}

static void
append_text(struct text *out, const char *value)
{
	struct text cell = { 0 };

	if (value[0] != '\0' && strchr("=+-@", value[0]) != NULL)
		text_append(&cell, "'");
	plain_append(&cell, value);
	if (cell.length > 0 && strpbrk(cell.bytes, ",\"") != NULL)
		append_quoted(out, cell.bytes);
	else if (cell.length > 0)
		text_append_bytes(out, cell.bytes, cell.length);
	text_free(&cell);
}

static void
append_header(struct text *out, const struct query *query)
{
	for (int i = 0; i < query_column_count(query); i++) {
		text_append(out, i > 0 ? "," : "");
		append_text(out, query_column_name(query, i));
	}
	text_append(out, "\r\n");
}

static void
append_row(struct text *out, const struct query *query)
{
	for (int i = 0; i < query_column_count(query); i++) {
		text_append(out, i > 0 ? "," : "");
		if (query_is_integer(query, i))
			text_format(out, "%" PRId64, query_integer(query, i));
		else if (!query_is_null(query, i))
			append_text(out, query_text(query, i));
	}
	text_append(out, "\r\n");
}

int
csv_append(struct context *context, const struct tag *tag, struct text *out)
{
	const struct query *row;
	struct section rows;

	if (section_begin(&rows, context, tag) != 0)
		return -1;
	row = context_row(context);
	if (row != NULL)
		append_header(out, row);
	while (section_next(&rows))
		if (row != NULL)
			append_row(out, row);
	return section_end(&rows);
}

/* table_writer.c -- the rows of a query as CSV or JSON.
 *
 * CSV is that of RFC 4180: a header, lines that end in CR LF. A cell that a
 * spreadsheet could take for a formula is quoted; its bytes stay as they are.
 * NULL is an empty cell, an empty text "". JSON is an array of objects. */
#include "table_writer.h"

#include <inttypes.h>
#include <string.h>

#include "database.h"
#include "memory.h"
#include "words.h"

static bool
needs_quotes(const char *cell)
{
	return cell[0] == '\0' || strchr("=+-@ \t", cell[0]) != NULL ||
		strpbrk(cell, ",\"\r\n") != NULL ||
		cell[strlen(cell) - 1] == ' ';
}

static void
append_cell(struct text *out, const char *cell)
{
	if (!needs_quotes(cell)) {
		text_append(out, cell);
		return;
	}
	text_append(out, "\"");
	for (; *cell != '\0'; cell++) {
		if (*cell == '"')
			text_append(out, "\"");
		text_append_bytes(out, cell, 1);
	}
	text_append(out, "\"");
}

static void
append_csv_row(struct text *out, const struct query *query)
{
	for (int i = 0; i < query_column_count(query); i++) {
		if (i > 0)
			text_append(out, ",");
		if (query_is_integer(query, i))
			text_format(out, "%" PRId64, query_integer(query, i));
		else if (!query_is_null(query, i))
			append_cell(out, query_text(query, i));
	}
	text_append(out, "\r\n");
}

static int
write_csv(struct text *out, struct query *query)
{
	for (int i = 0; i < query_column_count(query); i++) {
		text_append(out, i > 0 ? "," : "");
		append_cell(out, query_column_name(query, i));
	}
	text_append(out, "\r\n");
	while (query_next(query))
		append_csv_row(out, query);
	return query_failed(query) ? -1 : 0;
}

static const char *
escape_of(char byte)
{
	static const char *const escapes[] = { ['"'] = "\\\"",
		['\\'] = "\\\\",
		['\b'] = "\\b",
		['\f'] = "\\f",
		['\n'] = "\\n",
		['\r'] = "\\r",
		['\t'] = "\\t" };

	return (unsigned char)byte < COUNT(escapes) ? escapes[(int)byte] : NULL;
}

/* Bytes that are no UTF-8 become U+FFFD: JSON has no other text. */
static void
append_json_text(struct text *out, const char *text)
{
	text_append(out, "\"");
	while (*text != '\0') {
		int length = utf8_length(text);

		if (length == 0)
			text_append(out, REPLACEMENT_CHARACTER);
		else if (escape_of(*text) != NULL)
			text_append(out, escape_of(*text));
		else if ((unsigned char)*text < 0x20)
			text_format(out, "\\u%04x", *text);
		else
			text_append_bytes(out, text, (size_t)length);
		text += length > 0 ? length : 1;
	}
	text_append(out, "\"");
}

void
table_write_value(struct text *out, const struct query *query, int column)
{
	if (query_is_null(query, column))
		text_append(out, "null");
	else if (query_is_integer(query, column))
		text_format(out, "%" PRId64, query_integer(query, column));
	else
		append_json_text(out, query_text(query, column));
}

static void
append_json_row(struct text *out, const struct query *query)
{
	text_append(out, "{");
	for (int i = 0; i < query_column_count(query); i++) {
		text_append(out, i > 0 ? ", " : "");
		append_json_text(out, query_column_name(query, i));
		text_append(out, ": ");
		table_write_value(out, query, i);
	}
	text_append(out, "}");
}

static int
write_json(struct text *out, struct query *query)
{
	const char *before = "\n";

	text_append(out, "[");
	while (query_next(query)) {
		text_append(out, before);
		append_json_row(out, query);
		before = ",\n";
	}
	text_append(out, "\n]\n");
	return query_failed(query) ? -1 : 0;
}

int
table_write_lists(struct text *out, struct query *query)
{
	const char *before = "\n[";

	text_append(out, "[");
	while (query_next(query)) {
		for (int i = 0; i < query_column_count(query); i++) {
			text_append(out, i > 0 ? "," : before);
			table_write_value(out, query, i);
		}
		text_append(out, "]");
		before = ",\n[";
	}
	text_append(out, "\n]\n");
	return query_failed(query) ? -1 : 0;
}

const struct table_format *
table_format_find(const char *name)
{
	static const struct table_format formats[] = {
		{ "csv", write_csv },
		{ "json", write_json },
	};

	for (size_t i = 0; i < COUNT(formats); i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

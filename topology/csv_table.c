/* csv_table.c -- the only door to libcsv: a file becomes rows of texts. */
#include "csv_table.h"

#include <csv.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "log.h"
#include "memory.h"
#include "words.h"

#define EM_DASH "\xe2\x80\x94"

struct cell_row {
	const char **texts;
	size_t count, capacity;
	size_t number; /* in the file, from 1 */
};

struct csv_table {
	struct arena *arena;
	const char *path;
	struct cell_row *rows; /* the first has the headings */
	size_t count, capacity;
	size_t number; /* of the row that is read */
	bool in_row; /* the last one goes on */
	int mistakes;
};

static struct cell_row *
last_row(struct csv_table *table)
{
	if (!table->in_row) {
		table->rows = memory_grown(table->rows, table->count,
			&table->capacity, sizeof(struct cell_row));
		table->rows[table->count++] =
			(struct cell_row){ .number = ++table->number };
		table->in_row = true;
	}
	return &table->rows[table->count - 1];
}

static bool
is_utf8(const char *text)
{
	int length;

	for (; *text != '\0'; text += length) {
		length = utf8_length(text);
		if (length == 0)
			return false;
	}
	return true;
}

static void
check_cell(struct csv_table *table, const char *text, size_t length)
{
	const char *wrong = NULL;

	if (strlen(text) != length)
		wrong = "holds a NUL character";
	else if (!is_utf8(text))
		wrong = "is not UTF-8";
	if (wrong == NULL)
		return;
	log_error("%s: row %zu: a text %s; export the table as UTF-8",
		table->path, table->number, wrong);
	table->mistakes++;
}

/* Pages show a dash where there is nothing, and some exports keep it. */
static bool
is_nothing(const char *text)
{
	return text[0] == '\0' || strcmp(text, EM_DASH) == 0;
}

static void
on_cell(void *bytes, size_t length, void *data)
{
	struct csv_table *table = data;
	struct cell_row *row = last_row(table);
	const char *text = arena_copy(table->arena, bytes, length);

	check_cell(table, text, length);
	row->texts = memory_grown(
		row->texts, row->count, &row->capacity, sizeof(char *));
	row->texts[row->count++] = is_nothing(text) ? NULL : text;
}

static bool
is_blank(const struct cell_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->texts[i] != NULL)
			return false;
	return true;
}

/* Spreadsheets end a table with rows of nothing but delimiters. */
static void
on_row(int end, void *data)
{
	struct csv_table *table = data;

	(void)end;
	table->in_row = false;
	if (table->count > 0 && is_blank(&table->rows[table->count - 1]))
		free(table->rows[--table->count].texts);
}

/* Spreadsheets put a byte order mark before UTF-8. */
static const char *
behind_mark(const char *text)
{
	static const char mark[] = "\xef\xbb\xbf";

	return strncmp(text, mark, strlen(mark)) == 0 ? text + strlen(mark)
						      : text;
}

/* Which of them parts the headings: where a comma is the decimal point, others
 * part the cells. */
static unsigned char
delimiter_of(const char *text)
{
	static const char delimiters[] = { CSV_COMMA, ';', CSV_TAB };
	size_t counts[COUNT(delimiters)] = { 0 }, most = 0;
	bool is_quoted = false;

	for (; *text != '\0' && (is_quoted || *text != '\n'); text++) {
		if (*text == CSV_QUOTE)
			is_quoted = !is_quoted;
		for (size_t i = 0; i < COUNT(delimiters); i++)
			counts[i] += !is_quoted && *text == delimiters[i];
	}
	for (size_t i = 1; i < COUNT(delimiters); i++)
		if (counts[i] > counts[most])
			most = i;
	return (unsigned char)delimiters[most];
}

static void
parse(struct csv_table *table, const char *text, size_t length)
{
	struct csv_parser parser;

	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		abort();
	csv_set_delim(&parser, delimiter_of(text));
	if (csv_parse(&parser, text, length, on_cell, on_row, table) !=
			length ||
		csv_fini(&parser, on_cell, on_row, table) != 0) {
		log_error("%s: row %zu: not CSV: %s", table->path,
			table->number + !table->in_row,
			csv_strerror(csv_error(&parser)));
		table->mistakes++;
	} else if (table->count == 0) {
		log_error("%s: is empty; its first line must have the headings",
			table->path);
		table->mistakes++;
	}
	csv_free(&parser);
}

struct csv_table *
csv_table_read(const char *path)
{
	struct arena *arena;
	struct csv_table *table;
	const char *begin;
	size_t length;
	char *text = file_read(path, &length);

	if (text == NULL)
		return NULL;
	arena = arena_create();
	table = arena_allocate(arena, sizeof(*table));
	table->arena = arena;
	table->path = arena_text(arena, path);
	begin = behind_mark(text);
	parse(table, begin, length - (size_t)(begin - text));
	free(text);
	if (table->mistakes == 0)
		return table;
	csv_table_free(table);
	return NULL;
}

void
csv_table_free(struct csv_table *table)
{
	if (table == NULL)
		return;
	for (size_t i = 0; i < table->count; i++)
		free(table->rows[i].texts);
	free(table->rows);
	arena_free(table->arena);
}

const char *
csv_table_path(const struct csv_table *table)
{
	return table->path;
}

size_t
csv_table_row_count(const struct csv_table *table)
{
	return table != NULL ? table->count - 1 : 0;
}

static int
plain_letter(char letter)
{
	return letter == '_' || letter == '-' ? ' '
					      : tolower((unsigned char)letter);
}

static bool
is_heading(const char *text, const char *wanted)
{
	while (*text != '\0' && plain_letter(*text) == plain_letter(*wanted)) {
		text++;
		wanted++;
	}
	return *text == '\0' && *wanted == '\0';
}

/* From 0; the count of headings for none. */
static size_t
column_of(const struct csv_table *table, const char *heading)
{
	const struct cell_row *headings = &table->rows[0];
	size_t column = 0;

	while (column < headings->count &&
		(headings->texts[column] == NULL ||
			!is_heading(headings->texts[column], heading)))
		column++;
	return column;
}

bool
csv_table_has(const struct csv_table *table, const char *heading)
{
	return column_of(table, heading) < table->rows[0].count;
}

const char *
csv_table_text(const struct csv_table *table, size_t row, const char *heading)
{
	const struct cell_row *found = &table->rows[row + 1];
	size_t column = column_of(table, heading);

	return column < table->rows[0].count && column < found->count
		? found->texts[column]
		: NULL;
}

size_t
csv_table_row_number(const struct csv_table *table, size_t row)
{
	return table->rows[row + 1].number;
}

void
csv_table_complain(
	const struct csv_table *table, size_t row, const char *format, ...)
{
	char message[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	log_error("%s: row %zu: %s", table->path, table->rows[row + 1].number,
		message);
}

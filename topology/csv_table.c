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

struct cell_row {
	const char **texts;
	size_t count, capacity;
};

struct csv_table {
	struct arena *arena;
	const char *path;
	struct cell_row *rows; /* the first has the headings */
	size_t count, capacity;
	bool in_row; /* the last one goes on */
	bool has_nul;
};

static struct cell_row *
last_row(struct csv_table *table)
{
	if (!table->in_row) {
		table->rows = memory_grown(table->rows, table->count,
			&table->capacity, sizeof(struct cell_row));
		table->rows[table->count++] = (struct cell_row){ 0 };
		table->in_row = true;
	}
	return &table->rows[table->count - 1];
}

static void
on_cell(void *bytes, size_t length, void *data)
{
	struct csv_table *table = data;
	struct cell_row *row = last_row(table);

	if (length > 0 && memchr(bytes, '\0', length) != NULL)
		table->has_nul = true;
	row->texts = memory_grown(
		row->texts, row->count, &row->capacity, sizeof(char *));
	row->texts[row->count++] =
		length == 0 ? NULL : arena_copy(table->arena, bytes, length);
}

static void
on_row(int end, void *data)
{
	(void)end;
	((struct csv_table *)data)->in_row = false;
}

/* Spreadsheets put a byte order mark before UTF-8. */
static const char *
behind_mark(const char *text)
{
	static const char mark[] = "\xef\xbb\xbf";

	return strncmp(text, mark, strlen(mark)) == 0 ? text + strlen(mark)
						      : text;
}

static int
parse(struct csv_table *table, const char *text, size_t length)
{
	const char *begin = behind_mark(text);
	struct csv_parser parser;
	int result = -1;

	length -= (size_t)(begin - text);
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		abort();
	if (csv_parse(&parser, begin, length, on_cell, on_row, table) !=
			length ||
		csv_fini(&parser, on_cell, on_row, table) != 0)
		csv_table_complain(table,
			table->count > 0 ? table->count - 1 : 0, "not CSV: %s",
			csv_strerror(csv_error(&parser)));
	else if (table->has_nul)
		log_error("%s: a text holds a NUL character", table->path);
	else if (table->count == 0)
		log_error("%s: is empty; its first line must have the headings",
			table->path);
	else
		result = 0;
	csv_free(&parser);
	return result;
}

struct csv_table *
csv_table_read(const char *path)
{
	struct arena *arena;
	struct csv_table *table;
	size_t length;
	char *text = file_read(path, &length);
	int result;

	if (text == NULL)
		return NULL;
	arena = arena_create();
	table = arena_allocate(arena, sizeof(*table));
	table->arena = arena;
	table->path = arena_text(arena, path);
	result = parse(table, text, length);
	free(text);
	if (result == 0)
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

const char *
csv_table_text(const struct csv_table *table, size_t row, const char *heading)
{
	const struct cell_row *headings = &table->rows[0];
	const struct cell_row *found = &table->rows[row + 1];

	for (size_t i = 0; i < headings->count && i < found->count; i++)
		if (headings->texts[i] != NULL &&
			is_heading(headings->texts[i], heading))
			return found->texts[i];
	return NULL;
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
	log_error("%s: row %zu: %s", table->path, row + 2, message);
}

/* cells.c -- the only door to libcsv: a file becomes rows of texts. */
#include "cells.h"

#include <csv.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "log.h"
#include "memory.h"

struct cell_row {
	const char **texts;
	size_t count, capacity;
};

struct cells {
	struct arena *arena;
	const char *path;
	struct cell_row *rows; /* the first has the headings */
	size_t count, capacity;
	bool in_row; /* the last one goes on */
	bool has_nul;
};

static struct cell_row *
last_row(struct cells *cells)
{
	if (!cells->in_row) {
		cells->rows = memory_grown(cells->rows, cells->count,
			&cells->capacity, sizeof(struct cell_row));
		cells->rows[cells->count++] = (struct cell_row){ 0 };
		cells->in_row = true;
	}
	return &cells->rows[cells->count - 1];
}

static void
on_cell(void *bytes, size_t length, void *data)
{
	struct cells *cells = data;
	struct cell_row *row = last_row(cells);

	if (length > 0 && memchr(bytes, '\0', length) != NULL)
		cells->has_nul = true;
	row->texts = memory_grown(
		row->texts, row->count, &row->capacity, sizeof(char *));
	row->texts[row->count++] =
		length == 0 ? NULL : arena_copy(cells->arena, bytes, length);
}

static void
on_row(int end, void *data)
{
	(void)end;
	((struct cells *)data)->in_row = false;
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
parse(struct cells *cells, const char *text, size_t length)
{
	const char *begin = behind_mark(text);
	struct csv_parser parser;
	int result = -1;

	length -= (size_t)(begin - text);
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		abort();
	if (csv_parse(&parser, begin, length, on_cell, on_row, cells) !=
			length ||
		csv_fini(&parser, on_cell, on_row, cells) != 0)
		cells_complain(cells, cells->count > 0 ? cells->count - 1 : 0,
			"not CSV: %s", csv_strerror(csv_error(&parser)));
	else if (cells->has_nul)
		log_error("%s: a text holds a NUL character", cells->path);
	else if (cells->count == 0)
		log_error("%s: is empty; its first line must have the headings",
			cells->path);
	else
		result = 0;
	csv_free(&parser);
	return result;
}

struct cells *
cells_read(const char *path)
{
	struct arena *arena;
	struct cells *cells;
	size_t length;
	char *text = file_read(path, &length);
	int result;

	if (text == NULL)
		return NULL;
	arena = arena_create();
	cells = arena_allocate(arena, sizeof(*cells));
	cells->arena = arena;
	cells->path = arena_text(arena, path);
	result = parse(cells, text, length);
	free(text);
	if (result == 0)
		return cells;
	cells_free(cells);
	return NULL;
}

void
cells_free(struct cells *cells)
{
	if (cells == NULL)
		return;
	for (size_t i = 0; i < cells->count; i++)
		free(cells->rows[i].texts);
	free(cells->rows);
	arena_free(cells->arena);
}

const char *
cells_path(const struct cells *cells)
{
	return cells->path;
}

size_t
cells_row_count(const struct cells *cells)
{
	return cells != NULL ? cells->count - 1 : 0;
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
cells_text(const struct cells *cells, size_t row, const char *heading)
{
	const struct cell_row *headings = &cells->rows[0];
	const struct cell_row *found = &cells->rows[row + 1];

	for (size_t i = 0; i < headings->count && i < found->count; i++)
		if (headings->texts[i] != NULL &&
			is_heading(headings->texts[i], heading))
			return found->texts[i];
	return NULL;
}

void
cells_complain(const struct cells *cells, size_t row, const char *format, ...)
{
	char message[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	log_error("%s: row %zu: %s", cells->path, row + 2, message);
}

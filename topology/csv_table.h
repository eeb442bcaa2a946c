/* csv_table.h -- a CSV file with a line of headings, as a table. The only door
 * to libcsv. Commas, semicolons or tabs part the cells; rows of nothing are
 * left out.
 *
 * Headings are found whatever their case, and "_", "-" and a space are one:
 * exports call the same column "primary_ip4" and "Primary IP4". Texts belong
 * to the table. */
#ifndef TOPOLOGY_CSV_TABLE_H
#define TOPOLOGY_CSV_TABLE_H

#include <stdbool.h>
#include <stddef.h>

struct csv_table;

/* NULL after logging: no such file, no CSV, no headings. */
struct csv_table *csv_table_read(const char *path);
void csv_table_free(struct csv_table *);
const char *csv_table_path(const struct csv_table *);
size_t csv_table_row_count(const struct csv_table *); /* 0 for NULL */
bool csv_table_has(const struct csv_table *, const char *heading);
/* NULL without such a column, or with nothing or a dash in it; rows from 0. */
const char *csv_table_text(
	const struct csv_table *, size_t row, const char *heading);

/* As people count: the headings are row 1. */
size_t csv_table_row_number(const struct csv_table *, size_t row);
/* Logs "FILE: row N: ...", with this number. */
void csv_table_complain(const struct csv_table *, size_t row,
	const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif

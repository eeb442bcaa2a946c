/* cells.h -- a CSV file with a line of headings, as a table. The only door to
 * libcsv.
 *
 * Headings are found whatever their case, and "_", "-" and a space are one:
 * exports call the same column "primary_ip4" and "Primary IP4". Texts belong
 * to the table. */
#ifndef TOPOLOGY_CELLS_H
#define TOPOLOGY_CELLS_H

#include <stddef.h>

struct cells;

/* NULL after logging: no such file, no CSV, no headings. */
struct cells *cells_read(const char *path);
void cells_free(struct cells *);
const char *cells_path(const struct cells *);
size_t cells_row_count(const struct cells *); /* 0 for NULL */
/* NULL when there is no such column, or nothing in it; rows from 0. */
const char *cells_text(const struct cells *, size_t row, const char *heading);

/* Logs "FILE: row N: ...", counted as people do: the headings are row 1. */
void cells_complain(const struct cells *, size_t row, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif

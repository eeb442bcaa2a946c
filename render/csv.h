/* csv.h -- the rows of a page's query as a table for other programs.
 *
 * RFC 4180: a header with the names of the columns, lines that end in CR LF,
 * UTF-8. Texts are what pages show (plain.h): no control bytes, no line ends.
 * A text that a spreadsheet would take for a formula, one that begins with
 * = + - or @, gets a ' before it; numbers stay as they are. */
#ifndef RENDER_CSV_H
#define RENDER_CSV_H

#include "context.h"
#include "memory.h"

/* Appends the rows of the query that the tag names; -1 after logging. */
int csv_append(struct context *, const struct tag *query, struct text *out);

#endif

/* context.h -- the data that a template may name, and what a name means.
 *
 * Scopes are stacked: fixed variables at the bottom, then the current row of
 * each section that is open. A name is looked up from the innermost scope
 * outward. Queries have names of their own; a section over one runs it, with
 * each parameter (:id) bound to the column of that name, and opens its rows as
 * scopes. Statements are prepared once and run as often as needed.
 *
 * A rehearsal enters every section once, without data, so that a wrong name is
 * found even where the network gives no row. Every function logs FILE:LINE. */
#ifndef RENDER_CONTEXT_H
#define RENDER_CONTEXT_H

#include <stdbool.h>

#include "database.h"
#include "tags.h"

struct context;

struct variable {
	const char *name;
	const char *text; /* NULL: not true, shown as nothing */
};

/* `variables` ends with a NULL name, is not copied and may change its texts;
 * NULL for none. */
struct context *context_create(
	struct database *, const struct variable *variables);
void context_free(struct context *);

int context_add_query(struct context *, const struct place *, const char *name,
	const char *sql);
bool context_has_query(const struct context *, const char *name);

/* To be called when the text of a variable changes and no row moved. */
void context_forget(struct context *);

void context_rehearse(struct context *, bool rehearsing);
bool context_is_rehearsal(const struct context *);

/* Never NULL for a known name ("" for NULL). NULL after logging for an unknown
 * one. Valid until the row it comes from moves on. */
const char *context_text(const struct context *, const struct tag *);

/* Replaces each :name of `pattern` by the column's text ("site-:slug"). -1
 * after logging. */
int context_fill(const struct context *, const struct tag *,
	const char *pattern, struct text *out);

/* A section is walked like this, on the caller's stack:
 *
 *   if (section_begin(&section, context, tag) != 0) return -1;
 *   while (section_next(&section)) ...
 *   return section_end(&section);
 *
 * section_end must be reached even when the body failed. */
struct section {
	struct context *context;
	struct named_query *rows; /* NULL: a column decides */
	int turns; /* left, when no rows are walked */
	bool opened; /* its rows are a scope */
	bool is_at_first; /* that row has been read already */
};

int section_begin(struct section *, struct context *, const struct tag *);
bool section_next(struct section *);
int section_end(struct section *);

/* The innermost row, for those who read all its columns (a diagram whose
 * columns are attributes); NULL when no row is open or in a rehearsal. */
const struct query *context_row(const struct context *);

#endif

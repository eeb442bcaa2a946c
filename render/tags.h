/* tags.h -- the mustache tags of a template, one at a time.
 *
 *   {{name}}          the text of a column
 *   {{#name}}         once for each row of a query; once when a column is true
 *   {{?name}}         once when a query has rows or a column is true
 *   {{^name}}         once when a query has no rows or a column is not true
 *   {{/name}} {{/}}   ends the section
 *   {{> word name}}   a part that the program fills in
 *   {{! remark}}      nothing
 *
 * NULL, an empty text and 0 are not true. */
#ifndef RENDER_TAGS_H
#define RENDER_TAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"

enum tag_kind {
	TAG_TEXT, /* no tag: the text up to the next one */
	TAG_VALUE,
	TAG_EACH,
	TAG_ANY,
	TAG_NONE,
	TAG_END,
	TAG_PARTIAL,
	TAG_REMARK,
};

/* Where in a template something stands: "FILE:LINE" of a message. */
struct place {
	const char *file;
	int line;
};

struct tag {
	enum tag_kind kind;
	const char *name; /* or the text */
	struct place place;
};

/* Reads the tag or text at `*cursor`, whose place is `*place`, and moves both
 * behind it. 1: read; 0: nothing left; -1: no tag, after logging. */
int tag_next(
	struct arena *, const char **cursor, struct place *place, struct tag *);

bool tag_opens_section(const struct tag *);
/* Does this end tag close that section? Logs when it does not. */
bool tag_closes(const struct tag *end, const struct tag *section);

void place_error(const struct place *, const char *format, ...)
	PRINTF_LIKE(2, 3);

#endif

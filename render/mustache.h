/* mustache.h -- templates that are expanded as text: layouts, labels, titles.
 *
 * Parsed once, expanded as often as there are rows. A page's body is no such
 * text: it is expanded as a tree (template.h). */
#ifndef RENDER_MUSTACHE_H
#define RENDER_MUSTACHE_H

#include "context.h"
#include "memory.h"
#include "plain.h"
#include "tags.h"

struct mustache;

/* Lives in the arena. NULL after logging. */
struct mustache *mustache_parse(struct arena *, struct place, const char *text);

struct mustache_output {
	struct text *text;
	escape_function *escape; /* for every value */
	/* Writes what {{> name}} stands for, raw; -1 after logging. NULL:
	 * there are no such parts here. */
	int (*partial)(void *data, const struct tag *, struct text *out);
	void *data;
};

/* Appends to the output; -1 after logging. */
int mustache_expand(const struct mustache *, struct context *,
	const struct mustache_output *);

#endif

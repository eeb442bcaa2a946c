/* layout.h -- templates/layout.html: what stands around each page.
 *
 * A mustache text with front matter for its queries. It may name page, title,
 * root and digest; `{{> content}}` is the page. Its queries may ask TEMP table
 * navigation (pages.h). */
#ifndef RENDER_LAYOUT_H
#define RENDER_LAYOUT_H

#include "database.h"
#include "memory.h"

struct layout;

/* NULL after logging FILE:LINE. */
struct layout *layout_open(struct database *, const char *path);
void layout_close(struct layout *);

struct layout_page {
	const char *title;
	const char *path; /* devices/hq-core1 */
	const char *root; /* ../ */
	const char *digest;
	const char *content; /* HTML */
};

/* Appends the whole HTML page; -1 after logging. */
int layout_fill(struct layout *, const struct layout_page *, struct text *out);

#endif

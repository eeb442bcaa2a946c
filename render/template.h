/* template.h -- the body of a page: Markdown with tags, filled with data.
 *
 * The text is parsed once. A section tag that stands alone in a paragraph, a
 * list item or a table row repeats what stands between it and its end: blocks,
 * items, rows. Inside a text it repeats that text. `{{> diagram NAME}}` alone
 * in a paragraph is a picture (":slug" in NAME is a column), so is
 * `{{> chart NAME}}`, `{{> badge NAME}}`
 * shows a column's word in a coloured box.
 *
 * The property that everything rests on: for any bytes that a device may say,
 * what comes out is those bytes made plain (plain.h), without blanks at the
 * ends, and nothing else. Values become text and code nodes, never markup;
 * in a link or in HTML of the template only slugs may stand. */
#ifndef RENDER_TEMPLATE_H
#define RENDER_TEMPLATE_H

#include "context.h"
#include "document.h"

struct template;

/* Lives in the arena. NULL after logging FILE:LINE. */
struct template *template_parse(
	struct arena *, struct place, const char *markdown);

/* What a page needs beside data. */
struct page_parts {
	const char *title;
	const char *diagrams; /* the folder of drawn pictures; NULL: none */
	const char *charts; /* the same of charts */
};

/* A filled tree in the arena. NULL after logging FILE:LINE. */
struct node *template_fill(const struct template *, struct context *,
	const struct page_parts *, struct arena *);

#endif

/* markdown.h -- Markdown text to a tree, a tree to Markdown text.
 *
 * The only door to cmark-gfm. Parsing is for templates: they are trusted text.
 * Data never meets the parser; it enters the tree later, as text and code.
 * One document at a time: cmark's arena is one for the process. */
#ifndef RENDER_MARKDOWN_H
#define RENDER_MARKDOWN_H

#include "document.h"

/* With pipe tables. `first_line` is the line of its first line in its file. */
struct node *markdown_parse(
	struct arena *, const char *markdown, int first_line);

/* Of people's notes, without pipe tables: Debian's cmark-gfm reads hostile ones
 * in quadratic time. What stands deeper than some fifty levels is left out. */
struct node *markdown_parse_note(struct arena *, const char *markdown);

/* `root` ("", "../", ...) leads from the page to the site's folder; links of
 * the tree are relative to that folder. */
void markdown_write(
	const struct node *document, const char *root, struct text *out);

#endif

/* document.h -- a page as a tree: what Markdown and HTML are written from.
 *
 * markdown.h makes such a tree from a template's text, template.h fills it
 * with data, html.h and markdown.h print it. Everything belongs to an arena.
 * Texts in a filled tree are plain (plain.h): the printers only escape. */
#ifndef RENDER_DOCUMENT_H
#define RENDER_DOCUMENT_H

#include <stdbool.h>

#include "memory.h"
#include "tags.h"

enum node_kind {
	NODE_DOCUMENT,
	/* blocks */
	NODE_PARAGRAPH,
	NODE_HEADING,
	NODE_QUOTE,
	NODE_LIST,
	NODE_ITEM,
	NODE_CODE_BLOCK,
	NODE_RULE,
	NODE_TABLE,
	NODE_ROW,
	NODE_CELL,
	NODE_HTML_BLOCK, /* of the template only, never of data */
	NODE_PICTURE,
	NODE_CHART, /* a picture that is not part of the page */
	NODE_PART, /* one of several pages in one (joined.h) */
	/* inlines */
	NODE_TEXT,
	NODE_CODE,
	NODE_EMPHASIS,
	NODE_STRONG,
	NODE_LINK,
	NODE_SOFT_BREAK,
	NODE_LINE_BREAK,
	NODE_HTML, /* of the template only, never of data */
	NODE_BADGE, /* a word in a coloured box */
	/* of templates only: gone once filled */
	NODE_VALUE,
	NODE_SECTION,
};

struct mustache;

struct node {
	enum node_kind kind;
	int line; /* in the template */
	const char *text; /* text, code, HTML, URL, name of a picture */
	const char *title; /* of a picture: what it shows */
	const char *svg; /* of a picture: its file */
	const char *id; /* of a heading, headings.h; NULL: none */
	int level; /* of a heading; first number of an ordered list, else 0 */
	bool tight; /* a list without blank lines */
	bool is_header; /* a row */
	char alignment; /* of a cell: 'l', 'c', 'r' or 0 */
	struct tag tag; /* of a value or a section */
	const struct mustache *pattern; /* a text that has tags in it */
	struct node *first;
	struct node *last;
	struct node *next;
};

struct node *node_add(struct arena *, struct node *parent, enum node_kind);
void node_append(struct node *parent, struct node *child);
/* The kind and what belongs to it, without children, as last child. */
struct node *node_add_copy(
	struct arena *, struct node *parent, const struct node *);

/* All text below the node, in order. */
void node_text(const struct node *, struct text *out);

struct digest;

/* All that the printers read, so that equal trees give equal pages. */
void node_digest(const struct node *, struct digest *);

#endif

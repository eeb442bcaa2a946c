/* foreign.h -- what devices and people say, as text or code of a page. */
#ifndef RENDER_FOREIGN_H
#define RENDER_FOREIGN_H

#include "document.h"

/* The value made plain (plain.h), without blanks at its ends. NODE_TEXT: words
 * that would be live in Markdown become code, the others text. */
void foreign_add(
	struct arena *, struct node *parent, enum node_kind, const char *value);

#endif

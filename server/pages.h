/* pages.h -- the few pages that the server makes itself: HTML in, text out.
 *
 * Whatever comes from a request or a manifest passes escape_markup. */
#ifndef SERVER_PAGES_H
#define SERVER_PAGES_H

#include "catalogue.h"

/* `root` leads from the page to the server's root: "" or "../". */
void page_timeline(struct text *, const struct catalogue *);
void page_sentence(struct text *, const char *root, const char *title,
	const char *sentence);

#endif

/* pages.h -- a page of one sentence, for what went wrong or has to wait.
 *
 * Whatever comes from a request passes escape_markup. */
#ifndef SERVER_PAGES_H
#define SERVER_PAGES_H

#include "memory.h"

/* `root` leads from the page to the server's root: "" or "../". */
void page_sentence(struct text *, const char *root, const char *title,
	const char *sentence);

#endif

/* pages.h -- a page of one sentence, for what went wrong or has to wait.
 *
 * Title and root are the server's own words; the sentence passes escape_markup
 * and may have some of a request. */
#ifndef SERVER_PAGES_H
#define SERVER_PAGES_H

#include "memory.h"

/* `to_root` leads from the page to the server's root: "" or "../". */
void page_sentence(struct text *, const char *to_root, const char *title,
	const char *sentence);

#endif

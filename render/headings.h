/* headings.h -- ids by which links lead into a page.
 *
 * A heading is named by its words; one that was named so before gets a number
 * behind ("links-2"). */
#ifndef RENDER_HEADINGS_H
#define RENDER_HEADINGS_H

#include "document.h"

/* Gives each heading of a filled tree its id. */
void headings_name(struct arena *, struct node *document);

#endif

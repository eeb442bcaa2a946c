/* table.h -- a filled table without what says nothing. */
#ifndef RENDER_TABLE_H
#define RENDER_TABLE_H

#include "document.h"

/* Leaves out columns without a word below their heading. A table without
 * headings is a list of names and values: a name without a value goes. */
void table_tidy(struct arena *, struct node *table);

#endif

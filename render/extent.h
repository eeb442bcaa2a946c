/* extent.h -- how long a table of a page may become.
 *
 * A browser is slow with ten thousand rows, and nobody reads them: the first
 * thousand stand on the page, and a line behind them says how many there are.
 * Rows to which links lead, by an anchor, are never left out. */
#ifndef RENDER_EXTENT_H
#define RENDER_EXTENT_H

#include "document.h"

/* Of one table; starts as { 0 }. */
struct extent {
	int shown;
	int all;
};

/* Counts the row of a template; false: it is left out. */
bool extent_takes(struct extent *, const struct node *row);
/* Says how many there are, if any was left out. */
void extent_tell(struct arena *, const struct extent *, struct node *parent);

#endif

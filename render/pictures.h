/* pictures.h -- what was drawn, for the queries of pages: TEMP tables.
 *
 *   picture       one row a picture: name, kind, heading and kind_order of its
 *                 kind, ordinal (order of drawing), title, page (that shows it,
 *                 without .html), is_alone (the page is its own), base (the
 *                 picture of which it is a view, or NULL), formats, how (the
 *                 network was cut to get it, or NULL), nodes, edges, not_drawn
 *                 (why, or NULL)
 *   picture_link  name, target: the pages that a picture leads to, "devices/a";
 *                 what it leads to is what it shows
 *   picture_file  name, ordinal, format, path: its files, and those of its
 *                 views */
#ifndef RENDER_PICTURES_H
#define RENDER_PICTURES_H

#include "database.h"

/* Empty tables; -1 after logging. */
int pictures_create(struct database *);
/* From diagrams/pictures.json (album.h); -1 after logging. */
int pictures_list(struct database *, const char *diagrams);

#endif

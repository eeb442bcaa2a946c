/* pages.h -- all pages of a site, from the template folders.
 *
 * TEMP tables tell queries what is not in the database: navigation (path,
 * label, ordinal, section), the pages that asked for a place in the bar;
 * picture, picture_link and picture_file, the diagrams that were drawn
 * (pictures.h); note (notes.h); printed (ordinal, path, title), while the page
 * is filled that joins them (page.h). */
#ifndef RENDER_PAGES_H
#define RENDER_PAGES_H

#include "database.h"
#include "page.h"

struct pages;

/* Opens every file pages/NAME.md of the folders (the first folder wins) and
 * layout.html, fills the navigation. NULL after logging every mistake. */
struct pages *pages_open(
	struct database *, const char *const *folders, int folder_count);
void pages_close(struct pages *);

/* Writes this worker's share; `parts->layout` is filled in here. */
int pages_write(const struct pages *, const struct site_parts *);

#endif

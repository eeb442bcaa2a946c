/* site.h -- a whole site from one topology.db.
 *
 * Everything is written into OUTPUT.new, which takes the place of OUTPUT when
 * it is complete; a reader never sees half a site, and a failed run changes
 * nothing. The same database and templates give the same bytes. */
#ifndef RENDER_SITE_H
#define RENDER_SITE_H

#include <stdbool.h>

enum { TEMPLATE_FOLDERS = 2 };

struct site_order {
	const char *database;
	const char *output;
	const char *notes; /* the folder of notes, or NULL */
	const char *templates[TEMPLATE_FOLDERS]; /* the first wins */
	int template_count;
	int jobs; /* processes at work at once, at least 1 */
	const char *formats; /* of all pictures; NULL: as templates say */
	const char *previous; /* topology.db of the state before, or NULL */
	bool only_diagrams; /* no page, no topology.json */
};

/* -1 after logging. */
int site_render(const struct site_order *);

#endif

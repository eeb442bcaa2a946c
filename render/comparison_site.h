/* comparison_site.h -- two states of a network, compared for readers.
 *
 * TEMP tables of templates/comparison/told.sql hold what is told; a site of
 * its own (HTML, Markdown, pictures, comparison.json), the JSON alone or some
 * lines of text show it. The same states give the same bytes.
 *
 *   const struct comparison_order order = { .before = { "p1.db", "p1" }, ... };
 *   struct database *comparison = comparison_tell(&order);
 *
 *   if (comparison != NULL && comparison_site(comparison, &order) == 0) ...
 *   database_close(comparison);
 *
 * Whoever keeps the comparison can ask for its site once, and for JSON, text
 * and single pictures (comparison.h) as often as he likes. */
#ifndef RENDER_COMPARISON_SITE_H
#define RENDER_COMPARISON_SITE_H

#include <stdbool.h>
#include <stdio.h>

#include "comparison.h"

struct compared_state {
	const char *path; /* topology.db */
	const char *name; /* for readers: a tag, an id, a file */
};

struct comparison_order {
	struct compared_state before, after;
	const char *output; /* the folder of the site */
	/* The sites of both states can be read at OUTPUT/old and OUTPUT/new;
	 * else nothing leads to pages of objects. */
	bool has_sites;
	/* From OUTPUT to the root of the server that shows it, "../../": it can
	 * compare others. NULL: there is none. */
	const char *server;
	const char *const
		*templates; /* folders of every site; the first wins */
	int template_count;
	int jobs; /* processes at work at once, at least 1 */
	const char *formats; /* of all pictures; NULL: as templates say */
};

/* NULL after logging, as comparison_open. */
struct database *comparison_tell(const struct comparison_order *);

/* These return -1 after logging. A failed site leaves what was there. */
int comparison_site(struct database *, const struct comparison_order *);
int comparison_json(struct database *, const struct comparison_order *, FILE *);
int comparison_text(struct database *, FILE *);

#endif

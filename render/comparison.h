/* comparison.h -- two states of a network, to make pictures of what differs.
 *
 * The later state is the database, the earlier one is attached to it as
 * `before`; TEMP tables say what differs (compare.h). Pictures of it are drawn
 * by diagrams_draw:
 *
 *   struct database *comparison = comparison_open("p1.db", "p2.db");
 *   const struct diagrams_order order = { .site = folder, .only = "changes-hq",
 *   	.comparison = comparison, ... };
 *
 *   if (comparison != NULL && diagrams_draw(NULL, &order) == 0) ...
 *   database_close(comparison);
 *
 * Neither file is written to. What shows pictures by name can keep the
 * comparison and draw one whenever it is asked for. */
#ifndef RENDER_COMPARISON_H
#define RENDER_COMPARISON_H

#include "database.h"

/* Paths of two topology.db. NULL after logging: one cannot be read or was not
 * analysed, or `before` is the later one. */
struct database *comparison_open(const char *before, const char *after);

#endif

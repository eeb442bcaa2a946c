/* finder.h -- which neighbour a row of another table speaks of.
 *
 * Agents repeat the key of lldpRemTable with care or without: time mark, port
 * and remote index decide, then port and index, then the port where it has one
 * neighbour only. */
#ifndef DISCOVER_FINDER_H
#define DISCOVER_FINDER_H

#include <stdbool.h>

struct adjacency;
struct device;
struct finder;
struct remote_key;

/* Of the rows of a protocol that pass; adjacencies stay the device's. */
struct finder *finder_create(const struct device *, const char *protocol,
	bool (*passes)(const struct adjacency *));
void finder_free(struct finder *);

/* NULL when there is none, or no telling which. */
struct adjacency *finder_find(const struct finder *, const struct remote_key *);

#endif

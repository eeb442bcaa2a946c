/* finder.c -- which neighbour a row of another table speaks of. */
#include "finder.h"

#include <stdlib.h>
#include <string.h>

#include "device.h"
#include "lookup.h"

/* How much of the key counts: of port, index, time mark. */
enum { DEPTHS = 3 };

struct finder {
	struct lookup *by_depth[DEPTHS];
};

/* Stands for two neighbours or more. */
static struct adjacency several;

static void
add(struct finder *finder, struct adjacency *row)
{
	const uint32_t key[DEPTHS] = { row->local_port_number,
		row->remote_index, row->time_mark };

	for (size_t i = 0; i < DEPTHS; i++) {
		void **place = lookup_place(
			finder->by_depth[i], key, (i + 1) * sizeof(*key));

		*place = *place == NULL ? row : &several;
	}
}

struct finder *
finder_create(const struct device *device, const char *protocol,
	bool (*passes)(const struct adjacency *))
{
	struct finder *finder = memory_zeroed(sizeof(*finder));

	for (size_t i = 0; i < DEPTHS; i++)
		finder->by_depth[i] = lookup_create();
	for (struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		if (strcmp(row->protocol, protocol) == 0 && passes(row))
			add(finder, row);
	return finder;
}

void
finder_free(struct finder *finder)
{
	for (size_t i = 0; i < DEPTHS; i++)
		lookup_free(finder->by_depth[i]);
	free(finder);
}

struct adjacency *
finder_find(const struct finder *finder, const struct remote_key *remote)
{
	const uint32_t key[DEPTHS] = { remote->port, remote->index,
		remote->time_mark };

	for (size_t i = DEPTHS; i-- > 0;) {
		struct adjacency *row = lookup_find(
			finder->by_depth[i], key, (i + 1) * sizeof(*key));

		if (row != NULL)
			return row != &several ? row : NULL;
	}
	return NULL;
}

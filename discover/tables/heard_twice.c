/* heard_twice.c -- one neighbour that two tables of a device speak of.
 *
 * LLDP-MIB comes first. What its like and older protocols add is kept where no
 * row names the same chassis and port: a link would count twice otherwise. */
#include <string.h>

#include "device.h"
#include "lldp.h"
#include "lookup.h"
#include "mikrotik.h"

static bool
is_lldp(const struct adjacency *row)
{
	return strcmp(row->protocol, "lldp") == 0;
}

static bool
is_draft(const struct adjacency *row)
{
	return strncmp(row->protocol, LLDP_DRAFT, strlen(LLDP_DRAFT)) == 0;
}

static bool
is_topology(const struct adjacency *row)
{
	return strcmp(row->protocol, "ptopo") == 0;
}

/* Where the row of this chassis and port is kept. */
static void **
place_of(struct device *device, struct lookup *known,
	const struct adjacency *row)
{
	const char *key = arena_format(device->arena, "%s\n%s",
		row->chassis_id != NULL ? row->chassis_id : "",
		row->port_id != NULL ? row->port_id : "");

	return lookup_place(known, key, strlen(key));
}

static struct lookup *
known_neighbours(struct device *device)
{
	struct lookup *known = lookup_create();

	for (struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		if (is_lldp(row))
			*place_of(device, known, row) = row;
	return known;
}

/* Rows of that kind go where LLDP has them; their addresses stay. */
static void
drop_known(struct device *device, bool (*is_less)(const struct adjacency *))
{
	struct lookup *known = known_neighbours(device);
	struct adjacency **place = &device->adjacencies;

	while (*place != NULL) {
		struct adjacency *row = *place, *better;

		better = is_less(row) ? *place_of(device, known, row) : NULL;
		if (better == NULL) {
			place = &row->next;
			continue;
		}
		for (const struct management_address *address = row->addresses;
			address != NULL; address = address->next)
			adjacency_add_address(device, better, &address->ip);
		*place = row->next;
	}
	lookup_free(known);
}

void
neighbours_settle(struct device *device)
{
	drop_known(device, is_draft);
	for (struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		if (is_draft(row))
			row->protocol = "lldp";
	drop_known(device, is_topology);
	mikrotik_settle(device);
}

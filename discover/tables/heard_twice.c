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

static bool
is_named(const struct adjacency *row)
{
	return row->chassis_id != NULL || row->port_id != NULL ||
		row->sys_name != NULL;
}

static const char *
text_or_none(const char *text)
{
	return text != NULL ? text : "";
}

static void
move_addresses(struct device *device, struct adjacency *to,
	const struct adjacency *from)
{
	for (const struct management_address *row = from->addresses;
		row != NULL; row = row->next)
		adjacency_add_address(device, to, &row->ip);
}

/* A row that an agent gives under each time mark is one neighbour; rows that
 * share the rest of the key only are two. */
static void
merge_time_marks(struct device *device)
{
	struct lookup *known = lookup_create();
	struct adjacency **place = &device->adjacencies;

	while (*place != NULL) {
		struct adjacency *row = *place;
		const char *key = arena_format(device->arena,
			"%s\n%u\n%u\n%s\n%s\n%s", row->protocol,
			row->local_port_number, row->remote_index,
			text_or_none(row->chassis_id),
			text_or_none(row->port_id),
			text_or_none(row->sys_name));
		void **first = lookup_place(known, key, strlen(key));

		if (*first != NULL && is_named(row)) {
			move_addresses(device, *first, row);
			*place = row->next;
			continue;
		}
		*first = row;
		place = &row->next;
	}
	lookup_free(known);
}

/* Where the row of this chassis and port is kept. */
static void **
place_of(struct device *device, struct lookup *known,
	const struct adjacency *row)
{
	const char *key = arena_format(device->arena, "%s\n%s",
		text_or_none(row->chassis_id), text_or_none(row->port_id));

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
		move_addresses(device, better, row);
		*place = row->next;
	}
	lookup_free(known);
}

void
heard_twice_settle(struct device *device)
{
	merge_time_marks(device);
	drop_known(device, is_draft);
	for (struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		if (is_draft(row))
			row->protocol = "lldp";
	drop_known(device, is_topology);
	mikrotik_settle(device);
}

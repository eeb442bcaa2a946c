/* settle.c -- what can be said of a device only when all tables were read.
 *
 * Collectors run in any order and see one table each; here one table corrects
 * another. */
#include <string.h>

#include "device.h"

static const char local_table[] = "lldpLocManAddrTable";

/* LLDP's own addresses say little about the interface: they count only where
 * no address table has the same address. */
static bool
is_said_better(const struct device *device, const struct device_address *said)
{
	const struct device_address *other = device->addresses;

	if (strcmp(said->sources, local_table) != 0)
		return false;
	while (other != NULL &&
		(other == said || !ip_equal(&other->ip, &said->ip) ||
			strcmp(other->sources, local_table) == 0))
		other = other->next;
	return other != NULL;
}

static void
drop_repeated_addresses(struct device *device)
{
	struct device_address **place = &device->addresses;

	while (*place != NULL)
		if (is_said_better(device, *place))
			*place = (*place)->next;
		else
			place = &(*place)->next;
}

/* net-snmp on Linux lists its own link-local address as a neighbour. */
static void
drop_own_neighbours(struct device *device)
{
	struct device_neighbour **place = &device->neighbours;

	while (*place != NULL)
		if (device_owns(device, (*place)->if_index, &(*place)->ip))
			*place = (*place)->next;
		else
			place = &(*place)->next;
}

static bool
is_neighbour(const struct adjacency *adjacency)
{
	return adjacency->chassis_id != NULL || adjacency->port_id != NULL ||
		adjacency->sys_name != NULL;
}

/* The one neighbour on this local port, or NULL for none or several. */
static struct adjacency *
only_neighbour_on(const struct device *device, const struct adjacency *orphan)
{
	struct adjacency *found = NULL;

	for (struct adjacency *other = device->adjacencies; other != NULL;
		other = other->next) {
		if (!is_neighbour(other) ||
			other->local_port_number != orphan->local_port_number)
			continue;
		if (found != NULL)
			return NULL;
		found = other;
	}
	return found;
}

/* FortiSwitch sends management addresses under another remote index. */
static void
adopt_addresses(struct device *device, const struct adjacency *orphan)
{
	struct adjacency *neighbour = only_neighbour_on(device, orphan);

	if (neighbour == NULL)
		return;
	for (const struct management_address *address = orphan->addresses;
		address != NULL; address = address->next)
		adjacency_add_address(device, neighbour, &address->ip);
}

static void
settle_adjacencies(struct device *device)
{
	struct adjacency **place = &device->adjacencies;

	while (*place != NULL) {
		if (is_neighbour(*place)) {
			place = &(*place)->next;
			continue;
		}
		adopt_addresses(device, *place);
		*place = (*place)->next;
	}
}

/* Newest table first; within a family only the best one counts. */
static int
rank_of(const struct device_route *route)
{
	static const char *const tables[] = { "inetCidrRouteTable",
		"ipCidrRouteTable", "ipRouteTable" };
	int rank = 0;

	while (rank < (int)COUNT(tables) &&
		strcmp(route->source, tables[rank]) != 0)
		rank++;
	return rank;
}

static bool
has_better_route(const struct device *device, const struct device_route *route)
{
	for (const struct device_route *other = device->routes; other != NULL;
		other = other->next)
		if (other->prefix.family == route->prefix.family &&
			rank_of(other) < rank_of(route))
			return true;
	return false;
}

static void
drop_repeated_routes(struct device *device)
{
	struct device_route **place = &device->routes;

	while (*place != NULL)
		if (has_better_route(device, *place))
			*place = (*place)->next;
		else
			place = &(*place)->next;
}

void
device_settle(struct device *device)
{
	drop_repeated_addresses(device);
	drop_own_neighbours(device);
	settle_adjacencies(device);
	drop_repeated_routes(device);
}

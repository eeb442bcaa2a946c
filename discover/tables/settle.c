/* settle.c -- what can be said of a device only when all tables were read.
 *
 * Collectors run in any order and see one table each; here one table corrects
 * another. Each step is one pass with a look-up: an agent may send as many
 * rows as the row limit lets through. */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "extensions.h"
#include "finder.h"
#include "lldp.h"
#include "layer2.h"
#include "lookup.h"
#include "routing.h"
#include "traffic.h"

static const char lldp_table[] = "lldpLocManAddrTable";

static bool
is_from_lldp_only(const struct device_address *address)
{
	return strcmp(address->sources, lldp_table) == 0;
}

/* LLDP's own addresses say little about the interface: they count only where
 * no address table has the same address. */
static void
drop_repeated_addresses(struct device *device)
{
	struct device_address **place = &device->addresses;
	struct lookup *known = lookup_create();

	for (struct device_address *row = device->addresses; row != NULL;
		row = row->next)
		if (!is_from_lldp_only(row))
			*lookup_place(known, row->ip.bytes,
				sizeof(row->ip.bytes)) = row;
	while (*place != NULL) {
		const struct ip_address *ip = &(*place)->ip;

		if (is_from_lldp_only(*place) &&
			lookup_find(known, ip->bytes, sizeof(ip->bytes)) !=
				NULL)
			*place = (*place)->next;
		else
			place = &(*place)->next;
	}
	lookup_free(known);
}

/* Of a prefix on a link. */
struct prefix_key {
	uint8_t bytes[16];
	uint32_t if_index;
	int length;
};

static struct prefix_key
prefix_key(const struct ip_address *ip, uint32_t if_index, int length)
{
	struct prefix_key key = { .if_index = if_index, .length = length };
	struct ip_address network = *ip;

	network.prefix_length = length;
	network = ip_network(&network);
	memcpy(key.bytes, network.bytes, sizeof(key.bytes));
	return key;
}

static void
find_prefix_length(struct device_address *address, const struct lookup *known)
{
	for (int length = address->ip.family == 4 ? 32 : 128; length > 0;
		length--) {
		const struct prefix_key key =
			prefix_key(&address->ip, address->if_index, length);

		if (lookup_find(known, &key, sizeof(key)) == NULL)
			continue;
		address->ip.prefix_length = length;
		return;
	}
}

/* Agents that know the prefixes of their links may point to none of them from
 * their addresses. */
static void
complete_prefix_lengths(struct device *device)
{
	struct lookup *known;

	if (device->routing == NULL || device->routing->prefixes == NULL)
		return;
	known = lookup_create();
	for (struct device_prefix *row = device->routing->prefixes; row != NULL;
		row = row->next) {
		const struct prefix_key key = prefix_key(
			&row->ip, row->if_index, row->ip.prefix_length);

		*lookup_place(known, &key, sizeof(key)) = row;
	}
	for (struct device_address *row = device->addresses; row != NULL;
		row = row->next)
		if (row->ip.prefix_length == NO_PREFIX_LENGTH)
			find_prefix_length(row, known);
	lookup_free(known);
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
		adjacency->sys_name != NULL ||
		adjacency->port_description != NULL ||
		adjacency->sys_descr != NULL;
}

static void
adopt_addresses(struct device *device, const struct finder *finder,
	const struct adjacency *orphan)
{
	const struct remote_key key = { orphan->time_mark,
		orphan->local_port_number, orphan->remote_index };
	struct adjacency *neighbour = finder_find(finder, &key);

	if (neighbour == NULL)
		return;
	for (const struct management_address *address = orphan->addresses;
		address != NULL; address = address->next)
		adjacency_add_address(device, neighbour, &address->ip);
}

/* FortiSwitch sends management addresses under another remote index. */
static void
settle_adjacencies(struct device *device)
{
	struct adjacency **place = &device->adjacencies;
	struct finder *finder = finder_create(device, "lldp", is_neighbour);

	while (*place != NULL) {
		if (is_neighbour(*place)) {
			place = &(*place)->next;
			continue;
		}
		adopt_addresses(device, finder, *place);
		*place = (*place)->next;
	}
	finder_free(finder);
}

/* Newest table first. */
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

static int
best_rank(const struct device *device, int family)
{
	int best = INT32_MAX;

	for (const struct device_route *row = device->routes; row != NULL;
		row = row->next)
		if (row->prefix.family == family && rank_of(row) < best)
			best = rank_of(row);
	return best;
}

/* Within a family only the best table counts. */
static void
drop_repeated_routes(struct device *device)
{
	const int best_ipv4 = best_rank(device, 4);
	const int best_ipv6 = best_rank(device, 6);
	struct device_route **place = &device->routes;

	while (*place != NULL) {
		int best = (*place)->prefix.family == 4 ? best_ipv4 : best_ipv6;

		if (rank_of(*place) > best)
			*place = (*place)->next;
		else
			place = &(*place)->next;
	}
}

void
device_settle(struct device *device)
{
	drop_repeated_addresses(device);
	complete_prefix_lengths(device);
	drop_own_neighbours(device);
	heard_twice_settle(device);
	settle_adjacencies(device);
	extensions_settle(device);
	drop_repeated_routes(device);
	layer2_settle(device);
	traffic_settle(device);
	routing_settle(device);
}

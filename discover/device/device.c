/* device.c -- what one device told us: find or add, in the order it came.
 *
 * Every row is found by a short key in one hash table, so the union of two
 * neighbour tables with 10,000 rows each costs 20,000 look-ups. */
#include "device.h"

#include <stdlib.h>
#include <string.h>

#include "append.h"
#include "lookup.h"

enum row_kind {
	INTERFACE,
	ADDRESS,
	NEIGHBOUR,
	ADJACENCY,
	MANAGEMENT_ADDRESS,
	LLDP_LOCAL_PORT,
};

/* Each ends with the place for the next row. */
struct device_lists {
	struct lookup *rows;
	struct interface **interfaces;
	struct device_address **addresses;
	struct device_neighbour **neighbours;
	struct adjacency **adjacencies;
	uint32_t adjacency_count;
	struct lldp_local_port **lldp_local_ports;
	struct bridge_port **bridge_ports;
	struct device_route **routes;
	struct device_router **routers;
};

/* No padding: it is hashed as bytes. */
struct row_key {
	uint32_t kind, first, second, family;
	uint8_t address[16];
};

struct device *
device_create(const struct ip_address *address)
{
	struct arena *arena = arena_create();
	struct device *device = arena_allocate(arena, sizeof(*device));
	struct device_lists *lists = arena_allocate(arena, sizeof(*lists));

	device->arena = arena;
	device->address = *address;
	device->ip_forwarding = -1;
	device->ipv6_forwarding = -1;
	device->inet_route_count = -1;
	device->cidr_route_count = -1;
	device->route_limit = ROUTE_LIMIT;
	device->lists = lists;
	*lists = (struct device_lists){
		.rows = lookup_create(),
		.interfaces = &device->interfaces,
		.addresses = &device->addresses,
		.neighbours = &device->neighbours,
		.adjacencies = &device->adjacencies,
		.lldp_local_ports = &device->lldp_local_ports,
		.bridge_ports = &device->bridge_ports,
		.routes = &device->routes,
		.routers = &device->routers,
	};
	return device;
}

void
device_free(struct device *device)
{
	if (device == NULL)
		return;
	lookup_free(device->lists->rows);
	arena_free(device->arena);
}

static void **
place_of(struct device *device, const struct row_key *key)
{
	return lookup_place(device->lists->rows, key, sizeof(*key));
}

void **
device_place(struct device *device, const void *key, size_t length)
{
	return lookup_place(device->lists->rows, key, length);
}

static struct row_key
address_key(enum row_kind kind, uint32_t if_index, const struct ip_address *ip)
{
	struct row_key key = {
		.kind = kind, .first = if_index, .family = (uint32_t)ip->family
	};

	memcpy(key.address, ip->bytes, sizeof(key.address));
	return key;
}

struct interface *
device_interface(struct device *device, uint32_t index)
{
	struct row_key key = { .kind = INTERFACE, .first = index };
	void **place = place_of(device, &key);
	struct interface *interface = *place;

	if (interface != NULL)
		return interface;
	interface = arena_allocate(device->arena, sizeof(*interface));
	interface->index = index;
	APPEND(device->lists->interfaces, interface);
	return *place = interface;
}

struct adjacency *
device_adjacency_since(struct device *device, const char *protocol,
	const struct remote_key *remote)
{
	struct row_key key = { .kind = ADJACENCY,
		.first = remote->port,
		.second = remote->index,
		.family = remote->time_mark };
	struct adjacency *adjacency;
	void **place;

	strncpy((char *)key.address, protocol, sizeof(key.address) - 1);
	place = place_of(device, &key);
	adjacency = *place;
	if (adjacency != NULL)
		return adjacency;
	adjacency = arena_allocate(device->arena, sizeof(*adjacency));
	adjacency->protocol = arena_text(device->arena, protocol);
	adjacency->local_port_number = remote->port;
	adjacency->remote_index = remote->index;
	adjacency->time_mark = remote->time_mark;
	adjacency->number = device->lists->adjacency_count++;
	adjacency->last_address = &adjacency->addresses;
	APPEND(device->lists->adjacencies, adjacency);
	return *place = adjacency;
}

struct adjacency *
device_adjacency(struct device *device, const char *protocol,
	uint32_t local_port_number, uint32_t remote_index)
{
	const struct remote_key key = { .port = local_port_number,
		.index = remote_index };

	return device_adjacency_since(device, protocol, &key);
}

void
adjacency_add_address(struct device *device, struct adjacency *adjacency,
	const struct ip_address *ip)
{
	struct row_key key =
		address_key(MANAGEMENT_ADDRESS, adjacency->number, ip);
	struct management_address *row;
	void **place;

	place = place_of(device, &key);
	if (*place != NULL)
		return;
	*place = row = arena_allocate(device->arena, sizeof(*row));
	row->ip = *ip;
	APPEND(adjacency->last_address, row);
}

struct lldp_local_port *
device_lldp_local_port(struct device *device, uint32_t number)
{
	struct row_key key = { .kind = LLDP_LOCAL_PORT, .first = number };
	void **place = place_of(device, &key);
	struct lldp_local_port *port = *place;

	if (port != NULL)
		return port;
	port = arena_allocate(device->arena, sizeof(*port));
	port->number = number;
	APPEND(device->lists->lldp_local_ports, port);
	return *place = port;
}

/* "a" and "b" -> "a, b"; a word that is there already is not added. */
static const char *
with_source(struct device *device, const char *sources, const char *word)
{
	const char *found;

	if (sources == NULL)
		return word;
	found = strstr(sources, word);
	while (found != NULL && strchr(",", found[strlen(word)]) == NULL)
		found = strstr(found + 1, word);
	if (found != NULL && (found == sources || found[-1] == ' '))
		return sources;
	return arena_format(device->arena, "%s, %s", sources, word);
}

struct device_address *
device_add_address(struct device *device, uint32_t if_index,
	const struct ip_address *ip, const char *source)
{
	struct row_key key = address_key(ADDRESS, if_index, ip);
	void **place = place_of(device, &key);
	struct device_address *address = *place;

	if (address == NULL) {
		address = arena_allocate(device->arena, sizeof(*address));
		address->if_index = if_index;
		address->ip = *ip;
		APPEND(device->lists->addresses, address);
		*place = address;
	}
	if (address->ip.prefix_length == NO_PREFIX_LENGTH)
		address->ip.prefix_length = ip->prefix_length;
	address->sources = with_source(device, address->sources, source);
	if (if_index != 0)
		device_interface(device, if_index);
	return address;
}

struct device_neighbour *
device_add_neighbour(struct device *device, uint32_t if_index,
	const struct ip_address *ip, const char *source)
{
	struct row_key key = address_key(NEIGHBOUR, if_index, ip);
	void **place = place_of(device, &key);
	struct device_neighbour *neighbour = *place;

	if (neighbour == NULL) {
		neighbour = arena_allocate(device->arena, sizeof(*neighbour));
		neighbour->if_index = if_index;
		neighbour->ip = *ip;
		APPEND(device->lists->neighbours, neighbour);
		*place = neighbour;
	}
	neighbour->sources = with_source(device, neighbour->sources, source);
	if (if_index != 0)
		device_interface(device, if_index);
	return neighbour;
}

void
device_add_bridge_port(struct device *device, uint32_t port, uint32_t if_index)
{
	struct bridge_port *row = arena_allocate(device->arena, sizeof(*row));

	row->port = port;
	row->if_index = if_index;
	APPEND(device->lists->bridge_ports, row);
}

struct device_route *
device_add_route(struct device *device, const struct ip_address *prefix,
	const char *source)
{
	struct device_route *route =
		arena_allocate(device->arena, sizeof(*route));

	route->prefix = *prefix;
	route->source = source;
	APPEND(device->lists->routes, route);
	return route;
}

struct device_router *
device_add_router(
	struct device *device, const struct ip_address *ip, uint32_t if_index)
{
	struct device_router *router =
		arena_allocate(device->arena, sizeof(*router));

	router->ip = *ip;
	router->if_index = if_index;
	router->lifetime = -1;
	APPEND(device->lists->routers, router);
	return router;
}

bool
device_owns(const struct device *device, uint32_t if_index,
	const struct ip_address *ip)
{
	struct row_key key = address_key(ADDRESS, if_index, ip);

	return lookup_find(device->lists->rows, &key, sizeof(key)) != NULL;
}

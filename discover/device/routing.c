/* routing.c -- what a router told us of its routing protocols: rows in the
 * order they came. */
#include "routing.h"

#include <stdlib.h>
#include <string.h>

#include "append.h"
#include "device.h"

struct routing *
routing_of(struct device *device)
{
	struct routing *routing = device->routing;

	if (routing != NULL)
		return routing;
	routing = arena_allocate(device->arena, sizeof(*routing));
	routing->last_bgp_peer = &routing->bgp_peers;
	routing->last_bgp_family = &routing->bgp_families;
	routing->last_igp_neighbour = &routing->igp_neighbours;
	routing->last_isis_circuit = &routing->isis_circuits;
	routing->last_router_advert = &routing->router_adverts;
	routing->last_prefix = &routing->prefixes;
	routing->last_virtual_router = &routing->virtual_routers;
	return device->routing = routing;
}

struct bgp_peer *
routing_add_bgp_peer(struct device *device, const struct ip_address *remote)
{
	struct bgp_peer *peer = arena_allocate(device->arena, sizeof(*peer));

	peer->remote = *remote;
	peer->number = routing_of(device)->bgp_peer_count++;
	APPEND(routing_of(device)->last_bgp_peer, peer);
	return peer;
}

struct bgp_family *
routing_add_bgp_family(struct device *device, const struct ip_address *remote)
{
	struct bgp_family *family =
		arena_allocate(device->arena, sizeof(*family));

	family->remote = *remote;
	APPEND(routing_of(device)->last_bgp_family, family);
	return family;
}

struct igp_neighbour *
routing_add_igp_neighbour(struct device *device, const char *protocol)
{
	struct igp_neighbour *neighbour =
		arena_allocate(device->arena, sizeof(*neighbour));

	neighbour->protocol = protocol;
	APPEND(routing_of(device)->last_igp_neighbour, neighbour);
	return neighbour;
}

void
routing_add_isis_circuit(
	struct device *device, uint32_t number, uint32_t if_index)
{
	struct isis_circuit *circuit =
		arena_allocate(device->arena, sizeof(*circuit));

	circuit->number = number;
	circuit->if_index = if_index;
	APPEND(routing_of(device)->last_isis_circuit, circuit);
}

struct router_advert *
routing_add_router_advert(struct device *device, uint32_t if_index)
{
	struct router_advert *advert =
		arena_allocate(device->arena, sizeof(*advert));

	advert->if_index = if_index;
	APPEND(routing_of(device)->last_router_advert, advert);
	return advert;
}

struct device_prefix *
routing_add_prefix(
	struct device *device, uint32_t if_index, const struct ip_address *ip)
{
	struct device_prefix *prefix =
		arena_allocate(device->arena, sizeof(*prefix));

	prefix->if_index = if_index;
	prefix->ip = *ip;
	APPEND(routing_of(device)->last_prefix, prefix);
	return prefix;
}

/* Keys of device_place. No padding: they are hashed as bytes. */
enum row_kind { ISIS_NEIGHBOUR, ISIS_CIRCUIT, VIRTUAL_ROUTER, HSRP_GROUP };

struct row_key {
	uint32_t kind, first, second, third;
};

struct igp_neighbour *
routing_isis_neighbour(struct device *device, uint32_t circuit, uint32_t number)
{
	struct row_key key = {
		.kind = ISIS_NEIGHBOUR, .first = circuit, .second = number
	};
	void **place = device_place(device, &key, sizeof(key));

	if (*place == NULL) {
		struct igp_neighbour *neighbour =
			routing_add_igp_neighbour(device, "IS-IS");

		neighbour->circuit = circuit;
		*place = neighbour;
	}
	return *place;
}

static struct virtual_router *
virtual_router(struct device *device, const struct row_key *key, int family)
{
	void **place = device_place(device, key, sizeof(*key));
	struct virtual_router *router = *place;

	if (router != NULL)
		return router;
	router = arena_allocate(device->arena, sizeof(*router));
	router->if_index = key->first;
	router->number = key->second;
	router->family = family;
	router->priority = -1;
	APPEND(routing_of(device)->last_virtual_router, router);
	return *place = router;
}

struct virtual_router *
routing_virtual_router(
	struct device *device, uint32_t if_index, uint32_t number, int family)
{
	struct row_key key = { .kind = VIRTUAL_ROUTER,
		.first = if_index,
		.second = number,
		.third = (uint32_t)family };

	return virtual_router(device, &key, family);
}

struct virtual_router *
routing_hsrp_group(struct device *device, uint32_t if_index, uint32_t number)
{
	struct row_key key = {
		.kind = HSRP_GROUP, .first = if_index, .second = number
	};
	struct virtual_router *group = virtual_router(device, &key, 4);

	group->protocol = "HSRP";
	return group;
}

void
routing_add_address(struct device *device, struct routing_address **list,
	const struct ip_address *ip)
{
	struct routing_address *row =
		arena_allocate(device->arena, sizeof(*row));

	row->ip = *ip;
	row->next = *list;
	*list = row;
}

static void
find_circuits(struct device *device, const struct routing *routing)
{
	for (struct isis_circuit *circuit = routing->isis_circuits;
		circuit != NULL; circuit = circuit->next) {
		struct row_key key = { .kind = ISIS_CIRCUIT,
			.first = circuit->number };

		*device_place(device, &key, sizeof(key)) = circuit;
	}
	for (struct igp_neighbour *row = routing->igp_neighbours; row != NULL;
		row = row->next) {
		struct row_key key = { .kind = ISIS_CIRCUIT,
			.first = row->circuit };
		const struct isis_circuit *circuit;

		if (row->circuit == 0)
			continue;
		circuit = *device_place(device, &key, sizeof(key));
		if (circuit != NULL)
			row->if_index = circuit->if_index;
	}
}

/* The interface in whose subnet an address is: the longest prefix decides, and
 * none when two have it. */
static uint32_t
interface_towards(const struct device *device, const struct ip_address *ip)
{
	int longest = NO_PREFIX_LENGTH;
	uint32_t found = 0;

	for (const struct device_address *own = device->addresses; own != NULL;
		own = own->next) {
		int length = own->ip.prefix_length;

		if (length < longest || length == NO_PREFIX_LENGTH ||
			!ip_in_prefix(ip, &own->ip))
			continue;
		if (length > longest)
			found = own->if_index;
		else if (found != own->if_index)
			found = 0;
		longest = length;
	}
	return found;
}

/* Tables come in any order: of one peer, the same table always speaks first. */
static int
compare_peers(const void *a, const void *b)
{
	const struct bgp_peer *const *one = a, *const *other = b;
	int order = strcmp((*one)->source, (*other)->source);

	return order != 0 ? order
			  : ((*one)->number > (*other)->number) -
			((*one)->number < (*other)->number);
}

static void
sort_bgp_peers(struct routing *routing)
{
	struct bgp_peer **peers = memory_zeroed(
		routing->bgp_peer_count * sizeof(struct bgp_peer *) + 1);
	size_t count = 0;

	for (struct bgp_peer *peer = routing->bgp_peers; peer != NULL;
		peer = peer->next)
		peers[count++] = peer;
	qsort(peers, count, sizeof(struct bgp_peer *), compare_peers);
	routing->last_bgp_peer = &routing->bgp_peers;
	for (size_t i = 0; i < count; i++)
		APPEND(routing->last_bgp_peer, peers[i]);
	*routing->last_bgp_peer = NULL;
	free(peers);
}

void
routing_settle(struct device *device)
{
	struct routing *routing = device->routing;

	if (routing == NULL)
		return;
	sort_bgp_peers(routing);
	find_circuits(device, routing);
	for (struct igp_neighbour *row = routing->igp_neighbours; row != NULL;
		row = row->next)
		if (row->if_index == 0 && row->addresses != NULL)
			row->if_index =
				interface_towards(device, &row->addresses->ip);
}

/* starts.c -- where a crawl can begin, as the collector's own host knows it.
 *
 * IPv6 hosts know their routers by link-local addresses, which mean nothing
 * elsewhere: the neighbour cache tells which MAC has one, and which other
 * addresses that MAC has. */
#include "vantage.h"

#include <string.h>

#include "device.h"

struct starts {
	vantage_start *give;
	void *context;
};

static const char default_router[] = "default router";

static const struct device_neighbour *
neighbour_at(const struct device *device, uint32_t if_index,
	const struct ip_address *ip)
{
	for (const struct device_neighbour *row = device->neighbours;
		row != NULL; row = row->next)
		if (row->if_index == if_index && row->has_mac &&
			ip_equal(&row->ip, ip))
			return row;
	return NULL;
}

/* Of hosts that answer ARP for others all addresses have one MAC: the first of
 * a family is enough. */
static const struct device_neighbour *
usable_at(const struct device *device, const struct device_neighbour *known,
	int family)
{
	for (const struct device_neighbour *row = device->neighbours;
		row != NULL; row = row->next)
		if (row->ip.family == family && row->has_mac &&
			row->if_index == known->if_index &&
			memcmp(row->mac, known->mac, sizeof(row->mac)) == 0 &&
			ip_kind_is_usable(&row->ip))
			return row;
	return NULL;
}

/* False when its MAC or another address is not known. */
static bool
give_others(const struct starts *starts, const struct device *device,
	const struct device_route *route)
{
	static const int families[] = { 6, 4 };
	const struct device_neighbour *known =
		neighbour_at(device, route->if_index, &route->next_hop);
	bool found = false;

	for (size_t i = 0; known != NULL && i < COUNT(families); i++) {
		const struct device_neighbour *other =
			usable_at(device, known, families[i]);

		if (other == NULL)
			continue;
		starts->give(starts->context, &other->ip, default_router);
		found = true;
	}
	return found;
}

static void
give_router(const struct starts *starts, const struct device *device,
	const struct device_route *route)
{
	struct ip_address ip = route->next_hop;

	if (ip_kind_is_usable(&ip)) {
		starts->give(starts->context, &ip, default_router);
		return;
	}
	if (!ip_is_link_local(&ip) || give_others(starts, device, route))
		return;
	ip.zone = ip.family == 6 ? route->if_index : 0;
	starts->give(starts->context, &ip, default_router);
}

void
vantage_each_start(
	const struct device *device, vantage_start *give, void *context)
{
	const struct starts starts = { give, context };

	for (const struct device_route *route = device->routes; route != NULL;
		route = route->next)
		if (route->prefix.prefix_length == 0 &&
			route->next_hop.family != 0)
			give_router(&starts, device, route);
	for (const struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		for (const struct management_address *address = row->addresses;
			address != NULL; address = address->next)
			if (ip_kind_is_usable(&address->ip))
				give(context, &address->ip, "LLDP neighbour");
}

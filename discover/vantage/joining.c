/* joining.c -- the collector's host and the SNMP agent on it are one device.
 *
 * Both take interface numbers from the kernel, but an agent may number on its
 * own: names decide, then numbers. Rows that both gave become one row with two
 * sources. What the agent said stays, but for what net-snmp gets wrong and the
 * kernel knows: the state of addresses, the protocol of routes, the preference
 * of default routers. */
#include "vantage.h"

#include <string.h>

#include "device.h"

static bool
is_same_text(const char *one, const char *other)
{
	return one != NULL && other != NULL && strcmp(one, other) == 0;
}

static void
complete(const char **text, const char *other)
{
	if (*text == NULL)
		*text = other;
}

static const struct interface *
numbered(const struct device *device, uint32_t if_index)
{
	const struct interface *port = device->interfaces;

	while (port != NULL && port->index != if_index)
		port = port->next;
	return port;
}

/* ---- are they the same? ---- */

static bool
is_same_port(const struct interface *one, const struct interface *other)
{
	return one != NULL && other != NULL && one->has_mac && other->has_mac &&
		memcmp(one->mac, other->mac, sizeof(one->mac)) == 0;
}

bool
vantage_is(const struct device *own, const struct device *device)
{
	for (const struct device_address *row = own->addresses; row != NULL;
		row = row->next)
		for (const struct device_address *other = device->addresses;
			other != NULL && ip_kind_is_usable(&row->ip);
			other = other->next)
			if (ip_equal(&row->ip, &other->ip) &&
				is_same_port(numbered(own, row->if_index),
					numbered(device, other->if_index)))
				return true;
	return false;
}

/* ---- joining ---- */

struct joining {
	const struct device *own;
	struct device *device;
};

static uint32_t
number_of(const struct joining *joining, const struct interface *port)
{
	for (const struct interface *other = joining->device->interfaces;
		other != NULL; other = other->next)
		if (is_same_text(other->name, port->name) ||
			is_same_text(other->descr, port->name))
			return other->index;
	return port->index;
}

/* The ifIndex that the agent gives what is our interface of that number. */
static uint32_t
there(const struct joining *joining, uint32_t if_index)
{
	const struct interface *port = numbered(joining->own, if_index);

	return port != NULL ? number_of(joining, port) : if_index;
}

static void
join_interfaces(const struct joining *joining)
{
	for (const struct interface *row = joining->own->interfaces;
		row != NULL; row = row->next) {
		struct interface *port = device_interface(
			joining->device, number_of(joining, row));

		complete(&port->name, row->name);
		complete(&port->descr, row->descr);
		complete(&port->alias, row->alias);
		complete(&port->admin_status, row->admin_status);
		complete(&port->oper_status, row->oper_status);
		port->type = port->type != 0 ? port->type : row->type;
		port->mtu = port->mtu != 0 ? port->mtu : row->mtu;
		if (row->has_mac && !port->has_mac) {
			port->has_mac = true;
			memcpy(port->mac, row->mac, sizeof(port->mac));
		}
	}
}

static void
join_addresses(const struct joining *joining)
{
	for (const struct device_address *row = joining->own->addresses;
		row != NULL; row = row->next) {
		struct device_address *address = device_add_address(
			joining->device, there(joining, row->if_index),
			&row->ip, row->sources);

		complete(&address->type, row->type);
		complete(&address->origin, row->origin);
		address->status = row->status;
	}
}

static void
join_neighbours(const struct joining *joining)
{
	for (const struct device_neighbour *row = joining->own->neighbours;
		row != NULL; row = row->next) {
		struct device_neighbour *neighbour = device_add_neighbour(
			joining->device, there(joining, row->if_index),
			&row->ip, row->sources);

		complete(&neighbour->type, row->type);
		complete(&neighbour->state, row->state);
		neighbour->is_router = row->is_router;
		if (row->has_mac && !neighbour->has_mac) {
			neighbour->has_mac = true;
			memcpy(neighbour->mac, row->mac, sizeof(row->mac));
		}
	}
}

static struct device_route *
find_route(const struct device *device, const struct device_route *route,
	uint32_t if_index)
{
	struct device_route *row = device->routes;

	while (row != NULL &&
		!(row->if_index == if_index &&
			row->prefix.prefix_length ==
				route->prefix.prefix_length &&
			ip_equal(&row->prefix, &route->prefix) &&
			row->next_hop.family == route->next_hop.family &&
			(row->next_hop.family == 0 ||
				ip_equal(&row->next_hop, &route->next_hop))))
		row = row->next;
	return row;
}

static void
join_routes(const struct joining *joining)
{
	for (const struct device_route *row = joining->own->routes; row != NULL;
		row = row->next) {
		uint32_t if_index = there(joining, row->if_index);
		struct device_route *route =
			find_route(joining->device, row, if_index);

		if (route != NULL) {
			route->protocol = row->protocol;
			route->source = arena_format(joining->device->arena,
				"%s, %s", route->source, row->source);
			continue;
		}
		route = device_add_route(
			joining->device, &row->prefix, row->source);
		route->next_hop = row->next_hop;
		route->if_index = if_index;
		route->type = row->type;
		route->protocol = row->protocol;
	}
}

static void
join_routers(const struct joining *joining)
{
	for (const struct device_router *row = joining->own->routers;
		row != NULL; row = row->next) {
		uint32_t if_index = there(joining, row->if_index);
		struct device_router *router = joining->device->routers;

		while (router != NULL &&
			!(router->if_index == if_index &&
				ip_equal(&router->ip, &row->ip)))
			router = router->next;
		if (router == NULL)
			router = device_add_router(
				joining->device, &row->ip, if_index);
		if (row->lifetime >= 0)
			router->lifetime = row->lifetime;
		router->preference = row->preference;
	}
}

/* lldpd tells its agent what it tells lldpctl; it numbers ports by ifIndex. */
static bool
has_adjacency(const struct device *device, const struct adjacency *adjacency,
	uint32_t if_index)
{
	const struct adjacency *row = device->adjacencies;

	while (row != NULL &&
		!(row->local_port_number == if_index &&
			is_same_text(row->protocol, adjacency->protocol) &&
			is_same_text(row->chassis_id, adjacency->chassis_id) &&
			is_same_text(row->port_id, adjacency->port_id)))
		row = row->next;
	return row != NULL;
}

static void
add_adjacency(const struct joining *joining, const struct adjacency *row,
	uint32_t if_index)
{
	struct adjacency *adjacency = device_adjacency(
		joining->device, row->protocol, if_index, row->remote_index);

	adjacency->if_index = if_index;
	adjacency->device_id = row->device_id;
	adjacency->chassis_id_subtype = row->chassis_id_subtype;
	adjacency->chassis_id = row->chassis_id;
	adjacency->port_id_subtype = row->port_id_subtype;
	adjacency->port_id = row->port_id;
	adjacency->port_description = row->port_description;
	adjacency->sys_name = row->sys_name;
	adjacency->sys_descr = row->sys_descr;
	adjacency->capabilities_supported = row->capabilities_supported;
	adjacency->capabilities_enabled = row->capabilities_enabled;
	for (const struct management_address *address = row->addresses;
		address != NULL; address = address->next)
		adjacency_add_address(joining->device, adjacency, &address->ip);
}

static void
join_adjacencies(const struct joining *joining)
{
	for (const struct adjacency *row = joining->own->adjacencies;
		row != NULL; row = row->next) {
		uint32_t if_index = there(joining, row->if_index);

		if (!has_adjacency(joining->device, row, if_index))
			add_adjacency(joining, row, if_index);
	}
}

static void
join_scalars(const struct joining *joining)
{
	const struct device *own = joining->own;
	struct device *device = joining->device;

	device->looked_at = own->looked_at;
	complete(&device->sys_name, own->sys_name);
	complete(&device->sys_descr, own->sys_descr);
	complete(&device->lldp_sys_name, own->lldp_sys_name);
	complete(&device->capabilities, own->capabilities);
	if (device->chassis_id == NULL) {
		device->chassis_id_subtype = own->chassis_id_subtype;
		device->chassis_id = own->chassis_id;
	}
	if (device->ip_forwarding < 0)
		device->ip_forwarding = own->ip_forwarding;
	if (device->ipv6_forwarding < 0)
		device->ipv6_forwarding = own->ipv6_forwarding;
}

void
vantage_join(const struct device *own, struct device *device)
{
	const struct joining joining = { own, device };

	join_scalars(&joining);
	join_interfaces(&joining);
	join_addresses(&joining);
	join_neighbours(&joining);
	join_routes(&joining);
	join_routers(&joining);
	join_adjacencies(&joining);
}

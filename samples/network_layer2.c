/* network_layer2.c -- frames: which links carry them, and in which VLAN. */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "network_parts.h"

enum { LLDP_BRIDGE = 0x20 };

bool
device_passes_frames(const struct device *device)
{
	return (device->role->capabilities & LLDP_BRIDGE) != 0;
}

/* A bridge's port with a segment of its own is a routed one. */
static bool
is_bridged(const struct port *port)
{
	return device_passes_frames(port->device) && port->segment == NULL;
}

/* Groups of devices that are joined already: one number for each group. */
static void
join_groups(const struct network *network, uint32_t *groups, struct link *link)
{
	const uint32_t from = groups[link->b->device->number];
	const uint32_t to = groups[link->a->device->number];

	link->blocked = from == to;
	for (size_t i = 1; i <= network->device_count; i++)
		if (groups[i] == from)
			groups[i] = to;
}

/* A spanning tree: links keep their places in the order of the file. */
void
links_span(struct network *network)
{
	uint32_t *groups = arena_allocate(
		network->arena, (network->device_count + 1) * sizeof(*groups));

	for (size_t i = 1; i <= network->device_count; i++)
		groups[i] = (uint32_t)i;
	for (size_t i = 0; i < network->link_count; i++) {
		struct link *link = &network->links[i];

		if (is_bridged(link->a) && is_bridged(link->b))
			join_groups(network, groups, link);
	}
}

uint32_t
vlan_in_name(const char *name)
{
	const char *dot = strchr(name, '.');

	if (dot != NULL)
		return (uint32_t)strtoul(dot + 1, NULL, 10);
	if (strncmp(name, "Vlan", strlen("Vlan")) == 0)
		return (uint32_t)strtoul(name + strlen("Vlan"), NULL, 10);
	return 0;
}

uint32_t
port_vlan(const struct port *port)
{
	uint32_t vlan = vlan_in_name(port->name);

	if (port->neighbour == NULL)
		return vlan;
	for (const struct port *far = port->neighbour; vlan == 0 && far != port;
		far = far->neighbour)
		vlan = vlan_in_name(far->name);
	return vlan;
}

static void
tell(const struct station_visit *visit, const struct port *port)
{
	if (visit->only == 0 || visit->only == port_vlan(port))
		visit->station(visit->context, port);
}

/* The sub-interfaces of a router's port, or the port alone. */
static void
visit_end(const struct port *end, const struct station_visit *visit)
{
	const size_t length = strlen(end->name);

	for (const struct port *port = end->device->ports; port != NULL;
		port = port->next)
		if (port == end ||
			(strncmp(port->name, end->name, length) == 0 &&
				port->name[length] == '.'))
			tell(visit, port);
}

/* A bridge's own addresses are on its VLAN interfaces, those of an access
 * point or a phone on the port itself. */
static void
visit_bridge(const struct port *end, const struct station_visit *visit)
{
	for (const struct port *port = end->device->ports; port != NULL;
		port = port->next) {
		if (port == end || vlan_in_name(port->name) != 0)
			tell(visit, port);
		else if (port->bridge_port != 0 || !end->device->role->bridges)
			stations_behind(port, visit);
	}
}

void
stations_behind(const struct port *port, const struct station_visit *visit)
{
	const struct port *far = port_far_end(port);
	struct station_visit inner = *visit;

	if (far == NULL || port->link->blocked || port->segment != NULL)
		return;
	if (port->link->only != 0)
		inner.only = port->link->only;
	if (device_passes_frames(far->device))
		visit_bridge(far, &inner);
	else
		visit_end(far, &inner);
}

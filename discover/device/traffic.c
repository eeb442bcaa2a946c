/* traffic.c -- what a device does with IP: rows in the order they came. */
#include "traffic.h"

#include <string.h>

#include "append.h"
#include "device.h"
#include "routing.h"

const char *const socket_table_names[SOCKET_TABLE_COUNT] = {
	[TCP_LISTENERS] = "tcpListenerTable",
	[TCP_CONNECTIONS] = "tcpConnectionTable",
	[OLD_TCP_CONNECTIONS] = "tcpConnTable",
	[UDP_ENDPOINTS] = "udpEndpointTable",
};

const char *const ip_interface_table_names[IP_INTERFACE_TABLE_COUNT] = {
	[IPV4_INTERFACES] = "ipv4InterfaceTable",
	[IPV6_INTERFACES] = "ipv6InterfaceTable",
	[OLD_IPV6_INTERFACES] = "ipv6IfTable",
};

struct traffic *
traffic_of(struct device *device)
{
	struct traffic *traffic = device->traffic;

	if (traffic != NULL)
		return traffic;
	traffic = arena_allocate(device->arena, sizeof(*traffic));
	traffic->last_icmp_count = &traffic->icmp_counts;
	traffic->last_listener = &traffic->listeners;
	traffic->last_bgp_connection = &traffic->bgp_connections;
	traffic->last_ip_counters = &traffic->ip_counters;
	traffic->last_ip_interface = &traffic->ip_interfaces;
	traffic->last_tunnel = &traffic->tunnels;
	traffic->last_trap_target = &traffic->trap_targets;
	return device->traffic = traffic;
}

struct icmp_count *
traffic_add_icmp_count(struct device *device)
{
	struct icmp_count *count =
		arena_allocate(device->arena, sizeof(*count));

	APPEND(traffic_of(device)->last_icmp_count, count);
	return count;
}

struct listener *
traffic_add_listener(struct device *device)
{
	struct listener *listener =
		arena_allocate(device->arena, sizeof(*listener));

	APPEND(traffic_of(device)->last_listener, listener);
	return listener;
}

struct bgp_connection *
traffic_add_bgp_connection(struct device *device)
{
	struct bgp_connection *connection =
		arena_allocate(device->arena, sizeof(*connection));

	APPEND(traffic_of(device)->last_bgp_connection, connection);
	return connection;
}

struct ip_counters *
traffic_add_ip_counters(struct device *device)
{
	struct ip_counters *counters =
		arena_allocate(device->arena, sizeof(*counters));

	APPEND(traffic_of(device)->last_ip_counters, counters);
	return counters;
}

struct ip_interface *
traffic_add_ip_interface(struct device *device)
{
	struct ip_interface *interface =
		arena_allocate(device->arena, sizeof(*interface));

	APPEND(traffic_of(device)->last_ip_interface, interface);
	return interface;
}

struct tunnel *
traffic_add_tunnel(struct device *device)
{
	struct tunnel *tunnel = arena_allocate(device->arena, sizeof(*tunnel));

	APPEND(traffic_of(device)->last_tunnel, tunnel);
	return tunnel;
}

struct trap_target *
traffic_add_trap_target(struct device *device)
{
	struct trap_target *target =
		arena_allocate(device->arena, sizeof(*target));

	APPEND(traffic_of(device)->last_trap_target, target);
	return target;
}

/* By the octets alone: a BGP table may leave out the zone. */
static bool
is_peer(const struct device *device, const struct ip_address *ip)
{
	const struct bgp_peer *peer =
		device->routing != NULL ? device->routing->bgp_peers : NULL;

	while (peer != NULL &&
		memcmp(peer->remote.bytes, ip->bytes, sizeof(ip->bytes)) != 0)
		peer = peer->next;
	return peer != NULL;
}

static void
add_peers(struct device *device, enum socket_table table)
{
	for (const struct bgp_connection *row =
			device->traffic->bgp_connections;
		row != NULL; row = row->next) {
		struct bgp_peer *peer;

		if (row->table != table || is_peer(device, &row->remote))
			continue;
		peer = routing_add_bgp_peer(device, &row->remote);
		peer->local = row->local;
		peer->state = "established";
		peer->source = socket_table_names[table];
	}
}

void
traffic_settle(struct device *device)
{
	if (device->traffic == NULL)
		return;
	add_peers(device, TCP_CONNECTIONS);
	add_peers(device, OLD_TCP_CONNECTIONS);
}

/* routes.c -- default routes and the default routers a node believes in.
 *
 * A full routing table may hold a million rows, so only rows whose index
 * begins with 0.0.0.0/0 or ::/0 are asked for. inetCidrRouteTable (RFC 4292)
 * has both families; the two older tables have IPv4 only and give way to it in
 * device_settle. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "routes.h"

static const char *const protocols[] = { NULL, "other", "local", "netmgmt",
	"icmp", "egp", "ggp", "hello", "rip", "isIs", "esIs", "ciscoIgrp",
	"bbnSpfIgp", "ospf", "bgp", "idpr", "ciscoEigrp", "dvmrp", "rpl",
	"dhcp" };

static const struct ip_address everything[] = {
	{ .bytes = { [10] = 0xff, [11] = 0xff }, .family = 4 },
	{ .family = 6 },
};

enum { IF_INDEX, TYPE, PROTOCOL };

static struct device_route *
add_route(struct device *device, const struct mib_row *row,
	const struct ip_address *prefix, const char *source)
{
	struct device_route *route = device_add_route(device, prefix, source);

	route->if_index = (uint32_t)mib_number(row, IF_INDEX);
	route->protocol = mib_word(row, PROTOCOL, protocols, COUNT(protocols));
	return route;
}

/* The next hop 0.0.0.0 or :: is none: the route leaves by an interface. */
static void
keep_next_hop(struct device_route *route, const struct ip_address *ip)
{
	static const struct ip_address none = { .family = 0 };
	const struct ip_address *zero = &everything[ip->family == 4 ? 0 : 1];

	route->next_hop = ip_equal(ip, zero) ? none : *ip;
}

/* Policy (an OBJECT IDENTIFIER with its length), then the next hop; type 0
 * and length 0 where there is none. */
static int
read_next_hop(struct index_reader *index, struct ip_address *ip)
{
	uint32_t count, part;

	if (index_number(index, &count) != 0 || count > index->left)
		return -1;
	while (count-- > 0)
		index_number(index, &part);
	if (index->left > 0 && index->next[0] == 0) {
		ip->family = 0;
		return 0;
	}
	return index_ip_address(index, ip);
}

int
inet_route(struct device *device, const struct mib_row *row, size_t destination,
	const struct ip_address *prefix)
{
	static const char *const types[] = { NULL, "other", "reject", "local",
		"remote", "blackhole" };
	struct device_route *route;
	struct ip_address next_hop;
	struct index_reader index;

	if (row->index_length < destination)
		return -1;
	index.next = row->index + destination;
	index.left = row->index_length - destination;
	if (read_next_hop(&index, &next_hop) != 0)
		return -1;
	route = add_route(device, row, prefix, "inetCidrRouteTable");
	route->type = mib_word(row, TYPE, types, COUNT(types));
	if (next_hop.family != 0)
		keep_next_hop(route, &next_hop);
	return 0;
}

const uint8_t inet_route_columns[ROUTE_COLUMNS] = {
	[IF_INDEX] = 7, /* inetCidrRouteIfIndex */
	[TYPE] = 8, /* inetCidrRouteType */
	[PROTOCOL] = 9, /* inetCidrRouteProto */
};

/* InetAddressType.length.octets.prefix length */
static const uint32_t ipv4_default[] = { 1, 4, 0, 0, 0, 0, 0 };
static const uint32_t ipv6_default[19] = { 2, 16 };

static int
ipv4_row(struct device *device, const struct mib_row *row)
{
	return inet_route(device, row, COUNT(ipv4_default), &everything[0]);
}

const struct collector ipv4_routes_collector = {
	.name = "IP-FORWARD-MIB::inetCidrRouteTable (0.0.0.0/0)",
	.entry = "1.3.6.1.2.1.4.24.7.1",
	.columns = inet_route_columns,
	.column_count = COUNT(inet_route_columns),
	.index_prefix = ipv4_default,
	.index_prefix_length = COUNT(ipv4_default),
	.on_row = ipv4_row,
};

static int
ipv6_row(struct device *device, const struct mib_row *row)
{
	return inet_route(device, row, COUNT(ipv6_default), &everything[1]);
}

const struct collector ipv6_routes_collector = {
	.name = "IP-FORWARD-MIB::inetCidrRouteTable (::/0)",
	.entry = "1.3.6.1.2.1.4.24.7.1",
	.columns = inet_route_columns,
	.column_count = COUNT(inet_route_columns),
	.index_prefix = ipv6_default,
	.index_prefix_length = COUNT(ipv6_default),
	.on_row = ipv6_row,
};

const uint8_t cidr_route_columns[ROUTE_COLUMNS] = {
	[IF_INDEX] = 5, /* ipCidrRouteIfIndex */
	[TYPE] = 6, /* ipCidrRouteType */
	[PROTOCOL] = 7, /* ipCidrRouteProto */
};

/* destination.mask.type of service.next hop */
static const uint32_t cidr_default[8] = { 0 };

int
cidr_route(struct device *device, const struct mib_row *row,
	const struct ip_address *prefix)
{
	static const char *const types[] = { NULL, "other", "reject", "local",
		"remote" };
	struct index_reader index;
	struct device_route *route;
	struct ip_address next_hop;

	if (row->index_length != COUNT(cidr_default) + 5)
		return -1;
	index.next = row->index + COUNT(cidr_default) + 1;
	index.left = 4;
	if (index_octets_address(&index, 4, &next_hop) != 0)
		return -1;
	route = add_route(device, row, prefix, "ipCidrRouteTable");
	route->type = mib_word(row, TYPE, types, COUNT(types));
	keep_next_hop(route, &next_hop);
	return 0;
}

static int
cidr_row(struct device *device, const struct mib_row *row)
{
	return cidr_route(device, row, &everything[0]);
}

const struct collector cidr_routes_collector = {
	.name = "IP-FORWARD-MIB::ipCidrRouteTable (0.0.0.0/0)",
	.entry = "1.3.6.1.2.1.4.24.4.1",
	.columns = cidr_route_columns,
	.column_count = COUNT(cidr_route_columns),
	.index_prefix = cidr_default,
	.index_prefix_length = COUNT(cidr_default),
	.on_row = cidr_row,
};

enum { OLD_NEXT_HOP = PROTOCOL + 1 };

const uint8_t old_route_columns[OLD_ROUTE_COLUMNS] = {
	[IF_INDEX] = 2, /* ipRouteIfIndex */
	[TYPE] = 8, /* ipRouteType */
	[PROTOCOL] = 9, /* ipRouteProto */
	[OLD_NEXT_HOP] = 7, /* ipRouteNextHop */
};

static const uint32_t old_default[4] = { 0 };

int
old_route(struct device *device, const struct mib_row *row,
	const struct ip_address *prefix)
{
	enum { INVALID = 2 };
	static const char *const types[] = { NULL, "other", NULL, "local",
		"remote" };
	struct device_route *route;
	struct ip_address next_hop;
	size_t length;
	const uint8_t *octets = mib_octets(row, OLD_NEXT_HOP, &length);

	if (mib_number(row, TYPE) == INVALID)
		return 0;
	if (octets == NULL || length != 4 ||
		ip_from_octets(octets, length, &next_hop) != 0)
		return -1;
	route = add_route(device, row, prefix, "ipRouteTable");
	route->type = mib_word(row, TYPE, types, COUNT(types));
	keep_next_hop(route, &next_hop);
	return 0;
}

static int
old_row(struct device *device, const struct mib_row *row)
{
	return old_route(device, row, &everything[0]);
}

const struct collector old_routes_collector = {
	.name = "RFC1213-MIB::ipRouteTable (0.0.0.0)",
	.entry = "1.3.6.1.2.1.4.21.1",
	.columns = old_route_columns,
	.column_count = COUNT(old_route_columns),
	.index_prefix = old_default,
	.index_prefix_length = COUNT(old_default),
	.on_row = old_row,
};

enum { LIFETIME, PREFERENCE };

static const uint8_t router_columns[] = {
	[LIFETIME] = 4, /* ipDefaultRouterLifetime, seconds */
	[PREFERENCE] = 5, /* ipDefaultRouterPreference */
};

static int
router_row(struct device *device, const struct mib_row *row)
{
	/* reserved (-2), low (-1), medium (0), high (1) */
	static const char *const preferences[] = { "reserved", "low", "medium",
		"high" };
	struct index_reader index = mib_index(row);
	struct device_router *router;
	struct ip_address ip;
	uint32_t if_index;
	int64_t preference = mib_number(row, PREFERENCE) + 2;

	if (index_ip_address(&index, &ip) != 0 ||
		index_number(&index, &if_index) != 0 || index.left != 0)
		return -1;
	router = device_add_router(device, &ip, if_index);
	if (mib_has(row, LIFETIME))
		router->lifetime = mib_number(row, LIFETIME);
	if (mib_has(row, PREFERENCE) && preference >= 0 && preference < 4)
		router->preference = preferences[preference];
	return 0;
}

const struct collector routers_collector = {
	.name = "IP-MIB::ipDefaultRouterTable",
	.entry = "1.3.6.1.2.1.4.37.1",
	.columns = router_columns,
	.column_count = COUNT(router_columns),
	.on_row = router_row,
};

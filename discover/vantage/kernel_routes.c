/* kernel_routes.c -- the main routing table of this host's kernel.
 *
 * A route with several next hops becomes one row for each. A default route
 * that an advertisement brought tells of a default router as well, with the
 * seconds that it has left (RFC 4861) and its preference (RFC 4191). */
#include "kernel.h"

#include <linux/rtnetlink.h>
#include <string.h>
#include <sys/socket.h>

#include "device.h"

enum { TICKS_PER_SECOND = 100 }; /* USER_HZ */

struct hop {
	struct ip_address ip; /* family 0: none */
	uint32_t if_index;
};

struct value_word {
	uint8_t value;
	const char *word;
};

/* As ip-route(8) prints them. */
static const struct value_word protocols[] = {
	{ RTPROT_REDIRECT, "redirect" },
	{ RTPROT_KERNEL, "kernel" },
	{ RTPROT_BOOT, "boot" },
	{ RTPROT_STATIC, "static" },
	{ RTPROT_RA, "ra" },
	{ RTPROT_ZEBRA, "zebra" },
	{ RTPROT_BIRD, "bird" },
	{ RTPROT_DHCP, "dhcp" },
	{ RTPROT_KEEPALIVED, "keepalived" },
	{ RTPROT_BABEL, "babel" },
	{ RTPROT_BGP, "bgp" },
	{ RTPROT_ISIS, "isis" },
	{ RTPROT_OSPF, "ospf" },
	{ RTPROT_RIP, "rip" },
	{ RTPROT_EIGRP, "eigrp" },
};

static const struct value_word types[] = {
	{ RTN_UNICAST, "remote" },
	{ RTN_BLACKHOLE, "blackhole" },
	{ RTN_UNREACHABLE, "reject" },
	{ RTN_PROHIBIT, "reject" },
};

static const char *
word_of(const struct value_word *words, size_t count, uint8_t value)
{
	for (size_t i = 0; i < count; i++)
		if (words[i].value == value)
			return words[i].word;
	return "other";
}

static int
read_prefix(const struct netlink_row *row, struct ip_address *prefix)
{
	static const uint8_t zeros[16];
	const struct rtmsg *head = row->head;
	struct netlink_value value = row->values[RTA_DST];
	bool is_v4 = head->rtm_family == AF_INET;

	if (head->rtm_dst_len > (is_v4 ? 32 : 128))
		return -1;
	if (value.length == 0 && head->rtm_dst_len == 0)
		value = (struct netlink_value){ zeros, is_v4 ? 4 : 16 };
	if (kernel_read_ip(&value, head->rtm_family, prefix) != 0)
		return -1;
	prefix->prefix_length = head->rtm_dst_len;
	return 0;
}

/* RFC 8950: IPv4 by way of an IPv6 neighbour. */
static int
read_via(const struct netlink_value *value, struct ip_address *ip)
{
	struct rtvia via;
	struct netlink_value address;

	if (value->length < sizeof(via))
		return -1;
	memcpy(&via, value->bytes, sizeof(via));
	address.bytes = value->bytes + sizeof(via);
	address.length = value->length - sizeof(via);
	return kernel_read_ip(&address, via.rtvia_family, ip);
}

static int
read_hop(const struct netlink_row *row, int family, struct ip_address *ip)
{
	ip->family = 0;
	if (row->values[RTA_VIA].length > 0)
		return read_via(&row->values[RTA_VIA], ip);
	if (row->values[RTA_GATEWAY].length > 0)
		return kernel_read_ip(&row->values[RTA_GATEWAY], family, ip);
	return 0;
}

static void
add_router(struct device *device, const struct netlink_row *row,
	const struct hop *hop)
{
	static const char *const preferences[] = { "medium", "high", NULL,
		"low" }; /* as in an advertisement */
	const struct netlink_value *cache = &row->values[RTA_CACHEINFO];
	uint8_t preference = netlink_u8(row, RTA_PREF);
	struct device_router *router =
		device_add_router(device, &hop->ip, hop->if_index);
	struct rta_cacheinfo information;

	if (preference < COUNT(preferences))
		router->preference = preferences[preference];
	if (cache->length < sizeof(information))
		return;
	memcpy(&information, cache->bytes, sizeof(information));
	if (information.rta_expires > 0)
		router->lifetime =
			(int64_t)information.rta_expires / TICKS_PER_SECOND;
}

static void
add_route(struct kernel *kernel, const struct netlink_row *row,
	const struct ip_address *prefix, const struct hop *hop)
{
	const struct rtmsg *head = row->head;
	struct device_route *route;

	if (prefix->prefix_length > 0 &&
		kernel->route_count++ >= kernel->device->route_limit)
		return; /* too many to keep any */
	route = arena_allocate(kernel->device->arena, sizeof(*route));
	route->prefix = *prefix;
	route->next_hop = hop->ip;
	route->if_index = hop->if_index;
	route->protocol =
		word_of(protocols, COUNT(protocols), head->rtm_protocol);
	route->type = head->rtm_type == RTN_UNICAST && hop->ip.family == 0
		? "local"
		: word_of(types, COUNT(types), head->rtm_type);
	*kernel->last_route = route;
	kernel->last_route = &route->next;
	if (head->rtm_protocol == RTPROT_RA && prefix->prefix_length == 0 &&
		hop->ip.family != 0)
		add_router(kernel->device, row, hop);
}

static int
add_hop(struct kernel *kernel, const struct netlink_row *row,
	const struct ip_address *prefix, const struct rtnexthop *part)
{
	const struct rtmsg *head = row->head;
	struct hop hop = { .if_index = (uint32_t)part->rtnh_ifindex };
	struct netlink_row attributes;

	if (netlink_unpack(&(struct netlink_value){ (const uint8_t *)(part + 1),
				   part->rtnh_len - sizeof(*part) },
		    &attributes) != 0 ||
		read_hop(&attributes, head->rtm_family, &hop.ip) != 0)
		return -1;
	add_route(kernel, row, prefix, &hop);
	return 0;
}

static int
add_hops(struct kernel *kernel, const struct netlink_row *row,
	const struct ip_address *prefix)
{
	struct netlink_value left = row->values[RTA_MULTIPATH];

	while (left.length > 0) {
		const struct rtnexthop *part = (const void *)left.bytes;
		size_t step;

		if (left.length < sizeof(*part) ||
			part->rtnh_len < sizeof(*part) ||
			part->rtnh_len > left.length ||
			add_hop(kernel, row, prefix, part) != 0)
			return -1;
		step = RTNH_ALIGN(part->rtnh_len);
		if (step > left.length)
			step = left.length;
		left.bytes += step;
		left.length -= step;
	}
	return 0;
}

/* Other tables are for rules, VRFs and the host's own addresses. */
static bool
is_of_main_table(const struct netlink_row *row)
{
	const struct rtmsg *head = row->head;
	uint32_t table = netlink_u32(row, RTA_TABLE);

	return (table != 0 ? table : head->rtm_table) == RT_TABLE_MAIN &&
		!(head->rtm_flags & RTM_F_CLONED);
}

int
kernel_route_row(void *context, const struct netlink_row *row)
{
	const struct rtmsg *head = row->head;
	struct hop hop = { .if_index = netlink_u32(row, RTA_OIF) };
	struct ip_address prefix;

	if (head->rtm_family != AF_INET && head->rtm_family != AF_INET6)
		return 1;
	if (!is_of_main_table(row))
		return 1;
	if (read_prefix(row, &prefix) != 0)
		return -1;
	if (row->values[RTA_MULTIPATH].length > 0)
		return add_hops(context, row, &prefix);
	if (read_hop(row, head->rtm_family, &hop.ip) != 0)
		return -1;
	add_route(context, row, &prefix, &hop);
	return 0;
}

void
kernel_init(struct kernel *kernel, struct device *device)
{
	*kernel = (struct kernel){ .device = device };
	kernel->last_route = &kernel->routes;
}

int64_t
kernel_settle(struct kernel *kernel)
{
	bool keeps_all = kernel->route_count <= kernel->device->route_limit;

	for (const struct device_route *row = kernel->routes; row != NULL;
		row = row->next) {
		struct device_route *route;

		if (!keeps_all && row->prefix.prefix_length > 0)
			continue;
		route = device_add_route(
			kernel->device, &row->prefix, KERNEL_SOURCE);
		route->next_hop = row->next_hop;
		route->if_index = row->if_index;
		route->type = row->type;
		route->protocol = row->protocol;
	}
	return keeps_all ? 0 : kernel->route_count;
}

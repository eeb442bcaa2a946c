/* kernel.c -- links, addresses and neighbours of this host's kernel.
 *
 * That a neighbour says of itself that it is a router (the flag of RFC 4861)
 * stands here and in no MIB. */
#include "kernel.h"

#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <string.h>
#include <sys/socket.h>

#include "device.h"
#include "mib.h"

struct word {
	uint32_t value;
	const char *word;
};

struct number {
	uint32_t value;
	int64_t number;
};

/* ---- links ---- */

/* IANAifType numbers. */
static const struct number hardware_types[] = {
	{ ARPHRD_ETHER, 6 },
	{ ARPHRD_PPP, 23 },
	{ ARPHRD_LOOPBACK, 24 },
	{ ARPHRD_INFINIBAND, 199 },
	{ ARPHRD_TUNNEL, 131 },
	{ ARPHRD_TUNNEL6, 131 },
	{ ARPHRD_SIT, 131 },
	{ ARPHRD_IPGRE, 131 },
	{ ARPHRD_IP6GRE, 131 },
};

static const struct {
	const char *kind;
	int64_t type;
} kinds[] = {
	{ "bridge", 209 },
	{ "vlan", 135 },
	{ "bond", 161 },
	{ "team", 161 },
};

static int64_t
link_type(const struct netlink_row *row)
{
	const struct ifinfomsg *head = row->head;
	struct netlink_row information = { 0 };
	const char *kind = NULL;

	if (row->values[IFLA_LINKINFO].length > 0 &&
		netlink_unpack(&row->values[IFLA_LINKINFO], &information) == 0)
		kind = netlink_text(&information, IFLA_INFO_KIND);
	for (size_t i = 0; kind != NULL && i < COUNT(kinds); i++)
		if (strcmp(kind, kinds[i].kind) == 0)
			return kinds[i].type;
	for (size_t i = 0; i < COUNT(hardware_types); i++)
		if (hardware_types[i].value == head->ifi_type)
			return hardware_types[i].number;
	return 1; /* other */
}

static const char *const link_states[] = { NULL, "notPresent", "down",
	"lowerLayerDown", "testing", "dormant", "up" };

/* Many drivers never tell; the kernel takes those that are up for working. */
static const char *
link_state(const struct netlink_row *row, bool is_up)
{
	uint8_t state = netlink_u8(row, IFLA_OPERSTATE);

	if (state == 0)
		return is_up ? "up" : "down";
	return state < COUNT(link_states) ? link_states[state] : NULL;
}

static int
link_row(void *context, const struct netlink_row *row)
{
	struct kernel *kernel = context;
	const struct ifinfomsg *head = row->head;
	const struct netlink_value *mac = &row->values[IFLA_ADDRESS];
	const char *name = netlink_text(row, IFLA_IFNAME);
	const char *alias = netlink_text(row, IFLA_IFALIAS);
	bool is_up = head->ifi_flags & IFF_UP;
	struct arena *arena = kernel->device->arena;
	struct interface *port;

	if (head->ifi_index <= 0 || name == NULL)
		return -1;
	port = device_interface(kernel->device, (uint32_t)head->ifi_index);
	port->name = port->descr =
		text_from_octets(arena, (const uint8_t *)name, strlen(name));
	if (alias != NULL)
		port->alias = text_from_octets(
			arena, (const uint8_t *)alias, strlen(alias));
	port->type = link_type(row);
	port->mtu = netlink_u32(row, IFLA_MTU);
	port->admin_status = is_up ? "up" : "down";
	port->oper_status = link_state(row, is_up);
	if (mac->length == sizeof(port->mac) && port->type != 24) {
		port->has_mac = true;
		memcpy(port->mac, mac->bytes, sizeof(port->mac));
	}
	return 0;
}

/* ---- addresses ---- */

int
kernel_read_ip(
	const struct netlink_value *value, int family, struct ip_address *ip)
{
	size_t length = family == AF_INET ? 4 : 16;

	if (value->length != length ||
		ip_from_octets(value->bytes, length, ip) != 0)
		return -1;
	ip->prefix_length = NO_PREFIX_LENGTH;
	return 0;
}

/* The first flag that is set tells. */
static const struct word address_states[] = {
	{ IFA_F_DADFAILED, "duplicate" },
	{ IFA_F_OPTIMISTIC, "optimistic" },
	{ IFA_F_TENTATIVE, "tentative" },
	{ IFA_F_DEPRECATED, "deprecated" },
};

static const char *
address_state(uint32_t flags)
{
	for (size_t i = 0; i < COUNT(address_states); i++)
		if (flags & address_states[i].value)
			return address_states[i].word;
	return "preferred";
}

/* An address that ends is leased, or made of an advertised prefix. The kernel
 * makes link-local ones of its own and says that they are permanent. */
static const char *
address_origin(uint32_t flags, const struct ip_address *ip)
{
	bool is_v6 = ip->family == 6;

	if (is_v6 && flags & IFA_F_TEMPORARY)
		return "random";
	if (is_v6 && ip_is_link_local(ip))
		return "linklayer";
	if (flags & IFA_F_PERMANENT)
		return "manual";
	return is_v6 && ip->prefix_length < 128 ? "linklayer" : "dhcp";
}

static int
address_row(void *context, const struct netlink_row *row)
{
	struct kernel *kernel = context;
	const struct ifaddrmsg *head = row->head;
	/* Where both stand, the second one is the other end's. */
	int attribute =
		row->values[IFA_LOCAL].length > 0 ? IFA_LOCAL : IFA_ADDRESS;
	uint32_t flags = head->ifa_flags | netlink_u32(row, IFA_FLAGS);
	struct device_address *address;
	struct ip_address ip;

	if (head->ifa_family != AF_INET && head->ifa_family != AF_INET6)
		return 1;
	if (head->ifa_index == 0 ||
		kernel_read_ip(
			&row->values[attribute], head->ifa_family, &ip) != 0 ||
		head->ifa_prefixlen > (ip.family == 4 ? 32 : 128))
		return -1;
	ip.prefix_length = head->ifa_prefixlen;
	address = device_add_address(
		kernel->device, head->ifa_index, &ip, KERNEL_SOURCE);
	address->type = "unicast";
	address->status = address_state(flags);
	address->origin = address_origin(flags, &ip);
	return 0;
}

/* ---- neighbours ---- */

static const struct word neighbour_states[] = {
	{ NUD_INCOMPLETE, "incomplete" },
	{ NUD_REACHABLE, "reachable" },
	{ NUD_STALE, "stale" },
	{ NUD_DELAY, "delay" },
	{ NUD_PROBE, "probe" },
	{ NUD_FAILED, "invalid" },
	{ NUD_PERMANENT, "reachable" },
};

static const char *
neighbour_state(uint32_t state)
{
	for (size_t i = 0; i < COUNT(neighbour_states); i++)
		if (state & neighbour_states[i].value)
			return neighbour_states[i].word;
	return "unknown";
}

static void
fill_neighbour(struct device_neighbour *neighbour, const struct ndmsg *head,
	const struct netlink_value *mac)
{
	if (mac->length == sizeof(neighbour->mac)) {
		neighbour->has_mac = true;
		memcpy(neighbour->mac, mac->bytes, sizeof(neighbour->mac));
	}
	neighbour->type =
		head->ndm_state & NUD_PERMANENT ? "static" : "dynamic";
	neighbour->state = neighbour_state(head->ndm_state);
	if (head->ndm_family == AF_INET6 && neighbour->has_mac)
		neighbour->is_router =
			head->ndm_flags & NTF_ROUTER ? SAID_YES : SAID_NO;
}

static int
neighbour_row(void *context, const struct netlink_row *row)
{
	struct kernel *kernel = context;
	const struct ndmsg *head = row->head;
	struct ip_address ip;

	if (head->ndm_family != AF_INET && head->ndm_family != AF_INET6)
		return 1;
	if (head->ndm_ifindex <= 0 ||
		kernel_read_ip(&row->values[NDA_DST], head->ndm_family, &ip) !=
			0)
		return -1;
	if (head->ndm_state & NUD_NOARP)
		return 1; /* groups, and links that need no cache */
	fill_neighbour(device_add_neighbour(kernel->device,
			       (uint32_t)head->ndm_ifindex, &ip, KERNEL_SOURCE),
		head, &row->values[NDA_LLADDR]);
	return 0;
}

/* ---- all of them ---- */

const struct netlink_table kernel_tables[KERNEL_PARTS] = {
	[KERNEL_LINKS] = { "rtnetlink: links", RTM_GETLINK,
		sizeof(struct ifinfomsg), link_row },
	[KERNEL_ADDRESSES] = { "rtnetlink: addresses", RTM_GETADDR,
		sizeof(struct ifaddrmsg), address_row },
	[KERNEL_NEIGHBOURS] = { "rtnetlink: neighbours", RTM_GETNEIGH,
		sizeof(struct ndmsg), neighbour_row },
	[KERNEL_ROUTES] = { "rtnetlink: routes", RTM_GETROUTE,
		sizeof(struct rtmsg), kernel_route_row },
};

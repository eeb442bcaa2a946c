/* adverts.c -- what a router announces on a link, and the prefixes of a link.
 *
 * Router advertisements (RFC 4861) decide how hosts get their IPv6 addresses;
 * a prefix row says whether they may make one of it (RFC 4862). */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "routing.h"

enum {
	SENDS,
	MAX_INTERVAL,
	MANAGED,
	OTHER,
	MTU,
	REACHABLE,
	RETRANSMIT,
	HOP_LIMIT,
	LIFETIME
};

static const uint8_t advert_columns[] = {
	[SENDS] = 2, /* ipv6RouterAdvertSendAdverts */
	[MAX_INTERVAL] = 3, /* ipv6RouterAdvertMaxInterval, seconds */
	[MANAGED] = 5, /* ipv6RouterAdvertManagedFlag */
	[OTHER] = 6, /* ipv6RouterAdvertOtherConfigFlag */
	[MTU] = 7, /* ipv6RouterAdvertLinkMTU; 0: not announced */
	[REACHABLE] = 8, /* ipv6RouterAdvertReachableTime, ms */
	[RETRANSMIT] = 9, /* ipv6RouterAdvertRetransmitTime, ms */
	[HOP_LIMIT] = 10, /* ipv6RouterAdvertCurHopLimit */
	[LIFETIME] = 11, /* ipv6RouterAdvertDefaultLifetime, seconds */
};

static int
advert_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct router_advert *advert;
	uint32_t if_index;

	if (index_number(&index, &if_index) != 0 || if_index == 0 ||
		index.left != 0)
		return -1;
	advert = routing_add_router_advert(device, if_index);
	advert->sends = mib_truth(row, SENDS);
	advert->managed = mib_truth(row, MANAGED);
	advert->other = mib_truth(row, OTHER);
	advert->max_interval = mib_counter(row, MAX_INTERVAL);
	advert->mtu = mib_counter(row, MTU);
	advert->reachable = mib_counter(row, REACHABLE);
	advert->retransmit = mib_counter(row, RETRANSMIT);
	advert->hop_limit = mib_counter(row, HOP_LIMIT);
	advert->lifetime = mib_counter(row, LIFETIME);
	return 0;
}

const struct collector router_adverts_collector = {
	.name = "IP-MIB::ipv6RouterAdvertTable",
	.entry = "1.3.6.1.2.1.4.39.1",
	.columns = advert_columns,
	.column_count = COUNT(advert_columns),
	.on_row = advert_row,
};

enum { ORIGIN, ON_LINK, AUTONOMOUS, PREFERRED, VALID };

static const uint8_t prefix_columns[] = {
	[ORIGIN] = 5, /* ipAddressPrefixOrigin */
	[ON_LINK] = 6, /* ipAddressPrefixOnLinkFlag */
	[AUTONOMOUS] = 7, /* ipAddressPrefixAutonomousFlag */
	[PREFERRED] = 8, /* ipAddressPrefixAdvPreferredLifetime, seconds */
	[VALID] = 9, /* ipAddressPrefixAdvValidLifetime, seconds */
};

/* ifIndex.type.length.octets.prefix length; the last is taken off first, since
 * an address may come without its length. */
static int
read_prefix(
	const struct mib_row *row, uint32_t *if_index, struct ip_address *ip)
{
	struct index_reader index = mib_index(row);
	uint32_t length;

	if (index.left < 2)
		return -1;
	length = index.next[--index.left];
	if (index_port_address(&index, if_index, ip) != 0 || *if_index == 0 ||
		length > (ip->family == 4 ? 32 : 128))
		return -1;
	ip->prefix_length = (int)length;
	*ip = ip_network(ip);
	return 0;
}

static int
prefix_row(struct device *device, const struct mib_row *row)
{
	static const char *const origins[] = { NULL, "other", "manual",
		"wellknown", "dhcp", "routeradv" };
	struct device_prefix *prefix;
	struct ip_address ip;
	uint32_t if_index;

	if (read_prefix(row, &if_index, &ip) != 0)
		return -1;
	prefix = routing_add_prefix(device, if_index, &ip);
	prefix->origin = mib_word(row, ORIGIN, origins, COUNT(origins));
	prefix->on_link = mib_truth(row, ON_LINK);
	prefix->autonomous = mib_truth(row, AUTONOMOUS);
	prefix->preferred_lifetime = mib_counter(row, PREFERRED);
	prefix->valid_lifetime = mib_counter(row, VALID);
	return 0;
}

const struct collector prefixes_collector = {
	.name = "IP-MIB::ipAddressPrefixTable",
	.entry = "1.3.6.1.2.1.4.32.1",
	.columns = prefix_columns,
	.column_count = COUNT(prefix_columns),
	.on_row = prefix_row,
};

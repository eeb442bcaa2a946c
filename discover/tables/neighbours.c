/* neighbours.c -- ARP and ND: which address sits behind which MAC.
 *
 * Four tables are read and united: stopping at the first that has rows loses
 * the IPv6 half on agents that keep it elsewhere. Link-local addresses are
 * kept (most of what routers know is link-local): the key is the interface
 * together with the address. */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "mib.h"

static const char *const types[] = { NULL, "other", "invalid", "dynamic",
	"static", "local" };
static const char *const states[] = { NULL, "reachable", "stale", "delay",
	"probe", "invalid", "unknown", "incomplete" };

/* A MAC of zeros is an entry that is still being resolved. */
static void
keep_mac(struct device_neighbour *neighbour, const struct mib_row *row,
	int column)
{
	uint8_t mac[6];

	if (mib_mac(row, column, mac) != 0)
		return;
	memcpy(neighbour->mac, mac, sizeof(mac));
	neighbour->has_mac = true;
}

enum { MAC, TYPE, STATE };

static int
physical_row(
	struct device *device, const struct mib_row *row, const char *source)
{
	struct index_reader index = mib_index(row);
	struct device_neighbour *neighbour;
	struct ip_address ip;
	uint32_t port;

	if (index_port_address(&index, &port, &ip) != 0)
		return -1;
	neighbour = device_add_neighbour(device, port, &ip, source);
	keep_mac(neighbour, row, MAC);
	neighbour->type =
		mib_word(row, TYPE, types, COUNT(types)) ?: neighbour->type;
	neighbour->state =
		mib_word(row, STATE, states, COUNT(states)) ?: neighbour->state;
	return 0;
}

static const uint8_t columns[] = {
	[MAC] = 4, /* ipNetToPhysicalPhysAddress */
	[TYPE] = 6, /* ipNetToPhysicalType */
	[STATE] = 7, /* ipNetToPhysicalState */
};

static int
neighbour_row(struct device *device, const struct mib_row *row)
{
	return physical_row(device, row, "ipNetToPhysicalTable");
}

const struct collector neighbours_collector = {
	.name = "IP-MIB::ipNetToPhysicalTable",
	.entry = "1.3.6.1.2.1.4.35.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = neighbour_row,
};

static const uint8_t cisco_columns[] = {
	[MAC] = 3, /* cInetNetToMediaPhysAddress */
	[TYPE] = 5, /* cInetNetToMediaType */
	[STATE] = 6, /* cInetNetToMediaState */
};

static int
cisco_row(struct device *device, const struct mib_row *row)
{
	return physical_row(device, row, "cInetNetToMediaTable");
}

const struct collector cisco_neighbours_collector = {
	.name = "CISCO-IETF-IP-MIB::cInetNetToMediaTable",
	.entry = "1.3.6.1.4.1.9.10.86.1.1.3.1",
	.columns = cisco_columns,
	.column_count = COUNT(cisco_columns),
	.on_row = cisco_row,
};

enum { OLD_MAC, OLD_TYPE, OLD_STATE };

static const uint8_t old_ipv4_columns[] = {
	[OLD_MAC] = 2, /* ipNetToMediaPhysAddress */
	[OLD_TYPE] = 4, /* ipNetToMediaType: the first four of RFC 4293's */
};

static int
old_ipv4_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct device_neighbour *neighbour;
	struct ip_address ip;
	uint32_t port;

	if (index_number(&index, &port) != 0 ||
		index_octets_address(&index, 4, &ip) != 0)
		return -1;
	neighbour =
		device_add_neighbour(device, port, &ip, "ipNetToMediaTable");
	keep_mac(neighbour, row, OLD_MAC);
	neighbour->type = neighbour->type ?: mib_word(row, OLD_TYPE, types, 5);
	return 0;
}

const struct collector old_ipv4_neighbours_collector = {
	.name = "IP-MIB::ipNetToMediaTable",
	.entry = "1.3.6.1.2.1.4.22.1",
	.columns = old_ipv4_columns,
	.column_count = COUNT(old_ipv4_columns),
	.on_row = old_ipv4_row,
};

static const uint8_t old_ipv6_columns[] = {
	[OLD_MAC] = 2, /* ipv6NetToMediaPhysAddress */
	[OLD_TYPE] = 3, /* ipv6NetToMediaType */
	[OLD_STATE] = 4, /* ipv6IfNetToMediaState */
};

static int
old_ipv6_row(struct device *device, const struct mib_row *row)
{
	static const char *const old_types[] = { NULL, "other", "dynamic",
		"static", "local" };
	struct index_reader index = mib_index(row);
	struct device_neighbour *neighbour;
	struct ip_address ip;
	uint32_t port;

	if (index_port_ipv6(&index, &port, &ip) != 0)
		return -1;
	neighbour =
		device_add_neighbour(device, port, &ip, "ipv6NetToMediaTable");
	keep_mac(neighbour, row, OLD_MAC);
	neighbour->type = neighbour->type
		?: mib_word(row, OLD_TYPE, old_types, COUNT(old_types));
	neighbour->state =
		neighbour->state ?: mib_word(row, OLD_STATE, states, 7);
	return 0;
}

const struct collector old_ipv6_neighbours_collector = {
	.name = "IPV6-MIB::ipv6NetToMediaTable",
	.entry = "1.3.6.1.2.1.55.1.12.1",
	.columns = old_ipv6_columns,
	.column_count = COUNT(old_ipv6_columns),
	.on_row = old_ipv6_row,
};

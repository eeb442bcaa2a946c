/* addresses.c -- which addresses, of both families, sit on which interface.
 *
 * IP-MIB (RFC 4293) keeps IPv4 and IPv6 in one table whose index is the
 * address. Agents fill it, the two older tables or Cisco's copy as they
 * please, so all four are read and united. */
#include "collectors.h"
#include "device.h"
#include "mib.h"

enum { BROADCAST = 3 };

static const char *const statuses[] = { NULL, "preferred", "deprecated",
	"invalid", "inaccessible", "unknown", "tentative", "duplicate",
	"optimistic" };

enum { IF_INDEX, TYPE, PREFIX, ORIGIN, STATUS };

/* RFC 4293 and Cisco's copy use the same numbers. */
static const uint8_t columns[] = {
	[IF_INDEX] = 3, /* ipAddressIfIndex */
	[TYPE] = 4, /* ipAddressType */
	[PREFIX] = 5, /* ipAddressPrefix */
	[ORIGIN] = 6, /* ipAddressOrigin */
	[STATUS] = 7, /* ipAddressStatus */
};

/* ipAddressPrefix points to a row of ipAddressPrefixTable, whose index ends
 * in the length; 0.0 points nowhere. */
static int
prefix_length(const struct mib_row *row, int family)
{
	size_t length;
	const uint32_t *pointer = mib_oid(row, PREFIX, &length);
	uint32_t most = family == 4 ? 32 : 128;

	if (pointer == NULL || length <= 2 || pointer[length - 1] == 0 ||
		pointer[length - 1] > most)
		return NO_PREFIX_LENGTH;
	return (int)pointer[length - 1];
}

static int
add_address(
	struct device *device, const struct mib_row *row, const char *source)
{
	static const char *const types[] = { NULL, "unicast", "anycast" };
	static const char *const origins[] = { NULL, "other", "manual", NULL,
		"dhcp", "linklayer", "random" };
	int64_t port = mib_number(row, IF_INDEX);
	struct index_reader index = mib_index(row);
	struct device_address *address;
	struct ip_address ip;

	if (port <= 0 || index_ip_address(&index, &ip) != 0)
		return -1;
	if (mib_number(row, TYPE) == BROADCAST)
		return 0; /* the subnet's, not this interface's */
	ip.prefix_length = prefix_length(row, ip.family);
	address = device_add_address(device, (uint32_t)port, &ip, source);
	address->type =
		mib_word(row, TYPE, types, COUNT(types)) ?: address->type;
	address->origin = mib_word(row, ORIGIN, origins, COUNT(origins))
		?: address->origin;
	address->status = mib_word(row, STATUS, statuses, COUNT(statuses))
		?: address->status;
	return 0;
}

static int
address_row(struct device *device, const struct mib_row *row)
{
	return add_address(device, row, "ipAddressTable");
}

const struct collector addresses_collector = {
	.name = "IP-MIB::ipAddressTable",
	.entry = "1.3.6.1.2.1.4.34.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = address_row,
};

static int
cisco_address_row(struct device *device, const struct mib_row *row)
{
	return add_address(device, row, "cIpAddressTable");
}

const struct collector cisco_addresses_collector = {
	.name = "CISCO-IETF-IP-MIB::cIpAddressTable",
	.entry = "1.3.6.1.4.1.9.10.86.1.1.2.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = cisco_address_row,
};

enum { OLD_IF_INDEX, OLD_MASK };

static const uint8_t old_ipv4_columns[] = {
	[OLD_IF_INDEX] = 2, /* ipAdEntIfIndex */
	[OLD_MASK] = 3, /* ipAdEntNetMask */
};

/* A mask of zeros says nothing of the subnet. */
static int
subnet_length(const struct mib_row *row)
{
	size_t length;
	const uint8_t *mask = mib_octets(row, OLD_MASK, &length);
	int bits = mask != NULL && length == 4 ? mask_length(mask) : 0;

	return bits > 0 ? bits : NO_PREFIX_LENGTH;
}

static int
old_ipv4_row(struct device *device, const struct mib_row *row)
{
	int64_t port = mib_number(row, OLD_IF_INDEX);
	struct index_reader index = mib_index(row);
	struct ip_address ip;

	if (port <= 0 || index_octets_address(&index, 4, &ip) != 0)
		return -1;
	ip.prefix_length = subnet_length(row);
	device_add_address(device, (uint32_t)port, &ip, "ipAddrTable");
	return 0;
}

const struct collector old_ipv4_addresses_collector = {
	.name = "RFC1213-MIB::ipAddrTable",
	.entry = "1.3.6.1.2.1.4.20.1",
	.columns = old_ipv4_columns,
	.column_count = COUNT(old_ipv4_columns),
	.on_row = old_ipv4_row,
};

enum { OLD_LENGTH, OLD_ANYCAST, OLD_STATUS };

static const uint8_t old_ipv6_columns[] = {
	[OLD_LENGTH] = 2, /* ipv6AddrPfxLength */
	[OLD_ANYCAST] = 4, /* ipv6AddrAnycastFlag: 1 true, 2 false */
	[OLD_STATUS] = 5, /* ipv6AddrStatus: the first five of RFC 4293's */
};

static int
old_ipv6_row(struct device *device, const struct mib_row *row)
{
	int64_t length = mib_number(row, OLD_LENGTH);
	struct index_reader index = mib_index(row);
	struct device_address *address;
	struct ip_address ip;
	uint32_t port;

	if (index_port_ipv6(&index, &port, &ip) != 0)
		return -1;
	if (length > 0 && length <= 128)
		ip.prefix_length = (int)length;
	address = device_add_address(device, port, &ip, "ipv6AddrTable");
	if (address->type == NULL && mib_has(row, OLD_ANYCAST))
		address->type = mib_number(row, OLD_ANYCAST) == 1 ? "anycast"
								  : "unicast";
	address->status =
		address->status ?: mib_word(row, OLD_STATUS, statuses, 6);
	return 0;
}

const struct collector old_ipv6_addresses_collector = {
	.name = "IPV6-MIB::ipv6AddrTable",
	.entry = "1.3.6.1.2.1.55.1.8.1",
	.columns = old_ipv6_columns,
	.column_count = COUNT(old_ipv6_columns),
	.on_row = old_ipv6_row,
};

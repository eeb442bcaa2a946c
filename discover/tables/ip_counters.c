/* ip_counters.c -- how much IPv4 and how much IPv6: packets and octets of the
 * system and of its interfaces.
 *
 * ipSystemStatsTable and ipIfStatsTable (RFC 4293) have the same columns. Most
 * counters come in 64 and in 32 bits, and agents have either or both. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "traffic.h"

enum {
	IN_PACKETS,
	IN_PACKETS_32,
	IN_OCTETS,
	IN_OCTETS_32,
	FORWARDED,
	FORWARDED_32,
	OUT_PACKETS,
	OUT_PACKETS_32,
	OUT_OCTETS,
	OUT_OCTETS_32,
	DISCONTINUITY,
};

static const uint8_t columns[] = {
	[IN_PACKETS] = 4, /* HCInReceives */
	[IN_PACKETS_32] = 3, /* InReceives */
	[IN_OCTETS] = 6, /* HCInOctets */
	[IN_OCTETS_32] = 5, /* InOctets */
	[FORWARDED] = 24, /* HCOutForwDatagrams */
	[FORWARDED_32] = 23, /* OutForwDatagrams */
	[OUT_PACKETS] = 31, /* HCOutTransmits */
	[OUT_PACKETS_32] = 30, /* OutTransmits */
	[OUT_OCTETS] = 33, /* HCOutOctets */
	[OUT_OCTETS_32] = 32, /* OutOctets */
	[DISCONTINUITY] = 46, /* DiscontinuityTime */
};

/* A large counter stands in front of its small one. net-snmp takes one from
 * another and gets below zero: beyond 2^63 both are nonsense. */
static int64_t
counter(const struct mib_row *row, int column, int *bits)
{
	if (mib_has(row, column) || !mib_has(row, column + 1))
		return mib_counter(row, column);
	*bits = 32;
	return mib_counter(row, column + 1);
}

static void
keep_counters(struct ip_counters *counters, const struct mib_row *row)
{
	counters->bits = 64;
	counters->in_packets = counter(row, IN_PACKETS, &counters->bits);
	counters->in_octets = counter(row, IN_OCTETS, &counters->bits);
	counters->forwarded = counter(row, FORWARDED, &counters->bits);
	counters->out_packets = counter(row, OUT_PACKETS, &counters->bits);
	counters->out_octets = counter(row, OUT_OCTETS, &counters->bits);
	counters->discontinuity = mib_counter(row, DISCONTINUITY);
}

/* version, or version.ifIndex */
static int
counters_row(
	struct device *device, const struct mib_row *row, bool has_interface)
{
	enum { IPV4 = 1, IPV6 = 2 };
	struct index_reader index = mib_index(row);
	uint32_t version, if_index = 0;
	struct ip_counters *counters;

	if (index_number(&index, &version) != 0 ||
		(version != IPV4 && version != IPV6))
		return -1;
	if (has_interface &&
		(index_number(&index, &if_index) != 0 || if_index == 0))
		return -1;
	if (index.left != 0)
		return -1;
	counters = traffic_add_ip_counters(device);
	counters->family = version == IPV4 ? 4 : 6;
	counters->if_index = if_index;
	keep_counters(counters, row);
	return 0;
}

static int
system_row(struct device *device, const struct mib_row *row)
{
	return counters_row(device, row, false);
}

const struct collector ip_counters_collector = {
	.name = "IP-MIB::ipSystemStatsTable",
	.entry = "1.3.6.1.2.1.4.31.1.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = system_row,
};

static int
interface_row(struct device *device, const struct mib_row *row)
{
	return counters_row(device, row, true);
}

const struct collector interface_counters_collector = {
	.name = "IP-MIB::ipIfStatsTable",
	.entry = "1.3.6.1.2.1.4.31.3.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = interface_row,
};

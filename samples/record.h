/* record.h -- writes what an agent would answer as lines OID|type|value.
 *
 * A row is begun with its table's entry and then has an index; a group of
 * scalars is a row whose index is 0. */
#ifndef SAMPLES_RECORD_H
#define SAMPLES_RECORD_H

#include <stdio.h>

#include "network.h"

struct row {
	FILE *file;
	const char *entry; /* OID above the columns */
	char index[160]; /* ".1.4.192.0.2.1" */
};

enum value_tag {
	INTEGER = 2,
	COUNTER32 = 65,
	GAUGE32 = 66,
	TIME_TICKS = 67,
	COUNTER64 = 70,
};

struct row row_begin(FILE *, const char *entry);
void row_add_number(struct row *, uint32_t);
/* InetAddressType, length, octets; with its zone as ipv6z(4). */
void row_add_address(struct row *, const struct ip_address *);
/* Only the octets. */
void row_add_octets(struct row *, const uint8_t *octets, size_t length);

void row_number(const struct row *, int column, enum value_tag, int64_t value);
/* A Counter64 that began at 0 when the device was started. */
void row_growing(const struct row *, int column, int64_t per_second);
void row_text(const struct row *, int column, const char *);
void row_octets(
	const struct row *, int column, const uint8_t *octets, size_t length);
void row_oid(const struct row *, int column, const char *oid);
void row_ipv4(const struct row *, int column, const uint8_t octets[4]);

/* 4 octets of an IPv4 address, 16 of an IPv6 address. */
const uint8_t *ip_octets(const struct ip_address *, size_t *length);

/* One group of tables; each writes all that its device has. */
struct recorder {
	FILE *file;
	const struct network *network;
	const struct device *device;
};

void record_system(const struct recorder *);
void record_inventory(const struct recorder *);
void record_interfaces(const struct recorder *);
void record_addresses(const struct recorder *);
void record_neighbours(const struct recorder *);
void record_routes(const struct recorder *);
void record_bridge(const struct recorder *);
void record_layer2(const struct recorder *);
void record_lldp(const struct recorder *);
void record_med(const struct recorder *);
void record_adverts(const struct recorder *);
void record_traffic(const struct recorder *);
void record_services(const struct recorder *);
void record_tunnels(const struct recorder *);
void record_spanning_tree(const struct recorder *);
void record_sessions(const struct recorder *);

enum { UPTIME_SECONDS = 86400 }; /* of every device */
/* Called for the ports on the segments of the device's own. */
void for_each_far_port(const struct recorder *,
	void (*)(const struct recorder *, const struct port *near,
		const struct port *far));
/* Does it tell its segment that it is an IPv6 router? */
bool port_is_advertised(const struct port *);
/* "KR-240-0003" */
void device_serial(const struct device *, char *text, size_t size);
/* Below a table's entry, what LLDP heard on a port of the device. */
struct row lldp_remote_row(
	const struct recorder *, const char *entry, const struct port *);

/* Number and identifier of a port, as the device's own LLDP has them. */
uint32_t lldp_port_number(const struct port *);

/* What a perfect crawl finds in this phase, as sorted lines of words with
 * tabs between them: device, address, link. */
void expect_print(const struct network *, FILE *);

#endif

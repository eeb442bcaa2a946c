/* record_ip.c -- addresses, ARP and ND: both families.
 *
 * On a segment a forwarding device knows everybody, the others know the
 * forwarding devices. IPv6 neighbours know each other by every address and by
 * the link-local one, if both ends run IPv6. */
#include <string.h>

#include "memory.h"
#include "record.h"

/* Neighbours on one segment are a ring. */
void
for_each_far_port(const struct recorder *recorder,
	void (*record)(const struct recorder *, const struct port *near,
		const struct port *far))
{
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next) {
		if (port->neighbour == NULL)
			continue;
		for (const struct port *far = port->neighbour; far != port;
			far = far->neighbour)
			record(recorder, port, far);
	}
}

/* RowPointer to ipAddressPrefixOrigin of the address's prefix. */
static void
record_prefix(
	const struct row *row, uint32_t index, const struct ip_address *ip)
{
	struct row prefix = row_begin(NULL, "1.3.6.1.2.1.4.32.1.5");
	struct ip_address network = ip_network(ip);
	char oid[256];

	network.zone = ip->zone;
	row_add_number(&prefix, index);
	row_add_address(&prefix, &network);
	row_add_number(&prefix, (uint32_t)ip->prefix_length);
	snprintf(oid, sizeof(oid), "%s%s", prefix.entry, prefix.index);
	row_oid(row, 5, oid);
}

static void
record_address(const struct recorder *recorder, const struct port *port,
	const struct port_address *address)
{
	enum { UNICAST = 1, PREFERRED = 1 };
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.4.34.1");

	row_add_address(&row, &address->ip);
	row_number(&row, 3, INTEGER, port->index);
	row_number(&row, 4, INTEGER, UNICAST);
	record_prefix(&row, port->index, &address->ip);
	row_number(&row, 6, INTEGER, address->origin);
	row_number(&row, 7, INTEGER, PREFERRED);
}

static void
record_ipv4_address(const struct recorder *recorder, const struct port *port,
	const struct ip_address *ip)
{
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.4.20.1");
	size_t length;
	const uint8_t *octets = ip_octets(ip, &length);
	uint8_t mask[4];

	for (int i = 0; i < 4; i++) {
		int bits = ip->prefix_length - 8 * i;

		mask[i] = bits >= 8 ? 0xff
			: bits > 0  ? (uint8_t)(0xff << (8 - bits))
				    : 0;
	}
	row_add_octets(&row, octets, length);
	row_ipv4(&row, 1, octets);
	row_number(&row, 2, INTEGER, port->index);
	row_ipv4(&row, 3, mask);
}

void
record_addresses(const struct recorder *recorder)
{
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next)
		for (const struct port_address *address = port->addresses;
			address != NULL; address = address->next) {
			record_address(recorder, port, address);
			if (address->ip.family == 4)
				record_ipv4_address(
					recorder, port, &address->ip);
		}
}

static void
record_neighbour(const struct recorder *recorder, const struct port *port,
	const struct port *far, struct ip_address ip)
{
	enum { DYNAMIC = 3, REACHABLE = 1, STALE = 2 };
	struct row both = row_begin(recorder->file, "1.3.6.1.2.1.4.35.1");
	struct row old = row_begin(recorder->file, "1.3.6.1.2.1.4.22.1");
	size_t length;
	const uint8_t *octets = ip_octets(&ip, &length);

	ip.zone = ip_is_link_local(&ip) && port->device->platform->zoned
		? port->index
		: 0;
	row_add_number(&both, port->index);
	row_add_address(&both, &ip);
	row_octets(&both, 4, far->mac, sizeof(far->mac));
	row_number(&both, 6, INTEGER, DYNAMIC);
	row_number(&both, 7, INTEGER,
		far->device->role->forwards ? REACHABLE : STALE);
	if (ip.family != 4)
		return;
	row_add_number(&old, port->index);
	row_add_octets(&old, octets, length);
	row_number(&old, 1, INTEGER, port->index);
	row_octets(&old, 2, far->mac, sizeof(far->mac));
	row_ipv4(&old, 3, octets);
	row_number(&old, 4, INTEGER, DYNAMIC);
}

static void
record_far_port(const struct recorder *recorder, const struct port *port,
	const struct port *far)
{
	if (!port->device->role->forwards && !far->device->role->forwards)
		return;
	for (const struct port_address *address = far->addresses;
		address != NULL; address = address->next)
		if (port_runs(port, address->ip.family))
			record_neighbour(recorder, port, far, address->ip);
}

void
record_neighbours(const struct recorder *recorder)
{
	for_each_far_port(recorder, record_far_port);
}

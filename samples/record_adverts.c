/* record_adverts.c -- what routers announce, and the prefixes of each link.
 *
 * Routers advertise themselves in VLANs, where hosts are, once they have a
 * prefix for them; they are silent on lines to other routers. */
#include <string.h>

#include "memory.h"
#include "record.h"

enum { TRUE = 1, FALSE = 2 };

bool
port_is_advertised(const struct port *port)
{
	if (!port->device->role->forwards || port->is_silent ||
		!port_runs(port, 6) || port_vlan(port) == 0)
		return false;
	return port->advertises || port_address(port, 6) != NULL;
}

static void
record_advert(const struct recorder *recorder, const struct port *port)
{
	enum { MAX_INTERVAL = 600, MIN_INTERVAL = 200, LIFETIME = 1800 };
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.4.39.1");
	const bool sends = port_is_advertised(port);

	row_add_number(&row, port->index);
	row_number(&row, 2, INTEGER, sends ? TRUE : FALSE);
	row_number(&row, 3, GAUGE32, MAX_INTERVAL);
	row_number(&row, 4, GAUGE32, MIN_INTERVAL);
	row_number(&row, 5, INTEGER, FALSE); /* addresses by DHCPv6 */
	row_number(&row, 6, INTEGER, TRUE); /* the rest by DHCPv6 */
	row_number(&row, 7, GAUGE32, 0); /* the MTU is not announced */
	row_number(&row, 8, GAUGE32, 0);
	row_number(&row, 9, GAUGE32, 0);
	row_number(&row, 10, GAUGE32, 64); /* hop limit */
	row_number(&row, 11, GAUGE32, sends ? LIFETIME : 0);
}

/* ipAddressPrefixOrigin */
enum { BY_HAND = 2, WELL_KNOWN = 3, BY_DHCP = 4, BY_ADVERT = 5 };

static int
prefix_origin(const struct port_address *address)
{
	if (address->ip.family == 6 && ip_is_link_local(&address->ip))
		return WELL_KNOWN;
	if (address->origin == DHCP)
		return BY_DHCP;
	return address->origin == MANUAL ? BY_HAND : BY_ADVERT;
}

/* Hosts may make addresses of it, if it is as long as theirs must be. */
static bool
is_autonomous(const struct port *port, const struct port_address *address)
{
	enum { BITS_OF_HOSTS_PREFIX = 64 };

	return address->ip.family == 6 && !ip_is_link_local(&address->ip) &&
		address->ip.prefix_length == BITS_OF_HOSTS_PREFIX &&
		(port_is_advertised(port) || prefix_origin(address) != BY_HAND);
}

static void
record_prefix(const struct recorder *recorder, const struct port *port,
	const struct port_address *address)
{
	enum { DAY = 86400, WEEK = 7 * DAY };
	const int64_t without_end = UINT32_MAX;
	const bool autonomous = is_autonomous(port, address);
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.4.32.1");
	struct ip_address network = ip_network(&address->ip);

	network.zone = address->ip.zone;
	row_add_number(&row, port->index);
	row_add_address(&row, &network);
	row_add_number(&row, (uint32_t)network.prefix_length);
	row_number(&row, 5, INTEGER, prefix_origin(address));
	row_number(&row, 6, INTEGER, TRUE); /* on the link */
	row_number(&row, 7, INTEGER, autonomous ? TRUE : FALSE);
	row_number(&row, 8, GAUGE32, autonomous ? WEEK : without_end);
	row_number(&row, 9, GAUGE32, autonomous ? 30 * DAY : without_end);
}

/* Is it the first address of its prefix on the port? */
static bool
is_first(const struct port *port, const struct port_address *address)
{
	const struct ip_address network = ip_network(&address->ip);
	const struct port_address *other = port->addresses;

	for (; other != address; other = other->next) {
		const struct ip_address another = ip_network(&other->ip);

		if (ip_equal(&another, &network) &&
			another.prefix_length == network.prefix_length)
			return false;
	}
	return true;
}

void
record_adverts(const struct recorder *recorder)
{
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next) {
		if (recorder->device->role->forwards &&
			port_link_local(port) != NULL)
			record_advert(recorder, port);
		for (const struct port_address *address = port->addresses;
			address != NULL; address = address->next)
			if (is_first(port, address))
				record_prefix(recorder, port, address);
	}
}

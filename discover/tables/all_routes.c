/* all_routes.c -- routes beside the default ones, where there are not too many.
 *
 * An agent says in front how many rows its tables have. What it says decides,
 * once all else was read, whether they are asked for: a router of the Internet
 * has a million. The older tables are of use only where the newest does not
 * hold what they have. */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "routes.h"

/* ---- how many there are ---- */

static int
counts_row(struct device *device, const struct mib_row *row)
{
	enum { CIDR, INET };

	device->inet_route_count = mib_counter(row, INET);
	device->cidr_route_count = mib_counter(row, CIDR);
	return 0;
}

const struct collector route_counts_collector = {
	.name = "IP-FORWARD-MIB::inetCidrRouteNumber",
	.entry = "1.3.6.1.2.1.4.24",
	.columns = (const uint8_t[]){ 3, 6 }, /* ipCidrRouteNumber, this one */
	.column_count = 2,
	.on_row = counts_row,
};

static struct wish
wish_for(struct device *device, int64_t count)
{
	if (count > device->route_limit)
		return (struct wish){
			.reason = arena_format(device->arena,
				"not asked: %lld routes, more than %lld",
				(long long)count,
				(long long)device->route_limit)
		};
	return (struct wish){ .is_wanted = count > 0 };
}

static struct wish
inet_wish(struct device *device)
{
	return wish_for(device, device->inet_route_count);
}

/* Some agents keep IPv6 alone in the newer table. */
static struct wish
cidr_wish(struct device *device)
{
	if (device->cidr_route_count <= device->inet_route_count)
		return (struct wish){ .is_wanted = false };
	return wish_for(device, device->cidr_route_count);
}

/* No count, and no default route by a newer table. */
static struct wish
old_wish(struct device *device)
{
	const struct device_route *row = device->routes;

	while (row != NULL && strcmp(row->source, "ipRouteTable") == 0)
		row = row->next;
	return (struct wish){ .is_wanted = row == NULL &&
			device->inet_route_count < 0 &&
			device->cidr_route_count < 0 };
}

/* ---- rows ---- */

static int
inet_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct ip_address prefix;
	uint32_t length;

	if (index_ip_address(&index, &prefix) != 0 ||
		index_number(&index, &length) != 0 ||
		length > (prefix.family == 4 ? 32 : 128))
		return -1;
	if (length == 0)
		return 0; /* the default routes were read before */
	prefix.prefix_length = (int)length;
	prefix = ip_network(&prefix);
	return inet_route(device, row, row->index_length - index.left, &prefix);
}

const struct collector all_routes_collector = {
	.name = "IP-FORWARD-MIB::inetCidrRouteTable",
	.entry = "1.3.6.1.2.1.4.24.7.1",
	.columns = inet_route_columns,
	.column_count = ROUTE_COLUMNS,
	.on_row = inet_row,
	.wish = inet_wish,
};

/* Puts the mask's length into the prefix; -1 when it is no mask. */
static int
take_mask(struct ip_address *prefix, const struct ip_address *mask)
{
	prefix->prefix_length = mask_length(mask->bytes + 12);
	if (prefix->prefix_length < 0)
		return -1;
	*prefix = ip_network(prefix);
	return 0;
}

static int
cidr_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct ip_address prefix, mask;

	if (index_octets_address(&index, 4, &prefix) != 0 ||
		index_octets_address(&index, 4, &mask) != 0 ||
		take_mask(&prefix, &mask) != 0)
		return -1;
	if (prefix.prefix_length == 0)
		return 0;
	return cidr_route(device, row, &prefix);
}

const struct collector all_cidr_routes_collector = {
	.name = "IP-FORWARD-MIB::ipCidrRouteTable",
	.entry = "1.3.6.1.2.1.4.24.4.1",
	.columns = cidr_route_columns,
	.column_count = ROUTE_COLUMNS,
	.on_row = cidr_row,
	.wish = cidr_wish,
};

/* The mask stands behind the columns of a default route. */
static const uint8_t old_columns[OLD_ROUTE_COLUMNS + 1] = {
	2, /* ipRouteIfIndex */
	8, /* ipRouteType */
	9, /* ipRouteProto */
	7, /* ipRouteNextHop */
	[OLD_ROUTE_COLUMNS] = 11, /* ipRouteMask */
};

static int
old_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct ip_address prefix, mask;
	size_t length;
	const uint8_t *octets = mib_octets(row, OLD_ROUTE_COLUMNS, &length);

	if (index_octets_address(&index, 4, &prefix) != 0 || index.left != 0 ||
		octets == NULL || length != 4 ||
		ip_from_octets(octets, length, &mask) != 0 ||
		take_mask(&prefix, &mask) != 0)
		return -1;
	if (prefix.prefix_length == 0)
		return 0;
	return old_route(device, row, &prefix);
}

const struct collector all_old_routes_collector = {
	.name = "RFC1213-MIB::ipRouteTable",
	.entry = "1.3.6.1.2.1.4.21.1",
	.columns = old_columns,
	.column_count = COUNT(old_columns),
	.on_row = old_row,
	.row_limit = ROUTE_LIMIT,
	.wish = old_wish,
};

/* routes.h -- rows of three generations of routing tables, for the files that
 * read default routes and all others. */
#ifndef DISCOVER_ROUTES_H
#define DISCOVER_ROUTES_H

#include <stddef.h>
#include <stdint.h>

struct device;
struct ip_address;
struct mib_row;

enum { ROUTE_COLUMNS = 3, OLD_ROUTE_COLUMNS = 4 };

extern const uint8_t inet_route_columns[ROUTE_COLUMNS],
	cidr_route_columns[ROUTE_COLUMNS], old_route_columns[OLD_ROUTE_COLUMNS];

/* The prefix was read from the row; of inetCidrRouteTable it took up so many
 * sub-identifiers of the index. -1: the row is refused. */
int inet_route(struct device *, const struct mib_row *, size_t destination,
	const struct ip_address *prefix);
int cidr_route(struct device *, const struct mib_row *,
	const struct ip_address *prefix);
int old_route(struct device *, const struct mib_row *,
	const struct ip_address *prefix);

#endif

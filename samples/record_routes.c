/* record_routes.c -- routes, and the default routers that hosts believe in.
 *
 * IPv4 and fixed IPv6 routes lead to the device that the description names;
 * who listens to advertisements believes every router that it hears. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "record.h"

static void
record_route(const struct recorder *recorder, const struct port *port,
	const struct ip_address *prefix, struct ip_address next_hop)
{
	enum { REMOTE = 4, NETMGMT = 3 };
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.4.24.7.1");

	if (port->device->platform->zoned && ip_is_link_local(&next_hop))
		next_hop.zone = port->index;
	row_add_address(&row, prefix);
	row_add_number(&row, (uint32_t)prefix->prefix_length);
	row_add_number(&row, 2); /* no policy: 0.0 */
	row_add_number(&row, 0);
	row_add_number(&row, 0);
	row_add_address(&row, &next_hop);
	row_number(&row, 7, INTEGER, port->index);
	row_number(&row, 8, INTEGER, REMOTE);
	row_number(&row, 9, INTEGER, NETMGMT);
}

static void
record_default_route(const struct recorder *recorder, const struct port *port,
	const struct ip_address *next_hop)
{
	const struct ip_address everything = { .family = next_hop->family };

	record_route(recorder, port, &everything, *next_hop);
}

static void
record_default_router(const struct recorder *recorder, const struct port *port,
	struct ip_address router)
{
	enum { LIFETIME_SECONDS = 1800, MEDIUM = 0 };
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.4.37.1");

	router.zone = 0;
	row_add_address(&row, &router);
	row_add_number(&row, port->index);
	row_number(&row, 4, GAUGE32, LIFETIME_SECONDS);
	row_number(&row, 5, INTEGER, MEDIUM);
}

static bool
hears(const struct port *port, const struct port *far)
{
	return port->device->role->hears_routers && port_runs(port, 6) &&
		port_is_advertised(far);
}

static void
record_heard_router(const struct recorder *recorder, const struct port *port,
	const struct port *far)
{
	if (hears(port, far))
		record_default_router(recorder, port, *port_link_local(far));
}

static void
record_default_routes(const struct recorder *recorder, const struct port *port,
	const struct port *far)
{
	const char *name = recorder->device->default_router;
	const struct ip_address *v4 = port_address(far, 4);
	const struct ip_address *v6 =
		hears(port, far) ? port_link_local(far) : port_address(far, 6);

	if (name == NULL || strcmp(name, far->device->name) != 0)
		return;
	if (v4 != NULL && port_runs(port, 4))
		record_default_route(recorder, port, v4);
	if (v6 != NULL && (hears(port, far) || port_address(port, 6) != NULL))
		record_default_route(recorder, port, v6);
}

static void
record_fixed_routes(const struct recorder *recorder, const struct port *port,
	const struct port *far)
{
	for (const struct fixed_route *route = recorder->device->routes;
		route != NULL; route = route->next) {
		const struct ip_address *next_hop =
			port_address(far, route->prefix.family);

		if (next_hop != NULL &&
			strcmp(route->to, far->device->name) == 0)
			record_route(recorder, port, &route->prefix, *next_hop);
	}
}

static int
count_lines(const char *text)
{
	int count = 0;

	for (; *text != '\0'; text++)
		count += *text == '\n';
	return count;
}

/* How many rows there are stands in front of them. */
void
record_routes(const struct recorder *recorder)
{
	enum { LINES_OF_A_ROUTE = 3 };
	const struct row table = row_begin(recorder->file, "1.3.6.1.2.1.4.24");
	struct recorder inner = *recorder;
	char *lines = NULL;
	size_t length;

	inner.file = open_memstream(&lines, &length);
	if (inner.file == NULL)
		abort();
	for_each_far_port(&inner, record_default_routes);
	for_each_far_port(&inner, record_fixed_routes);
	fclose(inner.file);
	row_number(&table, 6, GAUGE32, count_lines(lines) / LINES_OF_A_ROUTE);
	fputs(lines, recorder->file);
	free(lines);
	for_each_far_port(recorder, record_heard_router);
}

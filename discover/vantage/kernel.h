/* kernel.h -- links, addresses, neighbours and routes of this host's kernel,
 * as rows of a device.
 *
 * Words are those of the MIBs, and interface numbers are the kernel's, which
 * an agent here gives as ifIndex too. */
#ifndef DISCOVER_KERNEL_H
#define DISCOVER_KERNEL_H

#include <stddef.h>
#include <stdint.h>

#include "netlink.h"

struct device;
struct device_route;
struct ip_address;

#define KERNEL_SOURCE "rtnetlink"

/* Routes wait here: of a large table only the default ones are kept. */
struct kernel {
	struct device *device;
	struct device_route *routes;
	struct device_route **last_route;
	int64_t route_count; /* all but the default ones */
};

enum kernel_part {
	KERNEL_LINKS,
	KERNEL_ADDRESSES,
	KERNEL_NEIGHBOURS,
	KERNEL_ROUTES,
	KERNEL_PARTS
};

/* Each is read with a struct kernel as its context, links first. */
extern const struct netlink_table kernel_tables[KERNEL_PARTS];

void kernel_init(struct kernel *, struct device *);
/* Gives the device its routes; how many were left out. */
int64_t kernel_settle(struct kernel *);

/* An address of AF_INET or AF_INET6, without prefix length; -1 for another
 * size. */
int kernel_read_ip(
	const struct netlink_value *, int family, struct ip_address *);
/* Of kernel_routes.c, for the table above. */
int kernel_route_row(void *kernel, const struct netlink_row *);

#endif

/* leads.h -- addresses that a device speaks of become candidates. */
#ifndef DISCOVER_LEADS_H
#define DISCOVER_LEADS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct candidate;
struct candidates;
struct database;
struct device;
struct ip_address;
struct scope;

struct leads {
	struct candidates *candidates;
	const struct scope *scope;
	bool all_neighbours; /* not those of known MACs only */
	/* How far from a seed each device is, by row id. */
	int *depths;
	size_t depth_capacity;
};

void leads_free(struct leads *);

/* A seed may be of any kind, loopback included. */
void leads_add_seed(const struct leads *, const struct ip_address *);
/* An address of the host that we run on. */
void leads_add_own(const struct leads *, const struct ip_address *);
/* Every host address of the prefixes that the scope lists for it. */
void leads_sweep(const struct leads *);
/* To be told of each device before it is followed. */
void leads_device_is_at(struct leads *, int64_t id, int depth);
/* Management addresses of LLDP and CDP neighbours, next hops of default routes,
 * default routers. `id` is the device's row. */
void leads_follow_device(
	const struct leads *, const struct device *, int64_t id);
/* One that the neighbour tables gave in the run that is resumed. */
struct candidate *leads_add_found(const struct leads *,
	const struct ip_address *, const char *found_by, int64_t found_on);
/* Addresses, in any ARP or ND table, of MACs that LLDP or a default router
 * named and that no device has answered to. -1 after logging. */
int leads_follow_macs(const struct leads *, struct database *);

#endif

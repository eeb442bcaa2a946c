/* lldpctl.h -- what lldpctl prints as JSON (-f json0), as rows of a device;
 * one door to jansson.
 *
 * lldpd hears other protocols than LLDP as well; `protocol` of an adjacency
 * says which. */
#ifndef DISCOVER_LLDPCTL_H
#define DISCOVER_LLDPCTL_H

#include <stdint.h>

struct device;

struct lldpctl_count {
	int64_t rows, refused;
};

/* Neighbours ("lldpctl"). Ports are known by the names of the device's
 * interfaces. -1: no such JSON. */
int lldpctl_read_neighbours(
	struct device *, const char *json, struct lldpctl_count *);
/* Who we are ("lldpcli show chassis"). */
int lldpctl_read_chassis(
	struct device *, const char *json, struct lldpctl_count *);

#endif

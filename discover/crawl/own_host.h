/* own_host.h -- the collector's own host: where a crawl begins, and a device
 * like others.
 *
 * Its SNMP agent, if it has one, is looked for at its own addresses. What the
 * kernel and lldpd told joins the rows of that agent; without one it is a
 * device by itself. */
#ifndef DISCOVER_OWN_HOST_H
#define DISCOVER_OWN_HOST_H

#include <stddef.h>

struct crawl;
struct device_report;
struct discover_config;
struct vantage;

/* Default routers and LLDP neighbours become seeds: how many are new. */
size_t own_host_add_seeds(struct discover_config *, const struct vantage *);

/* The rest does nothing unless the crawl was given a vantage. */

/* Its addresses become candidates. */
void own_host_begin(struct crawl *);
/* To be called before a device is written: it may be this host. */
void own_host_join(struct crawl *, struct device_report *);
/* When nothing is left to ask: writes it, once. -1 after logging. */
int own_host_store(struct crawl *);

#endif

/* vantage.h -- what the collector's own host knows of the network around it:
 * its kernel by rtnetlink, its lldpd by lldpctl.
 *
 * Looking sends no packet and cannot fail: what could not be read is said in
 * the outcomes, which become coverage. */
#ifndef DISCOVER_VANTAGE_H
#define DISCOVER_VANTAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct device;
struct ip_address;
struct vantage;
struct walk_outcome;

struct vantage *vantage_look(int64_t now);
void vantage_free(struct vantage *);

/* The host as a device that nobody asked. */
struct device *vantage_device(const struct vantage *);
const struct walk_outcome *vantage_outcomes(
	const struct vantage *, size_t *count);

/* `own` is the device above. Is this the same host, as its SNMP agent
 * tells it? One interface has the same MAC and an address in common. */
bool vantage_is(const struct device *own, const struct device *);
/* Gives the device what the host knows beyond what its agent said. */
void vantage_join(const struct device *own, struct device *);

/* Where a crawl can begin: default routers of both families, and the
 * management addresses of lldpd's neighbours. A router known by a link-local
 * address alone comes with its zone. `why` is static text. */
typedef void vantage_start(
	void *context, const struct ip_address *, const char *why);
void vantage_each_start(
	const struct device *own, vantage_start *, void *context);

#endif

/* claims.h -- addresses that lead to a device which is known already. */
#ifndef DISCOVER_CLAIMS_H
#define DISCOVER_CLAIMS_H

#include <stdbool.h>

struct candidate;
struct crawl;
struct device;
struct identity;
struct known_device;

void settle_same(struct crawl *, struct candidate *,
	const struct known_device *, const char *why);
/* True when a device owns the address: settled, without asking further. With
 * an identity, only when that is not another device's. */
bool settle_own(
	struct crawl *, struct candidate *, const struct identity *answered);
/* Of a device that was walked: its own addresses, and those that waited. */
void claim_addresses(
	struct crawl *, const struct device *, struct known_device *);
void settle_waiters(struct crawl *, struct known_device *);

#endif

/* own_families.h -- can this host speak a family at all? */
#ifndef DISCOVER_OWN_FAMILIES_H
#define DISCOVER_OWN_FAMILIES_H

#include "plan.h"

/* Asks the kernel where it would send to, and from which address; nothing is
 * sent. `far` is an address that should be reachable. */
void own_family_test(struct plan_family *, const struct ip_address *far);

#endif

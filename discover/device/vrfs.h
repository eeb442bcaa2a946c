/* vrfs.h -- routing tables beside the main one: their interfaces, and the SNMP
 * context in which each is asked.
 *
 * Ownership: everything belongs to the device's arena. */
#ifndef DISCOVER_VRFS_H
#define DISCOVER_VRFS_H

#include <stdint.h>

struct device;

struct vrf_interface {
	struct vrf_interface *next;
	uint32_t if_index;
};

struct vrf {
	struct vrf *next;
	const char *name;
	const char *snmp_context; /* NULL: not said */
	struct vrf_interface *interfaces;
};

/* Find or add. */
struct vrf *vrfs_find(struct device *, const char *name);
void vrfs_add_interface(struct device *, const char *name, uint32_t if_index);

#endif

/* vrfs.c -- routing tables beside the main one. */
#include "vrfs.h"

#include <string.h>

#include "device.h"

struct vrf *
vrfs_find(struct device *device, const char *name)
{
	struct vrf **place = &device->vrfs;

	while (*place != NULL && strcmp((*place)->name, name) != 0)
		place = &(*place)->next;
	if (*place == NULL) {
		*place = arena_allocate(device->arena, sizeof(**place));
		(*place)->name = arena_text(device->arena, name);
	}
	return *place;
}

void
vrfs_add_interface(struct device *device, const char *name, uint32_t if_index)
{
	struct vrf *vrf = vrfs_find(device, name);
	struct vrf_interface *row = arena_allocate(device->arena, sizeof(*row));

	*row = (struct vrf_interface){ vrf->interfaces, if_index };
	vrf->interfaces = row;
}

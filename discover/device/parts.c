/* parts.c -- what a device is made of. */
#include "parts.h"

#include <string.h>

#include "device.h"

struct device_part *
parts_find(struct device *device, uint32_t number)
{
	static const char kind[] = "part";
	uint8_t key[sizeof(kind) + sizeof(number)];
	void **place;
	struct device_part *part;

	memcpy(key, kind, sizeof(kind));
	memcpy(key + sizeof(kind), &number, sizeof(number));
	place = device_place(device, key, sizeof(key));
	if (*place != NULL)
		return *place;
	part = arena_allocate(device->arena, sizeof(*part));
	part->number = number;
	part->next = device->parts;
	device->parts = part;
	return *place = part;
}

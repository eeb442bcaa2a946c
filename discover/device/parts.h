/* parts.h -- what a device is made of: chassis, modules, fans, ports.
 *
 * Ownership: everything belongs to the device's arena.
 * Unknown:   a NULL string, a zero number. */
#ifndef DISCOVER_PARTS_H
#define DISCOVER_PARTS_H

#include <stdint.h>

struct device;

struct device_part {
	struct device_part *next;
	uint32_t number; /* entPhysicalIndex */
	int64_t inside; /* of which part; 0: of none */
	const char *class; /* a word of PhysicalClass */
	const char *name, *descr, *model, *serial, *manufacturer, *software;
	int64_t if_index; /* of a port */
};

/* Find or add: two tables speak of one. */
struct device_part *parts_find(struct device *, uint32_t number);

#endif

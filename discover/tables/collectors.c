/* collectors.c -- the lists of tables that a crawl reads, of any device and of
 * one that is documented only. */
#include "collectors.h"

#include "memory.h"

#define POINT_TO(name) &name##_collector,

const struct collector *const collectors[] = { COLLECTORS(POINT_TO) };

const size_t collector_count = COUNT(collectors);

const struct collector *const leaf_collectors[] = {
	&system_collector,
	&engine_collector,
	&inventory_collector,
	&lldp_local_collector,
};

const size_t leaf_collector_count = COUNT(leaf_collectors);

/* second_reading.h -- counters of routers, some minutes after the crawl: what
 * each family carried in between. */
#ifndef DISCOVER_SECOND_READING_H
#define DISCOVER_SECOND_READING_H

#include <stdint.h>

#include "management.h"

/* Waits until so many seconds have passed for the agent itself, whose clock
 * says how long it has counted. An agent that restarted or fell silent has no
 * second reading. -1 after logging, or when stopped. */
int second_reading(const struct management *, int64_t seconds);

#endif

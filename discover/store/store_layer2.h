/* store_layer2.h -- VLANs, forwarding tables, aggregates as rows. */
#ifndef DISCOVER_STORE_LAYER2_H
#define DISCOVER_STORE_LAYER2_H

#include <stdint.h>

struct device;
struct store;

/* Behind the bridge ports, inside the caller's transaction. */
int store_layer2(struct store *, const struct device *, int64_t id);

#endif

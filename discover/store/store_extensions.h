/* store_extensions.h -- what LLDP neighbours say in extensions, as rows. */
#ifndef DISCOVER_STORE_EXTENSIONS_H
#define DISCOVER_STORE_EXTENSIONS_H

#include <stdint.h>

struct adjacency;
struct place;

/* Behind the adjacency, whose row is `id`. */
int store_extensions(
	const struct place *, const struct adjacency *, int64_t id);

#endif

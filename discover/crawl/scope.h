/* scope.h -- which addresses a crawl may ask. */
#ifndef DISCOVER_SCOPE_H
#define DISCOVER_SCOPE_H

#include <stdbool.h>
#include <stddef.h>

#include "address.h"

struct prefix_list {
	struct ip_address *prefixes;
	size_t count, capacity;
};

/* Inside one included prefix and no excluded one. */
struct scope {
	struct prefix_list include, exclude;
};

/* An address without length stands for itself. -1 for no prefix. */
int prefix_list_add(struct prefix_list *, const char *text);
void prefix_list_add_address(struct prefix_list *, const struct ip_address *);
bool prefix_list_has(const struct prefix_list *, const struct ip_address *);
void prefix_list_free(struct prefix_list *);

bool scope_allows(const struct scope *, const struct ip_address *);

#endif

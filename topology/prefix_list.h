/* prefix_list.h -- prefixes of both families, as a user lists them. */
#ifndef TOPOLOGY_PREFIX_LIST_H
#define TOPOLOGY_PREFIX_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "address.h"

struct yaml_document;
struct yaml_node;

struct prefix_list {
	struct ip_address *prefixes;
	size_t count, capacity;
};

/* An address without length stands for itself. -1 for no prefix. */
int prefix_list_add(struct prefix_list *, const char *text);
void prefix_list_add_address(struct prefix_list *, const struct ip_address *);
/* A list of a YAML file; -1 after complaining of every one that is none. */
int prefix_list_read(struct prefix_list *, const struct yaml_document *,
	const struct yaml_node *texts);
void prefix_list_free(struct prefix_list *);

bool prefix_list_has(const struct prefix_list *, const struct ip_address *);
/* Length of the longest prefix that holds the address; -1: none does. */
int prefix_list_match(const struct prefix_list *, const struct ip_address *);

#endif

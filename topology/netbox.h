/* netbox.h -- tables exported from NetBox as facts.yaml.
 *
 * Sites, prefixes and devices become records; VLANs give prefixes their number
 * and their use. Headings are those of NetBox's field names or of its pages. */
#ifndef TOPOLOGY_NETBOX_H
#define TOPOLOGY_NETBOX_H

#include "memory.h"

struct csv_table;

/* Any may be NULL: not given. */
struct netbox {
	struct csv_table *sites, *prefixes, *vlans, *devices;
};

/* Appends the file. -1 after logging every value that no fact can have. */
int netbox_to_facts(const struct netbox *, struct text *yaml);

#endif

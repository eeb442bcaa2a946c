/* netbox_parts.h -- what the writers of single lists share; for the files
 * netbox*.c only. */
#ifndef TOPOLOGY_NETBOX_PARTS_H
#define TOPOLOGY_NETBOX_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv_table.h"
#include "netbox.h"

struct import {
	const struct netbox *netbox;
	struct text *yaml;
	struct arena *arena;
	const char **keys; /* of the list that is being written */
	size_t key_count, key_capacity;
	int mistakes;
};

/* One record is a line: - {name: "a", vlan: 3}. A NULL text adds nothing. */
void import_begin_list(struct import *, const char *name);
void import_begin_record(struct import *);
void import_add_text(struct import *, const char *field, const char *text);
void import_add_number(struct import *, const char *field, int64_t number);
void import_end_record(struct import *);
/* Remembers the keys of a list: false for one that it has. */
bool import_is_new(struct import *, const char *key);

/* People name roles and states as they like: one is known by a part of it. A
 * table ends with a NULL part; the first that stands in the text counts. */
struct word {
	const char *part;
	const char *meant;
};

const char *netbox_meaning(const struct word *words, const char *text);

/* The first of the headings, up to a NULL, under which the row has something.
 */
const char *netbox_cell(
	const struct csv_table *, size_t row, const char *const *headings);

/* The id of the site that a row of another table names, or NULL. */
const char *netbox_site_of(
	const struct import *, const struct csv_table *, size_t row);

void netbox_write_sites(struct import *);
void netbox_write_prefixes(struct import *);
void netbox_write_devices(struct import *);

#endif

/* netbox_parts.h -- what the writers of single lists share; for the files
 * netbox*.c only. */
#ifndef TOPOLOGY_NETBOX_PARTS_H
#define TOPOLOGY_NETBOX_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv_table.h"
#include "netbox.h"

enum { NO_VLAN = 0, LAST_VLAN = 4094 };

/* Rows of the tables that others refer to. */
struct netbox_site {
	const char *id, *name; /* the name may be NULL */
};

struct netbox_vlan {
	int number;
	const char *name; /* or NULL */
	const char *site; /* id; NULL: of every site, or of a group */
};

struct import {
	const struct netbox *netbox;
	struct text *yaml;
	struct arena *arena;
	struct netbox_site *sites;
	size_t site_count;
	struct netbox_vlan *vlans;
	size_t vlan_count;
	void *keys; /* of the list that is being written; a tree of tsearch */
	void *selectors; /* of devices, likewise */
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
/* Likewise for what devices are recognised by, of any kind. */
bool import_is_new_selector(struct import *, const char *text);

/* What a word of NetBox means; a table ends with a NULL word, whatever case. */
struct word {
	const char *word;
	const char *meant;
};

const char *netbox_meaning(const struct word *words, const char *text);
/* People name roles as they like: one is known by a part of it. The first of
 * the table that stands in the text counts. */
const char *netbox_meaning_of_part(const struct word *words, const char *text);

/* The first of the headings, up to a NULL, under which the row has something.
 */
const char *netbox_cell(
	const struct csv_table *, size_t row, const char *const *headings);

void netbox_read_sites(struct import *);
/* The id of the site that a row of another table names, or NULL. */
const char *netbox_site_of(
	const struct import *, const struct csv_table *, size_t row);

/* Sites are read before. */
void netbox_read_vlans(struct import *);
/* The VLAN that a prefix names in a site, which may be NULL. Number NO_VLAN
 * after complaining. */
struct netbox_vlan netbox_vlan_called(
	struct import *, size_t row, const char *text, const char *site);

void netbox_write_sites(struct import *);
void netbox_write_prefixes(struct import *);
void netbox_write_devices(struct import *);

#endif

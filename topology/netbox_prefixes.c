/* netbox_prefixes.c -- prefixes of NetBox, with what their VLANs are called.
 *
 * One prefix may stand in several VRFs, in each once. */
#include <string.h>

#include "address.h"
#include "log.h"
#include "netbox_parts.h"

static const struct word roles[] = {
	{ "loopback", "loopback" },
	{ "point-to-point", "p2p" },
	{ "point to point", "p2p" },
	{ "p2p", "p2p" },
	{ "transfer", "p2p" },
	{ "transit", "p2p" },
	{ NULL },
};

static const struct word statuses[] = {
	{ "container", "container" },
	{ "active", "active" },
	{ "reserved", "reserved" },
	{ "deprecated", "deprecated" },
	{ NULL },
};

static const struct word flags[] = {
	{ "true", "yes" },
	{ "yes", "yes" },
	{ "\xe2\x9c\x94", "yes" }, /* the tick of its pages */
	{ NULL },
};

static struct netbox_vlan
vlan_of(struct import *import, size_t row, const char *site)
{
	static const char *const headings[] = { "vlan", "vlan id", "vid",
		NULL };
	const char *text = netbox_cell(import->netbox->prefixes, row, headings);

	if (text == NULL)
		return (struct netbox_vlan){ .number = NO_VLAN };
	return netbox_vlan_called(import, row, text, site);
}

static const char *
role_of(const struct csv_table *prefixes, size_t row, int vlan)
{
	const char *status = csv_table_text(prefixes, row, "status");
	const char *role = netbox_meaning(statuses, status);

	if (role != NULL && strcmp(role, "container") == 0)
		return role;
	role = netbox_meaning_of_part(
		roles, csv_table_text(prefixes, row, "role"));
	return role == NULL && vlan != NO_VLAN ? "lan" : role;
}

static const char *
note_of(struct import *import, size_t row)
{
	static const struct {
		const char *heading, *words;
	} marks[] = {
		{ "is pool", "pool" },
		{ "pool", "pool" },
		{ "mark utilized", "marked as used up" },
		{ "marked utilized", "marked as used up" },
	};
	const struct csv_table *prefixes = import->netbox->prefixes;
	const char *note = csv_table_text(prefixes, row, "description");

	for (size_t i = 0; i < COUNT(marks); i++) {
		if (netbox_meaning(flags,
			    csv_table_text(prefixes, row, marks[i].heading)) ==
			NULL)
			continue;
		note = note == NULL ? marks[i].words
				    : arena_format(import->arena, "%s; %s",
					      note, marks[i].words);
	}
	return note;
}

/* NULL for the global one. Its pages show "blue (65000:1)", with the route
 * distinguisher, which devices do not know as a part of the name. */
static const char *
vrf_of(struct import *import, size_t row)
{
	const char *vrf = csv_table_text(import->netbox->prefixes, row, "vrf");
	const char *open = vrf != NULL ? strrchr(vrf, '(') : NULL;

	if (vrf == NULL || strcasecmp(vrf, "global") == 0)
		return NULL;
	if (open == NULL || open - vrf < 2 || strchr(open, ':') == NULL)
		return vrf;
	return arena_format(import->arena, "%.*s", (int)(open - vrf - 1), vrf);
}

static void
write_prefix(struct import *import, size_t row, const char *prefix)
{
	const struct csv_table *prefixes = import->netbox->prefixes;
	const char *site = netbox_site_of(import, prefixes, row);
	const char *role = csv_table_text(prefixes, row, "role");
	struct netbox_vlan vlan = vlan_of(import, row, site);

	import_begin_record(import);
	import_add_text(import, "prefix", prefix);
	import_add_text(import, "site", site);
	if (vlan.number != NO_VLAN)
		import_add_number(import, "vlan", vlan.number);
	import_add_text(import, "use", vlan.name != NULL ? vlan.name : role);
	import_add_text(import, "role", role_of(prefixes, row, vlan.number));
	import_add_text(import, "status",
		netbox_meaning(
			statuses, csv_table_text(prefixes, row, "status")));
	import_add_text(import, "vrf", vrf_of(import, row));
	import_add_text(import, "note", note_of(import, row));
	import_end_record(import);
}

static bool
is_new_in_vrf(struct import *import, size_t row, const char *prefix)
{
	const char *vrf = vrf_of(import, row);

	return import_is_new(import,
		arena_format(import->arena, "%s %s", prefix,
			vrf != NULL ? vrf : ""));
}

void
netbox_write_prefixes(struct import *import)
{
	const struct csv_table *prefixes = import->netbox->prefixes;

	import_begin_list(import, "plan_prefixes");
	for (size_t row = 0; row < csv_table_row_count(prefixes); row++) {
		const char *text = csv_table_text(prefixes, row, "prefix");
		char prefix[IP_TEXT_SIZE];
		struct ip_address ip;

		if (text == NULL || ip_parse(text, &ip) != 0 ||
			ip.prefix_length == NO_PREFIX_LENGTH) {
			csv_table_complain(prefixes, row,
				"prefix: '%s' is not a prefix",
				text != NULL ? text : "");
			import->mistakes++;
			continue;
		}
		ip = ip_network(&ip);
		ip_text_with_length(&ip, prefix);
		if (is_new_in_vrf(import, row, prefix))
			write_prefix(import, row, prefix);
		else
			log_warning("%s: row %zu: %s is given already in this "
				    "VRF; only the first is taken",
				csv_table_path(prefixes),
				csv_table_row_number(prefixes, row), prefix);
	}
}

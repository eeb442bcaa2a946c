/* netbox_prefixes.c -- prefixes of NetBox, with what their VLANs are called.
 *
 * NetBox knows one prefix in several VRFs; the plan of facts.yaml knows it
 * once. */
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "log.h"
#include "netbox_parts.h"

enum { NO_VLAN = 0, LAST_VLAN = 4094 };

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

/* "30", or as its pages show it "STAFF (30)"; NO_VLAN for neither. */
static int
number_in(const char *text)
{
	const char *open = strrchr(text, '(');
	char *end;
	long number = strtol(open != NULL ? open + 1 : text, &end, 10);

	if (strcmp(end, open != NULL ? ")" : "") != 0 || number < 1 ||
		number > LAST_VLAN)
		return NO_VLAN;
	return (int)number;
}

static int
number_of_row(const struct csv_table *vlans, size_t row)
{
	static const char *const headings[] = { "vid", "id", NULL };
	const char *text = netbox_cell(vlans, row, headings);

	return text != NULL ? number_in(text) : NO_VLAN;
}

/* Is the VLAN one of this site, or of every site? */
static bool
is_of_site(const struct import *import, size_t row, const char *site)
{
	const char *other = netbox_site_of(import, import->netbox->vlans, row);

	return other == NULL || (site != NULL && strcmp(other, site) == 0);
}

/* By name when the number is NO_VLAN. */
static int
number_of_name(const struct import *import, const char *name, const char *site)
{
	const struct csv_table *vlans = import->netbox->vlans;

	for (size_t row = 0; row < csv_table_row_count(vlans); row++) {
		const char *other = csv_table_text(vlans, row, "name");

		if (other != NULL && strcmp(other, name) == 0 &&
			is_of_site(import, row, site))
			return number_of_row(vlans, row);
	}
	return NO_VLAN;
}

static const char *
name_of_number(const struct import *import, int number, const char *site)
{
	const struct csv_table *vlans = import->netbox->vlans;

	for (size_t row = 0; row < csv_table_row_count(vlans); row++)
		if (number_of_row(vlans, row) == number &&
			is_of_site(import, row, site))
			return csv_table_text(vlans, row, "name");
	return NULL;
}

static int
vlan_of(struct import *import, size_t row, const char *site)
{
	static const char *const headings[] = { "vlan", "vlan id", "vid",
		NULL };
	const struct csv_table *prefixes = import->netbox->prefixes;
	const char *text = netbox_cell(prefixes, row, headings);
	int number;

	if (text == NULL)
		return NO_VLAN;
	number = number_in(text);
	if (number == NO_VLAN)
		number = number_of_name(import, text, site);
	if (number == NO_VLAN) {
		csv_table_complain(prefixes, row,
			"vlan: '%s' is no number from 1 to %d and no name of "
			"--vlans",
			text, LAST_VLAN);
		import->mistakes++;
	}
	return number;
}

static const char *
role_of(const struct csv_table *prefixes, size_t row, int vlan)
{
	const char *status = csv_table_text(prefixes, row, "status");
	const char *role = netbox_meaning(statuses, status);

	if (role != NULL && strcmp(role, "container") == 0)
		return role;
	role = netbox_meaning(roles, csv_table_text(prefixes, row, "role"));
	return role == NULL && vlan != NO_VLAN ? "lan" : role;
}

static const char *
note_of(struct import *import, size_t row)
{
	static const struct {
		const char *heading, *words;
	} marks[] = {
		{ "is pool", "pool" },
		{ "mark utilized", "marked as used up" },
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

static void
write_prefix(struct import *import, size_t row, const char *prefix)
{
	static const struct word no_vrf[] = { { "global", "" }, { NULL } };
	const struct csv_table *prefixes = import->netbox->prefixes;
	const char *site = netbox_site_of(import, prefixes, row);
	const char *vrf = csv_table_text(prefixes, row, "vrf");
	int vlan = vlan_of(import, row, site);
	const char *use = NULL;

	import_begin_record(import);
	import_add_text(import, "prefix", prefix);
	import_add_text(import, "site", site);
	if (vlan != NO_VLAN) {
		import_add_number(import, "vlan", vlan);
		use = name_of_number(import, vlan, site);
	}
	import_add_text(import, "use",
		use != NULL ? use : csv_table_text(prefixes, row, "role"));
	import_add_text(import, "role", role_of(prefixes, row, vlan));
	import_add_text(import, "status",
		netbox_meaning(
			statuses, csv_table_text(prefixes, row, "status")));
	if (netbox_meaning(no_vrf, vrf) == NULL)
		import_add_text(import, "vrf", vrf);
	import_add_text(import, "note", note_of(import, row));
	import_end_record(import);
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
		if (import_is_new(import, ip_text_with_length(&ip, prefix)))
			write_prefix(import, row, prefix);
		else
			log_warning("%s: row %zu: %s is given already, in "
				    "another VRF; only the first is taken",
				csv_table_path(prefixes), row + 2, prefix);
	}
}

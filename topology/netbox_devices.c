/* netbox_devices.c -- devices of NetBox, with what they are recognised by. */
#include <string.h>

#include "address.h"
#include "log.h"
#include "netbox_parts.h"

static const struct word roles[] = {
	{ "controller", NULL },
	{ "firewall", "firewall" },
	{ "l3", "l3switch" },
	{ "layer 3", "l3switch" },
	{ "core switch", "l3switch" },
	{ "switch", "switch" },
	{ "access point", "ap" },
	{ "wireless", "ap" },
	{ "router", "router" },
	{ "phone", "phone" },
	{ "printer", "printer" },
	{ "server", "server" },
	{ "workstation", "host" },
	{ "desktop", "host" },
	{ "laptop", "host" },
	{ NULL },
};

static const struct word gone[] = {
	{ "decommissioning", "it is being taken away" },
	{ "planned", "planned" },
	{ "staged", "staged" },
	{ "inventory", "in store" },
	{ NULL },
};

/* Whoever has no number writes "N/A", and networks apart have the same
 * addresses: nobody can be recognised by these. */
static bool
is_own(struct import *import, size_t row, const char *text)
{
	const struct csv_table *devices = import->netbox->devices;

	if (import_is_new_selector(import, text))
		return true;
	log_warning("%s: row %zu: '%s' is that of another device already and "
		    "is left out",
		csv_table_path(devices), csv_table_row_number(devices, row),
		text);
	return false;
}

/* NULL for no address; NetBox gives it with its length. */
static const char *
address_in(struct import *import, size_t row, const char *heading)
{
	const struct csv_table *devices = import->netbox->devices;
	const char *text = csv_table_text(devices, row, heading);
	char address[IP_TEXT_SIZE];
	struct ip_address ip;

	if (text == NULL)
		return NULL;
	if (ip_parse(text, &ip) == 0)
		return arena_text(import->arena, ip_text(&ip, address));
	csv_table_complain(
		devices, row, "%s: '%s' is not an address", heading, text);
	import->mistakes++;
	return NULL;
}

/* Of either family, in brackets. A table may show the primary one alone. */
static void
add_addresses(struct import *import, size_t row)
{
	static const char *const headings[] = { "primary ip4", "primary ip6",
		"ipv4 address", "ipv6 address", "primary ip", "ip address" };
	enum { OF_FAMILIES = 4 };
	bool has_any = false, is_open = false;

	for (size_t i = 0; i < COUNT(headings); i++) {
		const char *address = i < OF_FAMILIES || !has_any
			? address_in(import, row, headings[i])
			: NULL;

		if (address == NULL)
			continue;
		has_any = true;
		if (!is_own(import, row, address))
			continue;
		text_format(import->yaml, "%s\"%s\"",
			is_open ? ", " : ", address: [", address);
		is_open = true;
	}
	if (is_open)
		text_append(import->yaml, "]");
}

static void
write_device(struct import *import, size_t row, const char *name)
{
	static const char *const headings[] = { "role", "device role", NULL };
	static const char *const serials[] = { "serial", "serial number",
		NULL };
	const struct csv_table *devices = import->netbox->devices;
	const char *serial = netbox_cell(devices, row, serials);

	import_begin_record(import);
	import_add_text(import, "name", name);
	import_add_text(import, "role",
		netbox_meaning_of_part(
			roles, netbox_cell(devices, row, headings)));
	import_add_text(import, "site", netbox_site_of(import, devices, row));
	import_add_text(import, "note",
		netbox_meaning(gone, csv_table_text(devices, row, "status")));
	text_append(import->yaml, ", match: {");
	import_add_text(import, "name", name);
	if (serial != NULL && is_own(import, row, serial))
		import_add_text(import, "serial", serial);
	add_addresses(import, row);
	text_append(import->yaml, "}");
	import_end_record(import);
}

void
netbox_write_devices(struct import *import)
{
	const struct csv_table *devices = import->netbox->devices;

	import_begin_list(import, "devices");
	for (size_t row = 0; row < csv_table_row_count(devices); row++) {
		const char *name = csv_table_text(devices, row, "name");

		if (name == NULL)
			log_warning("%s: row %zu: has no name and is left out",
				csv_table_path(devices),
				csv_table_row_number(devices, row));
		else if (import_is_new(import, name))
			write_device(import, row, name);
		else
			log_warning("%s: row %zu: %s is given already; only "
				    "the first is taken",
				csv_table_path(devices),
				csv_table_row_number(devices, row), name);
	}
}

/* netbox_sites.c -- sites of NetBox. Other tables call one by its name or by
 * its slug, and may name sites that the table of sites lacks. */
#include <string.h>

#include "netbox_parts.h"

static const char *
id_of_row(const struct csv_table *sites, size_t row)
{
	static const char *const headings[] = { "slug", "name", NULL };

	return netbox_cell(sites, row, headings);
}

static bool
is_called(const struct csv_table *sites, size_t row, const char *text)
{
	static const char *const headings[] = { "name", "slug" };

	for (size_t i = 0; i < COUNT(headings); i++) {
		const char *name = csv_table_text(sites, row, headings[i]);

		if (name != NULL && strcasecmp(name, text) == 0)
			return true;
	}
	return false;
}

const char *
netbox_site_of(
	const struct import *import, const struct csv_table *table, size_t row)
{
	static const char *const headings[] = { "site", "scope", NULL };
	const struct csv_table *sites = import->netbox->sites;
	const char *text = netbox_cell(table, row, headings);

	for (size_t i = 0; text != NULL && i < csv_table_row_count(sites); i++)
		if (is_called(sites, i, text))
			return id_of_row(sites, i);
	return text;
}

static void
write_site(struct import *import, const char *id, const char *name,
	const char *note)
{
	if (!import_is_new(import, id))
		return;
	import_begin_record(import);
	import_add_text(import, "id", id);
	import_add_text(import, "name", name);
	import_add_text(import, "note", note);
	import_end_record(import);
}

static void
write_mentioned(struct import *import, const struct csv_table *table)
{
	for (size_t row = 0; row < csv_table_row_count(table); row++) {
		const char *id = netbox_site_of(import, table, row);

		if (id != NULL)
			write_site(import, id, NULL, NULL);
	}
}

void
netbox_write_sites(struct import *import)
{
	const struct csv_table *sites = import->netbox->sites;

	import_begin_list(import, "sites");
	for (size_t row = 0; row < csv_table_row_count(sites); row++)
		if (id_of_row(sites, row) != NULL)
			write_site(import, id_of_row(sites, row),
				csv_table_text(sites, row, "name"),
				csv_table_text(sites, row, "description"));
	write_mentioned(import, import->netbox->prefixes);
	write_mentioned(import, import->netbox->devices);
}

/* netbox_sites.c -- sites of NetBox. Other tables call one by its name or by
 * its slug, and may name sites that the table of sites lacks. */
#include <string.h>

#include "memory.h"
#include "netbox_parts.h"

void
netbox_read_sites(struct import *import)
{
	static const char *const ids[] = { "slug", "name", NULL };
	const struct csv_table *table = import->netbox->sites;
	size_t count = csv_table_row_count(table);

	import->sites = arena_allocate(
		import->arena, (count + 1) * sizeof(struct netbox_site));
	for (size_t row = 0; row < count; row++)
		import->sites[row] = (struct netbox_site){
			.id = netbox_cell(table, row, ids),
			.name = csv_table_text(table, row, "name"),
		};
	import->site_count = count;
}

static bool
is_called(const struct netbox_site *site, const char *text)
{
	return site->id != NULL &&
		(strcasecmp(site->id, text) == 0 ||
			(site->name != NULL &&
				strcasecmp(site->name, text) == 0));
}

/* A prefix may also be of a region, a group of sites or a place within one:
 * these are no sites. */
static const char *
scope_of(const struct csv_table *table, size_t row)
{
	static const struct word types[] = {
		{ "site", "site" },
		{ "dcim.site", "site" },
		{ "dcim > site", "site" },
		{ "dcim | site", "site" },
		{ NULL },
	};
	const char *type = csv_table_text(table, row, "scope type");

	return type == NULL || netbox_meaning(types, type) != NULL
		? csv_table_text(table, row, "scope")
		: NULL;
}

const char *
netbox_site_of(
	const struct import *import, const struct csv_table *table, size_t row)
{
	const char *text = csv_table_text(table, row, "site");

	if (text == NULL)
		text = scope_of(table, row);
	for (size_t i = 0; text != NULL && i < import->site_count; i++)
		if (is_called(&import->sites[i], text))
			return import->sites[i].id;
	return text;
}

static void
write_site(
	struct import *import, const struct netbox_site *site, const char *note)
{
	if (site->id == NULL || !import_is_new(import, site->id))
		return;
	import_begin_record(import);
	import_add_text(import, "id", site->id);
	import_add_text(import, "name", site->name);
	import_add_text(import, "note", note);
	import_end_record(import);
}

static void
write_mentioned(struct import *import, const struct csv_table *table)
{
	for (size_t row = 0; row < csv_table_row_count(table); row++) {
		const struct netbox_site site = {
			.id = netbox_site_of(import, table, row),
		};

		write_site(import, &site, NULL);
	}
}

void
netbox_write_sites(struct import *import)
{
	import_begin_list(import, "sites");
	for (size_t row = 0; row < import->site_count; row++)
		write_site(import, &import->sites[row],
			csv_table_text(
				import->netbox->sites, row, "description"));
	write_mentioned(import, import->netbox->prefixes);
	write_mentioned(import, import->netbox->devices);
}

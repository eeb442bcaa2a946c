/* netbox_vlans.c -- the VLAN that a prefix of NetBox names: by its number, by
 * its name, or by both, as its pages show it: "STAFF (30)".
 *
 * A number or a name may stand for several VLANs, of other sites and groups.
 * That of the prefix's own site is meant; of the others one is meant only when
 * they agree. */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "netbox_parts.h"

/* The whole text is a number of a VLAN, or it ends as `end` does. */
static int
number_in(const char *text, const char *end)
{
	char *rest;
	long number = strtol(text, &rest, 10);

	if (rest == text || strcmp(rest, end) != 0 || number < 1 ||
		number > LAST_VLAN)
		return NO_VLAN;
	return (int)number;
}

void
netbox_read_vlans(struct import *import)
{
	static const char *const numbers[] = { "vid", "vlan id", NULL };
	const struct csv_table *table = import->netbox->vlans;
	size_t count = csv_table_row_count(table);

	import->vlans = arena_allocate(
		import->arena, (count + 1) * sizeof(struct netbox_vlan));
	for (size_t row = 0; row < count; row++) {
		const char *number = netbox_cell(table, row, numbers);

		import->vlans[row] = (struct netbox_vlan){
			.number = number != NULL ? number_in(number, "")
						 : NO_VLAN,
			.name = csv_table_text(table, row, "name"),
			.site = netbox_site_of(import, table, row),
		};
	}
	import->vlan_count = count;
}

static struct netbox_vlan
vlan_in(struct import *import, const char *text)
{
	struct netbox_vlan vlan = { .number = number_in(text, "") };
	const char *open = strrchr(text, '(');

	if (vlan.number != NO_VLAN)
		return vlan;
	if (open != NULL)
		vlan.number = number_in(open + 1, ")");
	if (vlan.number == NO_VLAN)
		vlan.name = text;
	else if (open - text > 1)
		vlan.name = arena_format(
			import->arena, "%.*s", (int)(open - text - 1), text);
	return vlan;
}

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* What is known of the wanted one fits. */
static bool
fits(const struct netbox_vlan *vlan, const struct netbox_vlan *wanted)
{
	return vlan->number != NO_VLAN &&
		(wanted->number == NO_VLAN || wanted->number == vlan->number) &&
		(wanted->name == NULL || same_text(wanted->name, vlan->name));
}

/* Those of one site; NULL: of no site. NULL for none, or several. */
static const struct netbox_vlan *
find_vlan(const struct import *import, const struct netbox_vlan *wanted,
	const char *site)
{
	const struct netbox_vlan *found = NULL;

	for (size_t i = 0; i < import->vlan_count; i++) {
		const struct netbox_vlan *vlan = &import->vlans[i];

		if (!fits(vlan, wanted) || !same_text(vlan->site, site))
			continue;
		if (found != NULL &&
			(found->number != vlan->number ||
				!same_text(found->name, vlan->name)))
			return NULL;
		found = vlan;
	}
	return found;
}

struct netbox_vlan
netbox_vlan_called(
	struct import *import, size_t row, const char *text, const char *site)
{
	struct netbox_vlan vlan = vlan_in(import, text);
	const struct netbox_vlan *found = NULL;

	if (vlan.number != NO_VLAN && vlan.name != NULL)
		return vlan;
	if (site != NULL)
		found = find_vlan(import, &vlan, site);
	if (found == NULL)
		found = find_vlan(import, &vlan, NULL);
	if (found != NULL)
		return *found;
	if (vlan.number == NO_VLAN) {
		csv_table_complain(import->netbox->prefixes, row,
			"vlan: '%s' is no number from 1 to %d and no name that "
			"one VLAN of --vlans has",
			text, LAST_VLAN);
		import->mistakes++;
	}
	return vlan;
}

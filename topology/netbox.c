/* netbox.c -- tables exported from NetBox as facts.yaml: one list after the
 * other, and what their writers share. */
#include "netbox.h"

#include <inttypes.h>
#include <search.h>
#include <string.h>

#include "log.h"
#include "netbox_parts.h"
#include "yaml_writer.h"

static void
forget_key(void *key)
{
	(void)key; /* the arena's */
}

static void
forget_keys(void **keys)
{
	tdestroy(*keys, forget_key);
	*keys = NULL;
}

void
import_begin_list(struct import *import, const char *name)
{
	text_format(import->yaml, "\n%s:\n", name);
	forget_keys(&import->keys);
}

void
import_begin_record(struct import *import)
{
	text_append(import->yaml, "  - {");
}

static void
add_field(struct import *import, const char *field)
{
	struct text *yaml = import->yaml;

	if (yaml->bytes[yaml->length - 1] != '{')
		text_append(yaml, ", ");
	text_format(yaml, "%s: ", field);
}

void
import_add_text(struct import *import, const char *field, const char *text)
{
	if (text == NULL)
		return;
	add_field(import, field);
	append_yaml_text(import->yaml, text);
}

void
import_add_number(struct import *import, const char *field, int64_t number)
{
	add_field(import, field);
	text_format(import->yaml, "%" PRId64, number);
}

void
import_end_record(struct import *import)
{
	text_append(import->yaml, "}\n");
}

static int
compare_keys(const void *a, const void *b)
{
	return strcmp(a, b);
}

static bool
is_new(struct arena *arena, void **keys, const char *key)
{
	if (tfind(key, keys, compare_keys) != NULL)
		return false;
	tsearch(arena_text(arena, key), keys, compare_keys);
	return true;
}

bool
import_is_new(struct import *import, const char *key)
{
	return is_new(import->arena, &import->keys, key);
}

bool
import_is_new_selector(struct import *import, const char *text)
{
	return is_new(import->arena, &import->selectors, text);
}

const char *
netbox_meaning(const struct word *words, const char *text)
{
	for (; words->word != NULL && text != NULL; words++)
		if (strcasecmp(text, words->word) == 0)
			return words->meant;
	return NULL;
}

const char *
netbox_meaning_of_part(const struct word *words, const char *text)
{
	for (; words->word != NULL && text != NULL; words++)
		if (strcasestr(text, words->word) != NULL)
			return words->meant;
	return NULL;
}

const char *
netbox_cell(
	const struct csv_table *table, size_t row, const char *const *headings)
{
	const char *text = NULL;

	for (; *headings != NULL && text == NULL; headings++)
		text = csv_table_text(table, row, *headings);
	return text;
}

static int
check_columns(const struct netbox *netbox)
{
	const struct {
		const struct csv_table *table;
		const char *columns[2]; /* one of them */
	} tables[] = {
		{ netbox->sites, { "name", "slug" } },
		{ netbox->prefixes, { "prefix", "prefix" } },
		{ netbox->vlans, { "vid", "vlan id" } },
		{ netbox->devices, { "name", "name" } },
	};
	int mistakes = 0;

	for (size_t i = 0; i < COUNT(tables); i++) {
		const struct csv_table *table = tables[i].table;

		if (table == NULL ||
			csv_table_has(table, tables[i].columns[0]) ||
			csv_table_has(table, tables[i].columns[1]))
			continue;
		log_error("%s: row 1: no column is called '%s'; is it that "
			  "table, with its headings in English?",
			csv_table_path(table), tables[i].columns[0]);
		mistakes++;
	}
	return mistakes == 0 ? 0 : -1;
}

int
netbox_to_facts(const struct netbox *netbox, struct text *yaml)
{
	struct import import = { .netbox = netbox, .yaml = yaml };

	if (check_columns(netbox) != 0)
		return -1;
	import.arena = arena_create();
	text_append(yaml,
		"# Made of tables from NetBox by \"twinmap import netbox\".\n");
	netbox_read_sites(&import);
	netbox_read_vlans(&import);
	netbox_write_sites(&import);
	netbox_write_prefixes(&import);
	netbox_write_devices(&import);
	forget_keys(&import.keys);
	forget_keys(&import.selectors);
	arena_free(import.arena);
	return import.mistakes == 0 ? 0 : -1;
}

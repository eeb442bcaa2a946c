/* netbox.c -- tables exported from NetBox as facts.yaml: one list after the
 * other, and what their writers share. */
#include "netbox.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "netbox_parts.h"
#include "yaml_writer.h"

void
import_begin_list(struct import *import, const char *name)
{
	text_format(import->yaml, "\n%s:\n", name);
	import->key_count = 0;
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

bool
import_is_new(struct import *import, const char *key)
{
	for (size_t i = 0; i < import->key_count; i++)
		if (strcmp(import->keys[i], key) == 0)
			return false;
	import->keys = memory_grown(import->keys, import->key_count,
		&import->key_capacity, sizeof(char *));
	import->keys[import->key_count++] = arena_text(import->arena, key);
	return true;
}

const char *
netbox_meaning(const struct word *words, const char *text)
{
	for (; words->part != NULL && text != NULL; words++)
		if (strcasestr(text, words->part) != NULL)
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

int
netbox_to_facts(const struct netbox *netbox, struct text *yaml)
{
	struct import import = {
		.netbox = netbox, .yaml = yaml, .arena = arena_create()
	};

	text_append(yaml,
		"# Made of tables from NetBox by \"twinmap import netbox\".\n");
	netbox_write_sites(&import);
	netbox_write_prefixes(&import);
	netbox_write_devices(&import);
	free(import.keys);
	arena_free(import.arena);
	return import.mistakes == 0 ? 0 : -1;
}

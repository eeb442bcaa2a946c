/* compare.c -- what differs between two states of a network.
 *
 * The scripts ask old_device, new_device and so on; C only says which schema
 * each of them is. */
#include "compare.h"

#include <stddef.h>

#include "database.h"
#include "memory.h"
#include "script.h"

const char *const compare_tables[] = { "meta", "device", "device_identity",
	"interface", "address", "segment", "segment_end", "segment_prefix",
	"link", "coverage", "bgp_peer", "service", "circuit", "fact_device",
	"finding", "rule", "probe", "section", "checklist_item",
	"checklist_status", "metric", "seen", "icmp_count", "adjacency",
	"link_evidence" };

const size_t compare_table_count = COUNT(compare_tables);

static const char *const scripts[] = {
	"topology/compare/pairs.sql",
	"topology/compare/objects.sql",
	"topology/compare/addresses.sql",
	"topology/compare/rollout.sql",
};

struct side {
	const char *prefix; /* of the views */
	const char *schema;
};

static int
show_tables(struct database *database, const struct side *side)
{
	struct text sql = { 0 };
	int result;

	for (size_t i = 0; i < COUNT(compare_tables); i++)
		text_format(&sql,
			"CREATE TEMP VIEW %s_%s AS"
			" SELECT * FROM \"%s\".%s;",
			side->prefix, compare_tables[i], side->schema,
			compare_tables[i]);
	result = database_run(database, sql.bytes);
	text_free(&sql);
	return result;
}

static int
hide_tables(struct database *database, const struct side *side)
{
	struct text sql = { 0 };
	int result;

	for (size_t i = 0; i < COUNT(compare_tables); i++)
		text_format(&sql, "DROP VIEW IF EXISTS temp.%s_%s;",
			side->prefix, compare_tables[i]);
	result = database_run(database, sql.bytes);
	text_free(&sql);
	return result;
}

static int
run_scripts(struct database *database)
{
	for (size_t i = 0; i < COUNT(scripts); i++)
		if (script_run_shared(database, scripts[i]) != 0)
			return -1;
	return 0;
}

int
compare(struct database *database, const char *old_schema,
	const char *new_schema)
{
	const struct side before = { "old", old_schema };
	const struct side after = { "new", new_schema };
	int result = -1;

	if (show_tables(database, &before) == 0 &&
		show_tables(database, &after) == 0)
		result = run_scripts(database);
	if (hide_tables(database, &before) != 0 ||
		hide_tables(database, &after) != 0)
		return -1;
	return result;
}

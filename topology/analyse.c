/* analyse.c -- what follows from what devices said and people wrote.
 *
 * The deriving itself is SQL; C only keeps the order and the transaction. */
#include "analyse.h"

#include <stddef.h>

#include "database.h"
#include "digest.h"
#include "facts.h"
#include "log.h"
#include "memory.h"
#include "oui.h"
#include "script.h"

/* In this order: each uses what those before it derived. */
static const char *const scripts[] = {
	"topology/reset.sql",
	"topology/ports.sql",
	"topology/claims.sql",
	"topology/neighbours.sql",
	"topology/unmanaged.sql",
	"topology/halves.sql",
	"topology/links.sql",
	"topology/bridges.sql",
	"topology/clouds.sql",
	"topology/identity.sql",
	"topology/names.sql",
	"topology/phones.sql",
	"topology/roles.sql",
	"topology/sites.sql",
	"topology/sayable.sql",
	"topology/segments.sql",
	"topology/segment_ends.sql",
	"topology/segment_names.sql",
	"topology/routed_neighbours.sql",
	"topology/routed_links.sql",
	"topology/classes.sql",
	"topology/hosts.sql",
	"topology/segment_classes.sql",
	"topology/tiers.sql",
	"topology/views.sql",
	"topology/segment_views.sql",
	"topology/link_views.sql",
};

static int
run_with(struct database *database, const char *sql, struct value value)
{
	struct query *query = query_prepare(database, sql);
	int result = query != NULL ? query_run(query, &value, 1) : -1;

	query_free(query);
	return result;
}

static int
set_text(struct database *database, const char *sql, const char *text)
{
	return text == NULL ? 0 : run_with(database, sql, text_value(text));
}

/* The state before is named by what never changes: its time and its bytes. */
static int
write_previous(struct database *database, const char *path, int64_t observed_at)
{
	uint8_t digest[DIGEST_SIZE];
	char hash[DIGEST_TEXT_SIZE];
	struct query *query;
	int result = -1;

	if (digest_file(path, digest) != 0)
		return -1;
	query = query_prepare(database,
		"UPDATE meta SET previous_hash = ?, previous_id ="
		" strftime('%Y%m%dT%H%M%SZ', ?, 'unixepoch')");
	if (query != NULL) {
		const struct value values[] = { text_value(digest_text(
							digest, hash)),
			integer_value(observed_at) };

		result = query_run(query, values, COUNT(values));
	}
	query_free(query);
	return result;
}

static int
set_previous(struct database *database, const char *path)
{
	static const char time_of_state[] = "SELECT observed_at FROM meta";
	struct database *previous;
	int64_t before, now;

	if (path[0] == '\0')
		return database_run(database,
			"UPDATE meta SET previous_id = NULL,"
			" previous_hash = NULL");
	previous = database_open(path, DATABASE_READ);
	if (previous == NULL)
		return -1;
	before = database_integer(previous, time_of_state, INT64_MAX);
	now = database_integer(database, time_of_state, 0);
	database_close(previous);
	if (before < now)
		return write_previous(database, path, before);
	log_error("%s: is not the state before: it is not older than %s", path,
		database_path(database));
	return -1;
}

static int
set_meta(struct database *database, const struct analysis *analysis)
{
	if (analysis->observed_at != KEEP_TIME &&
		run_with(database, "UPDATE meta SET observed_at = ?",
			integer_value(analysis->observed_at)) != 0)
		return -1;
	if (set_text(database, "UPDATE meta SET phase = nullif(?, '')",
		    analysis->phase) != 0)
		return -1;
	if (analysis->previous == NULL)
		return 0;
	return set_previous(database, analysis->previous);
}

/* Without phases in the facts any name will do. */
static int
check_phase(struct database *database)
{
	struct query *query = query_prepare(database,
		"SELECT phase, (SELECT group_concat(id, ', ')"
		" FROM (SELECT id FROM fact_phase ORDER BY ordinal)) AS known"
		" FROM meta WHERE known IS NOT NULL"
		" AND phase NOT IN (SELECT id FROM fact_phase)");
	int result = 0;

	if (query == NULL)
		return -1;
	if (query_next(query)) {
		log_error("%s: phase '%s' is not in the facts, which have %s; "
			  "give one of them with --phase",
			database_path(database), query_text(query, 0),
			query_text(query, 1));
		result = -1;
	} else if (query_failed(query)) {
		result = -1;
	}
	query_free(query);
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

static int
rebuild(struct database *database, const struct analysis *analysis)
{
	if (analysis->facts != NULL &&
		facts_load(database, analysis->facts) != 0)
		return -1;
	if (set_meta(database, analysis) != 0 || check_phase(database) != 0)
		return -1;
	return run_scripts(database);
}

static int
rebuild_at_once(struct database *database, const struct analysis *analysis)
{
	if (database_run(database,
		    "PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE") != 0)
		return -1;
	if (rebuild(database, analysis) == 0)
		return database_run(database, "COMMIT");
	database_run(database, "ROLLBACK");
	return -1;
}

int
analyse(struct database *database, const struct analysis *analysis)
{
	const char *folder =
		analysis->vendors != NULL ? analysis->vendors : oui_folder();
	struct oui_registry *registry = NULL;
	int result = -1;

	if (folder[0] != '\0') {
		registry = oui_read(folder);
		if (registry == NULL)
			return -1;
	}
	if (database_use_vendors(database, registry) == 0)
		result = rebuild_at_once(database, analysis);
	database_use_vendors(database, NULL);
	oui_free(registry);
	return result;
}

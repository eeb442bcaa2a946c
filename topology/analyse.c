/* analyse.c -- what follows from what devices said and people wrote.
 *
 * The deriving itself is SQL; C only keeps the order and the transaction. */
#include "analyse.h"

#include <stddef.h>

#include "database.h"
#include "facts.h"
#include "log.h"
#include "memory.h"
#include "script.h"

/* In this order: each uses what those before it derived. */
static const char *const scripts[] = {
	"topology/reset.sql",
	"topology/ports.sql",
	"topology/neighbours.sql",
	"topology/halves.sql",
	"topology/links.sql",
	"topology/identity.sql",
	"topology/names.sql",
	"topology/roles.sql",
	"topology/sites.sql",
	"topology/sayable.sql",
	"topology/segments.sql",
	"topology/segment_ends.sql",
	"topology/segment_names.sql",
	"topology/classes.sql",
	"topology/segment_classes.sql",
	"topology/tiers.sql",
	"topology/views.sql",
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
set_meta(struct database *database, const struct analysis *analysis)
{
	if (analysis->observed_at != KEEP_TIME &&
		run_with(database, "UPDATE meta SET observed_at = ?",
			integer_value(analysis->observed_at)) != 0)
		return -1;
	if (analysis->phase == NULL)
		return 0;
	return run_with(database, "UPDATE meta SET phase = nullif(?, '')",
		text_value(analysis->phase));
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

int
analyse(struct database *database, const struct analysis *analysis)
{
	if (database_run(database,
		    "PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE") != 0)
		return -1;
	if (rebuild(database, analysis) == 0)
		return database_run(database, "COMMIT");
	database_run(database, "ROLLBACK");
	return -1;
}

/* analyse.c -- what follows from what devices said and people wrote.
 *
 * The deriving itself is SQL; C only keeps the order and the transaction. */
#include "analyse.h"

#include <stddef.h>

#include "database.h"
#include "facts.h"
#include "log.h"
#include "memory.h"
#include "oui.h"
#include "previous.h"
#include "rules.h"
#include "script.h"

static int
run_script(struct database *database, const char *name)
{
	return script_run_shared(database, name);
}

/* In this order: each uses what those before it derived. */
static const struct step {
	int (*run)(struct database *, const char *name);
	const char *name; /* of the script; NULL: the folder of the user */
} steps[] = {
	{ run_script, "topology/derive/dated.sql" },
	{ run_script, "topology/derive/reset.sql" },
	{ previous_recall, NULL },
	{ run_script, "topology/derive/ports.sql" },
	{ run_script, "topology/derive/claims.sql" },
	{ run_script, "topology/derive/neighbours.sql" },
	{ run_script, "topology/derive/unmanaged.sql" },
	{ run_script, "topology/derive/halves.sql" },
	{ run_script, "topology/derive/links.sql" },
	{ run_script, "topology/derive/bridges.sql" },
	{ run_script, "topology/derive/clouds.sql" },
	{ run_script, "topology/derive/identity.sql" },
	{ run_script, "topology/derive/names.sql" },
	{ run_script, "topology/derive/phones.sql" },
	{ run_script, "topology/derive/roles.sql" },
	{ run_script, "topology/derive/sites.sql" },
	{ run_script, "topology/derive/sayable.sql" },
	{ run_script, "topology/derive/segments.sql" },
	{ run_script, "topology/derive/segment_ends.sql" },
	{ run_script, "topology/derive/segment_names.sql" },
	{ run_script, "topology/derive/routed_neighbours.sql" },
	{ run_script, "topology/derive/routed_links.sql" },
	{ run_script, "topology/derive/classes.sql" },
	{ run_script, "topology/derive/hosts.sql" },
	{ run_script, "topology/derive/segment_classes.sql" },
	{ run_script, "topology/derive/planned_segments.sql" },
	{ run_script, "topology/derive/tiers.sql" },
	{ run_script, "topology/views/views.sql" },
	{ run_script, "topology/views/segment_views.sql" },
	{ run_script, "topology/views/link_views.sql" },
	{ run_script, "topology/views/device_evidence.sql" },
	{ run_script, "topology/derive/services.sql" },
	{ run_script, "topology/derive/circuits.sql" },
	{ run_script, "topology/derive/space.sql" },
	{ run_script, "topology/derive/space_use.sql" },
	{ run_script, "topology/derive/security.sql" },
	{ rules_run, NULL },
	{ run_script, "topology/rollout/subjects.sql" },
	{ run_script, "topology/rollout/findings.sql" },
	{ run_script, "topology/rollout/checklist.sql" },
	{ checks_run, NULL },
	{ run_script, "topology/rollout/statuses.sql" },
	{ run_script, "topology/rollout/metrics.sql" },
	{ run_script, "topology/compare/history.sql" },
	{ previous_compare, NULL },
	{ run_script, "topology/rollout/subjects.sql" },
	{ run_script, "topology/views/evidence_views.sql" },
	{ run_script, "topology/views/finding_views.sql" },
	{ run_script, "topology/views/service_views.sql" },
	{ run_script, "topology/views/space_views.sql" },
	{ run_script, "topology/views/security_views.sql" },
	{ run_script, "topology/views/status_views.sql" },
	{ run_script, "topology/views/phase_views.sql" },
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
	return previous_set(database, analysis->previous);
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
run_steps(struct database *database, const struct analysis *analysis)
{
	for (size_t i = 0; i < COUNT(steps); i++) {
		const char *name = steps[i].name;

		if (steps[i].run(database,
			    name != NULL ? name : analysis->templates) != 0)
			return -1;
	}
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
	return run_steps(database, analysis);
}

static int
rebuild_at_once(struct database *database, const struct analysis *analysis)
{
	if (database_run(database, "BEGIN IMMEDIATE") != 0)
		return -1;
	if (rebuild(database, analysis) == 0)
		return database_run(database, "COMMIT");
	database_run(database, "ROLLBACK");
	return -1;
}

static int
rebuild_beside_previous(
	struct database *database, const struct analysis *analysis)
{
	int result;

	if (previous_attach(database, analysis->previous) != 0 ||
		database_run(database,
			"PRAGMA temp_store = MEMORY;"
			"PRAGMA cache_size = -32768; /* KiB */") != 0)
		return -1;
	result = rebuild_at_once(database, analysis);
	previous_detach(database);
	return result;
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
		result = rebuild_beside_previous(database, analysis);
	database_use_vendors(database, NULL);
	oui_free(registry);
	return result;
}

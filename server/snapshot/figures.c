/* figures.c -- what the log says of a state, in a line. */
#include "figures.h"

#include <string.h>

#include "database.h"
#include "log.h"
#include "memory.h"
#include "place.h"

static const char crawled[] =
	"SELECT format('%d devices, %d of them answered, %d rows',"
	" (SELECT count(*) FROM device WHERE documented),"
	" (SELECT count(*) FROM device WHERE documented AND source = 'agent'),"
	" (SELECT coalesce(sum(rows), 0) FROM coverage))";

static const char probed[] =
	"SELECT format('%d questions: %d yes, %d no, %d unknown', count(*),"
	" count(*) FILTER (WHERE result = 'true'),"
	" count(*) FILTER (WHERE result = 'false'),"
	" count(*) FILTER (WHERE result = 'unknown')) FROM probe";

static const char analysed[] =
	"SELECT format('%d links, %d of %d devices dual-stack (%d unknown), '"
	" || 'open findings: %d errors, %d warnings, %d notes%s',"
	" (SELECT count(*) FROM link), k.part, k.total, k.unknown,"
	" (SELECT count(*) FROM finding"
	"  WHERE state = 'open' AND severity = 'E'),"
	" (SELECT count(*) FROM finding"
	"  WHERE state = 'open' AND severity = 'W'),"
	" (SELECT count(*) FROM finding"
	"  WHERE state = 'open' AND severity = 'I'),"
	" (SELECT format('; since %s: %d changes, %d regressions', previous_id,"
	"   (SELECT count(*) FROM change),"
	"   (SELECT count(*) FROM change WHERE kind = 'regression'))"
	"  FROM meta WHERE previous_id IS NOT NULL))"
	" FROM metric k WHERE k.id = 'K1'";

static const char *const questions[STEP_COUNT] = {
	[STEP_DISCOVER] = crawled,
	[STEP_PROBE] = probed,
	[STEP_ANALYSE] = analysed,
};

static const char identity[] =
	"SELECT observed_at, complete, EXISTS (SELECT 1 FROM probe) FROM meta";

int
state_read(struct state_facts *facts, const char *path)
{
	struct database *database = database_open(path, DATABASE_READ);
	struct query *query = NULL;
	int result = -1;

	if (database != NULL)
		query = query_prepare(database, identity);
	if (query != NULL && query_next(query) &&
		snapshot_id(query_integer(query, 0), facts->id) == 0) {
		facts->is_complete = query_integer(query, 1) != 0;
		facts->is_probed = query_integer(query, 2) != 0;
		result = 0;
	} else if (query != NULL) {
		log_error("%s: says of no time that it was observed", path);
	}
	query_free(query);
	database_close(database);
	return result;
}

static void
tell_state(enum step step, const char *state, struct text *text)
{
	struct database *database = database_open(state, DATABASE_READ);
	struct query *query = NULL;

	if (database != NULL)
		query = query_prepare(database, questions[step]);
	if (query != NULL && query_next(query) && !query_is_null(query, 0))
		text_format(text, "%s", query_text(query, 0));
	query_free(query);
	database_close(database);
}

static void
tell_site(const char *site, struct text *text)
{
	struct weight weight = weight_of(site);

	text_format(text, "%lld files, %.1f MB", (long long)weight.files,
		(double)weight.bytes / 1e6);
}

static void
tell_pruned(const char *output, struct text *text)
{
	static const char gone[] = "  goes\n";
	int count = 0;

	for (; (output = strstr(output, gone)) != NULL; output++)
		count++;
	text_format(text, "%d snapshots removed", count);
}

void
figures_tell(
	enum step step, const struct figures_order *order, struct text *text)
{
	if (questions[step] != NULL)
		tell_state(step, order->state, text);
	else if (step == STEP_RENDER)
		tell_site(order->site, text);
	else if (step == STEP_ADD)
		text_format(text, "%.*s", (int)strcspn(order->output, "\n"),
			order->output);
	else if (step == STEP_PRUNE)
		tell_pruned(order->output, text);
}

/* figures.c -- what the log says of a state, in a line. */
#include "figures.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "files.h"
#include "log.h"
#include "memory.h"
#include "paths.h"
#include "place.h"

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

/* topology/figures/STEP.sql asks for it. */
static char *
read_question(enum step step)
{
	char name[64], path[PATH_MAX];

	snprintf(
		name, sizeof(name), "topology/figures/%s.sql", step_name(step));
	return share_path(path, name) == 0 ? file_read(path, NULL) : NULL;
}

static void
tell_state(enum step step, const struct figures_order *order, struct text *text)
{
	struct database *database = database_open(order->state, DATABASE_READ);
	char *question = read_question(step);
	struct query *query = NULL;

	if (database != NULL && question != NULL)
		query = query_prepare(database, question);
	if (query != NULL && query_next(query) && !query_is_null(query, 0))
		text_format(text, "%s", query_text(query, 0));
	query_free(query);
	free(question);
	database_close(database);
}

static void
tell_site(enum step step, const struct figures_order *order, struct text *text)
{
	struct weight weight = weight_of(order->site);

	(void)step;
	text_format(text, "%lld files, %.1f MB", (long long)weight.files,
		(double)weight.bytes / 1e6);
}

static void
tell_added(enum step step, const struct figures_order *order, struct text *text)
{
	(void)step;
	text_format(
		text, "%.*s", (int)strcspn(order->output, "\n"), order->output);
}

static void
tell_pruned(
	enum step step, const struct figures_order *order, struct text *text)
{
	static const char gone[] = "  goes\n";
	const char *next = order->output;
	int count = 0;

	(void)step;
	for (; (next = strstr(next, gone)) != NULL; next++)
		count++;
	text_format(text, "%d snapshots removed", count);
}

static void (*const tellers[STEP_COUNT])(
	enum step, const struct figures_order *, struct text *) = {
	[STEP_DISCOVER] = tell_state,
	[STEP_PROBE] = tell_state,
	[STEP_ANALYSE] = tell_state,
	[STEP_RENDER] = tell_site,
	[STEP_ADD] = tell_added,
	[STEP_PRUNE] = tell_pruned,
};

void
figures_tell(
	enum step step, const struct figures_order *order, struct text *text)
{
	if (tellers[step] != NULL)
		tellers[step](step, order, text);
}

/* analyse_main.c -- twinmap analyse: facts, links, segments and classes. */
#include <stddef.h>

#include "analyse.h"
#include "database.h"
#include "log.h"
#include "memory.h"
#include "options.h"

static int
set_time(void *settings, const char *value)
{
	struct analysis *analysis = settings;

	return option_time("at", value, &analysis->observed_at);
}

static const struct option_rule rules[] = {
	{ "facts", 'f', "FILE", "facts.yaml: sites, phases, devices",
		KEEP_TEXT(struct analysis, facts) },
	{ "phase", 'p', "ID", "the phase that this state belongs to",
		KEEP_TEXT(struct analysis, phase) },
	{ "at", 0, "TIME", "the time of this state (a sample's clock)",
		set_time },
	{ "previous", 0, "DB", "topology.db of the state before",
		KEEP_TEXT(struct analysis, previous) },
	{ "templates", 0, "DIR", "add the rules of DIR/rules, DIR/checks",
		KEEP_TEXT(struct analysis, templates) },
	{ "vendors", 0, "FOLDER", "oui.txt of the IEEE is there; '': not read",
		KEEP_TEXT(struct analysis, vendors) },
};

static const struct command_line line = {
	.usage = "twinmap analyse [OPTION...] DATABASE",
	.summary = "Joins facts to what was observed and derives links,\n"
		   "segments and classes anew. Without --facts the facts that\n"
		   "are in the database stay.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 1,
	.most_operands = 1,
};

int
main(int argc, char **argv)
{
	struct analysis analysis = { .observed_at = KEEP_TIME };
	struct database *database;
	int result;

	log_set_program("twinmap analyse");
	argv += command_line_read(&line, argc, argv, &analysis);
	database = database_open(argv[0], DATABASE_WRITE);
	if (database == NULL)
		return 1;
	result = analyse(database, &analysis);
	if (database_close(database) != 0)
		result = -1;
	return result == 0 ? 0 : 1;
}

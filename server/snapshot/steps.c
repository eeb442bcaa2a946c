/* steps.c -- the programs that make a snapshot, and what each is told. */
#include "steps.h"

#include "memory.h"
#include "settings.h"

struct argument {
	const char *option; /* NULL: the word stands alone */
	enum word word;
};

static const struct argument check_arguments[] = {
	{ "--config", DISCOVER },
	{ "--credentials", CREDENTIALS },
	{ "--facts", FACTS },
	{ "--at", AT },
};

static const struct argument discover_arguments[] = {
	{ "--config", DISCOVER },
	{ "--credentials", CREDENTIALS },
	{ "--recordings", RECORDINGS },
	{ "--at", AT },
	{ "--resume", RESUMED },
	{ "--output", STATE },
};

static const struct argument facts_arguments[] = {
	{ "--facts", FACTS },
	{ "--phase", PHASE },
	{ NULL, STATE },
};

static const struct argument probe_arguments[] = {
	{ "--config", DISCOVER },
	{ "--credentials", CREDENTIALS },
	{ "--at", AT },
	{ NULL, STATE },
};

static const struct argument analyse_arguments[] = {
	{ "--facts", FACTS },
	{ "--phase", PHASE },
	{ "--templates", TEMPLATES },
	{ "--previous", PREVIOUS },
	{ NULL, STATE },
};

static const struct argument render_arguments[] = {
	{ "--templates", TEMPLATES },
	{ "--notes", NOTES },
	{ "--previous", PREVIOUS },
	{ "--formats", FORMATS },
	{ "--output", SITE },
	{ NULL, STATE },
};

static const struct argument add_arguments[] = {
	{ "--kind", KIND },
	{ "--tag", TAG },
	{ "--note", NOTE },
	{ "--replaces", REPLACES },
	{ NULL, ARCHIVE },
	{ NULL, SITE },
};

static const struct argument sign_arguments[] = {
	{ "--by", SIGNED_BY },
	{ NULL, ARCHIVE },
	{ NULL, ID },
};

static const struct argument prune_arguments[] = {
	{ NULL, ARCHIVE },
};

enum { MINUTE = 60, HOUR = 60 * MINUTE };

#define PROGRAM(verb) "twinmap-" verb, NULL
#define ARCHIVE_VERB(verb) "twinmap-archive", verb
#define ARGUMENTS(table) table, COUNT(table)

static const struct {
	const char *name;
	const char *program;
	const char *verb; /* of the program; NULL: it has none */
	const struct argument *arguments;
	size_t argument_count;
	int64_t seconds;
} steps[STEP_COUNT] = {
	[STEP_CHECK] = { "check", PROGRAM("check"), ARGUMENTS(check_arguments),
		5 * MINUTE },
	[STEP_DISCOVER] = { "discover", PROGRAM("discover"),
		ARGUMENTS(discover_arguments), 6 * HOUR },
	[STEP_FACTS] = { "facts", PROGRAM("analyse"),
		ARGUMENTS(facts_arguments), HOUR },
	[STEP_PROBE] = { "probe", PROGRAM("probe"), ARGUMENTS(probe_arguments),
		2 * HOUR },
	[STEP_ANALYSE] = { "analyse", PROGRAM("analyse"),
		ARGUMENTS(analyse_arguments), HOUR },
	[STEP_RENDER] = { "render", PROGRAM("render"),
		ARGUMENTS(render_arguments), 2 * HOUR },
	[STEP_ADD] = { "add", ARCHIVE_VERB("add"), ARGUMENTS(add_arguments),
		HOUR },
	[STEP_SIGN] = { "sign", ARCHIVE_VERB("sign"), ARGUMENTS(sign_arguments),
		5 * MINUTE },
	[STEP_PRUNE] = { "prune", ARCHIVE_VERB("prune"),
		ARGUMENTS(prune_arguments), HOUR },
};

const char *
step_name(enum step step)
{
	return steps[step].name;
}

int64_t
step_seconds(enum step step)
{
	return steps[step].seconds;
}

const char *
step_program(enum step step)
{
	return steps[step].program;
}

void
step_arguments(enum step step, const struct settings *settings,
	const char *arguments[ARGUMENT_LIMIT])
{
	const struct handed_on *handed_on = settings->handed_on[step];
	size_t count = 0;

	arguments[count++] = steps[step].program;
	if (steps[step].verb != NULL)
		arguments[count++] = steps[step].verb;
	for (; handed_on->option != NULL; handed_on++) {
		arguments[count++] = handed_on->option;
		arguments[count++] = handed_on->value;
	}
	for (size_t i = 0; i < steps[step].argument_count; i++) {
		const struct argument *argument = &steps[step].arguments[i];
		const char *word = settings->words[argument->word];

		if (word == NULL)
			continue;
		if (argument->option != NULL)
			arguments[count++] = argument->option;
		if (word[0] != '\0')
			arguments[count++] = word;
	}
	arguments[count] = NULL;
}

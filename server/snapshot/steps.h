/* steps.h -- the programs that make a snapshot, one after another.
 *
 * A step is a verb of twinmap and a table of its arguments: an option and the
 * word that it takes. What nobody said is left out. */
#ifndef SERVER_STEPS_H
#define SERVER_STEPS_H

#include <stddef.h>
#include <stdint.h>

enum word {
	/* paths, which the file may say */
	ARCHIVE,
	WORK,
	DISCOVER,
	CREDENTIALS,
	RECORDINGS, /* a folder; asked instead of the network */
	FACTS,
	TEMPLATES,
	NOTES,
	PATH_WORDS,
	/* other words, which the file may say */
	PHASE = PATH_WORDS,
	TAG,
	KIND,
	NOTE,
	FORMATS,
	URL,
	FILE_WORDS,
	/* of this run alone */
	AT = FILE_WORDS,
	REPLACES,
	SIGNED_BY,
	RESUMED, /* a switch: "" */
	/* found out by the run */
	STATE, /* WORK/topology.db */
	PREVIOUS, /* that of the newest snapshot before */
	SITE,
	ID,
	WORD_COUNT
};

enum step {
	STEP_CHECK,
	STEP_DISCOVER,
	STEP_FACTS, /* joined to the state, for the probes to know */
	STEP_PROBE,
	STEP_ANALYSE,
	STEP_RENDER,
	STEP_ADD,
	STEP_SIGN,
	STEP_PRUNE,
	STEP_COUNT
};

struct settings;

enum { ARGUMENT_LIMIT = 48 };

const char *step_name(enum step);
/* The time that a step has unless said. */
int64_t step_seconds(enum step);
/* "twinmap-discover" */
const char *step_program(enum step);
/* The program's command line, ended by NULL; texts belong to the settings. */
void step_arguments(enum step, const struct settings *,
	const char *arguments[ARGUMENT_LIMIT]);

#endif

/* run.h -- a run of 'twinmap snapshot', and one step of it. */
#ifndef SERVER_RUN_H
#define SERVER_RUN_H

#include "before.h"
#include "figures.h"
#include "memory.h"
#include "place.h"
#include "settings.h"

/* The first six are the status with which the program ends. */
enum outcome {
	GOES_ON = 0,
	FAILED = 1,
	WRONG = 2,
	HELD = 3,
	CUT_SHORT = 4,
	STOPPED = 5,
	NOTHING_LEFT, /* to do: status 0 */
};

struct run {
	struct settings settings;
	struct place place;
	struct state_facts state;
	struct before before;
	struct text output; /* of the last program */
	double started; /* by run_clock */
	bool is_published;
};

/* Seconds of a clock that never goes back. */
double run_clock(void);
/* Runs the program of a step, and logs a line: what came of it, how long it
 * took. */
enum outcome run_step(struct run *, enum step);
/* Are there questions for probes, and no answers yet? */
bool run_probes_are_due(const struct run *);
/* Does the step run when all goes well? */
bool run_step_is_due(const struct run *, enum step);
/* Checks the files and prints what would be done. */
enum outcome run_rehearse(struct run *);

#endif

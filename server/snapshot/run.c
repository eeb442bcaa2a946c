/* run.c -- one step of a run: its program, its time, its line of the log. */
#include "run.h"

#include "child.h"
#include "facts.h"
#include "log.h"
#include "paths.h"
#include "times.h"

enum { GRACE = 20 /* seconds: a crawl writes what it has */ };

double
run_clock(void)
{
	return (double)clock_ms() / 1000;
}

static void
tell_done(const struct run *run, enum step step, double seconds)
{
	const struct figures_order order = { run->place.state, run->place.site,
		run->output.bytes };
	struct text figures = { 0 };

	figures_tell(step, &order, &figures);
	log_info("%s: done in %.1f s%s%s", step_name(step), seconds,
		figures.length > 0 ? ": " : "",
		figures.length > 0 ? figures.bytes : "");
	text_free(&figures);
}

enum outcome
run_step(struct run *run, enum step step)
{
	static const enum outcome outcomes[] = { [CHILD_DONE] = GOES_ON,
		[CHILD_FAILED] = FAILED,
		[CHILD_TOO_SLOW] = FAILED,
		[CHILD_STOPPED] = STOPPED };
	const char *arguments[ARGUMENT_LIMIT];
	char folder[PATH_MAX], program[PATH_MAX];
	const struct child child = { program, arguments,
		run->settings.seconds[step], GRACE };
	double started = run_clock();
	enum outcome outcome;

	if (program_folder(folder) != 0 ||
		path_join(program, folder, step_program(step)) != 0)
		return FAILED;
	step_arguments(step, &run->settings, arguments);
	text_clear(&run->output);
	outcome = outcomes[child_run(&child, &run->output)];
	if (outcome == GOES_ON)
		tell_done(run, step, run_clock() - started);
	else if (outcome == FAILED)
		log_error("%s: failed after %.1f s", step_name(step),
			run_clock() - started);
	return outcome;
}

static bool
facts_ask(const char *path)
{
	static const char *const lists[] = { "services", "dns_zones",
		"circuits", "reference_targets", "zone_tests" };
	struct facts *facts = path != NULL ? facts_read(path) : NULL;
	bool result = false;

	for (size_t i = 0; facts != NULL && i < COUNT(lists); i++)
		result |= facts_count(facts, lists[i]) > 0;
	facts_free(facts);
	return result;
}

/* Answers are kept all at once: there are all of them or none. */
bool
run_probes_are_due(const struct run *run)
{
	const struct settings *settings = &run->settings;

	if (run->state.is_probed || settings->probing == PROBE_NEVER)
		return false;
	return settings->probing == PROBE_ALWAYS ||
		(settings->words[RECORDINGS] == NULL &&
			facts_ask(settings->words[FACTS]));
}

bool
run_step_is_due(const struct run *run, enum step step)
{
	const struct settings *settings = &run->settings;
	const char *const *words = settings->words;

	switch (step) {
	case STEP_CHECK:
		return words[DISCOVER] != NULL || words[FACTS] != NULL;
	case STEP_FACTS:
		return words[FACTS] != NULL && run_probes_are_due(run);
	case STEP_PROBE:
		return run_probes_are_due(run);
	case STEP_SIGN:
		return words[SIGNED_BY] != NULL;
	case STEP_PRUNE:
		return settings->prunes;
	default:
		return true;
	}
}

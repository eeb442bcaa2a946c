/* snapshot_main.c -- twinmap snapshot: from the network to the archive.
 *
 * It does nothing itself that another program of twinmap does; it runs them,
 * one after another, and says what came of it. Nothing is published before all
 * is made, and what was collected stays until then. */
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "log.h"
#include "options.h"
#include "run.h"

/* --------------------------------------------------- before the crawl -- */

static enum outcome
check_files(struct run *run)
{
	enum outcome outcome = GOES_ON;

	if (run_step_is_due(run, STEP_CHECK))
		outcome = run_step(run, STEP_CHECK);
	return outcome == FAILED ? WRONG : outcome;
}

/* Who says the time says the id, too. */
static enum outcome
check_time(struct run *run)
{
	const char *const *words = run->settings.words;
	char id[SNAPSHOT_ID_SIZE];
	int64_t at;

	if (run->settings.resumes || words[AT] == NULL ||
		option_time("at", words[AT], &at) != 0 ||
		snapshot_id(at, id) != 0)
		return GOES_ON;
	if (before_find(&run->before, words[ARCHIVE], id, NULL) != 0)
		return FAILED;
	if (!run->before.is_published)
		return GOES_ON;
	log_error("%s/%s: is published already, and never changes; a state of "
		  "another time (--at) can replace it (--replaces)",
		words[ARCHIVE], id);
	return WRONG;
}

/* ---------------------------------------------------------- the state -- */

static enum outcome
tell_cut_short(void)
{
	log_error("the crawl was cut short, and is not published: --resume "
		  "goes on with it, --resume --allow-incomplete publishes "
		  "what there is");
	return CUT_SHORT;
}

static enum outcome
take_what_there_is(struct run *run)
{
	if (place_left(&run->place) != LEFT_PARTIAL)
		return FAILED;
	if (!run->settings.publishes_incomplete)
		return tell_cut_short();
	return place_take_partial(&run->place) == 0 ? GOES_ON : FAILED;
}

static enum outcome
collect(struct run *run)
{
	enum place_left left = place_left(&run->place);
	enum outcome outcome;

	if (run->settings.resumes && left == LEFT_STATE) {
		log_info("goes on with %s", run->place.state);
		return GOES_ON;
	}
	if (!run->settings.resumes)
		place_set_aside(&run->place);
	else if (left == LEFT_PARTIAL)
		run->settings.words[RESUMED] = "";
	outcome = run_step(run, STEP_DISCOVER);
	return outcome == FAILED ? take_what_there_is(run) : outcome;
}

/* A run before was killed between the last two of its steps. */
static enum outcome
end_published(struct run *run)
{
	log_info("%s/%s: is published already; nothing is left to do",
		run->settings.words[ARCHIVE], run->state.id);
	place_empty(&run->place);
	return NOTHING_LEFT;
}

/* Which one it is, and what came before it. */
static enum outcome
identify(struct run *run)
{
	const char **words = run->settings.words;

	if (state_read(&run->state, run->place.state) != 0 ||
		before_find(&run->before, words[ARCHIVE], run->state.id,
			run->place.previous) != 0)
		return FAILED;
	if (run->before.is_published)
		return end_published(run);
	if (!run->state.is_complete && !run->settings.publishes_incomplete)
		return tell_cut_short();
	words[ID] = run->state.id;
	if (run->before.id[0] != '\0')
		words[PREVIOUS] = run->place.previous;
	return GOES_ON;
}

/* ------------------------------------------------------ the documents -- */

/* Once there are answers, no more are due. */
static enum outcome
ask(struct run *run)
{
	bool is_due = run_probes_are_due(run);
	enum outcome outcome = GOES_ON;

	if (run_step_is_due(run, STEP_FACTS))
		outcome = run_step(run, STEP_FACTS);
	if (is_due && outcome == GOES_ON)
		outcome = run_step(run, STEP_PROBE);
	return outcome;
}

static enum outcome
document(struct run *run)
{
	enum outcome outcome = run_step(run, STEP_ANALYSE);

	return outcome == GOES_ON ? run_step(run, STEP_RENDER) : outcome;
}

static void
tell_room(const struct run *run)
{
	const int64_t megabyte = 1000000;
	const char *archive = run->settings.words[ARCHIVE];
	int64_t room = bytes_free(archive);
	int64_t site = weight_of(run->place.site).bytes;

	if (room >= 0 && room < site)
		log_error("%s: only %lld MB are free, and the site takes up to "
			  "%lld MB; make room, for example by 'twinmap archive "
			  "prune'. The site is %s",
			archive, (long long)(room / megabyte),
			(long long)(site / megabyte) + 1, run->place.site);
}

/* It may have failed behind the point of no return. */
static bool
is_published(const struct run *run)
{
	struct before found;

	return before_find(&found, run->settings.words[ARCHIVE], run->state.id,
		       NULL) == 0 &&
		found.is_published;
}

static enum outcome
publish(struct run *run)
{
	enum outcome outcome = run_step(run, STEP_ADD);

	run->is_published = outcome == GOES_ON || is_published(run);
	if (run->is_published)
		place_empty(&run->place);
	else if (outcome == FAILED)
		tell_room(run);
	return outcome;
}

static enum outcome
follow_up(struct run *run)
{
	static const enum step steps[] = { STEP_SIGN, STEP_PRUNE };
	enum outcome outcome = GOES_ON;

	for (size_t i = 0; outcome == GOES_ON && i < COUNT(steps); i++)
		if (run_step_is_due(run, steps[i]))
			outcome = run_step(run, steps[i]);
	return outcome;
}

/* ---------------------------------------------------------------- all -- */

static enum outcome (*const parts[])(struct run *) = { check_files, check_time,
	collect, identify, ask, document, publish, follow_up };

static enum outcome
do_all(struct run *run)
{
	enum outcome outcome = GOES_ON;

	for (size_t i = 0; outcome == GOES_ON && i < COUNT(parts); i++)
		outcome = parts[i](run);
	return outcome;
}

static const char *
or_else(const char *word, const char *otherwise)
{
	return word != NULL ? word : otherwise;
}

static void
tell_published(const struct run *run)
{
	const char *const *words = run->settings.words;
	const char *url = or_else(words[URL], "/");

	log_info("published %s (%s%s%s%s) in %.1f s: %s%ss/%s/", run->state.id,
		or_else(words[KIND], "state"),
		words[PHASE] != NULL ? ", phase " : "",
		or_else(words[PHASE], ""),
		run->state.is_complete ? "" : ", cut short",
		run_clock() - run->started, url,
		url[strlen(url) - 1] == '/' ? "" : "/", run->state.id);
}

static void
tell_end(const struct run *run, enum outcome outcome)
{
	bool can_resume = outcome == FAILED || outcome == STOPPED;

	if (run->is_published)
		tell_published(run);
	else if (can_resume && place_left(&run->place) != LEFT_NOTHING)
		log_info("nothing was published; %s keeps what was collected: "
			 "the same command with --resume goes on",
			run->place.folder);
	else if (outcome != NOTHING_LEFT)
		log_info("nothing was published");
}

/* Under the lock. */
static enum outcome
make(struct run *run)
{
	static const enum outcome answers[] = { [PLACE_OURS] = GOES_ON,
		[PLACE_HELD] = HELD,
		[PLACE_FAILED] = FAILED };
	enum outcome outcome = answers[place_take(&run->place)];

	if (outcome != GOES_ON)
		return outcome;
	outcome = do_all(run);
	tell_end(run, outcome);
	place_leave(&run->place);
	return outcome;
}

static enum outcome
run(struct run *run, int argc, char **argv)
{
	if (settings_read(&run->settings, argc, argv) != 0 ||
		place_name(&run->place, run->settings.words[WORK]) != 0)
		return WRONG;
	run->settings.words[STATE] = run->place.state;
	run->settings.words[SITE] = run->place.site;
	return run->settings.is_dry ? run_rehearse(run) : make(run);
}

int
main(int argc, char **argv)
{
	struct run all = { .started = run_clock() };
	enum outcome outcome;

	log_set_program("twinmap snapshot");
	children_begin();
	outcome = run(&all, argc, argv);
	settings_free(&all.settings);
	text_free(&all.output);
	return outcome == NOTHING_LEFT ? EXIT_SUCCESS : (int)outcome;
}

/* rehearse.c -- what a run would do, without doing it. */
#include "run.h"

#include <stdio.h>
#include <string.h>

#include "log.h"

/* No snapshot is newer. */
#define END_OF_TIME "99991231T235959Z"

static void
print_left(const struct run *run)
{
	static const char *const words[][2] = {
		[LEFT_NOTHING] = { "nothing", "nothing" },
		[LEFT_PARTIAL] = { "a crawl that was cut short; it would be "
				   "kept aside",
			"a crawl that was cut short; it would go on" },
		[LEFT_STATE] = { "a state that was not published; it would be "
				 "kept aside",
			"a state that was not published; it would be taken" },
	};

	printf("%s holds %s.\n", run->place.folder,
		words[place_left(&run->place)][run->settings.resumes]);
}

static void
print_word(const char *word)
{
	bool is_plain = word[0] != '\0' &&
		strspn(word,
			"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			"0123456789_./:,=+@%-") == strlen(word);

	fputs(is_plain ? " " : " '", stdout);
	for (const char *c = word; *c != '\0'; c++)
		if (*c == '\'')
			fputs("'\\''", stdout);
		else
			putchar(*c);
	if (!is_plain)
		putchar('\'');
}

/* As a shell would take it. */
static void
print_command(const struct settings *settings, enum step step)
{
	const char *arguments[ARGUMENT_LIMIT];

	step_arguments(step, settings, arguments);
	printf("twinmap %s", strchr(arguments[0], '-') + 1);
	for (const char **word = arguments + 1; *word != NULL; word++)
		print_word(*word);
	printf("    # at most %lld s\n", (long long)settings->seconds[step]);
}

static bool
would_run(const struct run *run, enum step step)
{
	if (step == STEP_DISCOVER)
		return !run->settings.resumes ||
			place_left(&run->place) != LEFT_STATE;
	return step != STEP_CHECK && run_step_is_due(run, step);
}

/* Of the state that will be, only the name is known. */
static int
look_back(struct run *run)
{
	const char **words = run->settings.words;

	if (before_find(&run->before, words[ARCHIVE], END_OF_TIME, NULL) != 0)
		return -1;
	words[ID] = "latest";
	if (run->before.id[0] != '\0')
		words[PREVIOUS] = run->place.previous;
	if (run->settings.resumes && place_left(&run->place) == LEFT_PARTIAL)
		words[RESUMED] = "";
	return 0;
}

enum outcome
run_rehearse(struct run *run)
{
	enum outcome outcome = GOES_ON;

	if (run_step_is_due(run, STEP_CHECK))
		outcome = run_step(run, STEP_CHECK);
	if (outcome != GOES_ON)
		return outcome == FAILED ? WRONG : outcome;
	if (run->output.length > 0)
		fputs(run->output.bytes, stdout);
	if (look_back(run) != 0)
		return FAILED;
	print_left(run);
	if (run->before.id[0] != '\0')
		printf("%s is that of %s.\n", run->place.previous,
			run->before.id);
	for (enum step step = 0; step < STEP_COUNT; step++)
		if (would_run(run, step))
			print_command(&run->settings, step);
	return GOES_ON;
}

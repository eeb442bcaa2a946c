/* test_settings.c -- what 'twinmap snapshot' is told, and what it tells the
 * programs that it runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "capture.h"
#include "memory.h"
#include "scratch.h"
#include "settings.h"

static void
begin(struct settings *settings)
{
	*settings = (struct settings){ .arena = arena_create() };
	for (enum step step = 0; step < STEP_COUNT; step++)
		settings->seconds[step] = step_seconds(step);
}

static void
read_text(struct settings *settings, const char *text)
{
	assert_int_equal(
		settings_read_file(settings, scratch_file("s.yaml", text)), 0);
}

/* The command line as one text. */
static void
commands(enum step step, const struct settings *settings, const char *expected)
{
	const char *arguments[ARGUMENT_LIMIT];
	struct text text = { 0 };

	step_arguments(step, settings, arguments);
	for (const char **word = arguments; *word != NULL; word++)
		text_format(&text, "%s%s", text.length > 0 ? " " : "", *word);
	assert_string_equal(text.bytes, expected);
	text_free(&text);
}

static void
paths_are_seen_from_the_file(void **state)
{
	static const struct {
		const char *name, *text;
		enum word word;
		const char *expected; /* NULL: as it is beside the file */
	} cases[] = {
		{ "beside it", "facts: facts.yaml\n", FACTS, NULL },
		{ "absolute", "archive: /srv/twinmap\n", ARCHIVE,
			"/srv/twinmap" },
		{ "no path", "phase: p2\n", PHASE, "p2" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct settings settings;
		const char *expected = cases[i].expected != NULL
			? cases[i].expected
			: scratch_path("facts.yaml");

		begin(&settings);
		read_text(&settings, cases[i].text);
		assert_string_equal(settings.words[cases[i].word], expected);
		settings_free(&settings);
	}
}

static void
the_command_line_comes_first(void **state)
{
	struct settings settings;

	(void)state;
	begin(&settings);
	settings.words[PHASE] = "p3";
	read_text(&settings, "phase: p2\nkind: final\n");
	assert_string_equal(settings.words[PHASE], "p3");
	assert_string_equal(settings.words[KIND], "final");
	assert_false(settings.publishes_incomplete);
	assert_false(settings.prunes);
	assert_int_equal(settings.probing, PROBE_ASKED);
	settings_free(&settings);
}

static void
sections_become_options(void **state)
{
	struct settings settings;

	(void)state;
	begin(&settings);
	settings.words[STATE] = "w/topology.db";
	read_text(&settings,
		"archive: /a\n"
		"incomplete: publish\n"
		"probe: { when: always, target_rate: 7, only: \"T1,T3\" }\n"
		"limits: { discover: 90 }\n"
		"retention: { last: 3, monthly: all }\n");
	assert_true(settings.publishes_incomplete);
	assert_true(settings.prunes);
	assert_int_equal(settings.probing, PROBE_ALWAYS);
	assert_int_equal(settings.seconds[STEP_DISCOVER], 90);
	assert_int_equal(
		settings.seconds[STEP_RENDER], step_seconds(STEP_RENDER));
	commands(STEP_PROBE, &settings,
		"twinmap-probe --target-rate 7 --only T1,T3 w/topology.db");
	commands(STEP_PRUNE, &settings,
		"twinmap-archive prune --last 3 --monthly all /a");
	settings_free(&settings);
}

static void
what_nobody_said_is_left_out(void **state)
{
	struct settings settings;

	(void)state;
	begin(&settings);
	settings.words[STATE] = "w/topology.db";
	settings.words[SITE] = "w/site";
	settings.words[ARCHIVE] = "a";
	commands(STEP_DISCOVER, &settings,
		"twinmap-discover --output w/topology.db");
	commands(STEP_ADD, &settings, "twinmap-archive add a w/site");
	settings.words[RESUMED] = "";
	settings.words[NOTE] = "--dashes";
	commands(STEP_DISCOVER, &settings,
		"twinmap-discover --resume --output w/topology.db");
	commands(STEP_ADD, &settings,
		"twinmap-archive add --note --dashes a w/site");
	settings_free(&settings);
}

static void
mistakes_are_told_with_their_line(void **state)
{
	static const struct {
		const char *text, *complaint;
	} cases[] = {
		{ "note: \"\"\n", "s.yaml:1: note" },
		{ "archiv: a\n", "s.yaml:1: archiv" },
		{ "work: w\nkind: phase\n", "s.yaml:2: kind" },
		{ "incomplete: maybe\n", "s.yaml:1: incomplete" },
		{ "probe:\n  when: often\n", "s.yaml:2: when" },
		{ "probe: no\n", "s.yaml:1: probe" },
		{ "probe:\n  rate: 0\n", "s.yaml:2: rate" },
		{ "limits:\n  render: 0\n", "s.yaml:2: render" },
		{ "limits: { crawl: 5 }\n", "s.yaml:1: crawl" },
		{ "retention:\n  last: -1\n", "s.yaml:2: last" },
		{ "retention:\n  yearly: 1\n", "s.yaml:2: yearly" },
		{ "facts: [a, b]\n", "s.yaml:1: facts" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *path = scratch_file("s.yaml", cases[i].text);
		struct settings settings;
		int result;

		begin(&settings);
		capture_begin();
		result = settings_read_file(&settings, path);
		capture_holds(cases[i].complaint);
		assert_int_equal(result, -1);
		settings_free(&settings);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_seen_from_the_file),
		cmocka_unit_test(the_command_line_comes_first),
		cmocka_unit_test(sections_become_options),
		cmocka_unit_test(what_nobody_said_is_left_out),
		cmocka_unit_test(mistakes_are_told_with_their_line),
	};

	return cmocka_run_group_tests_name(
		"settings", tests, scratch_begin, scratch_end);
}

/* test_child.c -- programs that end by themselves, too late, or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "capture.h"
#include "child.h"
#include "memory.h"

struct expected {
	const char *name;
	const char *script;
	enum child_end end;
	const char *said;
};

static const struct expected cases[] = {
	{ "done", "echo done", CHILD_DONE, "" },
	{ "failed", "exit 3", CHILD_FAILED, "" },
	{ "killed", "kill -9 $$", CHILD_FAILED, "ended by a signal: Killed" },
	{ "too slow", "exec sleep 60", CHILD_TOO_SLOW,
		"sh takes longer than 1 seconds" },
	{ "it does not hear", "trap '' TERM; while :; do sleep 0.1; done",
		CHILD_TOO_SLOW, "sh does not end when asked, and is killed" },
	{ "it ends and leaves one that does not hear",
		"(trap '' TERM; exec sleep 60) & echo $!", CHILD_DONE, "" },
};

static enum child_end
run(const char *script, struct text *output)
{
	const char *const arguments[] = { "sh", "-c", script, NULL };
	const struct child child = { "/bin/sh", arguments, 1, 1 };

	return child_run(&child, output);
}

static void
all_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct text output = { 0 };
		enum child_end end;

		capture_begin();
		end = run(cases[i].script, &output);
		capture_holds(cases[i].said);
		if (end != cases[i].end)
			fail_msg("%s", cases[i].name);
		text_free(&output);
	}
}

/* Killed, it is there until whoever inherited it has waited for it. */
static bool
is_gone(pid_t pid)
{
	const struct timespec moment = { .tv_nsec = 10000000 };
	char path[64], word[2] = "";

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
	for (int i = 0; i < 500; i++) {
		FILE *file = fopen(path, "re");

		if (file == NULL)
			return true;
		if (fscanf(file, "%*d %*s %1s", word) == 1 && word[0] == 'Z')
			i = 500;
		fclose(file);
		nanosleep(&moment, NULL);
	}
	return word[0] == 'Z';
}

static void
nothing_is_left(void **state)
{
	static const char *const scripts[] = {
		"(trap '' TERM; exec sleep 60) & echo $!",
		"(trap '' TERM; exec sleep 60) & echo $!; exec sleep 60",
		"trap '' TERM; sleep 60 & echo $!; while :; do sleep 0.1; done",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(scripts); i++) {
		struct text output = { 0 };

		capture_begin();
		run(scripts[i], &output);
		capture_holds("");
		assert_true(atoi(output.bytes) > 0);
		assert_true(is_gone(atoi(output.bytes)));
		text_free(&output);
	}
}

static int
begin_signals(void **state)
{
	(void)state;
	children_begin();
	return 0;
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_end),
		cmocka_unit_test(nothing_is_left),
	};

	return cmocka_run_group_tests_name("child", tests, begin_signals, NULL);
}

/* test_drawing_child.c -- what is told of the words of Graphviz. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "drawing_child.h"
#include "memory.h"

struct expected {
	const char *name;
	const char *said; /* so often */
	int times;
	size_t length;
	const char *end;
};

static const struct expected cases[] = {
	{ "nothing", "", 1, 0, "" },
	{ "a line", "Warning: x\n", 1, 10, "Warning: x" },
	{ "two lines", "Warning: x\n", 2, 21, "x Warning: x" },
	{ "more than fits", "Warning: x\n", 400, REASON_SIZE - 1, "..." },
	{ "cut within a letter", "ab\xc3\xa9_defg", 400, REASON_SIZE - 2,
		"ab..." },
};

/* More than is in it, of which only drawing_child.c knows. */
enum { PAGE = 4096 };

static void
words_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		FILE *file = tmpfile();
		struct drawing_child child = { .errors = fileno(file),
			.progress = memory_zeroed(PAGE) };
		char text[REASON_SIZE];

		for (int j = 0; j < cases[i].times; j++)
			fputs(cases[i].said, file);
		fflush(file);
		drawing_child_said(&child, 0, text);
		print_message("%s\n", cases[i].name);
		assert_int_equal(strlen(text), cases[i].length);
		assert_string_equal(
			text + cases[i].length - strlen(cases[i].end),
			cases[i].end);
		free(child.progress);
		fclose(file);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_told),
	};

	return cmocka_run_group_tests_name("drawing child", tests, NULL, NULL);
}

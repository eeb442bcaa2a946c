/* test_names.c -- ids, tags and paths that an archive lets in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "archive.h"

static void
ids_are_times(void **state)
{
	static const struct {
		int64_t time;
		const char *id;
	} cases[] = {
		{ 1, "19700101T000001Z" },
		{ 1789632900, "20260917T081500Z" },
		{ 1709164800, "20240229T000000Z" },
		{ 253402300799, "99991231T235959Z" },
	};
	char id[SNAPSHOT_ID_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(snapshot_id(cases[i].time, id), 0);
		assert_string_equal(id, cases[i].id);
		assert_int_equal(snapshot_time(id), cases[i].time);
	}
	assert_int_equal(snapshot_id(0, id), -1);
	assert_int_equal(snapshot_id(-5, id), -1);
	assert_int_equal(snapshot_id(253402300800, id), -1);
}

static void
refuses_what_is_no_id(void **state)
{
	static const char *const cases[] = { "", "latest", "20260917",
		"20260917T081500", "2026917T081500Z", "20260917T081500Z ",
		"20260917T081500z", "20260230T000000Z", "20261301T000000Z",
		"20260917T246000Z", "20260917T081500Z/", "../20260917T0815Z",
		" 20260917T081500Z", "+2026917T081500Z" };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (snapshot_time(cases[i]) >= 0)
			fail_msg("'%s' was accepted", cases[i]);
}

struct name_case {
	const char *name;
	bool valid;
};

static void
tags_are_single_words(void **state)
{
	static const struct name_case cases[] = {
		{ "p1", true },
		{ "pilot", true },
		{ "Rollout_2026-09.b", true },
		{ "latest", false },
		{ "prev", false },
		{ "20260917T081500Z", false },
		{ "20260231T081500Z", true },
		{ "", false },
		{ "-", false },
		{ ".hidden", false },
		{ "..", false },
		{ "a/b", false },
		{ "a b", false },
		{ "a\nb", false },
		{ "pilot\xc3\xa9", false },
		{ "<b>", false },
	};
	char longest[TAG_SIZE + 1];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (tag_is_valid(cases[i].name) != cases[i].valid)
			fail_msg("'%s'", cases[i].name);
	memset(longest, 'a', TAG_SIZE);
	longest[TAG_SIZE] = '\0';
	assert_false(tag_is_valid(longest));
	assert_true(tag_is_valid(longest + 1));
}

static void
paths_stay_below_the_snapshot(void **state)
{
	static const struct name_case cases[] = {
		{ "index.html", true },
		{ "devices/hq-core1.html", true },
		{ "a b/c'd.md", true },
		{ "a..b", true },
		{ "", false },
		{ "/etc/passwd", false },
		{ "..", false },
		{ "../index.html", false },
		{ "devices/../../x", false },
		{ "devices/./x", false },
		{ "devices//x", false },
		{ "devices/", false },
		{ ".htaccess", false },
		{ "devices/.git/config", false },
		{ "a\\b", false },
		{ "a\nb", false },
		{ "a\x01", false },
		{ "a\x7f", false },
		{ "caf\xc3\xa9.html", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (path_is_publishable(cases[i].name) != cases[i].valid)
			fail_msg("'%s'", cases[i].name);
}

static void
notes_are_one_line_of_text(void **state)
{
	static const struct name_case cases[] = {
		{ "", true },
		{ "the core was moved; 192.0.2.1, 2001:db8::1", true },
		{ "Zo\xc3\xab \xe2\x86\x92 \xf0\x9f\x97\xba", true },
		{ "two\nlines", false },
		{ "a\ttab", false },
		{ "\x1b[31m", false },
		{ "\x7f", false },
		{ "\xff", false },
		{ "cut short \xc3", false },
		{ "overlong \xc0\xaf", false },
	};
	char longest[2002];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (text_is_noteworthy(cases[i].name) != cases[i].valid)
			fail_msg("'%s'", cases[i].name);
	memset(longest, 'a', 2001);
	longest[2001] = '\0';
	assert_false(text_is_noteworthy(longest));
	assert_true(text_is_noteworthy(longest + 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_times),
		cmocka_unit_test(refuses_what_is_no_id),
		cmocka_unit_test(tags_are_single_words),
		cmocka_unit_test(paths_stay_below_the_snapshot),
		cmocka_unit_test(notes_are_one_line_of_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_log.c -- the log of publications, and what follows from it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "archive.h"
#include "capture.h"

#define HASH_A \
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B \
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Published out of order: the oldest by time came last. */
static const char log_text[] = "20260917T081500Z " HASH_A " p1\n"
			       "20261001T000000Z " HASH_B " p2\n"
			       "20260920T000000Z " HASH_A " p1\n"
			       "20260801T000000Z " HASH_B " -\n";

static struct archive
parsed(const char *text)
{
	struct archive archive = { 0 };

	assert_int_equal(archive_parse_log(&archive, "log", text), 0);
	return archive;
}

static void
comes_out_as_it_went_in(void **state)
{
	struct archive archive = parsed(log_text);
	struct text text = { 0 };

	(void)state;
	assert_int_equal(archive.count, 4);
	assert_string_equal(archive.publications[1].tag, "p2");
	assert_string_equal(archive.publications[3].tag, "");
	archive_print_log(&archive, &text);
	assert_string_equal(text.bytes, log_text);
	text_free(&text);
	archive_close(&archive);
}

static void
knows_order_by_time(void **state)
{
	struct archive archive = parsed(log_text);
	const struct publication *all = archive.publications;

	(void)state;
	assert_ptr_equal(archive_newest(&archive), &all[1]);
	assert_ptr_equal(archive_last(&archive), &all[3]);
	assert_ptr_equal(archive_find(&archive, "20260920T000000Z"), &all[2]);
	assert_null(archive_find(&archive, "20260921T000000Z"));
	assert_ptr_equal(
		archive_before(&archive, 4, "20261001T000000Z"), &all[2]);
	/* when it was published, the third was not there yet */
	assert_ptr_equal(
		archive_before(&archive, 1, "20261001T000000Z"), &all[0]);
	assert_null(archive_before(&archive, 4, "20260801T000000Z"));
	archive_close(&archive);
}

static void
knows_history_of_tags(void **state)
{
	struct archive archive = parsed(log_text);
	struct text text = { 0 };

	(void)state;
	assert_string_equal(
		archive_tagged(&archive, "p1")->id, "20260920T000000Z");
	assert_null(archive_tagged(&archive, "p3"));
	archive_print_tag(&archive, "p1", &text);
	assert_string_equal(text.bytes, "20260920T000000Z\n20260917T081500Z\n");
	text_free(&text);
	archive_close(&archive);
}

static void
refuses_changed_lines(void **state)
{
	static const char *const cases[] = {
		"\n",
		"20260917T081500Z " HASH_A " p1", /* no newline: cut short */
		"20260917T081500Z  " HASH_A " p1\n",
		"20260917T081500Z " HASH_A "  p1\n",
		"20260917T081500Z " HASH_A " p1 \n",
		"20260917T081500Z " HASH_A " p1\r\n",
		" 20260917T081500Z " HASH_A " p1\n",
		"20260917T081500Z " HASH_A "\n",
		"20260917T081500Z " HASH_A " .x\n",
		"20260917T081500Z aaaa p1\n",
		"20260931T081500Z " HASH_A " p1\n",
		"20260917T081500Z A" HASH_A " p1\n",
		"20260917T081500Z " HASH_A " p1\n20260917T081500Z " HASH_B
		" p2\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct archive archive = { 0 };
		int result;

		capture_begin();
		result = archive_parse_log(&archive, "log", cases[i]);
		assert_int_equal(capture_lines(), 1);
		if (result != -1)
			fail_msg("'%s' was accepted", cases[i]);
		archive_close(&archive);
	}
}

static void
an_empty_archive_has_nothing(void **state)
{
	struct archive archive = parsed("");

	(void)state;
	assert_int_equal(archive.count, 0);
	assert_null(archive_newest(&archive));
	assert_null(archive_last(&archive));
	archive_close(&archive);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_out_as_it_went_in),
		cmocka_unit_test(knows_order_by_time),
		cmocka_unit_test(knows_history_of_tags),
		cmocka_unit_test(refuses_changed_lines),
		cmocka_unit_test(an_empty_archive_has_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_conditions.c -- dates, validators and ranges, as RFC 9110 has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "conditions.h"
#include "memory.h"

static void
dates_come_back(void **state)
{
	char text[HTTP_DATE_SIZE];

	(void)state;
	http_date(1789632900, text);
	assert_string_equal(text, "Thu, 17 Sep 2026 08:15:00 GMT");
	assert_int_equal(http_date_parse(text), 1789632900);
	assert_int_equal(http_date_parse(""), -1);
	assert_int_equal(http_date_parse("yesterday"), -1);
	assert_int_equal(
		http_date_parse("Thu, 17 Sep 2026 08:15:00 GMT+1"), -1);
}

static void
etags_are_found_in_lists(void **state)
{
	static const struct {
		const char *list;
		bool listed;
	} cases[] = {
		{ "\"abc\"", true },
		{ "W/\"abc\"", true },
		{ "*", true },
		{ "\"x\", \"abc\"", true },
		{ "\"x\",W/\"abc\" , \"y\"", true },
		{ "", false },
		{ "abc", false },
		{ "\"abcd\"", false },
		{ "\"ABC\"", false },
		{ "\"x\"", false },
		{ "\"abc\"x", false },
		{ ",,, \t", false },
		{ "W/", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (etag_is_listed(cases[i].list, "\"abc\"") != cases[i].listed)
			fail_msg("%s", cases[i].list);
}

static void
ranges_are_cut_to_the_file(void **state)
{
	static const struct {
		const char *field;
		int64_t size;
		enum range_result result;
		int64_t first, length;
	} cases[] = {
		{ "bytes=0-99", 1000, RANGE_PART, 0, 100 },
		{ "Bytes=0-0", 1000, RANGE_PART, 0, 1 },
		{ "bytes=900-", 1000, RANGE_PART, 900, 100 },
		{ "bytes=-100", 1000, RANGE_PART, 900, 100 },
		{ "bytes=-5000", 1000, RANGE_PART, 0, 1000 },
		{ "bytes=500-5000", 1000, RANGE_PART, 500, 500 },
		{ "bytes=999-999", 1000, RANGE_PART, 999, 1 },
		{ "bytes=5-99999999999999999999999", 10, RANGE_PART, 5, 5 },
		{ "bytes=1000-", 1000, RANGE_OUTSIDE, 0, 0 },
		{ "bytes=99999999999999999999-", 1000, RANGE_OUTSIDE, 0, 0 },
		{ "bytes=-0", 1000, RANGE_OUTSIDE, 0, 0 },
		{ "bytes=0-0", 0, RANGE_OUTSIDE, 0, 0 },
		{ "bytes=-1", 0, RANGE_OUTSIDE, 0, 0 },
		{ "bytes=5-4", 1000, RANGE_NONE, 0, 0 },
		{ "bytes=-", 1000, RANGE_NONE, 0, 0 },
		{ "bytes=", 1000, RANGE_NONE, 0, 0 },
		{ "bytes=0-1,5-6", 1000, RANGE_NONE, 0, 0 },
		{ "bytes=a-b", 1000, RANGE_NONE, 0, 0 },
		{ "bytes=0 -1", 1000, RANGE_NONE, 0, 0 },
		{ "bytes=--1", 1000, RANGE_NONE, 0, 0 },
		{ "items=0-1", 1000, RANGE_NONE, 0, 0 },
		{ "", 1000, RANGE_NONE, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct byte_range range = { 0 };
		enum range_result result =
			range_parse(cases[i].field, cases[i].size, &range);

		if (result != cases[i].result ||
			range.first != cases[i].first ||
			range.length != cases[i].length)
			fail_msg("%s: %d, %d bytes from %d", cases[i].field,
				(int)result, (int)range.length,
				(int)range.first);
	}
}

static void
codings_are_taken_or_not(void **state)
{
	static const struct {
		const char *field;
		bool taken;
	} cases[] = {
		{ "gzip", true },
		{ "GZip", true },
		{ "br, gzip", true },
		{ "br,gzip;q=0.5", true },
		{ "gzip ; q=0.001", true },
		{ "*", true },
		{ "br;q=1, *;q=0.1", true },
		{ "gzip;q=1, *;q=0", true },
		{ "", false },
		{ "identity", false },
		{ "br", false },
		{ "xgzip", false },
		{ "gzipped", false },
		{ "gzip;q=0", false },
		{ "gzip; q=0.000", false },
		{ "gzip;q=0, *", false },
		{ "*, gzip;q=0", false },
		{ "*;q=0", false },
		{ ";q=0", false },
		{ ",,;,", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (coding_is_accepted(cases[i].field, "gzip") !=
			cases[i].taken)
			fail_msg("'%s'", cases[i].field);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_come_back),
		cmocka_unit_test(etags_are_found_in_lists),
		cmocka_unit_test(codings_are_taken_or_not),
		cmocka_unit_test(ranges_are_cut_to_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

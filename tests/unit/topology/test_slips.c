/* test_slips.c -- numbers as people write them, and words as they miswrite
 * them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "memory.h"
#include "quantities.h"
#include "spelling.h"

static void
numbers(void **state)
{
	static const struct {
		const char *text;
		int result;
		double number;
	} cases[] = {
		{ "99.95", 0, 99.95 },
		{ "-3", 0, -3 },
		{ "0.5", 0, 0.5 },
		{ ".5", -1, 0 },
		{ "5.", -1, 0 },
		{ "1e3", -1, 0 },
		{ "0x10", -1, 0 },
		{ "nan", -1, 0 },
		{ " 1", -1, 0 },
		{ "", -1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		double number = 0;

		assert_int_equal(
			number_parse(cases[i].text, &number), cases[i].result);
		if (cases[i].result == 0)
			assert_float_equal(number, cases[i].number, 1e-9);
	}
}

static void
rates(void **state)
{
	static const struct {
		const char *text;
		int result;
		int64_t bits;
	} cases[] = {
		{ "1G", 0, 1000000000 },
		{ "100M", 0, 100000000 },
		{ "2.5G", 0, 2500000000 },
		{ "64k", 0, 64000 },
		{ "9600", 0, 9600 },
		{ "400T", 0, 400000000000000 },
		{ "10000T", -1, 0 },
		{ "0", -1, 0 },
		{ "-1G", -1, 0 },
		{ "1 G", -1, 0 },
		{ "1Gbit", -1, 0 },
		{ "G", -1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t bits = 0;

		assert_int_equal(
			rate_parse(cases[i].text, &bits), cases[i].result);
		if (cases[i].result == 0)
			assert_int_equal(bits, cases[i].bits);
	}
}

static void
near_words(void **state)
{
	static const struct {
		const char *a, *b;
		bool near;
	} cases[] = {
		{ "name", "nmae", true },
		{ "name", "nam", true },
		{ "name", "names", true },
		{ "name", "nema", false }, /* two slips in a short word */
		{ "target_phase", "traget_fase", false },
		{ "target_phase", "targt_phse", true },
		{ "devices", "device", true },
		{ "HQ", "hq", true }, /* but for the case, however short */
		{ "warehouse", "WAREHOUSE", true },
		{ "p1", "p2", false }, /* too short to tell */
		{ "vlan", "site", false },
		{ "", "a", false },
		{ "a word of more than thirty letters",
			"a word of more than thirty letters", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(
			words_are_near(cases[i].a, cases[i].b), cases[i].near);
		assert_int_equal(
			words_are_near(cases[i].b, cases[i].a), cases[i].near);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers),
		cmocka_unit_test(rates),
		cmocka_unit_test(near_words),
	};

	return cmocka_run_group_tests_name("slips", tests, NULL, NULL);
}

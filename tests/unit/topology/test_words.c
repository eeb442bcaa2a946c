/* test_words.c -- foreign text, byte strings of every kind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "words.h"

static void
lengths_of_characters(void **state)
{
	static const struct {
		const char *bytes;
		int length;
	} cases[] = {
		{ "a", 1 },
		{ "\x7f", 1 },
		{ "\xc3\xa9", 2 },
		{ "\xe2\x82\xac", 3 },
		{ "\xf0\x9f\x98\x80", 4 },
		{ "\xf4\x8f\xbf\xbf", 4 },
		/* cut short, alone, overlong, surrogate, beyond U+10FFFF */
		{ "\xc3", 0 },
		{ "\xe2\x82", 0 },
		{ "\xf0\x9f\x98", 0 },
		{ "\x80", 0 },
		{ "\xff", 0 },
		{ "\xc0\x80", 0 },
		{ "\xe0\x80\x80", 0 },
		{ "\xf0\x80\x80\x80", 0 },
		{ "\xed\xa0\x80", 0 },
		{ "\xf4\x90\x80\x80", 0 },
		{ "\xc3\x28", 0 },
		{ "\xe2\x28\xa1", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (utf8_length(cases[i].bytes) != cases[i].length)
			fail_msg(
				"case %zu: %d", i, utf8_length(cases[i].bytes));
}

/* The same bytes in each run: a linear congruential generator. */
static void
fill(char *bytes, size_t length, uint32_t *seed)
{
	static const char often[] = "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\r\n "
				    "a1\x1b\x7f\xc2\x85";

	for (size_t i = 0; i < length; i++) {
		*seed = *seed * 1664525 + 1013904223;
		bytes[i] = (*seed & 0x10000) != 0
			? often[(*seed >> 20) % (sizeof(often) - 1)]
			: (char)(*seed >> 24);
	}
	bytes[length] = '\0';
}

static void
assert_clean(const char *text)
{
	while (*text != '\0') {
		int length = utf8_length(text);

		assert_true(length > 0);
		assert_true((unsigned char)*text >= 0x20 && *text != 0x7f);
		assert_false(*text == '\xc2' && (unsigned char)text[1] < 0xa0);
		text += length;
	}
}

static void
any_bytes_become_clean(void **state)
{
	uint32_t seed = 1;
	char bytes[64];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct text once = { 0 }, twice = { 0 };

		fill(bytes, (size_t)(i % 63), &seed);
		append_clean(&once, bytes);
		assert_clean(once.bytes);
		append_clean(&twice, once.bytes);
		assert_string_equal(once.bytes, twice.bytes);
		text_free(&once);
		text_free(&twice);
	}
}

static void
any_bytes_become_a_slug(void **state)
{
	uint32_t seed = 2;
	char bytes[128], slug[SLUG_SIZE];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		size_t length;

		fill(bytes, (size_t)(i % 127), &seed);
		length = strlen(slug_text(bytes, slug));
		assert_in_range(length, 1, SLUG_SIZE - 1);
		assert_int_equal(
			strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-"),
			length);
		assert_true(slug[0] != '-' && slug[length - 1] != '-');
		assert_null(strstr(slug, "--"));
	}
}

static void
long_numbers_still_have_a_key(void **state)
{
	struct text key = { 0 };
	char digits[301];

	(void)state;
	memset(digits, '9', 300);
	digits[300] = '\0';
	append_natural_key(&key, digits);
	assert_int_equal(key.length, 300 + 4 * 2);
	text_free(&key);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths_of_characters),
		cmocka_unit_test(any_bytes_become_clean),
		cmocka_unit_test(any_bytes_become_a_slug),
		cmocka_unit_test(long_numbers_still_have_a_key),
	};

	return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}

/* test_gzip.c -- what is compressed comes back, what is broken is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "capture.h"
#include "files.h"
#include "gzip.h"
#include "memory.h"
#include "scratch.h"

static int
take(void *context, const void *bytes, size_t length)
{
	text_append_bytes(context, bytes, length);
	return 0;
}

static int
refuse(void *context, const void *bytes, size_t length)
{
	(void)context;
	(void)bytes;
	(void)length;
	return -1;
}

static int
unpacked(const char *name, struct text *text)
{
	int file = open(scratch_path(name), O_RDONLY);
	int result = gunzip(file, name, take, text);

	assert_true(file >= 0);
	close(file);
	return result;
}

/* 300,000 bytes that need several pieces and do not repeat soon. */
static struct text
long_text(void)
{
	struct text text = { 0 };
	unsigned value = 1;

	while (text.length < 300000) {
		value = value * 1103515245 + 12345;
		text_format(&text, "2001:db8::%x 192.0.2.%u\n", value >> 16,
			value >> 24);
	}
	return text;
}

static void
comes_back_as_it_was(void **state)
{
	struct text text = long_text();
	struct text again = { 0 };

	(void)state;
	scratch_file("plain", text.bytes);
	assert_int_equal(
		gzip_file(scratch_path("plain"), scratch_path("packed")), 0);
	assert_int_equal(unpacked("packed", &again), 0);
	assert_int_equal(again.length, text.length);
	assert_memory_equal(again.bytes, text.bytes, text.length);
	text_free(&text);
	text_free(&again);
}

static void
the_same_gives_the_same(void **state)
{
	size_t first, second;
	char *a, *b;

	(void)state;
	scratch_file("one", "the same");
	scratch_file("two", "the same");
	assert_int_equal(
		gzip_file(scratch_path("one"), scratch_path("one.gz")), 0);
	sleep(1); /* a header with a time would show it now */
	assert_int_equal(
		gzip_file(scratch_path("two"), scratch_path("two.gz")), 0);
	a = file_read(scratch_path("one.gz"), &first);
	b = file_read(scratch_path("two.gz"), &second);
	assert_int_equal(first, second);
	assert_memory_equal(a, b, first);
	free(a);
	free(b);
}

static void
what_is_not_compressed_passes(void **state)
{
	struct text again = { 0 };

	(void)state;
	scratch_file("plain", "SQLite format 3");
	assert_int_equal(unpacked("plain", &again), 0);
	assert_string_equal(again.bytes, "SQLite format 3");
	text_free(&again);
}

/* A packed file with one byte changed, or cut; `length` of it is kept. */
static void
damage(const char *name, size_t place, size_t length)
{
	char *bytes = file_read(scratch_path("packed"), NULL);

	bytes[place] ^= 1;
	assert_int_equal(file_replace(scratch_path(name), bytes, length), 0);
	free(bytes);
}

static void
refuses_what_is_broken(void **state)
{
	static const struct {
		const char *name;
		size_t place, cut;
	} cases[] = {
		{ "a changed byte", 5000, 0 },
		{ "another method", 2, 0 },
		{ "another checksum", 0, 1 },
		{ "cut short", 0, 100 },
		{ "cut to half", 0, 50000 },
	};
	size_t length;

	(void)state;
	free(file_read(scratch_path("packed"), &length));
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct text text = { 0 };
		size_t place = cases[i].cut == 1 ? length - 6 : cases[i].place;

		if (cases[i].cut > 1) /* or it would be no gzip file at all */
			place = length - 1;
		damage("bad", place,
			cases[i].cut > 1 ? length - cases[i].cut : length);
		capture_begin();
		if (unpacked("bad", &text) == 0)
			fail_msg("accepted: %s", cases[i].name);
		assert_int_equal(capture_lines(), 1);
		text_free(&text);
	}
}

static void
says_what_cannot_be_read_or_written(void **state)
{
	(void)state;
	capture_begin();
	assert_int_equal(
		gzip_file(scratch_path("none"), scratch_path("x")), -1);
	assert_int_equal(capture_lines(), 1);
	scratch_file("there", "");
	capture_begin();
	assert_int_equal(
		gzip_file(scratch_path("plain"), scratch_path("there")), -1);
	capture_holds("File exists");
}

static void
stops_when_nobody_takes_it(void **state)
{
	int file = open(scratch_path("packed"), O_RDONLY);

	(void)state;
	assert_true(file >= 0);
	assert_int_equal(gunzip(file, "packed", refuse, NULL), -1);
	close(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back_as_it_was),
		cmocka_unit_test(the_same_gives_the_same),
		cmocka_unit_test(what_is_not_compressed_passes),
		cmocka_unit_test(refuses_what_is_broken),
		cmocka_unit_test(says_what_cannot_be_read_or_written),
		cmocka_unit_test(stops_when_nobody_takes_it),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}

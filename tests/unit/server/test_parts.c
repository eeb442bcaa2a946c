/* test_parts.c -- the files of a folder in one, and what is no such thing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gzip.h"
#include "memory.h"
#include "parts.h"

enum { HEAD = sizeof("head\n") - 1, LONG_SIZE = 5000 };

static int
collect(void *context, const void *bytes, size_t length)
{
	text_append_bytes(context, bytes, length);
	return 0;
}

static void
put(const char *path, const char *bytes)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(bytes, file);
	assert_int_equal(fclose(file), 0);
}

static struct parcel
wrapped(const char *bytes, size_t length)
{
	struct parcel parcel = { .file = memfd_create("test", MFD_CLOEXEC),
		.offset = HEAD,
		.length = (int64_t)length };

	assert_int_equal(write(parcel.file, "head\n", HEAD), HEAD);
	assert_int_equal(write(parcel.file, bytes, length), length);
	return parcel;
}

static void
holds(const struct parcel *part, const char *expected)
{
	size_t length = strlen(expected);
	char *bytes = memory_zeroed(length + 1);

	assert_int_equal(part->length, length);
	assert_int_equal(
		pread(part->file, bytes, length, part->offset), length);
	assert_string_equal(bytes, expected);
	free(bytes);
}

static void
holds_packed(const struct parcel *part, const char *expected)
{
	int copy = memfd_create("packed", MFD_CLOEXEC);
	char *bytes = memory_zeroed((size_t)part->packed_length);
	struct text text = { 0 };

	assert_int_equal(pread(part->file, bytes, (size_t)part->packed_length,
				 part->offset + part->length),
		part->packed_length);
	assert_int_equal(write(copy, bytes, (size_t)part->packed_length),
		part->packed_length);
	lseek(copy, 0, SEEK_SET);
	assert_int_equal(gunzip(copy, "packed", collect, &text), 0);
	assert_string_equal(text.bytes, expected);
	text_free(&text);
	free(bytes);
	close(copy);
}

static void
comes_out_as_it_went_in(void **state)
{
	char folder[] = "/tmp/twinmap-parts-XXXXXX";
	char large[LONG_SIZE + 1], *bytes = NULL;
	size_t length = 0;
	FILE *file = open_memstream(&bytes, &length);
	struct parcel all, part;

	(void)state;
	memset(large, 'x', LONG_SIZE);
	large[LONG_SIZE] = '\0';
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	assert_int_equal(mkdir("pictures", 0700), 0);
	put("index.html", large);
	put("empty.json", "");
	put("pictures/a b.svg", "<svg/>");
	assert_int_equal(parts_write(folder, file), 0);
	fclose(file);
	all = wrapped(bytes, length);
	assert_int_equal(parts_find_path(&all, "index.html", &part), 1);
	holds(&part, large);
	holds_packed(&part, large);
	assert_string_equal(part.head, "text/html; charset=utf-8");
	assert_int_equal(parts_find_path(&all, "pictures/a b.svg", &part), 1);
	holds(&part, "<svg/>");
	assert_int_equal(part.packed_length, 0);
	assert_int_equal(parts_find_path(&all, "empty.json", &part), 1);
	holds(&part, "");
	assert_int_equal(parts_find_path(&all, "pictures", &part), 0);
	assert_int_equal(parts_find_path(&all, "../index.html", &part), 0);
	close(all.file);
	free(bytes);
	unlink("index.html");
	unlink("empty.json");
	unlink("pictures/a b.svg");
	rmdir("pictures");
	assert_int_equal(rmdir(folder), 0);
}

#define ZEROS "0000000000000000000000000000000000000000000000000000000000000000"

static void
nothing_else_is_believed(void **state)
{
	static const struct {
		const char *name;
		const char *bytes;
		int found;
	} cases[] = {
		{ "one part", "71\n2 0 " ZEROS " x\nhi", 1 },
		{ "nothing at all", "", -1 },
		{ "no parts", "0\n", 0 },
		{ "no number", "x\n", -1 },
		{ "a number without an end", "71", -1 },
		{ "a negative index", "-1\n", -1 },
		{ "an index longer than all", "9000\nx", -1 },
		{ "an index of gigabytes", "99999999999999\nx", -1 },
		{ "a part longer than all", "71\n9 0 " ZEROS " x\nhi", -1 },
		{ "a negative part", "72\n-2 0 " ZEROS " x\nhi", -1 },
		{ "its twin longer than all", "71\n2 1 " ZEROS " x\nhi", -1 },
		{ "both together overflow",
			"107\n9223372036854775807 9223372036854775807 " ZEROS
			" x\nhi",
			-1 },
		{ "a line without a path", "69\n2 0 " ZEROS "\nhi", -1 },
		{ "a line without an end", "2\n2 ", -1 },
		{ "a hash that is none", "9\n2 0 zz x\nhi", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct parcel part;
		struct parcel all =
			wrapped(cases[i].bytes, strlen(cases[i].bytes));
		int found = parts_find_path(&all, "x", &part);

		if (found != cases[i].found)
			fail_msg("%s: %d", cases[i].name, found);
		close(all.file);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_out_as_it_went_in),
		cmocka_unit_test(nothing_else_is_believed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

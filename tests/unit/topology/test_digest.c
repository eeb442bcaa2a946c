/* test_digest.c -- SHA-256 by the vectors of FIPS 180-4. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "capture.h"
#include "digest.h"
#include "memory.h"
#include "scratch.h"

static const struct {
	const char *text, *digest;
} cases[] = {
	{ "",
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8"
		"55" },
	{ "abc",
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015"
		"ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06"
		"c1" },
};

static void
whole_and_by_bytes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t length = strlen(cases[i].text);
		struct digest *digest = digest_begin();
		uint8_t whole[DIGEST_SIZE], pieces[DIGEST_SIZE];
		char text[DIGEST_TEXT_SIZE];

		digest_bytes(cases[i].text, length, whole);
		assert_string_equal(digest_text(whole, text), cases[i].digest);
		for (size_t byte = 0; byte < length; byte++)
			digest_add(digest, cases[i].text + byte, 1);
		digest_end(digest, pieces);
		assert_memory_equal(whole, pieces, DIGEST_SIZE);
	}
}

/* Pieces of all lengths, so that they end before, at and behind what is
 * gathered.
 */
static void
many_pieces(void **state)
{
	static char bytes[1200 * 1201 / 2];
	struct digest *digest = digest_begin();
	uint8_t whole[DIGEST_SIZE], pieces[DIGEST_SIZE];
	size_t done = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i % 251);
	digest_bytes(bytes, sizeof(bytes), whole);
	for (size_t length = 0; length <= 1200; length++) {
		digest_add(digest, bytes + done, length);
		done += length;
	}
	assert_int_equal(done, sizeof(bytes));
	digest_end(digest, pieces);
	assert_memory_equal(whole, pieces, DIGEST_SIZE);
}

static void
of_files(void **state)
{
	uint8_t digest[DIGEST_SIZE];
	char text[DIGEST_TEXT_SIZE];

	(void)state;
	assert_int_equal(digest_file(scratch_file("abc", "abc"), digest), 0);
	assert_string_equal(digest_text(digest, text), cases[1].digest);
	assert_int_equal(digest_file(scratch_file("none", ""), digest), 0);
	assert_string_equal(digest_text(digest, text), cases[0].digest);
}

static void
missing_file_is_told(void **state)
{
	uint8_t digest[DIGEST_SIZE];

	(void)state;
	capture_begin();
	assert_int_equal(digest_file(scratch_path("missing"), digest), -1);
	capture_holds("missing: No such file or directory\n");
	capture_begin();
	assert_int_equal(digest_file(scratch_folder, digest), -1);
	capture_holds("Is a directory\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_and_by_bytes),
		cmocka_unit_test(many_pieces),
		cmocka_unit_test(of_files),
		cmocka_unit_test(missing_file_is_told),
	};

	return cmocka_run_group_tests_name(
		"digest", tests, scratch_begin, scratch_end);
}

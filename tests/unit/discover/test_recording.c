/* test_recording.c -- lines of recordings become sorted varbinds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "recording.h"
#include "recording_line.h"

static struct octets
text_octets(const char *text)
{
	return (struct octets){ (const uint8_t *)text, strlen(text) };
}

static void
lines_become_varbinds(void **state)
{
	static const struct {
		const char *line;
		const char *out; /* NULL: refused */
		size_t length;
	} cases[] = {
		{ "1.3.1|2|-1", "\x30\x07\x06\x02\x2b\x01\x02\x01\xff", 9 },
		{ "1.3.1|4|ab",
			"\x30\x08\x06\x02\x2b\x01\x04\x02"
			"ab",
			10 },
		{ "1.3.1|4|", "\x30\x06\x06\x02\x2b\x01\x04\x00", 8 },
		{ "1.3.1|4|a|b",
			"\x30\x09\x06\x02\x2b\x01\x04\x03"
			"a|b",
			11 },
		{ "1.3.1|4x|00fF", "\x30\x08\x06\x02\x2b\x01\x04\x02\x00\xff",
			10 },
		{ ".1.3.1|5|", "\x30\x06\x06\x02\x2b\x01\x05\x00", 8 },
		{ "1.3.1|6|0.0", "\x30\x07\x06\x02\x2b\x01\x06\x01\x00", 9 },
		{ "1.3.1|64|192.0.2.1",
			"\x30\x0a\x06\x02\x2b\x01\x40\x04\xc0\x00\x02\x01",
			12 },
		{ "1.3.1|64x|c0000201",
			"\x30\x0a\x06\x02\x2b\x01\x40\x04\xc0\x00\x02\x01",
			12 },
		{ "1.3.1|65|4294967295",
			"\x30\x0b\x06\x02\x2b\x01\x41\x05\x00\xff\xff\xff\xff",
			13 },
		{ "1.3.1|70|256", "\x30\x08\x06\x02\x2b\x01\x46\x02\x01\x00",
			10 },
		{ "", NULL, 0 },
		{ "1.3.1", NULL, 0 },
		{ "1.3.1|4", NULL, 0 },
		{ "1.3.x|4|a", NULL, 0 },
		{ "1.3.1|x|a", NULL, 0 },
		{ "1.3.1||a", NULL, 0 },
		{ "1.3.1|48|a", NULL, 0 },
		{ "1.3.1|4294967298|1", NULL, 0 },
		{ "1.3.1|2|", NULL, 0 },
		{ "1.3.1|2|seven", NULL, 0 },
		{ "1.3.1|4x|0", NULL, 0 },
		{ "1.3.1|4x|0g", NULL, 0 },
		{ "1.3.1|6|1.3.", NULL, 0 },
		{ "1.3.1|64|192.0.2", NULL, 0 },
		{ "1.3.1|64|2001:db8::1", NULL, 0 },
		{ "1.3.1|65:numeric|initial=5,rate=7",
			"\x30\x07\x06\x02\x2b\x01\x41\x01\x05", 9 },
		{ "1.3.1|65:numeric|5", NULL, 0 },
		{ "1.3.1|65:numeric|initial=5", NULL, 0 },
		{ "1.3.1|65:numeric|initial=5,rate=", NULL, 0 },
		{ "1.3.1|65:numeric|initial=5,rate=x", NULL, 0 },
		{ "1.3.1|65:numeric|initial=5,rate=-1", NULL, 0 },
		{ "1.3.1|65:error|initial=5,rate=7", NULL, 0 },
		{ "1.3.1|65x:numeric|initial=5,rate=7", NULL, 0 },
		{ "1.3.1|4:numeric|initial=5,rate=7", NULL, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint8_t bytes[VARBIND_LIMIT];
		struct ber_writer out = { bytes, 0, sizeof(bytes), false };
		int64_t per_second;
		int result = recording_line_encode(
			text_octets(cases[i].line), &out, &per_second);

		if ((result == 0) != (cases[i].out != NULL))
			fail_msg("'%s' gives %d", cases[i].line, result);
		if (result == 0 &&
			(out.length != cases[i].length ||
				memcmp(bytes, cases[i].out, out.length) != 0))
			fail_msg("'%s' is encoded wrongly", cases[i].line);
	}
}

static size_t
position(const char *oid_text,
	size_t (*search)(const struct recording *, struct octets),
	const struct recording *recording)
{
	uint8_t oid[OID_OCTETS];
	int length = oid_parse(text_octets(oid_text), oid);

	assert_true(length > 0);
	return search(recording, (struct octets){ oid, (size_t)length });
}

static void
ends_in(struct octets varbind, const char *value)
{
	size_t length = strlen(value);

	assert_memory_equal(
		varbind.bytes + varbind.length - length, value, length);
}

static void
variables_are_sorted_and_found(void **state)
{
	static const char text[] = "# a comment\n"
				   "1.3.6.1.2.1.2.2.1.2.1000|4|late\r\n"
				   "1.3.6.1.2.1.2.2.1.2.7|4|early\n"
				   "\n"
				   "1.3.6.1.2.1.2.2.1.2.7|4|again\n"
				   "1.3.6.1.2.1.1.5.0|4|first";
	struct recording *recording =
		recording_from_text("sample", text_octets(text));

	(void)state;
	assert_int_equal(recording->count, 4); /* with the engine id */
	assert_int_equal(recording->odd_lines, 0);
	assert_int_equal(
		position("1.3.6.1.2.1.1.5.0", recording_find, recording), 0);
	assert_int_equal(
		position("1.3.6.1.2.1.1.5.0", recording_after, recording), 1);
	assert_int_equal(
		position("1.3.6.1.2.1.2.2.1.2.8", recording_find, recording),
		2);
	assert_int_equal(position("2.5", recording_find, recording), 4);
	ends_in(recording_varbind(recording, 1), "early");
	ends_in(recording_varbind(recording, 2), "late");
	recording_free(recording);
}

static void
odd_lines_are_counted(void **state)
{
	struct recording *recording = recording_from_text("sample",
		text_octets("1.3.6.1.2.1.1.1.0|4|two\nlines\n"
			    "1.3.6.1.2.1.1.2.0|67:writecache|1\n"
			    "1.3.6.1.2.1.1.3.0|67|1\n"));

	(void)state;
	assert_int_equal(recording->odd_lines, 2);
	assert_int_equal(recording->first_odd_line, 2);
	assert_int_equal(recording->count, 3);
	recording_free(recording);
}

static void
an_engine_id_ends_what_ends_early(void **state)
{
	static const char longer[] = "1.3.6.1.2.1.1.5.0|4|a\n"
				     "1.3.6.1.6.3.10.2.1.3.0|2|5\n";
	struct recording *a = recording_from_text("a", text_octets(""));
	struct recording *b = recording_from_text("b", text_octets(""));
	struct recording *whole = recording_from_text("a", text_octets(longer));
	struct octets left = recording_varbind(a, 0);
	struct octets right = recording_varbind(b, 0);

	(void)state;
	assert_int_equal(a->count, 1);
	assert_int_equal(whole->count, 2);
	assert_int_equal(left.length, right.length);
	assert_memory_not_equal(left.bytes, right.bytes, left.length);
	recording_free(a);
	recording_free(b);
	recording_free(whole);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_become_varbinds),
		cmocka_unit_test(variables_are_sorted_and_found),
		cmocka_unit_test(odd_lines_are_counted),
		cmocka_unit_test(an_engine_id_ends_what_ends_early),
	};

	return cmocka_run_group_tests_name("recording", tests, NULL, NULL);
}

/* test_ber.c -- BER: what is read, what is refused, what is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "ber.h"
#include "memory.h"

static struct octets
text_octets(const char *text)
{
	return (struct octets){ (const uint8_t *)text, strlen(text) };
}

static void
integers_are_read_and_refused(void **state)
{
	static const struct {
		const char *name;
		uint8_t in[12];
		size_t length;
		int result;
		int64_t number;
	} cases[] = {
		{ "zero", { 2, 1, 0 }, 3, 0, 0 },
		{ "one octet", { 2, 1, 127 }, 3, 0, 127 },
		{ "negative", { 2, 1, 0xff }, 3, 0, -1 },
		{ "two octets", { 2, 2, 1, 0 }, 4, 0, 256 },
		{ "needless zeros", { 2, 3, 0, 0, 5 }, 5, 0, 5 },
		{ "long length", { 2, 0x82, 0, 1, 7 }, 5, 0, 7 },
		{ "64 bits", { 2, 8, 0x80 }, 10, 0, INT64_MIN },
		{ "nothing", { 0 }, 0, -1, 0 },
		{ "tag alone", { 2 }, 1, -1, 0 },
		{ "no content", { 2, 0 }, 2, -1, 0 },
		{ "another tag", { 4, 1, 0 }, 3, -1, 0 },
		{ "cut short", { 2, 4, 0, 0, 0 }, 5, -1, 0 },
		{ "nine octets", { 2, 9, 0 }, 11, -1, 0 },
		{ "indefinite length", { 2, 0x80, 0, 0 }, 4, -1, 0 },
		{ "length cut short", { 2, 0x82, 0 }, 3, -1, 0 },
		{ "length of 5 octets", { 2, 0x85, 0, 0, 0, 0, 1, 7 }, 8, -1,
			0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct octets input = { cases[i].in, cases[i].length };
		int64_t number = 0;

		if (ber_take_integer(&input, &number) != cases[i].result ||
			number != cases[i].number)
			fail_msg("%s", cases[i].name);
	}
}

static void
integers_are_written_shortest(void **state)
{
	static const struct {
		int64_t number;
		uint8_t out[10];
	} cases[] = {
		{ 0, { 2, 1, 0 } },
		{ 127, { 2, 1, 127 } },
		{ 128, { 2, 2, 0, 128 } },
		{ -1, { 2, 1, 0xff } },
		{ -129, { 2, 2, 0xff, 0x7f } },
		{ 65536, { 2, 3, 1, 0, 0 } },
		{ INT64_MIN, { 2, 8, 0x80 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint8_t bytes[16] = { 0 };
		struct ber_writer out = { bytes, 0, sizeof(bytes), false };

		ber_write_integer(&out, BER_INTEGER, cases[i].number);
		assert_int_equal(out.length, 2 + cases[i].out[1]);
		assert_memory_equal(bytes, cases[i].out, out.length);
	}
}

static void
unsigned_numbers_stay_positive(void **state)
{
	uint8_t bytes[16];
	struct ber_writer out = { bytes, 0, sizeof(bytes), false };

	(void)state;
	ber_write_unsigned(&out, 70, UINT64_MAX);
	assert_int_equal(out.length, 11);
	assert_memory_equal(
		bytes, "\x46\x09\x00\xff\xff\xff\xff\xff\xff\xff\xff", 11);
}

static void
what_does_not_fit_is_left_out(void **state)
{
	uint8_t bytes[4];
	struct ber_writer out = { bytes, 0, sizeof(bytes), false };

	(void)state;
	ber_write_integer(&out, BER_INTEGER, 1);
	assert_false(out.overflow);
	ber_write(&out, text_octets("ab"));
	assert_true(out.overflow);
	assert_int_equal(out.length, 3);
}

static void
oids_are_parsed_and_refused(void **state)
{
	static const struct {
		const char *text;
		int length;
		uint8_t oid[12];
	} cases[] = {
		{ "1.3.6.1", 3, { 0x2b, 6, 1 } },
		{ ".1.3.6.1", 3, { 0x2b, 6, 1 } },
		{ "0.0", 1, { 0 } },
		{ "1.0.8802.1", 4, { 0x28, 0xc4, 0x62, 1 } },
		{ "2.999", 2, { 0x88, 0x37 } },
		{ "1.3.127.128.16384", 7,
			{ 0x2b, 0x7f, 0x81, 0, 0x81, 0x80, 0 } },
		{ "1.3.4294967295", 6, { 0x2b, 0x8f, 0xff, 0xff, 0xff, 0x7f } },
		{ "1.3.4294967296", -1, { 0 } },
		{ "1", -1, { 0 } },
		{ "", -1, { 0 } },
		{ "1.40", -1, { 0 } },
		{ "3.1", -1, { 0 } },
		{ "1.3.", -1, { 0 } },
		{ "1..3", -1, { 0 } },
		{ "1.3.x", -1, { 0 } },
		{ "1.3.-1", -1, { 0 } },
	};
	uint8_t oid[OID_OCTETS];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int length = oid_parse(text_octets(cases[i].text), oid);

		if (length != cases[i].length)
			fail_msg("'%s' gives %d", cases[i].text, length);
		if (length > 0)
			assert_memory_equal(oid, cases[i].oid, (size_t)length);
	}
}

static void
too_many_sub_identifiers_are_refused(void **state)
{
	char text[2 * OID_IDS + 4] = "1.3";
	uint8_t oid[OID_OCTETS];

	(void)state;
	for (int i = 2; i < OID_IDS; i++)
		strcat(text, ".1");
	assert_int_equal(oid_parse(text_octets(text), oid), OID_IDS - 1);
	strcat(text, ".1");
	assert_int_equal(oid_parse(text_octets(text), oid), -1);
}

static void
encoded_oids_are_checked(void **state)
{
	static const struct {
		const char *name;
		uint8_t in[10];
		size_t length;
		int result;
	} cases[] = {
		{ "plain", { 6, 3, 0x2b, 6, 1 }, 5, 0 },
		{ "largest", { 6, 6, 0x2b, 0x8f, 0xff, 0xff, 0xff, 0x7f }, 8,
			0 },
		{ "empty", { 6, 0 }, 2, -1 },
		{ "unfinished", { 6, 2, 0x2b, 0x81 }, 4, -1 },
		{ "leading zeros", { 6, 3, 0x2b, 0x80, 1 }, 5, -1 },
		{ "33 bits", { 6, 6, 0x2b, 0x90, 0x80, 0x80, 0x80, 0 }, 8, -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct octets input = { cases[i].in, cases[i].length }, oid;

		if (ber_take_oid(&input, &oid) != cases[i].result)
			fail_msg("%s", cases[i].name);
	}
}

static void
oids_order_by_number_not_by_octet(void **state)
{
	static const char *const ascending[] = {
		"0.0",
		"1.0.8802",
		"1.3.6.1",
		"1.3.6.1.0",
		"1.3.6.1.1",
		"1.3.6.1.127",
		"1.3.6.1.127.5",
		"1.3.6.1.128",
		"1.3.6.1.255",
		"1.3.6.1.256",
		"1.3.6.1.16383",
		"1.3.6.1.16384",
		"1.3.6.1.16384.1",
		"1.3.6.1.2097152",
		"1.3.6.1.4294967295",
		"1.3.6.2",
		"2.5",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(ascending); i++)
		for (size_t j = 0; j < COUNT(ascending); j++) {
			uint8_t left[OID_OCTETS], right[OID_OCTETS];
			struct octets a = { left,
				(size_t)oid_parse(
					text_octets(ascending[i]), left) };
			struct octets b = { right,
				(size_t)oid_parse(
					text_octets(ascending[j]), right) };
			int expected = (i > j) - (i < j);

			if (oid_compare(a, b) != expected)
				fail_msg("%s and %s", ascending[i],
					ascending[j]);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(integers_are_read_and_refused),
		cmocka_unit_test(integers_are_written_shortest),
		cmocka_unit_test(unsigned_numbers_stay_positive),
		cmocka_unit_test(what_does_not_fit_is_left_out),
		cmocka_unit_test(oids_are_parsed_and_refused),
		cmocka_unit_test(too_many_sub_identifiers_are_refused),
		cmocka_unit_test(encoded_oids_are_checked),
		cmocka_unit_test(oids_order_by_number_not_by_octet),
	};

	return cmocka_run_group_tests_name("ber", tests, NULL, NULL);
}

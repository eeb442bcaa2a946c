/* test_mib.c -- values, text and MACs as agents really send them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "memory.h"
#include "rows.h"

static void
same_text(const char *name, const char *expected, const char *got)
{
	if (expected == NULL && got == NULL)
		return;
	if (expected == NULL || got == NULL || strcmp(expected, got) != 0)
		fail_msg("%s: expected '%s', got '%s'", name,
			expected != NULL ? expected : "(none)",
			got != NULL ? got : "(none)");
}

static void
text_is_cleaned(void **state)
{
	static const struct {
		const char *name, *value, *text;
	} cases[] = {
		{ "plain", "tswitch1", "switch1" },
		{ "UTF-8", "x4bc3b66c6e", "K\xc3\xb6ln" },
		{ "Latin-1", "x4bf66c6e", "K\xc3\xb6ln" },
		{ "trailing NULs", "x6162000000", "ab" },
		{ "a NUL inside", "x61006263", "abc" },
		{ "a buffer with more behind", "x61620000000a3030", "ab" },
		{ "UTF-16", "x61006200", "ab" },
		{ "line breaks", "x610d0a620a", "a b" },
		{ "an escape sequence", "x611b5b33316d62", "a[31mb" },
		{ "C1 control in UTF-8", "x61c29b62", "ab" },
		{ "C1 control in Latin-1", "x619b62", "ab" },
		{ "overlong UTF-8", "xc0af", "\xc3\x80\xc2\xaf" },
		{ "a surrogate", "xeda080", "\xc3\xad\xc2\xa0" },
		{ "cut off UTF-8", "x61e282", "a\xc3\xa2" },
		{ "above U+10FFFF", "xf4908080", "\xc3\xb4" },
		{ "four octets", "xf09f9880", "\xf0\x9f\x98\x80" },
		{ "empty", "t", NULL },
		{ "only NULs", "x0000", NULL },
		{ "a number", "i7", NULL },
		{ "no such instance", "", NULL },
	};
	struct arena *arena = arena_create();
	struct row_by_hand hand;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		row_from_text(&hand, "0", cases[i].value);
		same_text(cases[i].name, cases[i].text,
			mib_text(arena, &hand.row, 0));
	}
	arena_free(arena);
}

static void
macs_in_every_form(void **state)
{
	static const struct {
		const char *name, *value, *mac;
	} cases[] = {
		{ "six octets", "x00005e005301", "00:00:5e:00:53:01" },
		{ "length before it", "x0600005e005301", "00:00:5e:00:53:01" },
		{ "octets behind it", "x00005e0053010000",
			"00:00:5e:00:53:01" },
		{ "spelled out", "t00:00:5E:00:53:01", "00:00:5e:00:53:01" },
		{ "spelled short", "t0:0:5e:0:53:1", "00:00:5e:00:53:01" },
		{ "with blanks", "t00 00 5e 00 53 01", "00:00:5e:00:53:01" },
		{ "zeros", "x000000000000", NULL },
		{ "too short", "x00005e0053", NULL },
		{ "sixteen octets", "x000102030405060708090a0b0c0d0e0f", NULL },
		{ "some text", "tnot a mac address", NULL },
		{ "none", "", NULL },
	};
	char text[MAC_TEXT_SIZE];
	struct row_by_hand hand;
	uint8_t mac[6];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		row_from_text(&hand, "0", cases[i].value);
		same_text(cases[i].name, cases[i].mac,
			mib_mac(&hand.row, 0, mac) == 0 ? mac_text(mac, text)
							: NULL);
	}
}

static void
absent_values_read_as_nothing(void **state)
{
	static const char *const words[] = { NULL, "one" };
	struct row_by_hand hand;
	size_t length;

	(void)state;
	row_from_text(&hand, "0", "|i1|i2|i-1");
	assert_false(mib_has(&hand.row, 0));
	assert_false(mib_has(&hand.row, 9));
	assert_int_equal(mib_number(&hand.row, 0), 0);
	assert_null(mib_octets(&hand.row, 1, &length));
	assert_null(mib_oid(&hand.row, 0, &length));
	assert_string_equal(mib_word(&hand.row, 1, words, 2), "one");
	assert_null(mib_word(&hand.row, 2, words, 2));
	assert_null(mib_word(&hand.row, 3, words, 2));
}

static void
addresses(void **state)
{
	static const struct {
		const char *name, *value, *ip; /* NULL: none */
		unsigned int zone;
	} cases[] = {
		{ "IpAddress", "a192.0.2.1", "192.0.2.1", 0 },
		{ "IPv4", "xc0000201", "192.0.2.1", 0 },
		{ "IPv4 with a zone", "xc000020100000009", "192.0.2.1", 9 },
		{ "IPv6", "x20010db8000000000000000000000001", "2001:db8::1",
			0 },
		{ "IPv6 with a zone",
			"xfe80000000000000000000000000000100000107", "fe80::1",
			263 },
		{ "IPv4 zeros", "a0.0.0.0", NULL, 0 },
		{ "IPv6 zeros", "x00000000000000000000000000000000", NULL, 0 },
		{ "zeros with a zone",
			"x0000000000000000000000000000000000000007", NULL, 0 },
		{ "cut short", "xc00002", NULL, 0 },
		{ "too long", "x20010db800000000000000000000000100", NULL, 0 },
		{ "empty", "x", NULL, 0 },
		{ "a number", "i3221225985", NULL, 0 },
		{ "did not come", "", NULL, 0 },
	};
	char text[IP_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct row_by_hand hand;
		struct ip_address ip;

		row_from_text(&hand, "0", cases[i].value);
		ip = mib_address(&hand.row, 0);
		same_text(cases[i].name, cases[i].ip,
			ip.family != 0 ? ip_text(&ip, text) : NULL);
		if (ip.family != 0 && ip.zone != cases[i].zone)
			fail_msg("%s: zone %u", cases[i].name, ip.zone);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses),
		cmocka_unit_test(text_is_cleaned),
		cmocka_unit_test(macs_in_every_form),
		cmocka_unit_test(absent_values_read_as_nothing),
	};

	return cmocka_run_group_tests_name("mib", tests, NULL, NULL);
}

/* test_index.c -- addresses in indexes, in every encoding of real agents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "memory.h"
#include "rows.h"

#define DB8 "32.1.13.184."
#define ZEROS "0.0.0.0.0.0.0.0.0.0.0."
/* "2001:0db8:0000:0000:0000:0000:0000:0001", letter by letter */
#define DB8_TEXT \
	"50.48.48.49.58.48.100.98.56.58.48.48.48.48.58.48.48.48.48.58." \
	"48.48.48.48.58.48.48.48.48.58.48.48.48.48.58.48.48.48.49"

struct index_case {
	const char *name, *index;
	const char *ip; /* NULL: refused */
	uint32_t zone;
};

static void
check_ip(const struct index_case *expected, int result,
	const struct ip_address *ip)
{
	char text[IP_TEXT_SIZE];

	if (expected->ip == NULL) {
		if (result == 0)
			fail_msg("%s: read as %s", expected->name,
				ip_text(ip, text));
		return;
	}
	if (result != 0)
		fail_msg("%s: refused", expected->name);
	if (strcmp(ip_text(ip, text), expected->ip) != 0)
		fail_msg("%s: read as %s", expected->name, text);
	assert_int_equal(ip->zone, expected->zone);
}

static void
typed_addresses(void **state)
{
	static const struct index_case cases[] = {
		{ "IPv4", "1.4.192.0.2.1", "192.0.2.1" },
		{ "IPv6", "2.16." DB8 ZEROS "1", "2001:db8::1" },
		{ "IPv4 zoned", "3.8.192.0.2.1.0.0.0.7", "192.0.2.1", 7 },
		{ "IPv6 zoned",
			"4.20.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.1.2",
			"fe80::1", 258 },
		{ "IPv4 without length", "1.192.0.2.1", "192.0.2.1" },
		{ "IPv6 without length", "2." DB8 ZEROS "1", "2001:db8::1" },
		{ "zoned, without length, under type 2",
			"2.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.3",
			"fe80::1", 3 },
		{ "type 4 with 16 octets",
			"4.16.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1", "fe80::1" },
		{ "type 2 with 20 octets",
			"2.20.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.3",
			"fe80::1", 3 },
		{ "IPv4 under type 2", "2.4.192.0.2.1", "192.0.2.1" },
		{ "IPv4 with a zero behind", "1.5.192.0.2.1.0", "192.0.2.1" },
		{ "16-bit words", "2.16.8193.3512.0.0.0.0.0.1", "2001:db8::1" },
		{ "16-bit words without length", "2.8193.3512.0.0.0.0.0.1",
			"2001:db8::1" },
		{ "IPv6 as text", "2.39." DB8_TEXT, "2001:db8::1" },
		{ "IPv6 as text, as long as a raw address",
			"2.19.50.48.48.49.58.100.98.56.58.58.49.49.49.49.58.50."
			"50."
			"50.50",
			"2001:db8::1111:2222" },
		{ "IPv4 as text", "1.9.49.57.50.46.48.46.50.46.49",
			"192.0.2.1" },
		{ "IPv4 whose first octet is 4, without length", "1.4.3.2.1",
			"4.3.2.1" },
		{ "cut short", "1.4.192.0", NULL },
		{ "IPv6 cut short", "2.16.32.1.13.184", NULL },
		{ "no octets", "1.4.300.0.2.1", NULL },
		{ "type 0", "0.4.192.0.2.1", NULL },
		{ "a DNS name", "16.4.192.0.2.1", NULL },
		{ "text that is no address", "1.7.97.98.99.100.101.102.103",
			NULL },
		{ "only a type", "1", NULL },
		{ "nothing", "", NULL },
	};
	struct row_by_hand hand;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct index_reader index;
		struct ip_address ip;

		row_from_text(&hand, cases[i].index, "");
		index = mib_index(&hand.row);
		check_ip(&cases[i], index_ip_address(&index, &ip), &ip);
	}
}

static void
addresses_behind_an_interface(void **state)
{
	static const struct index_case cases[] = {
		{ "IPv4", "7.1.4.192.0.2.1", "192.0.2.1" },
		{ "IPv6", "7.2.16." DB8 ZEROS "1", "2001:db8::1" },
		{ "IPv4, type before interface", "1.7.4.192.0.2.1",
			"192.0.2.1" },
		{ "IPv6, type before interface", "2.7.16." DB8 ZEROS "1",
			"2001:db8::1" },
		{ "something behind", "7.1.4.192.0.2.1.9", NULL },
		{ "cut short", "7.1.4.192", NULL },
	};
	struct row_by_hand hand;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct index_reader index;
		struct ip_address ip;
		uint32_t port = 0;
		int result;

		row_from_text(&hand, cases[i].index, "");
		index = mib_index(&hand.row);
		result = index_port_address(&index, &port, &ip);
		check_ip(&cases[i], result, &ip);
		if (result == 0)
			assert_int_equal(port, 7);
	}
}

static void
old_ipv6_indexes(void **state)
{
	static const struct index_case cases[] = {
		{ "RFC 2465", "7." DB8 ZEROS "1", "2001:db8::1" },
		{ "with a length", "7.16." DB8 ZEROS "1", "2001:db8::1" },
		{ "as text, with a prefix length",
			"7.50.48.48.49.58.100.98.56.58.58.49.47.54.52",
			"2001:db8::1" },
		{ "another length", "7.15." DB8 ZEROS "1", NULL },
		{ "too short", "7." DB8 "1.0.0.0", NULL },
		{ "interface 0", "0." DB8 ZEROS "1", NULL },
	};
	struct row_by_hand hand;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct index_reader index;
		struct ip_address ip;
		uint32_t port;

		row_from_text(&hand, cases[i].index, "");
		index = mib_index(&hand.row);
		check_ip(&cases[i], index_port_ipv6(&index, &port, &ip), &ip);
	}
}

static void
macs_in_indexes(void **state)
{
	static const struct {
		const char *index;
		int result;
	} cases[] = {
		{ "0.0.94.0.83.1", 0 },
		{ "6.0.0.94.0.83.1", 0 },
		{ "0.0.94.0.83", -1 },
		{ "0.0.94.0.83.256", -1 },
	};
	static const uint8_t expected[6] = { 0, 0, 0x5e, 0, 0x53, 1 };
	struct row_by_hand hand;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct index_reader index;
		uint8_t mac[6];

		row_from_text(&hand, cases[i].index, "");
		index = mib_index(&hand.row);
		assert_int_equal(index_mac(&index, mac), cases[i].result);
		if (cases[i].result == 0)
			assert_memory_equal(mac, expected, sizeof(mac));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typed_addresses),
		cmocka_unit_test(addresses_behind_an_interface),
		cmocka_unit_test(old_ipv6_indexes),
		cmocka_unit_test(macs_in_indexes),
	};

	return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}

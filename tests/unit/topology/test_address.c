/* test_address.c -- addresses of both families and MACs, by vectors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "address.h"
#include "memory.h"

static struct ip_address
parsed(const char *text)
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0)
		fail_msg("'%s' was refused", text);
	return ip;
}

static void
prints_as_rfc5952_says(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "192.0.2.1", "192.0.2.1" },
		{ "192.0.2.1/24", "192.0.2.1/24" },
		{ "0.0.0.0/0", "0.0.0.0/0" },
		{ "255.255.255.255/32", "255.255.255.255/32" },
		{ "::", "::" },
		{ "::/0", "::/0" },
		{ "::1/128", "::1/128" },
		{ "2001:DB8:0:0:0:0:0:1", "2001:db8::1" },
		{ "2001:0db8::0001", "2001:db8::1" },
		/* one zero group is not shortened */
		{ "2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1" },
		{ "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1" },
		{ "2001:0:0:1:0:0:0:1", "2001:0:0:1::1" },
		{ "1:2:3:4:5:6:0:0", "1:2:3:4:5:6::" },
		{ "0:0:3:4:5:6:7:8", "::3:4:5:6:7:8" },
		{ "0:2:3:4:5:6:7:0", "0:2:3:4:5:6:7:0" },
		{ "3fff:a10:0:fe01::/127", "3fff:a10:0:fe01::/127" },
		{ "::ffff:192.0.2.1", "::ffff:192.0.2.1" },
		{ "::ffff:c000:201", "::ffff:192.0.2.1" },
		/* IPv4-compatible and NAT64 have no dots */
		{ "::192.0.2.1", "::c000:201" },
		{ "64:ff9b::192.0.2.1", "64:ff9b::c000:201" },
		{ "::ffff:0:192.0.2.1", "::ffff:0:c000:201" },
		{ "fe80::1%eth0", "fe80::1" },
		{ "fe80::1%2/64", "fe80::1/64" },
	};
	char text[IP_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = parsed(cases[i].in);

		assert_string_equal(
			ip_text_with_length(&ip, text), cases[i].out);
	}
}

static void
refuses_what_is_no_address(void **state)
{
	static const char *const cases[] = { "", " ", "192.0.2", "192.0.2.256",
		"192.0.2.1/33", "192.0.2.1/", "192.0.2.1/-1", "192.0.2.1/024",
		"192.0.2.01", "192.0.2.1%eth0", "2001:db8::1/129", "2001:db8",
		"2001:db8:::1", "2001:db8::1::2", "fe80::1%", "fe80::1%/64",
		"2001:db8::g", "2001:db8::1 ", "2001:db8::12345", "hq-core1",
		"1:2:3:4:5:6:7:8:9", "2001:db8::1/64/64" };
	struct ip_address ip;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (ip_parse(cases[i], &ip) != -1)
			fail_msg("'%s' was accepted", cases[i]);
}

static void
octets_give_both_families(void **state)
{
	static const uint8_t octets[16] = { 0x20, 0x01, 0x0d, 0xb8, [15] = 9 };
	char text[IP_TEXT_SIZE];
	struct ip_address ip;

	(void)state;
	assert_int_equal(ip_from_octets(octets, 16, &ip), 0);
	assert_int_equal(ip.family, 6);
	assert_string_equal(ip_text(&ip, text), "2001:db8::9");
	assert_int_equal(
		ip_from_octets((uint8_t[]){ 192, 0, 2, 9 }, 4, &ip), 0);
	assert_int_equal(ip.family, 4);
	assert_int_equal(ip.prefix_length, NO_PREFIX_LENGTH);
	assert_string_equal(ip_text(&ip, text), "192.0.2.9");
	assert_int_equal(ip_from_octets(octets, 5, &ip), -1);
	assert_int_equal(ip_from_octets(octets, 0, &ip), -1);
}

static void
prefixes_hold_addresses(void **state)
{
	static const struct {
		const char *ip, *prefix;
		bool inside;
	} cases[] = {
		{ "192.0.2.130", "192.0.2.128/25", true },
		{ "192.0.2.127", "192.0.2.128/25", false },
		{ "203.0.113.195", "203.0.113.194/31", true },
		{ "192.0.2.1", "0.0.0.0/0", true },
		{ "192.0.2.1", "192.0.2.1", true },
		{ "192.0.2.2", "192.0.2.1", false },
		{ "2001:db8::1", "2001:db8::/32", true },
		{ "2001:db9::1", "2001:db8::/32", false },
		{ "3fff:a10:0:fe01::1", "3fff:a10:0:fe01::/127", true },
		{ "3fff:a10:0:fe01::2", "3fff:a10:0:fe01::/127", false },
		{ "3fff:a10::1", "::/0", true },
		/* families never meet */
		{ "192.0.2.1", "::/0", false },
		{ "2001:db8::1", "0.0.0.0/0", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = parsed(cases[i].ip);
		struct ip_address prefix = parsed(cases[i].prefix);

		if (ip_in_prefix(&ip, &prefix) != cases[i].inside)
			fail_msg("%s in %s", cases[i].ip, cases[i].prefix);
	}
}

static void
network_has_no_host_bits(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "192.0.2.77/27", "192.0.2.64/27" },
		{ "192.0.2.77/32", "192.0.2.77/32" },
		{ "192.0.2.77/0", "0.0.0.0/0" },
		{ "2001:db8::abcd:1/64", "2001:db8::/64" },
		{ "3fff:a10:0:fe01::1/127", "3fff:a10:0:fe01::/127" },
		{ "2001:db8::ffff/121", "2001:db8::ff80/121" },
		{ "2001:db8::1/0", "::/0" },
		{ "2001:db8::1", "2001:db8::1" },
	};
	char text[IP_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = parsed(cases[i].in);
		struct ip_address network = ip_network(&ip);

		assert_string_equal(
			ip_text_with_length(&network, text), cases[i].out);
	}
}

static void
kinds_and_whether_they_count(void **state)
{
	static const struct {
		const char *ip, *kind;
		bool usable;
	} cases[] = {
		{ "0.0.0.0", "this network", false },
		{ "127.0.0.1", "loopback", false },
		{ "169.254.1.1", "link-local", false },
		{ "10.0.0.1", "private", true },
		{ "172.16.0.1", "private", true },
		{ "172.32.0.1", "global", true },
		{ "192.168.122.1", "private", true },
		{ "100.64.0.1", "shared", true },
		{ "192.0.2.1", "documentation", true },
		{ "198.51.100.1", "documentation", true },
		{ "203.0.113.1", "documentation", true },
		{ "198.19.255.1", "benchmark", true },
		{ "224.0.0.1", "multicast", false },
		{ "239.255.255.255", "multicast", false },
		{ "240.0.0.1", "reserved", false },
		{ "255.255.255.255", "broadcast", false },
		{ "9.9.9.9", "global", true },

		{ "::", "unspecified", false },
		{ "::1", "loopback", false },
		{ "::ffff:192.0.2.1", "v4-mapped", false },
		{ "::192.0.2.1", "v4-compatible", false },
		{ "64:ff9b::192.0.2.1", "NAT64", false },
		{ "64:ff9b:1::1", "NAT64", false },
		{ "64:ff9b:2::1", "unassigned", false },
		{ "100::1", "discard", false },
		{ "fe80::1", "link-local", false },
		{ "febf::1", "link-local", false },
		{ "fe80::5efe:192.0.2.1", "link-local", false },
		{ "fec0::1", "site-local", false },
		{ "ff02::1", "multicast", false },
		{ "2001:db8::5efe:192.0.2.1", "ISATAP", false },
		{ "2001:db8::200:5efe:192.0.2.1", "ISATAP", false },
		{ "2002:c000:2aa::1", "6to4", false },
		{ "2001:0:c000:201::1", "Teredo", false },
		{ "2001:db8::1", "documentation", true },
		{ "3fff:fff:ffff::1", "documentation", true },
		{ "3fff:1000::1", "global", true },
		{ "2001:2::1", "benchmark", false },
		{ "2001:20::1", "ORCHID", false },
		{ "2001:1::1", "special", false },
		{ "2001:200::1", "global", true },
		{ "5f00::1", "SRv6", false },
		{ "fdff::1", "ULA", true },
		{ "fc00::1", "undefined ULA", true },
		{ "fe00::1", "unassigned", false },
		{ "3ffe::1", "6bone", true },
		{ "2a00::1", "global", true },
		{ "4000::1", "unassigned", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = parsed(cases[i].ip);

		assert_string_equal(ip_kind(&ip), cases[i].kind);
		if (ip_kind_is_usable(&ip) != cases[i].usable)
			fail_msg("%s: usable?", cases[i].ip);
	}
}

static void
link_local_of_both_families(void **state)
{
	struct ip_address v4 = parsed("169.254.9.9");
	struct ip_address v6 = parsed("fe80::200:5eff:fe00:5310");
	struct ip_address other = parsed("fec0::1");
	struct ip_address none = { 0 };

	(void)state;
	assert_true(ip_is_link_local(&v4));
	assert_true(ip_is_link_local(&v6));
	assert_false(ip_is_link_local(&other));
	assert_false(ip_is_link_local(&none));
}

static void
interface_identifiers(void **state)
{
	static const struct {
		const char *ip;
		bool random;
		const char *class;
	} cases[] = {
		{ "192.0.2.1", false, NULL },
		{ "192.0.2.1", true, NULL },
		{ "3fff:a10::200:5eff:fe00:5310", false, "EUI-64" },
		{ "3fff:a10:0:10::10", false, "low" },
		{ "3fff:a10:0:10::ffff", false, "low" },
		{ "3fff:a10:0:10::", false, "low" },
		{ "2001:db8::192.0.2.1", false, "embedded IPv4" },
		{ "2001:db8::192:0:2:1", false, "embedded IPv4" },
		{ "2001:db8::192:0:2:256", false, "random-looking" },
		{ "2001:db8::5efe:192.0.2.1", false, "ISATAP" },
		{ "2001:db8::200:5efe:192.0.2.1", false, "ISATAP" },
		{ "2001:db8::a1b2:c3d4:e5f6:789", false, "random-looking" },
		{ "2001:db8::a1b2:c3d4:e5f6:789", true, "temporary" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = parsed(cases[i].ip);
		const char *class = iid_class(&ip, cases[i].random);

		if (cases[i].class == NULL)
			assert_null(class);
		else
			assert_string_equal(class, cases[i].class);
	}
}

static void
mac_inside_an_address(void **state)
{
	struct ip_address eui64 = parsed("3fff:a10::200:5eff:fe00:5310");
	struct ip_address low = parsed("3fff:a10::10");
	struct ip_address v4 = parsed("192.0.2.1");
	char text[MAC_TEXT_SIZE];
	uint8_t mac[6];

	(void)state;
	assert_int_equal(iid_mac(&eui64, mac), 0);
	assert_string_equal(mac_text(mac, text), "00:00:5e:00:53:10");
	assert_int_equal(iid_mac(&low, mac), -1);
	assert_int_equal(iid_mac(&v4, mac), -1);
}

static void
mac_spellings(void **state)
{
	static const char *const same[] = { "00:00:5e:00:53:01",
		"00:00:5E:00:53:01", "0:0:5e:0:53:1", "00-00-5e-00-53-01",
		"0000.5e00.5301", "0000-5e00-5301", "00005e-005301",
		"00005e005301" };
	static const char *const wrong[] = { "", "0000", "00:00:5e:00:53",
		"00:00:5e:00:53:01:02", "00:00-5e:00:53:01",
		"00 00 5e 00 53 01", "00:00:5e:00:53:0g", "0000.5e00.53",
		"00005e00530", "00:00:5e:00:53:001", "000.5e00.5301",
		"00:00:5e:00:53:" };
	char text[MAC_TEXT_SIZE];
	uint8_t mac[6];

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++) {
		if (mac_parse(same[i], mac) != 0)
			fail_msg("'%s' was refused", same[i]);
		assert_string_equal(mac_text(mac, text), "00:00:5e:00:53:01");
	}
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (mac_parse(wrong[i], mac) != -1)
			fail_msg("'%s' was accepted", wrong[i]);
}

static void
virtual_routers(void **state)
{
	static const struct {
		const char *mac;
		bool shared;
	} cases[] = {
		{ "00:00:5e:00:01:0a", true },
		{ "00:00:5e:00:02:0a", true },
		{ "00:00:0c:07:ac:01", true },
		{ "00:00:0c:9f:f0:01", true },
		{ "00:05:73:a0:0f:ff", true },
		{ "00:07:b4:00:01:01", true },
		{ "00:00:5e:00:53:01", false },
		{ "00:00:0c:9f:e0:01", false },
		{ "00:05:73:a0:10:00", false },
	};
	uint8_t mac[6];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(mac_parse(cases[i].mac, mac), 0);
		if (mac_is_virtual_router(mac) != cases[i].shared)
			fail_msg("%s", cases[i].mac);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(prints_as_rfc5952_says),
		cmocka_unit_test(refuses_what_is_no_address),
		cmocka_unit_test(octets_give_both_families),
		cmocka_unit_test(prefixes_hold_addresses),
		cmocka_unit_test(network_has_no_host_bits),
		cmocka_unit_test(kinds_and_whether_they_count),
		cmocka_unit_test(link_local_of_both_families),
		cmocka_unit_test(interface_identifiers),
		cmocka_unit_test(mac_inside_an_address),
		cmocka_unit_test(mac_spellings),
		cmocka_unit_test(virtual_routers),
	};

	return cmocka_run_group_tests_name("address", tests, NULL, NULL);
}

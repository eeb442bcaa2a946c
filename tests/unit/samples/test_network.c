/* test_network.c -- a description is what its words say, phase by phase. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "capture.h"
#include "memory.h"
#include "network.h"
#include "scratch.h"

/* Two devices on one segment; `line` is written into the first one's list of
 * addresses, `link` into the list of links. */
static struct network *
read_with(const char *line, const char *link, const char *phase)
{
	struct text text = { 0 };
	struct network *network;

	text_format(&text,
		"phases: [p0, p1, p2]\n"
		"platforms:\n"
		"  - {name: x, descr: X, first_index: 7, zoned: true}\n"
		"devices:\n"
		"  - {name: a, role: router, platform: x, interfaces: [\n"
		"      {name: eth0, on: lan, ip: [%s]}]}\n"
		"  - {name: b, role: host, platform: x, when: from p1,\n"
		"     mac: '00:00:5e:00:53:01', interfaces: [\n"
		"      {name: eth0, on: lan, ip: ['2001:db8::b/64']}]}\n"
		"links: [%s]\n",
		line, link);
	network = network_read(scratch_file("network.yaml", text.bytes), phase);
	text_free(&text);
	return network;
}

static void
addresses_of(
	const struct network *network, const char *device, struct text *text)
{
	const struct port *port =
		device_port(network_device(network, device), "eth0");
	char ip[IP_TEXT_SIZE];

	text_append(text, "");
	for (const struct port_address *address = port->addresses;
		address != NULL; address = address->next)
		text_format(text, "%s %d ",
			ip_text_with_length(&address->ip, ip),
			(int)address->origin);
}

static void
addresses_come_and_go_with_phases(void **state)
{
	static const struct {
		const char *line, *phase, *expected;
	} cases[] = {
		{ "192.0.2.1/24", "p0", "192.0.2.1/24 2 " },
		{ "192.0.2.1/24 dhcp until p1", "p1", "192.0.2.1/24 4 " },
		{ "192.0.2.1/24 dhcp until p1", "p2", "" },
		{ "2001:db8::1/64 from p1", "p0", "" },
		{ "2001:db8::1/64 from p1", "p1",
			"2001:db8::1/64 2 fe80::5eff:fe00:101/64 5 " },
		{ "2001:db8::1/64 random from p1 until p1", "p2", "" },
		{ "link-local", "p0", "fe80::5eff:fe00:101/64 5 " },
		{ "link-local from p2", "p1", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct network *network =
			read_with(cases[i].line, "", cases[i].phase);
		struct text text = { 0 };

		assert_non_null(network);
		addresses_of(network, "a", &text);
		if (strcmp(text.bytes, cases[i].expected) != 0)
			fail_msg("%s in %s: '%s'", cases[i].line,
				cases[i].phase, text.bytes);
		text_free(&text);
		network_free(network);
	}
}

static void
mistakes_are_refused_with_their_line(void **state)
{
	static const struct {
		const char *line, *link, *phase, *complaint;
	} cases[] = {
		{ "192.0.2.1", "", "p0", "yaml:6: '192.0.2.1' is no address" },
		{ "192.0.2.256/24", "", "p0", "yaml:6: " },
		{ "'2001:db8::1/64 often'", "", "p0", "yaml:6: " },
		{ "192.0.2.1/24 from p9", "", "p0", "no such phase" },
		{ "192.0.2.1/24 from", "", "p0", "no such phase" },
		{ "", "a eth0 - b eth0", "p1", "yaml:10: a link is" },
		{ "", "a eth0 -- c eth0", "p1", "no device 'c'" },
		{ "", "a eth1 -- b eth0", "p1", "no port 'eth1'" },
		{ "", "", "p9", "has no phase 'p9'" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct network *network;

		capture_begin();
		network =
			read_with(cases[i].line, cases[i].link, cases[i].phase);
		capture_holds(cases[i].complaint);
		assert_null(network);
	}
}

static void
links_and_segments_join_what_is_there(void **state)
{
	struct network *early =
		read_with("192.0.2.1/24", "a eth0 -- b eth0", "p0");
	struct network *late = read_with(
		"192.0.2.1/24", "a eth0 -- b eth0 without LLDP", "p1");
	struct port *a, *b;

	(void)state;
	assert_non_null(early);
	assert_int_equal(early->link_count, 0);
	assert_false(network_device(early, "b")->answers);
	a = device_port(network_device(early, "a"), "eth0");
	assert_ptr_equal(a->neighbour, a);
	assert_null(port_far_end(a));
	network_free(early);

	assert_non_null(late);
	a = device_port(network_device(late, "a"), "eth0");
	b = device_port(network_device(late, "b"), "eth0");
	assert_int_equal(late->link_count, 1);
	assert_false(late->links[0].lldp);
	assert_ptr_equal(port_far_end(a), b);
	assert_ptr_equal(a->neighbour, b);
	assert_ptr_equal(b->neighbour, a);
	assert_int_equal(b->index, 7);
	assert_memory_equal(b->mac, "\x00\x00\x5e\x00\x53\x01", 6);
	assert_int_equal(port_link_local(b)->zone, 7);
	network_free(late);
}

/* One router with a list of duties, beside a second one. */
static struct network *
read_duty(const char *duty, const char *session)
{
	struct text text = { 0 };
	struct network *network;

	text_format(&text,
		"phases: [p0, p1, p2]\n"
		"platforms:\n"
		"  - {name: x, descr: X}\n"
		"devices:\n"
		"  - {name: a, role: router, platform: x, as: 64496,\n"
		"     %s,\n"
		"     interfaces: [{name: eth0}]}\n"
		"  - {name: b, role: router, platform: x,\n"
		"     interfaces: [{name: eth0}]}\n"
		"sessions: [%s]\n",
		duty, session);
	network = network_read(scratch_file("network.yaml", text.bytes), "p1");
	text_free(&text);
	return network;
}

static void
duties_are_those_of_the_phase(void **state)
{
	struct network *network = read_duty("routes: ['64:ff9b::/96 to b',"
					    " 192.0.2.0/24 to b until p0],"
					    " services: ['25 IPv4', '53'],"
					    " traffic: [IPv4 800 IPv6 0 until"
					    " p0, IPv4 400 IPv6 1600]",
		"a eth0 -- b eth0 IPv6 down until p1");
	const struct device *a;
	char ip[IP_TEXT_SIZE];

	(void)state;
	assert_non_null(network);
	a = network_device(network, "a");
	assert_int_equal(a->as_number, 64496);
	assert_string_equal(
		ip_text_with_length(&a->routes->prefix, ip), "64:ff9b::/96");
	assert_string_equal(a->routes->to, "b");
	assert_null(a->routes->next);
	assert_int_equal(a->services->port, 53);
	assert_int_equal(a->services->family, 0);
	assert_int_equal(a->services->next->family, 4);
	assert_int_equal(a->ipv4_octets, 400);
	assert_int_equal(a->ipv6_octets, 1600);
	assert_int_equal(network->session_count, 1);
	assert_true(network->sessions[0].ipv6_is_down);
	network_free(network);

	network =
		read_duty("routes: []", "a eth0 -- b eth0 IPv6 down until p0");
	assert_false(network->sessions[0].ipv6_is_down);
	assert_false(network_device(network, "a")->counts_octets);
	network_free(network);
}

static void
senseless_duties_are_refused(void **state)
{
	static const struct {
		const char *duty, *session, *complaint;
	} cases[] = {
		{ "routes: [192.0.2.0 to b]", "", "yaml:6: a route is" },
		{ "routes: ['2001:db8::/32 via b']", "", "yaml:6: a route is" },
		{ "services: ['65536']", "", "yaml:6: a service is" },
		{ "services: [25 IPv5]", "", "yaml:6: a service is" },
		{ "traffic: [IPv4 1]", "", "yaml:6: traffic is" },
		{ "traffic: [IPv4 1 IPv6 -1]", "", "yaml:6: traffic is" },
		{ "services: ['25 from p9']", "", "no such phase" },
		{ "snmpv3: often", "", "'often' is no phase" },
		{ "routes: []", "a eth0 - b eth0", "yaml:10: a session is" },
		{ "routes: []", "a eth0 -- c eth0", "no port 'c eth0'" },
		{ "routes: []", "a eth0 -- b eth0 IPv6 up", "a session is" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct network *network;

		capture_begin();
		network = read_duty(cases[i].duty, cases[i].session);
		capture_holds(cases[i].complaint);
		assert_null(network);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_come_and_go_with_phases),
		cmocka_unit_test(mistakes_are_refused_with_their_line),
		cmocka_unit_test(links_and_segments_join_what_is_there),
		cmocka_unit_test(duties_are_those_of_the_phase),
		cmocka_unit_test(senseless_duties_are_refused),
	};

	return cmocka_run_group_tests_name(
		"network", tests, scratch_begin, scratch_end);
}

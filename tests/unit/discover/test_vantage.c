/* test_vantage.c -- what lldpctl prints, where a crawl may begin, and the host
 * that is an SNMP agent too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "device.h"
#include "lldpctl.h"
#include "vantage.h"

static struct device *
device_with_port(uint32_t index, const char *name)
{
	static const struct ip_address nowhere = { .family = 0 };
	struct device *device = device_create(&nowhere);
	struct interface *port = device_interface(device, index);

	port->name = name;
	port->has_mac = true;
	mac_parse("00:00:5e:00:53:02", port->mac);
	return device;
}

static struct ip_address
ip_of(const char *text)
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0)
		fail_msg("%s", text);
	if (strchr(text, '/') == NULL)
		ip.prefix_length = NO_PREFIX_LENGTH;
	return ip;
}

static void
same_text(const char *name, const char *expected, struct text *got)
{
	text_append(got, "");
	if (strcmp(expected, got->bytes) != 0)
		fail_msg("%s: expected \"%s\", got \"%s\"", name, expected,
			got->bytes);
	text_free(got);
}

/* ---- lldpctl ---- */

#define CHASSIS(type, id) \
	"\"chassis\":[{\"id\":[{\"type\":\"" type "\",\"value\":\"" id "\"}]," \
	"\"name\":[{\"value\":\"sw1\"}],\"descr\":[{\"value\":\"Switch\"}]," \
	"\"mgmt-ip\":[{\"value\":\"192.0.2.9\"},{\"value\":\"2001:DB8:0::9\"}" \
	"," \
	"{\"value\":\"nonsense\"}],\"capability\":[" \
	"{\"type\":\"Router\",\"enabled\":false}," \
	"{\"type\":\"Bridge\",\"enabled\":true}]}]"
#define PORT(type, id) \
	"\"port\":[{\"id\":[{\"type\":\"" type "\",\"value\":\"" id "\"}]," \
	"\"descr\":[{\"value\":\"uplink\"}]}]"
#define INTERFACE(name, via, rest) \
	"{\"name\":\"" name "\",\"via\":\"" via "\",\"rid\":\"7\"," rest "}"
#define LLDP(list) "{\"lldp\":[{\"interface\":[" list "]}]}"
#define SWITCH CHASSIS("mac", "00:00:5E:00:53:09") "," PORT("ifname", "ge1")

static void
describe(const struct device *device, struct text *out)
{
	char text[IP_TEXT_SIZE];

	for (const struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next) {
		text_format(out, "%s %u %u: %s %s, %s %s, %s, %s, %s, %s",
			row->protocol, row->if_index, row->remote_index,
			row->chassis_id_subtype, row->chassis_id,
			row->port_id_subtype, row->port_id,
			row->port_description, row->sys_name,
			row->capabilities_supported, row->capabilities_enabled);
		for (const struct management_address *address = row->addresses;
			address != NULL; address = address->next)
			text_format(out, ", %s", ip_text(&address->ip, text));
		text_append(out, "\n");
	}
}

static void
neighbours(void **state)
{
	static const struct {
		const char *name, *json;
		int result, refused;
		const char *expected;
	} cases[] = {
		{ "LLDP", LLDP(INTERFACE("eth0", "LLDP", SWITCH)), 0, 0,
			"lldp 2 7: mac 00:00:5e:00:53:09, interface name ge1,"
			" uplink, sw1, bridge router, bridge, 192.0.2.9,"
			" 2001:db8::9\n" },
		{ "CDP, known by its IPv6 address",
			LLDP(INTERFACE("eth0", "CDPv2",
				CHASSIS("ip", "2001:DB8::0:9") "," PORT(
					"local", "12"))),
			0, 0,
			"cdp 2 7: network address 2001:db8::9, local 12,"
			" uplink, sw1, bridge router, bridge, 192.0.2.9,"
			" 2001:db8::9\n" },
		{ "none", LLDP(""), 0, 0, "" },
		{ "none, told shortly", "{\"lldp\":[{}]}", 0, 0, "" },
		{ "an interface that is not there",
			LLDP(INTERFACE("eth9", "LLDP", SWITCH)), 0, 1, "" },
		{ "an unknown protocol", LLDP(INTERFACE("eth0", "XDP", SWITCH)),
			0, 1, "" },
		{ "control characters in a name",
			LLDP(INTERFACE("eth0", "LLDP",
				CHASSIS("local", "s\\u0007w\\u001b") "," PORT(
					"local", "\\u00e9"))),
			0, 0,
			"lldp 2 7: local sw, local \xc3\xa9, uplink, sw1,"
			" bridge router, bridge, 192.0.2.9, 2001:db8::9\n" },
		{ "no port",
			LLDP(INTERFACE("eth0", "LLDP",
				CHASSIS("mac", "00:00:5e:00:53:09"))),
			0, 1, "" },
		{ "no chassis",
			LLDP(INTERFACE("eth0", "LLDP", PORT("ifname", "ge1"))),
			0, 1, "" },
		{ "lists that are none",
			LLDP(INTERFACE("eth0", "LLDP",
				"\"chassis\":7,\"port\":{\"id\":[]}")),
			0, 1, "" },
		{ "the form of -f json",
			"{\"lldp\":{\"interface\":{\"eth0\":{}}}}", -1, 0, "" },
		{ "cut short", "{\"lldp\":[{\"interface\":[{\"name\":", -1, 0,
			"" },
		{ "a message of an error", "lldpctl: unable to connect", -1, 0,
			"" },
		{ "nothing", "", -1, 0, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_with_port(2, "eth0");
		struct lldpctl_count count = { 0 };
		struct text got = { 0 };

		if (lldpctl_read_neighbours(device, cases[i].json, &count) !=
				cases[i].result ||
			count.refused != cases[i].refused)
			fail_msg("%s", cases[i].name);
		describe(device, &got);
		same_text(cases[i].name, cases[i].expected, &got);
		device_free(device);
	}
}

static void
who_we_are(void **state)
{
	struct device *device = device_with_port(2, "eth0");
	struct lldpctl_count count = { 0 };

	(void)state;
	assert_int_equal(lldpctl_read_chassis(device, "[]", &count), -1);
	assert_null(device->chassis_id);
	assert_int_equal(lldpctl_read_chassis(device,
				 "{\"local-chassis\":[{" CHASSIS(
					 "mac", "00:00:5E:00:53:01") "}]}",
				 &count),
		0);
	assert_int_equal(count.rows, 1);
	assert_string_equal(device->chassis_id_subtype, "mac");
	assert_string_equal(device->chassis_id, "00:00:5e:00:53:01");
	assert_string_equal(device->capabilities, "bridge");
	device_free(device);
}

/* ---- where a crawl may begin ---- */

struct known {
	const char *ip, *mac;
};

struct start_case {
	const char *name;
	const char *prefix, *next_hop;
	struct known neighbours[4];
	const char *expected;
};

static void
add_start(void *context, const struct ip_address *ip, const char *why)
{
	char text[IP_TEXT_SIZE];

	text_format(context, "%s %s", why, ip_text(ip, text));
	if (ip->zone != 0)
		text_format(context, "%%%u", ip->zone);
	text_append(context, "\n");
}

static struct device *
device_of(const struct start_case *test)
{
	struct device *device = device_with_port(2, "eth0");
	struct ip_address ip = ip_of(test->prefix);
	struct device_route *route = device_add_route(device, &ip, "test");

	route->if_index = 2;
	if (test->next_hop != NULL)
		route->next_hop = ip_of(test->next_hop);
	for (size_t i = 0; i < COUNT(test->neighbours); i++) {
		struct device_neighbour *row;

		if (test->neighbours[i].ip == NULL)
			continue;
		ip = ip_of(test->neighbours[i].ip);
		row = device_add_neighbour(device, 2, &ip, "test");
		row->has_mac =
			mac_parse(test->neighbours[i].mac, row->mac) == 0;
	}
	return device;
}

#define ROUTER "00:00:5e:00:53:01"
#define OTHER "00:00:5e:00:53:99"

static void
starts(void **state)
{
	static const struct start_case cases[] = {
		{ "IPv4", "0.0.0.0/0", "192.0.2.1", { { NULL } },
			"default router 192.0.2.1\n" },
		{ "IPv6", "::/0", "2001:db8::1", { { NULL } },
			"default router 2001:db8::1\n" },
		{ "link-local, with other addresses of both families", "::/0",
			"fe80::1",
			{ { "fe80::1", ROUTER }, { "192.0.2.1", ROUTER },
				{ "2001:db8::9", OTHER },
				{ "2001:db8::1", ROUTER } },
			"default router 2001:db8::1\n"
			"default router 192.0.2.1\n" },
		{ "link-local, and nothing else of this MAC", "::/0", "fe80::1",
			{ { "fe80::1", ROUTER }, { "192.0.2.9", OTHER } },
			"default router fe80::1%2\n" },
		{ "link-local, silent so far", "::/0", "fe80::1", { { NULL } },
			"default router fe80::1%2\n" },
		{ "no next hop", "0.0.0.0/0", NULL, { { NULL } }, "" },
		{ "not a default route", "198.51.100.0/24", "192.0.2.1",
			{ { NULL } }, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_of(&cases[i]);
		struct text got = { 0 };

		vantage_each_start(device, add_start, &got);
		same_text(cases[i].name, cases[i].expected, &got);
		device_free(device);
	}
}

static void
neighbours_are_starts(void **state)
{
	struct device *device = device_with_port(2, "eth0");
	struct lldpctl_count count = { 0 };
	struct text got = { 0 };

	(void)state;
	lldpctl_read_neighbours(
		device, LLDP(INTERFACE("eth0", "LLDP", SWITCH)), &count);
	vantage_each_start(device, add_start, &got);
	same_text("a switch",
		"LLDP neighbour 192.0.2.9\nLLDP neighbour 2001:db8::9\n", &got);
	device_free(device);
}

/* ---- one device ---- */

static struct device *
with_address(uint32_t index, const char *name, const char *address)
{
	struct device *device = device_with_port(index, name);
	struct ip_address ip = ip_of(address);

	device_add_address(device, index, &ip, index == 2 ? "kernel" : "agent");
	return device;
}

static void
same_host(void **state)
{
	static const struct {
		const char *name, *address, *mac;
		bool is_same;
	} cases[] = {
		{ "IPv4", "192.0.2.1/24", "00:00:5e:00:53:02", true },
		{ "IPv6", "2001:db8::1/64", "00:00:5e:00:53:02", true },
		{ "loopback is everybody's", "127.0.0.1/8", "00:00:5e:00:53:02",
			false },
		{ "so is link-local", "fe80::1/64", "00:00:5e:00:53:02",
			false },
		{ "the address of another MAC", "192.0.2.1/24",
			"00:00:5e:00:53:03", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *own = with_address(2, "eth0", cases[i].address);
		struct device *agent =
			with_address(5, "eth0", cases[i].address);

		mac_parse(cases[i].mac, agent->interfaces->mac);
		if (vantage_is(own, agent) != cases[i].is_same)
			fail_msg("%s", cases[i].name);
		device_free(own);
		device_free(agent);
	}
}

/* The agent calls the same interface 5, and knows less. */
static void
joined(void **state)
{
	struct device *own = with_address(2, "eth0", "192.0.2.1/24");
	struct device *agent = with_address(5, "eth0", "192.0.2.1/24");
	struct ip_address router = ip_of("fe80::1"), all = ip_of("::/0");
	struct device_neighbour *row =
		device_add_neighbour(own, 2, &router, "kernel");
	struct lldpctl_count count = { 0 };

	(void)state;
	own->looked_at = 1;
	own->addresses->status = "duplicate";
	agent->addresses->status = "preferred";
	row->is_router = SAID_YES;
	device_add_route(own, &all, "kernel")->if_index = 2;
	device_add_route(agent, &all, "agent")->if_index = 5;
	lldpctl_read_neighbours(
		own, LLDP(INTERFACE("eth0", "LLDP", SWITCH)), &count);
	vantage_join(own, agent);
	assert_int_equal(agent->looked_at, 1);
	assert_null(agent->interfaces->next);
	assert_null(agent->addresses->next);
	assert_string_equal(agent->addresses->sources, "agent, kernel");
	assert_string_equal(agent->addresses->status, "duplicate");
	assert_int_equal(agent->neighbours->if_index, 5);
	assert_int_equal(agent->neighbours->is_router, SAID_YES);
	assert_null(agent->routes->next);
	assert_int_equal(agent->adjacencies->local_port_number, 5);
	assert_null(agent->adjacencies->next);
	device_free(own);
	device_free(agent);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(neighbours),
		cmocka_unit_test(who_we_are),
		cmocka_unit_test(starts),
		cmocka_unit_test(neighbours_are_starts),
		cmocka_unit_test(same_host),
		cmocka_unit_test(joined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

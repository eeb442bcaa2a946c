/* test_private_neighbours.c -- rows of vendors' neighbour tables, by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "collectors.h"
#include "memory.h"
#include "rows.h"

#define NOKIA \
	"i4|x00005e005309|i5|t1/1/1|t1/1/1, 10-Gig|tr9|tTiMOS|t28 00 |x2000"
#define TPLINK \
	"tMAC address|t00:00:5E:00:53:09|tInterface name|tgi1/0/6|tuplink|" \
	"tsw9|tMES|tBridge Router |tBridge |"

/* The only neighbour in one line, "" for none. */
static const char *
only_neighbour(struct device *device, char out[512])
{
	const struct adjacency *row = device->adjacencies;
	char ip[IP_TEXT_SIZE];

	out[0] = '\0';
	if (row == NULL)
		return out;
	assert_null(row->next);
	snprintf(out, 512, "%s %u %s %s %s %s %s", row->protocol, row->if_index,
		row->chassis_id != NULL ? row->chassis_id : "-",
		row->port_id != NULL ? row->port_id : "-",
		row->sys_name != NULL ? row->sys_name : "-",
		row->capabilities_enabled != NULL ? row->capabilities_enabled
						  : "-",
		row->addresses != NULL ? ip_text(&row->addresses->ip, ip)
				       : "-");
	return out;
}

static void
private_rows(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index, *values;
		int result;
		const char *out;
	} cases[] = {
		{ "Nokia", &nokia_neighbours_collector, "500.7.1.2", NOKIA, 0,
			"lldp 7 00:00:5e:00:53:09 1/1/1 r9 bridge -" },
		{ "Nokia, port 0", &nokia_neighbours_collector, "500.0.1.2",
			NOKIA, -1, "" },
		{ "Nokia, cut short", &nokia_neighbours_collector, "500.7.1",
			NOKIA, -1, "" },
		{ "TP-Link, IPv4", &tplink_neighbours_collector, "7.2",
			TPLINK "t::192.0.2.9", 0,
			"lldp 7 00:00:5e:00:53:09 gi1/0/6 sw9 bridge "
			"192.0.2.9" },
		{ "TP-Link, IPv6", &tplink_neighbours_collector, "7.2",
			TPLINK "t2001:db8::9", 0,
			"lldp 7 00:00:5e:00:53:09 gi1/0/6 sw9 bridge "
			"2001:db8::9" },
		{ "TP-Link, no address", &tplink_neighbours_collector, "7.2",
			TPLINK "t::", 0,
			"lldp 7 00:00:5e:00:53:09 gi1/0/6 sw9 bridge -" },
		{ "TP-Link, blank", &tplink_neighbours_collector, "7.2",
			"|||||||||", -1, "" },
		{ "TP-Link, too long", &tplink_neighbours_collector, "7.2.1",
			TPLINK "t::", -1, "" },
		{ "Foundry", &foundry_neighbours_collector, "7.1",
			"i1|xc0000209|tIronWare|tr9|tethernet1|tMLX|tRouter|i1",
			0, "fdp 7 - ethernet1 r9 router 192.0.2.9" },
		{ "Foundry, a Cisco", &foundry_neighbours_collector, "7.1",
			"i20|x20010db8000000000000000000000009|tIOS|tr9|tGi1|"
			"tC9300|tSwitch|i2",
			0, "cdp 7 - Gi1 r9 bridge 2001:db8::9" },
		{ "Foundry, blank", &foundry_neighbours_collector, "7.1",
			"|||||||i1", -1, "" },
		{ "PTOPO, IPv4", &ptopo_collector, "30.1.7.1",
			"i4|x00005e005309|i1|t417|i1|xc0000209", 0,
			"ptopo 0 00:00:5e:00:53:09 417 - - 192.0.2.9" },
		{ "PTOPO, IPv6", &ptopo_collector, "30.1.7.1",
			"i5|x01c0000209|i3|x00005e005309|i2|"
			"x20010db8000000000000000000000009",
			0,
			"ptopo 0 192.0.2.9 00:00:5e:00:53:09 - - 2001:db8::9" },
		{ "PTOPO, no address", &ptopo_collector, "30.1.7.1",
			"i4|x00005e005309|i1|t417|i1|t", 0,
			"ptopo 0 00:00:5e:00:53:09 417 - - -" },
		{ "PTOPO, blank", &ptopo_collector, "30.1.7.1", "|||||", -1,
			"" },
		{ "PTOPO, cut short", &ptopo_collector, "30.1.7",
			"i4|x00005e005309|i1|t417|i1|t", -1, "" },
		{ "MikroTik", &mikrotik_neighbours_collector, "3",
			"a192.0.2.9|x00005e005309|t7.19|tRB|tr9|i7", 0,
			"mndp 7 00:00:5e:00:53:09 - r9 - 192.0.2.9" },
		{ "MikroTik, interface alone", &mikrotik_neighbours_collector,
			"3", "|||||i7", 0, "" },
		{ "MikroTik, no interface", &mikrotik_neighbours_collector, "3",
			"a192.0.2.9|x00005e005309|t7.19|tRB|tr9|", -1, "" },
		{ "MikroTik, too long", &mikrotik_neighbours_collector, "3.1",
			"a192.0.2.9|x00005e005309|t7.19|tRB|tr9|i7", -1, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		char out[512];

		if (feed(device, cases[i].collector, cases[i].index,
			    cases[i].values) != cases[i].result)
			fail_msg("%s: not %d", cases[i].name, cases[i].result);
		device_settle(device);
		same(cases[i].name, cases[i].out, only_neighbour(device, out));
		device_free(device);
	}
}

static void
nokia_addresses(void **state)
{
	static const struct {
		const char *name, *index;
		int result;
		const char *ip;
	} cases[] = {
		{ "IPv4", "500.7.1.2.1.4.192.0.2.9", 0, "192.0.2.9" },
		{ "IPv6", "500.7.1.2.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.9",
			0, "2001:db8::9" },
		{ "a MAC", "500.7.1.2.6.6.0.0.94.0.83.9", 0, NULL },
		{ "cut short", "500.7.1.2.1.4.192", -1, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		const struct management_address *address;
		char text[IP_TEXT_SIZE];

		feed(device, &nokia_neighbours_collector, "500.7.1.2", NOKIA);
		if (feed(device, &nokia_addresses_collector, cases[i].index,
			    "i2") != cases[i].result)
			fail_msg("%s: not %d", cases[i].name, cases[i].result);
		address = device->adjacencies->addresses;
		same(cases[i].name, cases[i].ip,
			address != NULL ? ip_text(&address->ip, text) : NULL);
		device_free(device);
	}
}

static void
lldp_mib_comes_first(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	char out[512];

	(void)state;
	feed(device, &tplink_neighbours_collector, "7.2",
		TPLINK "t2001:db8::9");
	feed(device, &lldp_neighbours_collector, "0.3.1",
		"i4|x00005e005309|i5|tgi1/0/6||tsw9|||x20");
	device_settle(device);
	same("one", "lldp 0 00:00:5e:00:53:09 gi1/0/6 sw9 bridge 2001:db8::9",
		only_neighbour(device, out));
	assert_int_equal(device->adjacencies->local_port_number, 3);
	device_free(device);
}

static void
what_lldp_says_is_not_repeated(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	char out[512];

	(void)state;
	feed(device, &ptopo_collector, "30.1.7.1",
		"i4|x00005e005309|i1|t417|i1|xc0000209");
	feed(device, &lldp_neighbours_collector, "30.7.1",
		"i4|x00005e005309|i7|t417||tsw9|||x20");
	device_settle(device);
	same("one", "lldp 0 00:00:5e:00:53:09 417 sw9 bridge 192.0.2.9",
		only_neighbour(device, out));
	device_free(device);
}

static void
other_neighbours_are_kept(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");

	(void)state;
	feed(device, &tplink_neighbours_collector, "7.2", TPLINK "t::");
	feed(device, &lldp_neighbours_collector, "0.3.1",
		"i4|x00005e005309|i5|tgi1/0/7||tsw9|||x20");
	device_settle(device);
	assert_non_null(device->adjacencies->next);
	same("both", "lldp", device->adjacencies->protocol);
	same("both", "lldp", device->adjacencies->next->protocol);
	device_free(device);
}

/* RouterOS: an LLDP row of one component, and the port in its own table. */
static void
mikrotik_lends_the_port(void **state)
{
	static const char *const indexes[] = { "3", "0.0.3" };

	(void)state;
	for (size_t i = 0; i < COUNT(indexes); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		char out[512];

		feed(device, &mikrotik_neighbours_collector, "3", "|||||i7");
		feed(device, &mikrotik_neighbours_collector, "4", "|||||i8");
		feed(device, &lldp_neighbours_collector, indexes[i],
			"i4|t00:00:5E:00:53:09|i5|tether2||tr9|||");
		device_settle(device);
		same(indexes[i], "lldp 7 00:00:5e:00:53:09 ether2 r9 - -",
			only_neighbour(device, out));
		assert_int_equal(device->adjacencies->local_port_number, 7);
		device_free(device);
	}
}

static void
new_ports_stand_in(void **state)
{
	static const struct {
		const char *name, *index;
		int result;
		bool has_old;
		const char *id;
	} cases[] = {
		{ "alone", "7", 0, false, "new" },
		{ "beside LLDP-MIB", "7", 0, true, "old" },
		{ "ifIndex 0", "0", -1, false, NULL },
		{ "too long", "7.1", -1, false, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("2001:db8::1");

		if (feed(device, &lldp_v2_ports_collector, cases[i].index,
			    "i5|tnew|tdescr") != cases[i].result)
			fail_msg("%s: not %d", cases[i].name, cases[i].result);
		if (cases[i].has_old)
			feed(device, &lldp_ports_collector, "7", "i5|told|");
		device_settle(device);
		same(cases[i].name, cases[i].id,
			device->lldp_local_ports != NULL
				? device->lldp_local_ports->id
				: NULL);
		device_free(device);
	}
}

static void
new_own_addresses(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	char text[IP_TEXT_SIZE];

	(void)state;
	feed(device, &lldp_v2_local_addresses_collector, "1.4.192.0.2.1",
		"i2|i7");
	feed(device, &lldp_v2_local_addresses_collector,
		"2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1", "i2|i7");
	assert_int_equal(feed(device, &lldp_v2_local_addresses_collector,
				 "1.4.192.0", "i2|i7"),
		-1);
	device_settle(device);
	same("IPv4", "192.0.2.1", ip_text(&device->addresses->ip, text));
	same("IPv6", "2001:db8::1",
		ip_text(&device->addresses->next->ip, text));
	assert_null(device->addresses->next->next);
	device_free(device);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(private_rows),
		cmocka_unit_test(nokia_addresses),
		cmocka_unit_test(lldp_mib_comes_first),
		cmocka_unit_test(what_lldp_says_is_not_repeated),
		cmocka_unit_test(other_neighbours_are_kept),
		cmocka_unit_test(mikrotik_lends_the_port),
		cmocka_unit_test(new_ports_stand_in),
		cmocka_unit_test(new_own_addresses),
	};

	return cmocka_run_group_tests_name(
		"private_neighbours", tests, NULL, NULL);
}

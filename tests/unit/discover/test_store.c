/* test_store.c -- a device and all it said, read back from the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "collectors.h"
#include "credentials.h"
#include "database.h"
#include "engine.h"
#include "memory.h"
#include "rows.h"
#include "scratch.h"
#include "store.h"

#define DB8_1 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1"
#define DB8_EUI "32.1.13.184.0.0.0.0.2.0.94.255.254.0.83.1"

struct store_test {
	struct database *database;
	struct store *store;
};

static const struct credential secret = {
	.label = "public-v2c", .version = SNMP_V2C, .community = "hidden word"
};
static const struct credential secret_v3 = { .label = "core-v3",
	.version = SNMP_V3,
	.user = "hidden user",
	.auth = "SHA-256",
	.auth_password = "hidden word" };

static struct device *
switch_by_hand(void)
{
	struct device *device = device_by_hand("192.0.2.1");

	feed(device, &system_collector, "0", "tdescr|o1.3.6|i42||tsw1||");
	feed(device, &interfaces_collector, "7",
		"tEthernet7|i6|i1500|i1000000000|x00005e005301|i1|i1");
	feed(device, &addresses_collector, "1.4.192.0.2.1",
		"i7|i1|o1.3.6.1.2.1.4.32.1.5.7.1.4.192.0.2.0.24|i2|i1");
	feed(device, &addresses_collector, "2.16." DB8_1,
		"i7|i1|o1.3.6.1.2.1.4.32.1.5.7.2.16.0.64|i2|i7");
	feed(device, &addresses_collector, "2.16." DB8_EUI,
		"i7|i1|o1.3.6.1.2.1.4.32.1.5.7.2.16.0.64|i5|i1");
	feed(device, &neighbours_collector, "7.2.16." DB8_EUI,
		"x00005e005302|i3|i1");
	feed(device, &neighbours_collector, "9.1.4.192.0.2.9",
		"x00005e005302|i3|i1");
	feed(device, &lldp_neighbours_collector, "0.7.1",
		"i4|x00005e005302|i5|tge-0/0/1||tsw2||x28|x20");
	feed(device, &lldp_addresses_collector, "0.7.1.1.4.192.0.2.9", "i2");
	feed(device, &lldp_addresses_collector, "0.7.1.2.16." DB8_EUI, "i2");
	feed(device, &med_inventory_collector, "0.7.1",
		"tHW|tFW|tSW|tSN|tMaker|tModel|tAsset");
	feed(device, &med_capabilities_collector, "0.7.1", "xfc|x44|i3");
	feed(device, &far_untagged_collector, "0.7.1", "i20");
	feed(device, &far_vlan_names_collector, "0.7.1.20", "tADMIN");
	feed(device, &far_lags_collector, "0.7.1", "xc0|i1000");
	feed(device, &far_speeds_collector, "0.7.1", "i1|i30");
	feed(device, &far_frames_collector, "0.7.1", "i9216");
	feed(device, &cdp_neighbours_collector, "9.1",
		"||tIOS 15|tsw3|tGi0/2|tC9300|||||||tHQ|i20|i3");
	feed(device, &med_policies_collector, "0.7.1.1", "i20|i5|i46|i2|i1");
	feed(device, &lldp_ports_collector, "7", "i5|tGi7|");
	feed(device, &bridge_ports_collector, "7", "i7");
	feed(device, &bridge_ports_collector, "7", "i7");
	feed(device, &ipv4_routes_collector,
		"1.4.0.0.0.0.0.2.0.0.1.4.192.0.2.254", "i7|i4|i13");
	feed(device, &routers_collector, "2.16." DB8_1 ".7", "i1800|i0");
	feed(device, &static_vlans_collector, "20", "tADMIN||");
	feed(device, &current_vlans_collector, "0.20", "i20|x0280|x02");
	feed(device, &port_vlans_collector, "7", "i20");
	feed(device, &port_vlans_collector, "8", "i1");
	feed(device, &stacked_ports_collector, "1000.7", "i1");
	feed(device, &lags_collector, "7", "||i1000|i1000");
	feed(device, &spanning_tree_collector, "7",
		"i5|x800000005e005302|x8003");
	feed(device, &fdb_by_vlan_collector, "20.0.0.94.0.83.2", "i7|i3");
	device_settle(device);
	device->ipv6_forwarding = 0;
	return device;
}

static int64_t
stored(struct store *store, struct device *device,
	const struct credential *credential)
{
	const struct walk_outcome outcomes[] = {
		{ &system_collector, WALK_ROWS, 1, 0, NULL },
		{ &addresses_collector, WALK_CUT_SHORT, 3, 2, "no answer" },
		{ &neighbours_collector, WALK_NOT_IMPLEMENTED, 0, 0, NULL },
	};

	return store_device(store,
		&(struct device_report){ .device = device,
			.credential = credential,
			.asked_at = 1700000000,
			.outcomes = outcomes,
			.outcome_count = COUNT(outcomes) });
}

static int
begin(void **state)
{
	struct store_test *test = memory_zeroed(sizeof(*test));

	*state = test;
	test->database = database_create(scratch_path("topology.db"));
	if (test->database == NULL)
		return -1;
	test->store = store_create(test->database);
	return test->store != NULL ? 0 : -1;
}

static int
end(void **state)
{
	struct store_test *test = *state;

	store_free(test->store);
	database_close(test->database);
	free(test);
	return 0;
}

/* All columns of one row, NULL as "-". */
static void
row_is(struct database *database, const char *sql, const char *expected)
{
	struct query *query = query_prepare(database, sql);
	struct text row = { 0 };

	assert_non_null(query);
	while (query_next(query))
		for (int i = 0; i < query_column_count(query); i++)
			text_format(&row, row.length == 0 ? "%s" : "|%s",
				query_is_null(query, i) ? "-"
							: query_text(query, i));
	if (row.bytes == NULL || strcmp(row.bytes, expected) != 0)
		fail_msg("%s: expected '%s', got '%s'", sql, expected,
			row.bytes != NULL ? row.bytes : "");
	text_free(&row);
	query_free(query);
}

static void
everything_is_read_back(void **state)
{
	static const struct {
		const char *sql, *row;
	} cases[] = {
		{ "SELECT source, sys_name, sys_descr, sys_object_id,"
		  " sys_uptime, sys_location, ip_forwarding, ipv6_forwarding,"
		  " address, snmp_version, security_level, credential,"
		  " asked_at FROM device",
			"agent|sw1|descr|1.3.6|42|-|-|0|192.0.2.1|SNMPv2c|-|"
			"public-v2c|1700000000" },
		{ "SELECT if_index, name, descr, type, mtu, speed, mac,"
		  " admin_status FROM interface WHERE if_index = 7",
			"7|-|Ethernet7|6|1500|1000000000|00:00:5e:00:53:01|"
			"up" },
		{ "SELECT count(*) FROM interface", "2" },
		{ "SELECT ip, prefix_length, prefix, family, kind, iid,"
		  " usable, origin, hex(ip_key), sources FROM address"
		  " WHERE family = 4",
			"192.0.2.1|24|192.0.2.0/24|4|documentation|-|1|manual|"
			"00000000000000000000FFFFC0000201|ipAddressTable" },
		{ "SELECT ip, prefix, iid, usable, status FROM address"
		  " WHERE ip = '2001:db8::1'",
			"2001:db8::1|2001:db8::/64|low|0|duplicate" },
		{ "SELECT iid, usable, origin FROM address"
		  " WHERE ip = '2001:db8::200:5eff:fe00:5301'",
			"EUI-64|1|linklayer" },
		{ "SELECT n.ip, n.mac, n.type, n.state, n.kind, i.if_index"
		  " FROM neighbour n JOIN interface i ON i.id = n.interface"
		  " WHERE family = 4",
			"192.0.2.9|00:00:5e:00:53:02|dynamic|reachable|"
			"documentation|9" },
		{ "SELECT protocol, local_port_number, chassis_id_subtype,"
		  " chassis_id, port_id_subtype, port_id, sys_name,"
		  " capabilities_supported, capabilities_enabled"
		  " FROM adjacency WHERE protocol = 'lldp'",
			"lldp|7|mac|00:00:5e:00:53:02|interface name|"
			"ge-0/0/1|sw2|bridge router|bridge" },
		{ "SELECT family, ip FROM adjacency_address ORDER BY family",
			"4|192.0.2.9|6|2001:db8::200:5eff:fe00:5301" },
		{ "SELECT device_class, capabilities, hardware, firmware,"
		  " software, serial, manufacturer, model, asset"
		  " FROM adjacency_med JOIN adjacency ON id = adjacency",
			"3|network-policy inventory|HW|FW|SW|SN|Maker|Model|"
			"Asset" },
		{ "SELECT application, vlan, priority, dscp, tagged, unknown"
		  " FROM adjacency_policy",
			"voice|20|5|46|1|0" },
		{ "SELECT vlan, can_bundle, is_bundled, bundle, negotiates,"
		  " mau_type, max_frame FROM adjacency_port",
			"20|1|1|1000|1|30|9216" },
		{ "SELECT vlan, name, by_protocol FROM adjacency_vlan",
			"20|ADMIN|-" },
		{ "SELECT platform, version, vtp_domain, native_vlan, duplex"
		  " FROM adjacency WHERE protocol = 'cdp'",
			"C9300|IOS 15|HQ|20|full" },
		{ "SELECT port_number, id_subtype, id, description"
		  " FROM lldp_local_port",
			"7|interface name|Gi7|-" },
		{ "SELECT port, if_index FROM bridge_port", "7|7" },
		{ "SELECT prefix, next_hop, if_index, type, protocol, source"
		  " FROM route",
			"0.0.0.0/0|192.0.2.254|7|remote|ospf|"
			"inetCidrRouteTable" },
		{ "SELECT ip, if_index, lifetime, preference"
		  " FROM default_router",
			"2001:db8::1|7|1800|medium" },
		{ "SELECT vlan, name FROM vlan", "20|ADMIN" },
		{ "SELECT vlan, port, if_index, tagging, pvid FROM vlan_port"
		  " ORDER BY vlan",
			"1|8|-|-|1|20|7|7|untagged|1" },
		{ "SELECT aggregate, member, state, source FROM lag_member",
			"1000|7|attached|dot3adAggPortTable" },
		{ "SELECT port, if_index, state, designated_bridge,"
		  " designated_port FROM stp_port",
			"7|7|forwarding|00:00:5e:00:53:02|32771" },
		{ "SELECT vlan, mac, port, if_index, status FROM fdb",
			"20|00:00:5e:00:53:02|7|7|learned" },
		{ "SELECT question, result, rows, refused, reason"
		  " FROM coverage ORDER BY id",
			"SNMPv2-MIB::system|rows|1|0|-|"
			"IP-MIB::ipAddressTable|cut short|3|2|no answer|"
			"IP-MIB::ipNetToPhysicalTable|not implemented|0|0|-" },
	};
	struct store_test *test = *state;
	struct device *device = switch_by_hand();

	assert_int_equal(stored(test->store, device, &secret), 1);
	for (size_t i = 0; i < COUNT(cases); i++)
		row_is(test->database, cases[i].sql, cases[i].row);
	device_free(device);
}

static void
of_credentials_only_the_label_is_kept(void **state)
{
	struct store_test *test = *state;
	struct device *device = switch_by_hand();
	char *bytes;
	size_t length;

	assert_int_equal(stored(test->store, device, &secret), 1);
	assert_int_equal(stored(test->store, device, &secret_v3), 2);
	row_is(test->database,
		"SELECT credential, snmp_version, security_level FROM device"
		" WHERE id = 2",
		"core-v3|SNMPv3|authNoPriv");
	device_free(device);
	assert_int_equal(
		database_run(test->database, "PRAGMA wal_checkpoint(TRUNCATE)"),
		0);
	bytes = file_read(scratch_path("topology.db"), &length);
	assert_null(memmem(bytes, length, "hidden", strlen("hidden")));
	assert_non_null(memmem(bytes, length, "core-v3", strlen("core-v3")));
	free(bytes);
}

/* The second question is asked twice: the whole device is refused. */
static void
a_device_is_written_whole_or_not_at_all(void **state)
{
	const struct walk_outcome outcomes[] = {
		{ &system_collector, WALK_ROWS, 1, 0, NULL },
		{ &system_collector, WALK_ROWS, 1, 0, NULL },
	};
	struct store_test *test = *state;
	struct device *device = switch_by_hand();

	assert_int_equal(store_device(test->store,
				 &(struct device_report){ .device = device,
					 .credential = &secret,
					 .outcomes = outcomes,
					 .outcome_count = COUNT(outcomes) }),
		-1);
	row_is(test->database,
		"SELECT (SELECT count(*) FROM device),"
		" (SELECT count(*) FROM neighbour)",
		"0|0");
	assert_int_equal(stored(test->store, device, &secret), 1);
	device_free(device);
}

static void
the_run_is_described(void **state)
{
	struct store_test *test = *state;
	struct ip_address ip;
	const struct candidate_report seed = {
		.ip = &ip,
		.found_by = "seed",
		.result = "no answer",
		.detail = "no answer",
	};

	ip_parse("2001:db8::1", &ip);
	assert_int_equal(store_begin(test->store), 0);
	assert_int_equal(store_candidate(test->store, &seed), 0);
	assert_int_equal(store_end(test->store, 0), 0);
	row_is(test->database,
		"SELECT ip, found_by, found_on, result, device, detail,"
		" requests FROM candidate",
		"2001:db8::1|seed|-|no answer|-|no answer|0");
	assert_int_equal(store_run_begins(test->store, 100, 200), 0);
	assert_int_equal(store_setting(test->store, "seed", "192.0.2.1"), 0);
	row_is(test->database,
		"SELECT observed_at, started_at, complete FROM "
		"meta",
		"100|200|0");
	assert_int_equal(store_run_ends(test->store, 300, 1), 0);
	row_is(test->database,
		"SELECT finished_at, complete, name, value FROM meta, setting",
		"300|1|seed|192.0.2.1");
	/* there is one run only */
	assert_int_equal(store_run_begins(test->store, 100, 200), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			everything_is_read_back, begin, end),
		cmocka_unit_test_setup_teardown(
			of_credentials_only_the_label_is_kept, begin, end),
		cmocka_unit_test_setup_teardown(
			a_device_is_written_whole_or_not_at_all, begin, end),
		cmocka_unit_test_setup_teardown(
			the_run_is_described, begin, end),
	};

	return cmocka_run_group_tests_name(
		"store", tests, scratch_begin, scratch_end);
}

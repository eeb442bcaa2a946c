/* test_layer2.c -- rows of VLANs and forwarding tables, made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "collectors.h"
#include "layer2.h"
#include "memory.h"
#include "rows.h"

#define HOST "0.0.94.0.83.32"

/* ---- forwarding tables ---- */

static void
describe_fdb(const struct device *device, char *out, size_t size)
{
	const struct fdb_entry *row =
		device->layer2 != NULL ? device->layer2->fdb : NULL;
	char mac[MAC_TEXT_SIZE];

	out[0] = '\0';
	if (row != NULL)
		snprintf(out, size, "%s vlan %u port %u interface %u %s",
			mac_text(row->mac, mac), row->vlan, row->port,
			row->if_index, row->status ?: "-");
}

static void
a_mac_sits_behind_a_port(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index, *values;
		int result;
		const char *out;
	} cases[] = {
		{ "by VLAN", &fdb_by_vlan_collector, "20." HOST, "i5|i3", 0,
			"00:00:5e:00:53:20 vlan 20 port 5 interface 10105 "
			"learned" },
		{ "by VLAN, length before the MAC", &fdb_by_vlan_collector,
			"20.6." HOST, "i5|i3", 0,
			"00:00:5e:00:53:20 vlan 20 port 5 interface 10105 "
			"learned" },
		{ "by VLAN, its own", &fdb_by_vlan_collector, "20." HOST,
			"i0|i4", 0,
			"00:00:5e:00:53:20 vlan 20 port 0 interface 0 self" },
		{ "a database of a known VLAN", &fdb_by_vlan_collector,
			"7." HOST, "i5|i3", 0,
			"00:00:5e:00:53:20 vlan 30 port 5 interface 10105 "
			"learned" },
		{ "a database of two VLANs", &fdb_by_vlan_collector, "8." HOST,
			"i5|i3", 0,
			"00:00:5e:00:53:20 vlan 0 port 5 interface 10105 "
			"learned" },
		{ "a database that is no VLAN", &fdb_by_vlan_collector,
			"589824." HOST, "i5|i3", 0,
			"00:00:5e:00:53:20 vlan 0 port 5 interface 10105 "
			"learned" },
		{ "a port without interface", &fdb_by_vlan_collector,
			"20." HOST, "i9|i3", 0,
			"00:00:5e:00:53:20 vlan 20 port 9 interface 0 "
			"learned" },
		{ "status not said", &fdb_by_vlan_collector, "20." HOST, "i5|",
			0,
			"00:00:5e:00:53:20 vlan 20 port 5 interface 10105 -" },
		{ "invalid", &fdb_by_vlan_collector, "20." HOST, "i5|i2", 0,
			"" },
		{ "no database", &fdb_by_vlan_collector, HOST, "i5|i3", -1,
			"" },
		{ "no MAC", &fdb_by_vlan_collector, "20.0.0.94", "i5|i3", -1,
			"" },
		{ "a MAC of zeros", &fdb_by_vlan_collector, "20.0.0.0.0.0.0",
			"i5|i3", -1, "" },
		{ "no octet", &fdb_by_vlan_collector, "20.0.0.94.0.83.256",
			"i5|i3", -1, "" },
		{ "plain", &fdb_collector, HOST, "i5|i3", 0,
			"00:00:5e:00:53:20 vlan 0 port 5 interface 10105 "
			"learned" },
		{ "plain, length before the MAC", &fdb_collector, "6." HOST,
			"i5|i3", 0,
			"00:00:5e:00:53:20 vlan 0 port 5 interface 10105 "
			"learned" },
		{ "plain, too long", &fdb_collector, "7." HOST, "i5|i3", -1,
			"" },
	};
	char out[128];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		int result;

		feed(device, &bridge_ports_collector, "5", "i10105");
		feed(device, &current_vlans_collector, "0.30", "i7|x08|x08");
		feed(device, &current_vlans_collector, "0.40", "i8|x08|");
		feed(device, &current_vlans_collector, "0.50", "i8|x08|");
		result = feed(device, cases[i].collector, cases[i].index,
			cases[i].values);
		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		device_settle(device);
		describe_fdb(device, out, sizeof(out));
		same(cases[i].name, cases[i].out, out);
		device_free(device);
	}
}

/* Whatever number a filtering database bears: the context says the VLAN. */
static void
a_context_says_its_vlan(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	char out[128];

	(void)state;
	feed(device, &current_vlans_collector, "0.30", "i7|x08|x08");
	layer2_enter_vlan(device, 7);
	feed(device, &bridge_ports_collector, "5", "i10105");
	feed(device, &fdb_collector, HOST, "i5|i3");
	layer2_leave_vlan(device);
	device_settle(device);
	describe_fdb(device, out, sizeof(out));
	same("VLAN and port",
		"00:00:5e:00:53:20 vlan 7 port 5 interface 10105 learned", out);
	device_free(device);
}

static void
the_plain_table_repeats_nothing(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	char out[128];

	(void)state;
	feed(device, &fdb_collector, "0.0.94.0.83.33", "i6|i3");
	feed(device, &fdb_collector, HOST, "i5|i3");
	feed(device, &fdb_by_vlan_collector, "20." HOST, "i5|i3");
	feed(device, &fdb_by_vlan_collector, "30." HOST, "i5|i3");
	device_settle(device);
	describe_fdb(device, out, sizeof(out));
	same("only the plain table has it",
		"00:00:5e:00:53:21 vlan 0 port 6 interface 0 learned", out);
	device->layer2->fdb = device->layer2->fdb->next;
	describe_fdb(device, out, sizeof(out));
	same("VLAN 20", "00:00:5e:00:53:20 vlan 20 port 5 interface 0 learned",
		out);
	assert_non_null(device->layer2->fdb->next);
	assert_null(device->layer2->fdb->next->next);
	device_free(device);
}

/* ---- VLANs ---- */

static void
vlans_have_names_and_ports(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index, *values;
		int result;
	} rows[] = {
		{ "static", &static_vlans_collector, "20", "tADMIN|x80|x80",
			0 },
		{ "current", &current_vlans_collector, "4711.20",
			"i20|x8001|x01", 0 },
		{ "static behind current", &static_vlans_collector, "20",
			"tADMIN|xff|xff", 0 },
		{ "static alone", &static_vlans_collector, "30", "t|x40|", 0 },
		{ "one octet, one NUL", &static_vlans_collector, "31",
			"x564c00||", 0 },
		{ "VLAN 0", &static_vlans_collector, "0", "t||", -1 },
		{ "VLAN 4095", &static_vlans_collector, "4095", "t||", -1 },
		{ "current VLAN 14095", &current_vlans_collector, "0.14095",
			"i1||", -1 },
		{ "no time mark", &current_vlans_collector, "20", "i1||", -1 },
		{ "static with time mark", &static_vlans_collector, "0.20",
			"t||", -1 },
	};
	struct device *device = device_by_hand("192.0.2.1");
	const struct vlan *vlan;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (feed(device, rows[i].collector, rows[i].index,
			    rows[i].values) != rows[i].result)
			fail_msg("%s", rows[i].name);
	vlan = device->layer2->vlans;
	assert_int_equal(vlan->number, 20);
	same("name", "ADMIN", vlan->name);
	assert_true(port_list_has(&vlan->egress, 1));
	assert_false(port_list_has(&vlan->egress, 2));
	assert_true(port_list_has(&vlan->egress, 16));
	assert_false(port_list_has(&vlan->egress, 17));
	assert_false(port_list_has(&vlan->egress, 0));
	assert_false(port_list_has(&vlan->untagged, 1));
	vlan = vlan->next;
	same("without name", NULL, vlan->name);
	assert_true(port_list_has(&vlan->egress, 2));
	vlan = vlan->next;
	same("cut at the NUL", "VL", vlan->name);
	assert_null(vlan->next);
	device_free(device);
}

static void
ports_have_a_vlan_of_their_own(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");

	(void)state;
	assert_int_equal(feed(device, &port_vlans_collector, "5", "i20"), 0);
	assert_int_equal(feed(device, &port_vlans_collector, "6", "i0"), 0);
	assert_int_equal(feed(device, &port_vlans_collector, "6", "i4095"), -1);
	assert_int_equal(feed(device, &port_vlans_collector, "0", "i20"), -1);
	assert_int_equal(feed(device, &port_vlans_collector, "5.1", "i1"), -1);
	assert_int_equal(device->layer2->port_vlans->vlan, 20);
	assert_null(device->layer2->port_vlans->next);
	device_free(device);
}

/* ---- aggregates, spanning tree ---- */

static void
ports_work_as_one(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index, *values;
		int result;
		const char *out;
	} cases[] = {
		{ "LACP, attached", &lags_collector, "5", "||i1000|i1000", 0,
			"1000 5 attached" },
		{ "LACP, not yet", &lags_collector, "5", "||i1000|i0", 0,
			"1000 5 selected" },
		{ "LACP, alone", &lags_collector, "5", "||i5|i5", 0, "" },
		{ "LACP, none", &lags_collector, "5", "||i0|i0", 0, "" },
		{ "LACP, no port", &lags_collector, "0", "||i1000|i1000", -1,
			"" },
		{ "stack, an aggregate", &stacked_ports_collector, "1000.5",
			"i1", 0, "1000 5 -" },
		{ "stack, a VLAN", &stacked_ports_collector, "2000.5", "i1", 0,
			"" },
		{ "stack, the top", &stacked_ports_collector, "0.1000", "i1", 0,
			"" },
		{ "stack, not in service", &stacked_ports_collector, "1000.5",
			"i2", 0, "" },
		{ "stack, cut short", &stacked_ports_collector, "1000", "i1",
			-1, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		const struct stacked_port *row;
		char out[64] = "";
		int result;

		feed(device, &interfaces_collector, "1000", "tPo1|i161|||||");
		feed(device, &interfaces_collector, "2000", "tVlan2|i53|||||");
		result = feed(device, cases[i].collector, cases[i].index,
			cases[i].values);
		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		device_settle(device);
		row = layer2_of(device)->stacked_ports;
		if (row != NULL)
			snprintf(out, sizeof(out), "%u %u %s", row->aggregate,
				row->member, row->state ?: "-");
		same(cases[i].name, cases[i].out, out);
		device_free(device);
	}
}

static void
ports_are_closed_against_loops(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	const struct stp_port *row;

	(void)state;
	feed(device, &bridge_ports_collector, "5", "i10105");
	assert_int_equal(feed(device, &spanning_tree_collector, "5",
				 "i2|x800000005e005301|x8003"),
		0);
	assert_int_equal(
		feed(device, &spanning_tree_collector, "6", "i7|x8000|"), 0);
	assert_int_equal(
		feed(device, &spanning_tree_collector, "0", "i5||"), -1);
	assert_int_equal(
		feed(device, &spanning_tree_collector, "5.1", "i5||"), -1);
	device_settle(device);
	row = device->layer2->stp_ports;
	same("state", "blocking", row->state);
	assert_int_equal(row->if_index, 10105);
	assert_int_equal(row->bridge_port, 0x8003);
	assert_memory_equal(row->bridge, "\0\0\x5e\0\x53\x01", 6);
	row = row->next;
	same("no such state", NULL, row->state);
	assert_false(row->has_bridge);
	assert_int_equal(row->if_index, 0);
	assert_null(row->next);
	device_free(device);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mac_sits_behind_a_port),
		cmocka_unit_test(a_context_says_its_vlan),
		cmocka_unit_test(the_plain_table_repeats_nothing),
		cmocka_unit_test(vlans_have_names_and_ports),
		cmocka_unit_test(ports_have_a_vlan_of_their_own),
		cmocka_unit_test(ports_work_as_one),
		cmocka_unit_test(ports_are_closed_against_loops),
	};

	return cmocka_run_group_tests_name("layer2", tests, NULL, NULL);
}

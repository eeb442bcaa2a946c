/* test_cdp.c -- rows of CDP's tables, made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "candidates.h"
#include "collectors.h"
#include "leads.h"
#include "memory.h"
#include "rows.h"
#include "scope.h"

static void
cdp_device_ids(void **state)
{
	static const struct {
		const char *id; /* with its type, as in rows.h */
		const char *device_id, *name, *chassis;
	} cases[] = {
		{ "tsw1", "sw1", "sw1", NULL },
		{ "tsw1.example.net", "sw1.example.net", "sw1.example.net",
			NULL },
		{ "x7377310000", "sw1", "sw1", NULL },
		{ "tABC1234DEF5(sw1)", "ABC1234DEF5(sw1)", "sw1", NULL },
		{ "t012345678(sw1)", "012345678(sw1)", "sw1", NULL },
		{ "tsw1.example.net(ABC1234DEF5)",
			"sw1.example.net(ABC1234DEF5)", "sw1.example.net",
			NULL },
		{ "tABC1234DEF5", "ABC1234DEF5", NULL, NULL },
		{ "tsw1(left)", "sw1(left)", "sw1(left)", NULL },
		{ "tsw1(", "sw1(", "sw1(", NULL },
		{ "t()", "()", "()", NULL },
		{ "tABC1234DEF5()", "ABC1234DEF5()", "ABC1234DEF5()", NULL },
		{ "t(ABC1234DEF5)", "(ABC1234DEF5)", "(ABC1234DEF5)", NULL },
		{ "t00005e005301", "00:00:5e:00:53:01", NULL,
			"00:00:5e:00:53:01" },
		{ "t00:00:5E:00:53:01", "00:00:5e:00:53:01", NULL,
			"00:00:5e:00:53:01" },
		{ "x00005e005301", "00:00:5e:00:53:01", NULL,
			"00:00:5e:00:53:01" },
		{ "tSwitch", "Switch", "Switch", NULL },
		{ "tcore-switch", "core-switch", "core-switch", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		char values[128];

		snprintf(values, sizeof(values), "|||%s|tGi0/1||||||||",
			cases[i].id);
		if (feed(device, &cdp_neighbours_collector, "7.1", values) != 0)
			fail_msg("%s: refused", cases[i].id);
		same(cases[i].id, cases[i].device_id,
			device->adjacencies->device_id);
		same(cases[i].id, cases[i].name, device->adjacencies->sys_name);
		same(cases[i].id, cases[i].chassis,
			device->adjacencies->chassis_id);
		device_free(device);
	}
}

static void
cdp_addresses(void **state)
{
	static const struct {
		const char *name, *first, *primary, *secondary;
		const char *expected;
	} cases[] = {
		{ "IPv4", "i1|xc0000209", "|", "|", "192.0.2.9 " },
		{ "IPv6", "i20|x20010db8000000000000000000000009", "|", "|",
			"2001:db8::9 " },
		{ "both", "i1|xc0000209", "i1|xc0000209",
			"i20|x20010db8000000000000000000000009",
			"192.0.2.9 2001:db8::9 " },
		{ "three", "i1|xc0000209", "i1|xc000020a", "i1|xc000020b",
			"192.0.2.9 192.0.2.10 192.0.2.11 " },
		{ "not known", "i65535|x", "i65535|x00", "|", "" },
		{ "a MAC", "i6|x00005e005301", "|", "|", "" },
		{ "unspecified", "i1|x00000000",
			"i20|x00000000000000000000000000000000", "|", "" },
		{ "IPv4 cut short", "i1|xc00002", "|", "|", "" },
		{ "IPv6 cut short", "i20|x20010db8", "|", "|", "" },
		{ "IPv6 that says IPv4", "i1|x20010db8000000000000000000000009",
			"|", "|", "2001:db8::9 " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		struct text list = { 0 };
		char values[256], text[IP_TEXT_SIZE];

		snprintf(values, sizeof(values), "%s||tsw1|tGi0/1||||%s|%s",
			cases[i].first, cases[i].primary, cases[i].secondary);
		feed(device, &cdp_neighbours_collector, "7.1", values);
		for (const struct management_address *row =
				device->adjacencies->addresses;
			row != NULL; row = row->next)
			text_format(&list, "%s ", ip_text(&row->ip, text));
		same(cases[i].name, cases[i].expected, list_of_text(&list));
		text_free(&list);
		device_free(device);
	}
}

static void
cdp_rows(void **state)
{
	static const struct {
		const char *name, *index, *values;
		int result;
	} cases[] = {
		{ "whole", "10101.2", "|||tsw1|tGi0/1", 0 },
		{ "no port", "7.1", "|||tsw1|", 0 },
		{ "no device id", "7.1", "||||tGi0/1", 0 },
		{ "blank", "7.1", "i1|xc0000209|tIOS||", -1 },
		{ "ifIndex 0", "0.1", "|||tsw1|tGi0/1", -1 },
		{ "no number", "7", "|||tsw1|tGi0/1", -1 },
		{ "index too long", "7.1.1", "|||tsw1|tGi0/1", -1 },
		{ "no index", "", "|||tsw1|tGi0/1", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		int result = feed(device, &cdp_neighbours_collector,
			cases[i].index, cases[i].values);

		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		assert_true((device->adjacencies == NULL) == (result != 0));
		device_free(device);
	}
}

static void
cdp_capabilities(void **state)
{
	static const struct {
		const char *said, *expected;
	} cases[] = {
		{ "x00000029", "bridge router" },
		{ "x00000001", "router" },
		{ "x00000490", "telephone station" },
		{ "x20202020", NULL }, /* four spaces: bits, none we know */
		{ "x00000000", NULL },
		{ "t00 00 00 28", "bridge" },
		{ "tRouter Switch IGMP ", "bridge router" },
		{ "tHost Phone", "telephone station" },
		{ "tTrans-Bridge Source-Route-Bridge", "bridge" },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		char values[128];

		snprintf(values, sizeof(values), "|||tsw1|tGi0/1||%s",
			cases[i].said);
		feed(device, &cdp_neighbours_collector, "7.1", values);
		same(cases[i].said, cases[i].expected,
			device->adjacencies->capabilities_enabled);
		device_free(device);
	}
}

static void
cdp_itself_and_its_words(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	const struct adjacency *row;

	(void)state;
	feed(device, &cdp_global_collector, "0", "tABC1234DEF5(core1)");
	same("its own id", "ABC1234DEF5(core1)", device->cdp_device_id);
	feed(device, &cdp_neighbours_collector, "10101.2",
		"||tIOS 15|tsw1.example.net|tGi0/2|tC9300||tsw1|||||"
		"tHQ|i20|i3");
	row = device->adjacencies;
	same("protocol", "cdp", row->protocol);
	assert_int_equal(row->local_port_number, 10101);
	assert_int_equal(row->remote_index, 2);
	same("port", "Gi0/2", row->port_id);
	same("kind of port", "interface name", row->port_id_subtype);
	same("platform and version", "C9300, IOS 15", row->sys_descr);
	same("platform", "C9300", row->platform);
	same("version", "IOS 15", row->version);
	same("VTP domain", "HQ", row->vtp_domain);
	same("duplex", "full", row->duplex);
	assert_int_equal(row->native_vlan, 20);
	same("sysName is surer than the device id", "sw1", row->sys_name);
	/* LLDP may count a port and a neighbour alike. */
	assert_ptr_not_equal(device_adjacency(device, "lldp", 10101, 2), row);
	device_free(device);
}

static void
cdp_leads_to_others(void **state)
{
	static const char *const addresses[] = { "192.0.2.9", "2001:db8::9" };
	struct device *device = device_by_hand("192.0.2.1");
	struct candidates *set = candidates_create();
	struct scope scope = { 0 };
	struct leads leads = { set, &scope };

	(void)state;
	prefix_list_add(&scope.include, "192.0.2.0/24");
	prefix_list_add(&scope.include, "2001:db8::/32");
	feed(device, &cdp_neighbours_collector, "7.1",
		"i1|xc0000209||tsw1|tGi0/1||||"
		"i20|x20010db8000000000000000000000009|"
		"i20|xfe800000000000000000000000000009");
	leads_follow_device(&leads, device, 3);
	for (size_t i = 0; i < COUNT(addresses); i++) {
		struct ip_address ip = parsed(addresses[i]);
		const struct candidate *found = candidates_find(set, &ip);

		assert_non_null(found);
		same(addresses[i], "CDP management address", found->found_by);
		assert_int_equal(found->state, CANDIDATE_WAITING);
	}
	assert_null(candidates_first(set)->next->next); /* no link-local */
	candidates_free(set);
	prefix_list_free(&scope.include);
	device_free(device);
}

static void
leads_name_their_protocol(void **state)
{
	static const struct {
		const struct collector *collector;
		const char *index, *values, *ip, *words;
	} cases[] = {
		{ &foundry_neighbours_collector, "7.1",
			"i1|xc0000209||tr9|te1|||i1", "192.0.2.9",
			"FDP management address" },
		{ &ptopo_collector, "0.1.7.1",
			"i4|x00005e005309|i1|t4|i2|"
			"x20010db8000000000000000000000009",
			"2001:db8::9", "PTOPO agent address" },
		{ &mikrotik_neighbours_collector, "3", "a192.0.2.9|||||i7",
			"192.0.2.9", "MNDP neighbour address" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		struct candidates *set = candidates_create();
		struct scope scope = { 0 };
		struct leads leads = { set, &scope };
		struct ip_address ip = parsed(cases[i].ip);
		const struct candidate *found;

		prefix_list_add(&scope.include, "192.0.2.0/24");
		prefix_list_add(&scope.include, "2001:db8::/32");
		feed(device, cases[i].collector, cases[i].index,
			cases[i].values);
		leads_follow_device(&leads, device, 3);
		found = candidates_find(set, &ip);
		assert_non_null(found);
		same(cases[i].words, cases[i].words, found->found_by);
		candidates_free(set);
		prefix_list_free(&scope.include);
		device_free(device);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cdp_device_ids),
		cmocka_unit_test(cdp_addresses),
		cmocka_unit_test(cdp_rows),
		cmocka_unit_test(cdp_capabilities),
		cmocka_unit_test(cdp_itself_and_its_words),
		cmocka_unit_test(cdp_leads_to_others),
		cmocka_unit_test(leads_name_their_protocol),
	};

	return cmocka_run_group_tests_name("cdp", tests, NULL, NULL);
}

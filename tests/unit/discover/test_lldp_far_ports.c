/* test_lldp_far_ports.c -- rows of LLDP-EXT-DOT1-MIB and -DOT3-MIB, by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "collectors.h"
#include "extensions.h"
#include "memory.h"
#include "rows.h"

/* "vlan bundle negotiates mau frame, number name by-protocol ..." */
static void
describe(const struct far_port *port, char out[256])
{
	int used;

	out[0] = '\0';
	if (port == NULL)
		return;
	used = snprintf(out, 256, "%d %d%d%d %d %d %d", (int)port->vlan,
		port->can_bundle, port->is_bundled, (int)port->bundle,
		port->negotiates, (int)port->mau_type, (int)port->max_frame);
	for (const struct far_vlan *row = port->vlans; row != NULL;
		row = row->next)
		used += snprintf(out + used, 256 - (size_t)used, ", %u %s %d",
			row->number, row->name != NULL ? row->name : "-",
			row->by_protocol);
}

static void
rows(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index, *values;
		int result;
		const char *out;
	} cases[] = {
		{ "VLAN without a tag", &far_untagged_collector, "0.7.1", "i20",
			0, "20 -1-10 -1 0 0" },
		{ "no such VLAN", &far_untagged_collector, "0.7.1", "i0", 0,
			"0 -1-10 -1 0 0" },
		{ "VLAN too large", &far_untagged_collector, "0.7.1", "i4095",
			-1, "" },
		{ "VLAN name", &far_vlan_names_collector, "0.7.1.20", "tADMIN",
			0, "-1 -1-10 -1 0 0, 20 ADMIN -1" },
		{ "no protocol VLAN: 0", &far_protocol_vlans_collector,
			"0.7.1.0", "i2", 0, "" },
		{ "protocol VLAN too large", &far_protocol_vlans_collector,
			"0.7.1.4095", "i1", -1, "" },
		{ "name of no VLAN", &far_vlan_names_collector, "0.7.1.0",
			"tADMIN", -1, "" },
		{ "VLAN name without VLAN", &far_vlan_names_collector, "0.7.1",
			"tADMIN", -1, "" },
		{ "protocol VLAN", &far_protocol_vlans_collector, "0.7.1.30",
			"i1", 0, "-1 -1-10 -1 0 0, 30 - 1" },
		{ "protocol VLAN, off", &far_protocol_vlans_collector,
			"0.7.1.30", "i2", 0, "-1 -1-10 -1 0 0, 30 - 0" },
		{ "speed", &far_speeds_collector, "0.7.1", "i1|i30", 0,
			"-1 -1-10 1 30 0" },
		{ "speed, fixed", &far_speeds_collector, "7.1", "i2|i16", 0,
			"-1 -1-10 0 16 0" },
		{ "in a bundle", &far_lags_collector, "0.7.1", "xc0|i1000", 0,
			"-1 111000 -1 0 0" },
		{ "could be in a bundle", &far_lags_collector, "0.7.1",
			"x80|i0", 0, "-1 100 -1 0 0" },
		{ "another remote index", &far_frames_collector, "0.7.5",
			"i1522", 0, "-1 -1-10 -1 0 1522" },
		{ "frames, key too long", &far_frames_collector, "0.7.1.1",
			"i1522", -1, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("2001:db8::1");
		char out[256];

		if (feed(device, cases[i].collector, cases[i].index,
			    cases[i].values) != cases[i].result)
			fail_msg("%s: not %d", cases[i].name, cases[i].result);
		feed(device, &lldp_neighbours_collector, "500.7.1",
			"i4|x00005e005302|i5|t1||tsw2|||");
		device_settle(device);
		describe(device->adjacencies->far_port, out);
		same(cases[i].name, cases[i].out, out);
		device_free(device);
	}
}

static void
tables_speak_of_one_port(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	char out[256];

	(void)state;
	feed(device, &far_frames_collector, "0.7.1", "i9216");
	feed(device, &far_lags_collector, "0.7.1", "xc0|i9");
	feed(device, &far_protocol_vlans_collector, "0.7.1.20", "i2");
	feed(device, &far_vlan_names_collector, "0.7.1.20", "tADMIN");
	feed(device, &far_vlan_names_collector, "0.7.1.30", "tGUEST");
	feed(device, &far_untagged_collector, "0.7.1", "i20");
	feed(device, &far_untagged_collector, "0.8.1", "i99");
	feed(device, &lldp_neighbours_collector, "500.7.1",
		"i4|x00005e005302|i5|t1||tsw2|||");
	device_settle(device);
	describe(device->adjacencies->far_port, out);
	same("all", "20 119 -1 0 9216, 20 ADMIN 0, 30 GUEST -1", out);
	device_free(device);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows),
		cmocka_unit_test(tables_speak_of_one_port),
	};

	return cmocka_run_group_tests_name("lldp_far_ports", tests, NULL, NULL);
}

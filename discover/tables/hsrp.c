/* hsrp.c -- Cisco's way to share a gateway between routers.
 *
 * CISCO-HSRP-MIB knows IPv4 only; a group number may be in use for VRRP on the
 * same interface as well. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "routing.h"

enum { PRIORITY, ADDRESS, ACTIVE, STATE, MAC };

static const uint8_t columns[] = {
	[PRIORITY] = 3, /* cHsrpGrpPriority */
	[ADDRESS] = 11, /* cHsrpGrpVirtualIpAddr */
	[ACTIVE] = 13, /* cHsrpGrpActiveRouter */
	[STATE] = 15, /* cHsrpGrpStandbyState */
	[MAC] = 16, /* cHsrpGrpVirtualMacAddr */
};

static void
keep_group(struct device *device, struct virtual_router *group,
	const struct mib_row *row)
{
	static const char *const states[] = { NULL, "initial", "learn",
		"listen", "speak", "standby", "active" };
	char text[MAC_TEXT_SIZE];
	struct ip_address ip = mib_address(row, ADDRESS);
	uint8_t mac[6];

	group->state = mib_word(row, STATE, states, COUNT(states));
	group->priority = mib_counter(row, PRIORITY);
	group->master = mib_address(row, ACTIVE);
	if (ip.family != 0)
		routing_add_address(device, &group->addresses, &ip);
	if (mib_mac(row, MAC, mac) == 0)
		group->mac = arena_text(device->arena, mac_text(mac, text));
}

/* ifIndex.group; version 2 has groups up to 4095. */
static int
group_row(struct device *device, const struct mib_row *row)
{
	enum { LAST_GROUP = 4095 };
	struct index_reader index = mib_index(row);
	uint32_t if_index, number;

	if (index_number(&index, &if_index) != 0 || if_index == 0 ||
		index_number(&index, &number) != 0 || number > LAST_GROUP ||
		index.left != 0)
		return -1;
	keep_group(device, routing_hsrp_group(device, if_index, number), row);
	return 0;
}

const struct collector hsrp_collector = {
	.name = "CISCO-HSRP-MIB::cHsrpGrpTable",
	.entry = "1.3.6.1.4.1.9.9.106.1.2.1.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = group_row,
};

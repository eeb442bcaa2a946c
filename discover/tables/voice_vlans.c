/* voice_vlans.c -- into which VLAN a port of a Cisco switch sends its phone. */
#include "collectors.h"
#include "device.h"
#include "layer2.h"
#include "mib.h"

/* 0 stands for priority tags, 4095 for none, 4096 for no VLAN. */
static int
port_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	int64_t vlan = mib_number(row, 0);
	uint32_t if_index;

	if (index_number(&index, &if_index) != 0 || if_index == 0 ||
		index.left != 0)
		return -1;
	if (vlan >= VLAN_FIRST && vlan <= VLAN_LAST)
		layer2_add_voice_vlan(device, if_index, (uint32_t)vlan);
	return 0;
}

const struct collector voice_vlans_collector = {
	.name = "CISCO-VLAN-MEMBERSHIP-MIB::vmVoiceVlanTable",
	.entry = "1.3.6.1.4.1.9.9.68.1.5.1.1",
	.columns = (const uint8_t[]){ 1 }, /* vmVoiceVlanId */
	.column_count = 1,
	.on_row = port_row,
};

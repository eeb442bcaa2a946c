/* cisco_vlans.c -- VLANs of Cisco's switches (CISCO-VTP-MIB, CISCO-VLAN-
 * MEMBERSHIP-MIB), which have no Q-BRIDGE-MIB.
 *
 * Each VLAN answers for its forwarding table in a context of its own. */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "layer2.h"
#include "mib.h"

enum { STATE, TYPE, NAME };

static const uint8_t vlan_columns[] = {
	[STATE] = 2, /* vtpVlanState */
	[TYPE] = 3, /* vtpVlanType */
	[NAME] = 4, /* vtpVlanName */
};

/* The index: management domain, VLAN. */
static int
vlan_row(struct device *device, const struct mib_row *row)
{
	enum { OPERATIONAL = 1, ETHERNET = 1 };
	struct index_reader index = mib_index(row);
	uint32_t domain, number;
	struct vlan *vlan;

	if (index_number(&index, &domain) != 0 ||
		index_number(&index, &number) != 0 || index.left != 0)
		return -1;
	if (mib_number(row, TYPE) > ETHERNET) /* 1002 to 1005: FDDI ... */
		return 0;
	vlan = layer2_vlan(device, number);
	if (vlan == NULL)
		return -1;
	if (vlan->name == NULL)
		vlan->name = mib_text(device->arena, row, NAME);
	vlan->has_context = mib_number(row, STATE) == OPERATIONAL;
	return 0;
}

const struct collector cisco_vlans_collector = {
	.name = "CISCO-VTP-MIB::vtpVlanTable",
	.entry = "1.3.6.1.4.1.9.9.46.1.3.1.1",
	.columns = vlan_columns,
	.column_count = COUNT(vlan_columns),
	.on_row = vlan_row,
};

static int
access_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	int64_t vlan = mib_number(row, 0);
	uint32_t if_index;

	if (index_number(&index, &if_index) != 0 || index.left != 0 ||
		if_index == 0 || vlan < 0 || vlan > VLAN_LAST)
		return -1;
	if (vlan > 0)
		layer2_add_access_port(device, if_index, (uint32_t)vlan);
	return 0;
}

const struct collector cisco_access_collector = {
	.name = "CISCO-VLAN-MEMBERSHIP-MIB::vmMembershipTable",
	.entry = "1.3.6.1.4.1.9.9.68.1.2.2.1",
	.columns = (const uint8_t[]){ 2 }, /* vmVlan */
	.column_count = 1,
	.on_row = access_row,
};

enum { ALLOWED, NATIVE, STATUS, ALLOWED_2K, ALLOWED_3K, ALLOWED_4K };

static const uint8_t trunk_columns[] = {
	[ALLOWED] = 4, /* vlanTrunkPortVlansEnabled: bits 0 to 1023 */
	[NATIVE] = 5, /* vlanTrunkPortNativeVlan */
	[STATUS] = 14, /* vlanTrunkPortDynamicStatus */
	[ALLOWED_2K] = 17, /* vlanTrunkPortVlansEnabled2k */
	[ALLOWED_3K] = 18,
	[ALLOWED_4K] = 19,
};

static void
read_allowed(struct trunk *trunk, const struct mib_row *row)
{
	static const int lists[TRUNK_LISTS] = { ALLOWED, ALLOWED_2K, ALLOWED_3K,
		ALLOWED_4K };

	for (size_t i = 0; i < TRUNK_LISTS; i++) {
		size_t length;
		const uint8_t *octets = mib_octets(row, lists[i], &length);

		if (octets == NULL)
			continue;
		if (length > TRUNK_LIST_OCTETS)
			length = TRUNK_LIST_OCTETS;
		memcpy(trunk->allowed + i * TRUNK_LIST_OCTETS, octets, length);
	}
}

static int
trunk_row(struct device *device, const struct mib_row *row)
{
	enum { TRUNKING = 1 };
	struct index_reader index = mib_index(row);
	int64_t native = mib_number(row, NATIVE);
	struct trunk *trunk;
	uint32_t if_index;

	if (index_number(&index, &if_index) != 0 || index.left != 0 ||
		if_index == 0)
		return -1;
	if (mib_number(row, STATUS) != TRUNKING)
		return 0;
	trunk = layer2_add_trunk(device, if_index);
	read_allowed(trunk, row);
	if (native >= VLAN_FIRST && native <= VLAN_LAST)
		trunk->native = (uint32_t)native;
	return 0;
}

const struct collector cisco_trunks_collector = {
	.name = "CISCO-VTP-MIB::vlanTrunkPortTable",
	.entry = "1.3.6.1.4.1.9.9.46.1.6.1.1",
	.columns = trunk_columns,
	.column_count = COUNT(trunk_columns),
	.on_row = trunk_row,
};

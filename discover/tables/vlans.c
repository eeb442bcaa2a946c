/* vlans.c -- VLANs of a bridge and the ports that carry them (Q-BRIDGE-MIB,
 * RFC 4363).
 *
 * The static table holds what was typed in, the current one what is in force;
 * where both give lists of ports, the current one counts. */
#include "collectors.h"
#include "device.h"
#include "layer2.h"
#include "mib.h"

static struct port_list
list_of(struct device *device, const struct mib_row *row, int column)
{
	struct port_list list = { 0 };
	const uint8_t *octets = mib_octets(row, column, &list.length);

	if (octets != NULL)
		list.octets = arena_copy(device->arena, octets, list.length);
	return list;
}

enum { NAME, STATIC_EGRESS, STATIC_UNTAGGED };

static const uint8_t static_columns[] = {
	[NAME] = 1, /* dot1qVlanStaticName */
	[STATIC_EGRESS] = 2, /* dot1qVlanStaticEgressPorts */
	[STATIC_UNTAGGED] = 4, /* dot1qVlanStaticUntaggedPorts */
};

static int
static_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct vlan *vlan;
	uint32_t number;

	if (index_number(&index, &number) != 0 || index.left != 0)
		return -1;
	vlan = layer2_vlan(device, number);
	if (vlan == NULL)
		return -1;
	vlan->name = mib_text(device->arena, row, NAME);
	if (vlan->is_current)
		return 0;
	vlan->egress = list_of(device, row, STATIC_EGRESS);
	vlan->untagged = list_of(device, row, STATIC_UNTAGGED);
	return 0;
}

const struct collector static_vlans_collector = {
	.name = "Q-BRIDGE-MIB::dot1qVlanStaticTable",
	.entry = "1.3.6.1.2.1.17.7.1.4.3.1",
	.columns = static_columns,
	.column_count = COUNT(static_columns),
	.on_row = static_row,
};

enum { FDB, EGRESS, UNTAGGED };

static const uint8_t current_columns[] = {
	[FDB] = 3, /* dot1qVlanFdbId */
	[EGRESS] = 4, /* dot1qVlanCurrentEgressPorts */
	[UNTAGGED] = 5, /* dot1qVlanCurrentUntaggedPorts */
};

/* The index begins with a time mark, which is anything. */
static int
current_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	uint32_t time_mark, number;
	struct vlan *vlan;

	if (index_number(&index, &time_mark) != 0 ||
		index_number(&index, &number) != 0 || index.left != 0)
		return -1;
	vlan = layer2_vlan(device, number);
	if (vlan == NULL)
		return -1;
	vlan->has_fdb = mib_has(row, FDB);
	vlan->fdb = (uint32_t)mib_number(row, FDB);
	if (!mib_has(row, EGRESS))
		return 0;
	vlan->is_current = true;
	vlan->egress = list_of(device, row, EGRESS);
	vlan->untagged = list_of(device, row, UNTAGGED);
	return 0;
}

const struct collector current_vlans_collector = {
	.name = "Q-BRIDGE-MIB::dot1qVlanCurrentTable",
	.entry = "1.3.6.1.2.1.17.7.1.4.2.1",
	.columns = current_columns,
	.column_count = COUNT(current_columns),
	.on_row = current_row,
};

static int
port_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	int64_t vlan = mib_number(row, 0);
	uint32_t port;

	if (index_number(&index, &port) != 0 || index.left != 0 || port == 0)
		return -1;
	if (vlan == 0) /* a port that takes no frames without a tag */
		return 0;
	if (vlan < VLAN_FIRST || vlan > VLAN_LAST)
		return -1;
	layer2_add_port_vlan(device, port, (uint32_t)vlan);
	return 0;
}

const struct collector port_vlans_collector = {
	.name = "Q-BRIDGE-MIB::dot1qPortVlanTable",
	.entry = "1.3.6.1.2.1.17.7.1.4.5.1",
	.columns = (const uint8_t[]){ 1 }, /* dot1qPvid */
	.column_count = 1,
	.on_row = port_row,
};

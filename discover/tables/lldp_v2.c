/* lldp_v2.c -- neighbours by LLDP-V2-MIB, where LLDP-MIB has none.
 *
 * Some systems serve the new MIB alone. Its columns are those of the old one,
 * but ports are counted by ifIndex and each destination address of LLDP frames
 * has neighbours of its own: one device may be listed under several. Nokia's
 * TIMETRA-LLDP-MIB has the index of the new and the columns of the old. */
#include <stdio.h>
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "extensions.h"
#include "lldp.h"
#include "mib.h"

/* Until the device is settled: a protocol for each destination address. */
static const char draft_protocol[] = LLDP_DRAFT "v2 ";

struct v2_key {
	uint32_t if_index, destination, index;
};

/* timeMark.localIfIndex.localDestMacAddress.remIndex */
static int
read_remote_key(struct index_reader *index, struct v2_key *key)
{
	uint32_t time_mark;

	if (index_number(index, &time_mark) != 0 ||
		index_number(index, &key->if_index) != 0 ||
		index_number(index, &key->destination) != 0 ||
		index_number(index, &key->index) != 0)
		return -1;
	return key->if_index == 0 ? -1 : 0;
}

static struct adjacency *
adjacency_of(struct device *device, const struct v2_key *key)
{
	struct adjacency *adjacency;
	char protocol[16]; /* what a key of device.c holds */

	snprintf(protocol, sizeof(protocol), "%s%u", draft_protocol,
		key->destination % 1000000);
	adjacency =
		device_adjacency(device, protocol, key->if_index, key->index);
	adjacency->if_index = key->if_index;
	return adjacency;
}

static int
remote_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct v2_key key;

	if (read_remote_key(&index, &key) != 0 || index.left != 0 ||
		lldp_is_blank(row))
		return -1;
	lldp_fill_adjacency(device->arena, adjacency_of(device, &key), row);
	return 0;
}

static const uint8_t remote_columns[] = {
	[CHASSIS_SUBTYPE] = 5, /* lldpV2RemChassisIdSubtype */
	[CHASSIS_ID] = 6, /* lldpV2RemChassisId */
	[PORT_SUBTYPE] = 7, /* lldpV2RemPortIdSubtype */
	[PORT_ID] = 8, /* lldpV2RemPortId */
	[PORT_DESCRIPTION] = 9, /* lldpV2RemPortDesc */
	[SYS_NAME] = 10, /* lldpV2RemSysName */
	[SYS_DESCR] = 11, /* lldpV2RemSysDesc */
	[SUPPORTED] = 12, /* lldpV2RemSysCapSupported */
	[ENABLED] = 13, /* lldpV2RemSysCapEnabled */
};

const struct collector lldp_v2_neighbours_collector = {
	.name = "LLDP-V2-MIB::lldpV2RemTable",
	.entry = "1.3.111.2.802.1.1.13.1.4.1.1",
	.companion = "1.3.111.2.802.1.1.13.1.3",
	.columns = remote_columns,
	.column_count = COUNT(remote_columns),
	.on_row = remote_row,
};

static int
remote_address_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct v2_key key;
	struct ip_address ip;
	int kind;

	if (read_remote_key(&index, &key) != 0)
		return -1;
	kind = lldp_read_address(&index, &ip);
	if (kind != 0)
		return kind < 0 ? -1 : 0;
	adjacency_add_address(device, adjacency_of(device, &key), &ip);
	return 0;
}

const struct collector lldp_v2_addresses_collector = {
	.name = "LLDP-V2-MIB::lldpV2RemManAddrTable",
	.entry = "1.3.111.2.802.1.1.13.1.4.2.1",
	.companion = "1.3.111.2.802.1.1.13.1.3",
	.columns = (const uint8_t[]){ 3 }, /* lldpV2RemManAddrIfSubtype */
	.column_count = 1,
	.on_row = remote_address_row,
};

static int
local_row(struct device *device, const struct mib_row *row)
{
	return device->chassis_id != NULL ? 0 : lldp_local_row(device, row);
}

const struct collector lldp_v2_local_collector = {
	.name = "LLDP-V2-MIB::lldpV2LocalSystemData",
	.entry = "1.3.111.2.802.1.1.13.1.3",
	.columns = (const uint8_t[]){ 1, 2, 3, 6 },
	.column_count = 4,
	.on_row = local_row,
};

/* Its ports are ifIndexes: kept apart from those of LLDP-MIB. */
static int
port_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	uint32_t if_index;

	if (index_number(&index, &if_index) != 0 || index.left != 0 ||
		if_index == 0)
		return -1;
	lldp_fill_port(device->arena, extensions_port(device, if_index), row);
	return 0;
}

const struct collector lldp_v2_ports_collector = {
	.name = "LLDP-V2-MIB::lldpV2LocPortTable",
	.entry = "1.3.111.2.802.1.1.13.1.3.7.1",
	.columns = (const uint8_t[]){ 2, 3, 4 },
	.column_count = 3,
	.on_row = port_row,
};

const struct collector lldp_v2_local_addresses_collector = {
	.name = "LLDP-V2-MIB::lldpV2LocManAddrTable",
	.entry = "1.3.111.2.802.1.1.13.1.3.8.1",
	.columns = (const uint8_t[]){ 4, 5 },
	.column_count = 2,
	.on_row = lldp_local_address_row,
};

/* ---- what differs by vendor ---- */

static const uint8_t nokia_columns[] = {
	[CHASSIS_SUBTYPE] = 4, /* tmnxLldpRemChassisIdSubtype */
	[CHASSIS_ID] = 5, /* tmnxLldpRemChassisId */
	[PORT_SUBTYPE] = 6, /* tmnxLldpRemPortIdSubtype */
	[PORT_ID] = 7, /* tmnxLldpRemPortId */
	[PORT_DESCRIPTION] = 8, /* tmnxLldpRemPortDesc */
	[SYS_NAME] = 9, /* tmnxLldpRemSysName */
	[SYS_DESCR] = 10, /* tmnxLldpRemSysDesc */
	[SUPPORTED] = 11, /* tmnxLldpRemSysCapSupported */
	[ENABLED] = 12, /* tmnxLldpRemSysCapEnabled */
};

const struct collector nokia_neighbours_collector = {
	.name = "TIMETRA-LLDP-MIB::tmnxLldpRemTable",
	.entry = "1.3.6.1.4.1.6527.3.1.2.59.4.1.1",
	.columns = nokia_columns,
	.column_count = COUNT(nokia_columns),
	.on_row = remote_row,
};

const struct collector nokia_addresses_collector = {
	.name = "TIMETRA-LLDP-MIB::tmnxLldpRemManAddrTable",
	.entry = "1.3.6.1.4.1.6527.3.1.2.59.4.2.1",
	.columns = (const uint8_t[]){ 3 }, /* tmnxLldpRemManAddrIfSubtype */
	.column_count = 1,
	.on_row = remote_address_row,
};

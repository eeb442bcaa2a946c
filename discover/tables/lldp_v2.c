/* lldp_v2.c -- neighbours by LLDP-V2-MIB, where LLDP-MIB has none.
 *
 * Some systems serve the new MIB alone. Its columns are those of the old one,
 * but ports are counted by ifIndex and each destination address of LLDP frames
 * has neighbours of its own: one device may be listed under several. */
#include <stdio.h>
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "lldp.h"
#include "mib.h"

/* Until lldp_settle(): a protocol for each destination address. */
static const char draft_protocol[] = "lldp v2 ";

struct remote_key {
	uint32_t if_index, destination, index;
};

/* timeMark.localIfIndex.localDestMacAddress.remIndex */
static int
read_remote_key(struct index_reader *index, struct remote_key *key)
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
adjacency_of(struct device *device, const struct remote_key *key)
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
	struct remote_key key;

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
	struct remote_key key;
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

static bool
is_draft(const struct adjacency *adjacency)
{
	return strncmp(adjacency->protocol, draft_protocol,
		       sizeof(draft_protocol) - 1) == 0;
}

void
lldp_settle(struct device *device)
{
	struct adjacency **place = &device->adjacencies;
	bool has_old = false;

	for (const struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		has_old = has_old || strcmp(row->protocol, "lldp") == 0;
	while (*place != NULL) {
		if (is_draft(*place) && has_old) {
			*place = (*place)->next;
			continue;
		}
		if (is_draft(*place))
			(*place)->protocol = "lldp";
		place = &(*place)->next;
	}
}

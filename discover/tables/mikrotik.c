/* mikrotik.c -- neighbours by RouterOS's own table.
 *
 * It lists whom RouterOS hears by its own protocol (MNDP), by CDP and by LLDP,
 * in rows of the same number as those of its LLDP-MIB. */
#include "mikrotik.h"

#include <string.h>

#include "collectors.h"
#include "device.h"
#include "lookup.h"
#include "mib.h"

static const char protocol[] = "mndp";

enum { ADDRESS, MAC, VERSION, PLATFORM, IDENTITY, INTERFACE };

static const uint8_t columns[] = {
	[ADDRESS] = 2, /* mtxrNeighborIpAddress */
	[MAC] = 3, /* mtxrNeighborMacAddress */
	[VERSION] = 4, /* mtxrNeighborVersion */
	[PLATFORM] = 5, /* mtxrNeighborPlatform */
	[IDENTITY] = 6, /* mtxrNeighborIdentity */
	[INTERFACE] = 8, /* mtxrNeighborInterfaceID */
};

static int
neighbour_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	const int64_t if_index = mib_number(row, INTERFACE);
	struct arena *arena = device->arena;
	struct adjacency *adjacency;
	const struct ip_address ip = mib_address(row, ADDRESS);
	char text[MAC_TEXT_SIZE];
	uint32_t number;
	uint8_t mac[6];

	if (index_number(&index, &number) != 0 || index.left != 0 ||
		if_index <= 0 || if_index > UINT32_MAX)
		return -1;
	adjacency =
		device_adjacency(device, protocol, (uint32_t)if_index, number);
	adjacency->if_index = (uint32_t)if_index;
	if (mib_mac(row, MAC, mac) == 0) {
		adjacency->chassis_id_subtype = "mac";
		adjacency->chassis_id = arena_text(arena, mac_text(mac, text));
	}
	adjacency->sys_name = mib_text(arena, row, IDENTITY);
	adjacency->sys_descr = mib_text(arena, row, VERSION);
	adjacency->platform = mib_text(arena, row, PLATFORM);
	if (ip.family != 0)
		adjacency_add_address(device, adjacency, &ip);
	return 0;
}

const struct collector mikrotik_neighbours_collector = {
	.name = "MIKROTIK-MIB::mtxrNeighborTable",
	.entry = "1.3.6.1.4.1.14988.1.1.11.1.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = neighbour_row,
};

/* Remote index -> the LLDP row of it. */
static struct lookup *
lldp_rows(const struct device *device)
{
	struct lookup *rows = lookup_create();

	for (struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		if (strcmp(row->protocol, "lldp") == 0)
			*lookup_place(rows, &row->remote_index,
				sizeof(row->remote_index)) = row;
	return rows;
}

static void
lend_port(struct adjacency *lldp, const struct adjacency *own)
{
	if (lldp->local_port_number != 0)
		return;
	lldp->local_port_number = own->if_index;
	lldp->if_index = own->if_index;
	if (lldp->platform == NULL)
		lldp->platform = own->platform;
}

void
mikrotik_settle(struct device *device)
{
	struct lookup *rows = lldp_rows(device);
	struct adjacency **place = &device->adjacencies;

	while (*place != NULL) {
		struct adjacency *row = *place, *lldp = NULL;

		if (strcmp(row->protocol, protocol) == 0)
			lldp = lookup_find(rows, &row->remote_index,
				sizeof(row->remote_index));
		if (lldp == NULL) {
			place = &row->next;
			continue;
		}
		lend_port(lldp, row);
		*place = row->next;
	}
	lookup_free(rows);
}

/* fdb.c -- behind which port a bridge hears each MAC.
 *
 * The table of Q-BRIDGE-MIB (RFC 4363) is kept per filtering database, that of
 * BRIDGE-MIB (RFC 4188) for the whole bridge. Some agents put the length of
 * the MAC before it. */
#include <string.h>

#include "collectors.h"
#include "layer2.h"
#include "memory.h"
#include "mib.h"

enum { PORT, STATUS };
enum { STATUS_INVALID = 2 };

static const uint8_t columns[] = {
	[PORT] = 2, /* dot1qTpFdbPort, dot1dTpFdbPort */
	[STATUS] = 3, /* dot1qTpFdbStatus, dot1dTpFdbStatus */
};

static int
read_mac(struct index_reader *index, uint8_t mac[6])
{
	static const uint8_t none[6] = { 0 };

	if (index_mac(index, mac) != 0 || index->left != 0)
		return -1;
	return memcmp(mac, none, sizeof(none)) == 0 ? -1 : 0;
}

/* Port 0: the bridge heard the MAC, but does not say where. */
static void
fill(struct fdb_entry *entry, const struct mib_row *row)
{
	static const char *const words[] = { NULL, "other", NULL, "learned",
		"self", "mgmt" };
	int64_t port = mib_number(row, PORT);

	entry->port = port > 0 ? (uint32_t)port : 0;
	entry->status = mib_word(row, STATUS, words, COUNT(words));
}

static int
by_vlan_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct fdb_entry *entry;
	uint8_t mac[6];
	uint32_t fdb;

	if (index_number(&index, &fdb) != 0 || read_mac(&index, mac) != 0)
		return -1;
	if (mib_number(row, STATUS) == STATUS_INVALID)
		return 0;
	entry = layer2_add_fdb(device, FDB_BY_VLAN);
	entry->fdb = fdb;
	memcpy(entry->mac, mac, sizeof(mac));
	fill(entry, row);
	return 0;
}

const struct collector fdb_by_vlan_collector = {
	.name = "Q-BRIDGE-MIB::dot1qTpFdbTable",
	.entry = "1.3.6.1.2.1.17.7.1.2.2.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = by_vlan_row,
};

static int
plain_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct fdb_entry *entry;
	uint8_t mac[6];

	if (read_mac(&index, mac) != 0)
		return -1;
	if (mib_number(row, STATUS) == STATUS_INVALID)
		return 0;
	entry = layer2_add_fdb(device, FDB_PLAIN);
	memcpy(entry->mac, mac, sizeof(mac));
	fill(entry, row);
	return 0;
}

const struct collector fdb_collector = {
	.name = "BRIDGE-MIB::dot1dTpFdbTable",
	.entry = "1.3.6.1.2.1.17.4.3.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = plain_row,
};

/* lldp_med.c -- what phones and other endpoints say of themselves by LLDP-MED.
 *
 * The MIB (ANSI/TIA-1057) stands below the OUI of TIA, 4795; copies of it in
 * which the last arc reads 1 are in use too. Both are asked, and the second
 * counts where the first is empty (extensions.c). */
#include "collectors.h"
#include "device.h"
#include "extensions.h"
#include "lldp.h"
#include "mib.h"

#define BELOW_OUI "1.0.8802.1.1.2.1.5.4795.1.3"
#define BELOW_ONE "1.0.8802.1.1.2.1.5.1.1.3"

/* ---- capabilities ---- */

static const uint8_t capability_columns[] = { 1, 2, 3 };

static int
capabilities_row(
	struct device *device, const struct mib_row *row, enum med_arc arc)
{
	/* lldpXMedRemCapSupported, -CapCurrent, -DeviceClass */
	enum { ABLE_TO, CURRENT, CLASS };
	static const char *const words[] = { "capabilities", "network-policy",
		"location", "extended-pse", "extended-pd", "inventory", NULL };
	struct index_reader index = mib_index(row);
	struct remote_key key;
	struct med *med;
	int column = mib_has(row, CURRENT) ? CURRENT : ABLE_TO;

	if (lldp_read_key(&index, &key) != 0)
		return -1;
	med = extensions_med(device, arc, &key);
	med->device_class = mib_number(row, CLASS);
	med->capabilities = lldp_bits_text(device->arena, row, column, words);
	return 0;
}

static int
oui_capabilities_row(struct device *device, const struct mib_row *row)
{
	return capabilities_row(device, row, MED_BELOW_OUI);
}

static int
one_capabilities_row(struct device *device, const struct mib_row *row)
{
	return capabilities_row(device, row, MED_BELOW_ONE);
}

const struct collector med_capabilities_collector = {
	.name = "LLDP-EXT-MED-MIB::lldpXMedRemCapabilitiesTable",
	.entry = BELOW_OUI ".1.1",
	.columns = capability_columns,
	.column_count = COUNT(capability_columns),
	.on_row = oui_capabilities_row,
};

const struct collector old_med_capabilities_collector = {
	.name = "LLDP-EXT-MED-MIB::lldpXMedRemCapabilitiesTable (arc 1)",
	.entry = BELOW_ONE ".1.1",
	.columns = capability_columns,
	.column_count = COUNT(capability_columns),
	.on_row = one_capabilities_row,
};

/* ---- policies ---- */

static const char *const applications[] = { NULL, "voice", "voice signaling",
	"guest voice", "guest voice signaling", "softphone voice",
	"video conferencing", "streaming video", "video signaling" };

/* A number from 1, or as the MIB has it: BITS behind their length, of which
 * the first (0x80) means unknown. */
static const char *
read_application(struct index_reader *index)
{
	uint32_t first, octet;

	if (index_number(index, &first) != 0)
		return NULL;
	if (index->left == 0)
		return first < COUNT(applications) ? applications[first] : NULL;
	if (index->left != first || index_number(index, &octet) != 0)
		return NULL;
	for (size_t i = 1; i < 8; i++)
		if (octet & 0x80u >> i)
			return applications[i];
	if (index_number(index, &octet) == 0 && octet & 0x80u)
		return applications[8];
	return NULL;
}

static const uint8_t policy_columns[] = { 2, 3, 4, 5, 6 };

static int
policy_row(struct device *device, const struct mib_row *row, enum med_arc arc)
{
	/* lldpXMedRemMediaPolicyVlanID ... */
	enum { VLAN, PRIORITY, DSCP, UNKNOWN, TAGGED, TRUE = 1 };
	struct index_reader index = mib_index(row);
	struct remote_key key;
	const char *application;
	struct med_policy *policy;

	if (index.left < 4 || lldp_read_whole_key(&index, &key) != 0)
		return -1;
	application = read_application(&index);
	if (application == NULL || mib_number(row, VLAN) > 4095)
		return -1;
	policy = med_add_policy(device, extensions_med(device, arc, &key));
	policy->application = application;
	policy->vlan = mib_has(row, VLAN) ? mib_number(row, VLAN) : -1;
	policy->priority =
		mib_has(row, PRIORITY) ? mib_number(row, PRIORITY) : -1;
	policy->dscp = mib_has(row, DSCP) ? mib_number(row, DSCP) : -1;
	policy->unknown = mib_number(row, UNKNOWN) == TRUE;
	policy->tagged = mib_number(row, TAGGED) == TRUE;
	return 0;
}

static int
oui_policy_row(struct device *device, const struct mib_row *row)
{
	return policy_row(device, row, MED_BELOW_OUI);
}

static int
one_policy_row(struct device *device, const struct mib_row *row)
{
	return policy_row(device, row, MED_BELOW_ONE);
}

const struct collector med_policies_collector = {
	.name = "LLDP-EXT-MED-MIB::lldpXMedRemMediaPolicyTable",
	.entry = BELOW_OUI ".2.1",
	.columns = policy_columns,
	.column_count = COUNT(policy_columns),
	.on_row = oui_policy_row,
};

const struct collector old_med_policies_collector = {
	.name = "LLDP-EXT-MED-MIB::lldpXMedRemMediaPolicyTable (arc 1)",
	.entry = BELOW_ONE ".2.1",
	.columns = policy_columns,
	.column_count = COUNT(policy_columns),
	.on_row = one_policy_row,
};

/* ---- inventory ---- */

static const uint8_t inventory_columns[] = { 1, 2, 3, 4, 5, 6, 7 };

static int
inventory_row(
	struct device *device, const struct mib_row *row, enum med_arc arc)
{
	/* lldpXMedRemHardwareRev ... -AssetID */
	enum { HARDWARE, FIRMWARE, SOFTWARE, SERIAL, MAKER, MODEL, ASSET };
	struct index_reader index = mib_index(row);
	struct arena *arena = device->arena;
	struct remote_key key;
	struct med *med;

	if (lldp_read_key(&index, &key) != 0)
		return -1;
	med = extensions_med(device, arc, &key);
	med->hardware = mib_text(arena, row, HARDWARE);
	med->firmware = mib_text(arena, row, FIRMWARE);
	med->software = mib_text(arena, row, SOFTWARE);
	med->serial = mib_text(arena, row, SERIAL);
	med->manufacturer = mib_text(arena, row, MAKER);
	med->model = mib_text(arena, row, MODEL);
	med->asset = mib_text(arena, row, ASSET);
	return 0;
}

static int
oui_inventory_row(struct device *device, const struct mib_row *row)
{
	return inventory_row(device, row, MED_BELOW_OUI);
}

static int
one_inventory_row(struct device *device, const struct mib_row *row)
{
	return inventory_row(device, row, MED_BELOW_ONE);
}

const struct collector med_inventory_collector = {
	.name = "LLDP-EXT-MED-MIB::lldpXMedRemInventoryTable",
	.entry = BELOW_OUI ".3.1",
	.columns = inventory_columns,
	.column_count = COUNT(inventory_columns),
	.on_row = oui_inventory_row,
};

const struct collector old_med_inventory_collector = {
	.name = "LLDP-EXT-MED-MIB::lldpXMedRemInventoryTable (arc 1)",
	.entry = BELOW_ONE ".3.1",
	.columns = inventory_columns,
	.column_count = COUNT(inventory_columns),
	.on_row = one_inventory_row,
};

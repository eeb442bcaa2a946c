/* inventory.c -- what a device is made of, and what names it (ENTITY-MIB, RFC
 * 6933).
 *
 * The table lists every part, card by card; what names the device is its
 * chassis, or the stack that holds several. */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "parts.h"

enum { CHASSIS = 3, STACK = 11 };

enum {
	DESCR,
	INSIDE,
	CLASS,
	NAME,
	SOFTWARE,
	SERIAL,
	MANUFACTURER,
	MODEL,
};

static const uint8_t columns[] = {
	[DESCR] = 2, /* entPhysicalDescr */
	[INSIDE] = 4, /* entPhysicalContainedIn */
	[CLASS] = 5, /* entPhysicalClass */
	[NAME] = 7, /* entPhysicalName */
	[SOFTWARE] = 10, /* entPhysicalSoftwareRev */
	[SERIAL] = 11, /* entPhysicalSerialNum */
	[MANUFACTURER] = 12, /* entPhysicalMfgName */
	[MODEL] = 13, /* entPhysicalModelName */
};

/* The first chassis that has a serial number; a stack's members come later. */
static void
name_device(struct device *device, const struct device_part *part)
{
	if (device->serial != NULL)
		return;
	device->serial = part->serial;
	device->manufacturer = part->manufacturer ?: device->manufacturer;
	device->hardware_model = part->model ?: device->hardware_model;
	device->software = part->software ?: device->software;
}

static int
part_row(struct device *device, const struct mib_row *row)
{
	static const char *const classes[] = { NULL, "other", "unknown",
		"chassis", "backplane", "container", "powerSupply", "fan",
		"sensor", "module", "port", "stack", "cpu", "energyObject",
		"battery", "storageDrive" };
	struct index_reader index = mib_index(row);
	int64_t class = mib_number(row, CLASS);
	struct device_part *part;
	uint32_t number;

	if (index_number(&index, &number) != 0 || index.left != 0 ||
		!mib_has(row, CLASS))
		return -1;
	part = parts_find(device, number);
	part->inside = mib_number(row, INSIDE);
	part->class = mib_word(row, CLASS, classes, COUNT(classes));
	part->descr = mib_text(device->arena, row, DESCR);
	part->name = mib_text(device->arena, row, NAME);
	part->software = mib_text(device->arena, row, SOFTWARE);
	part->serial = mib_text(device->arena, row, SERIAL);
	part->manufacturer = mib_text(device->arena, row, MANUFACTURER);
	part->model = mib_text(device->arena, row, MODEL);
	if (class == CHASSIS || class == STACK)
		name_device(device, part);
	return 0;
}

const struct collector inventory_collector = {
	.name = "ENTITY-MIB::entPhysicalTable",
	.entry = "1.3.6.1.2.1.47.1.1.1.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.row_limit = 20000,
	.on_row = part_row,
};

/* entAliasMappingIdentifier points to a row: ifIndex.7 says interface 7. */
static int
alias_row(struct device *device, const struct mib_row *row)
{
	static const uint32_t if_index[] = { 1, 3, 6, 1, 2, 1, 2, 2, 1, 1 };
	struct index_reader index = mib_index(row);
	size_t length;
	const uint32_t *oid = mib_oid(row, 0, &length);
	uint32_t number, logical;

	if (index_number(&index, &number) != 0 ||
		index_number(&index, &logical) != 0 || index.left != 0 ||
		oid == NULL)
		return -1;
	if (length == COUNT(if_index) + 1 &&
		memcmp(oid, if_index, sizeof(if_index)) == 0)
		parts_find(device, number)->if_index = oid[length - 1];
	return 0;
}

const struct collector part_interfaces_collector = {
	.name = "ENTITY-MIB::entAliasMappingTable",
	.entry = "1.3.6.1.2.1.47.1.3.2.1",
	.columns = (const uint8_t[]){ 2 }, /* entAliasMappingIdentifier */
	.column_count = 1,
	.row_limit = 20000,
	.on_row = alias_row,
};

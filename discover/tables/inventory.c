/* inventory.c -- who made the device, which model, serial number and software.
 *
 * ENTITY-MIB (RFC 6933) lists every part of a device, card by card; what names
 * the device is its chassis, or the stack that holds several. */
#include "collectors.h"
#include "device.h"
#include "mib.h"

enum { CHASSIS = 3, STACK = 11 };

enum { CLASS, SERIAL, MANUFACTURER, MODEL, SOFTWARE };

static const uint8_t columns[] = {
	[CLASS] = 5, /* entPhysicalClass */
	[SERIAL] = 11, /* entPhysicalSerialNum */
	[MANUFACTURER] = 12, /* entPhysicalMfgName */
	[MODEL] = 13, /* entPhysicalModelName */
	[SOFTWARE] = 10, /* entPhysicalSoftwareRev */
};

/* The first chassis that has a serial number; a stack's members come later. */
static int
entity_row(struct device *device, const struct mib_row *row)
{
	int64_t class = mib_number(row, CLASS);

	if (!mib_has(row, CLASS))
		return -1;
	if ((class != CHASSIS && class != STACK) || device->serial != NULL)
		return 0;
	device->serial = mib_text(device->arena, row, SERIAL);
	device->manufacturer = mib_text(device->arena, row, MANUFACTURER)
		?: device->manufacturer;
	device->hardware_model =
		mib_text(device->arena, row, MODEL) ?: device->hardware_model;
	device->software =
		mib_text(device->arena, row, SOFTWARE) ?: device->software;
	return 0;
}

const struct collector inventory_collector = {
	.name = "ENTITY-MIB::entPhysicalTable",
	.entry = "1.3.6.1.2.1.47.1.1.1.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = entity_row,
};

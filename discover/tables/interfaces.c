/* interfaces.c -- ports of a device (IF-MIB, RFC 2863).
 *
 * Two tables share one index, and both know a speed: ifSpeed is exact but ends
 * at 4.29 Gbit/s (some agents let it wrap), ifHighSpeed is rounded to Mbit/s.*/
#include "collectors.h"
#include "device.h"
#include "mib.h"

enum { MEGABIT = 1000000 };

/* Of two values that differ by rounding the exact one, else the larger one. */
static int64_t
better_speed(int64_t one, int64_t other)
{
	int64_t difference = one > other ? one - other : other - one;
	int64_t larger = one > other ? one : other;

	if (one == 0 || other == 0 || difference > MEGABIT / 2)
		return larger;
	return one % MEGABIT != 0 ? one : other;
}

static struct interface *
interface_of(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	uint32_t number;

	if (index_number(&index, &number) != 0 || number == 0 ||
		index.left != 0)
		return NULL;
	return device_interface(device, number);
}

enum { DESCR, TYPE, MTU, SPEED, MAC, ADMIN, OPER };

static const uint8_t interface_columns[] = {
	[DESCR] = 2, /* ifDescr */
	[TYPE] = 3, /* ifType */
	[MTU] = 4, /* ifMtu */
	[SPEED] = 5, /* ifSpeed */
	[MAC] = 6, /* ifPhysAddress */
	[ADMIN] = 7, /* ifAdminStatus */
	[OPER] = 8, /* ifOperStatus */
};

static int
interface_row(struct device *device, const struct mib_row *row)
{
	static const char *const states[] = { NULL, "up", "down", "testing",
		"unknown", "dormant", "notPresent", "lowerLayerDown" };
	struct interface *interface = interface_of(device, row);
	int64_t speed = mib_number(row, SPEED);
	size_t length;

	if (interface == NULL)
		return -1;
	if (speed > 0 && speed < UINT32_MAX)
		interface->speed = better_speed(interface->speed, speed);
	interface->descr = mib_text(device->arena, row, DESCR);
	interface->type = mib_number(row, TYPE);
	interface->mtu = mib_number(row, MTU);
	mib_octets(row, MAC, &length);
	if (length != 8) /* eight octets are a world wide name, not a MAC */
		interface->has_mac = mib_mac(row, MAC, interface->mac) == 0;
	interface->admin_status = mib_word(row, ADMIN, states, 4);
	interface->oper_status = mib_word(row, OPER, states, COUNT(states));
	return 0;
}

const struct collector interfaces_collector = {
	.name = "IF-MIB::ifTable",
	.entry = "1.3.6.1.2.1.2.2.1",
	.columns = interface_columns,
	.column_count = COUNT(interface_columns),
	.on_row = interface_row,
};

enum { NAME, HIGH_SPEED, ALIAS };

static const uint8_t extension_columns[] = {
	[NAME] = 1, /* ifName */
	[HIGH_SPEED] = 15, /* ifHighSpeed */
	[ALIAS] = 18, /* ifAlias */
};

static int
extension_row(struct device *device, const struct mib_row *row)
{
	struct interface *interface = interface_of(device, row);
	int64_t speed = mib_number(row, HIGH_SPEED) * MEGABIT;

	if (interface == NULL)
		return -1;
	interface->name = mib_text(device->arena, row, NAME);
	interface->alias = mib_text(device->arena, row, ALIAS);
	interface->speed = better_speed(interface->speed, speed);
	return 0;
}

const struct collector interface_names_collector = {
	.name = "IF-MIB::ifXTable",
	.entry = "1.3.6.1.2.1.31.1.1.1",
	.columns = extension_columns,
	.column_count = COUNT(extension_columns),
	.on_row = extension_row,
};

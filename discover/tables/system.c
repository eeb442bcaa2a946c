/* system.c -- scalars: who the device says it is, and whether it forwards.
 *
 * A group of scalars is a table with one row whose index is 0. */
#include "collectors.h"
#include "device.h"
#include "mib.h"

static int
system_row(struct device *device, const struct mib_row *row)
{
	enum { DESCR, OBJECT_ID, UPTIME, CONTACT, NAME, LOCATION, SERVICES };
	struct arena *arena = device->arena;

	device->sys_descr = mib_text(arena, row, DESCR);
	device->sys_object_id = mib_oid_text(arena, row, OBJECT_ID);
	device->sys_uptime = mib_number(row, UPTIME);
	device->sys_contact = mib_text(arena, row, CONTACT);
	device->sys_name = mib_text(arena, row, NAME);
	device->sys_location = mib_text(arena, row, LOCATION);
	device->sys_services = mib_number(row, SERVICES);
	return 0;
}

static int
engine_row(struct device *device, const struct mib_row *row)
{
	size_t length;
	const uint8_t *octets = mib_octets(row, 0, &length);

	if (octets == NULL)
		return -1;
	device->engine_id = hex_from_octets(device->arena, octets, length);
	return 0;
}

static int
forwarding_row(struct device *device, const struct mib_row *row)
{
	enum { IPV4, IPV6 };

	device->ip_forwarding = mib_truth(row, IPV4);
	if (mib_truth(row, IPV6) != -1)
		device->ipv6_forwarding = mib_truth(row, IPV6);
	return 0;
}

static int
old_forwarding_row(struct device *device, const struct mib_row *row)
{
	if (device->ipv6_forwarding == -1)
		device->ipv6_forwarding = mib_truth(row, 0);
	return 0;
}

static int
bridge_row(struct device *device, const struct mib_row *row)
{
	char text[MAC_TEXT_SIZE];
	uint8_t mac[6];

	if (mib_mac(row, 0, mac) != 0)
		return -1;
	device->bridge_mac = arena_text(device->arena, mac_text(mac, text));
	return 0;
}

const struct collector system_collector = {
	.name = "SNMPv2-MIB::system",
	.entry = "1.3.6.1.2.1.1",
	.columns = (const uint8_t[]){ 1, 2, 3, 4, 5, 6, 7 },
	.column_count = 7,
	.on_row = system_row,
};

const struct collector engine_collector = {
	.name = "SNMP-FRAMEWORK-MIB::snmpEngine",
	.entry = "1.3.6.1.6.3.10.2.1",
	.columns = (const uint8_t[]){ 1 },
	.column_count = 1,
	.on_row = engine_row,
};

const struct collector forwarding_collector = {
	.name = "IP-MIB::ip",
	.entry = "1.3.6.1.2.1.4",
	.columns = (const uint8_t[]){ 1, 25 },
	.column_count = 2,
	.on_row = forwarding_row,
};

const struct collector old_forwarding_collector = {
	.name = "IPV6-MIB::ipv6MIBObjects",
	.entry = "1.3.6.1.2.1.55.1",
	.columns = (const uint8_t[]){ 1 },
	.column_count = 1,
	.on_row = old_forwarding_row,
};

const struct collector bridge_collector = {
	.name = "BRIDGE-MIB::dot1dBase",
	.entry = "1.3.6.1.2.1.17.1",
	.columns = (const uint8_t[]){ 1 },
	.column_count = 1,
	.on_row = bridge_row,
};

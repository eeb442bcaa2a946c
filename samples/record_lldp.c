/* record_lldp.c -- LLDP-MIB: what a device says, and what it hears. */
#include <string.h>

#include "memory.h"
#include "record.h"

enum { CHASSIS_MAC = 4, PORT_MAC = 3, PORT_NAME = 5, PORT_LOCAL = 7 };

uint32_t
lldp_port_number(const struct port *port)
{
	if (port->device->platform->lldp_numbers == LLDP_NUMBERS_BRIDGE_PORT)
		return port->bridge_port;
	return port->index;
}

/* The port id, and above it its subtype, in two neighbouring columns. */
static void
record_port_id(
	const struct row *row, int subtype_column, const struct port *port)
{
	char number[16];

	switch (port->device->platform->port_id) {
	case PORT_ID_MAC:
		row_number(row, subtype_column, INTEGER, PORT_MAC);
		row_octets(
			row, subtype_column + 1, port->mac, sizeof(port->mac));
		return;
	case PORT_ID_LOCAL:
		snprintf(number, sizeof(number), "%u", (unsigned)port->index);
		row_number(row, subtype_column, INTEGER, PORT_LOCAL);
		row_text(row, subtype_column + 1, number);
		return;
	case PORT_ID_NAME:
		row_number(row, subtype_column, INTEGER, PORT_NAME);
		row_text(row, subtype_column + 1, port->name);
		return;
	}
}

static void
record_local_ports(const struct recorder *recorder)
{
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next) {
		struct row row =
			row_begin(recorder->file, "1.0.8802.1.1.2.1.3.7.1");

		if (port->link == NULL && port->bridge_port == 0)
			continue;
		row_add_number(&row, lldp_port_number(port));
		record_port_id(&row, 2, port);
		row_text(&row, 4, port->name);
	}
}

static void
record_own_address(const struct recorder *recorder, const struct ip_address *ip)
{
	enum { IF_INDEX = 2 };
	struct row row = row_begin(recorder->file, "1.0.8802.1.1.2.1.3.8.1");
	size_t length;
	const uint8_t *octets;

	if (ip == NULL)
		return;
	octets = ip_octets(ip, &length);
	row_add_number(&row, ip->family == 4 ? 1 : 2);
	row_add_number(&row, (uint32_t)length);
	row_add_octets(&row, octets, length);
	row_number(&row, 3, INTEGER, (int64_t)length + 1);
	row_number(&row, 4, INTEGER, IF_INDEX);
	row_number(&row, 5, INTEGER, recorder->device->ports->index);
	row_oid(&row, 6, "1.3.6.1.2.1.31.1.1.1.1");
}

static void
record_local(const struct recorder *recorder)
{
	const struct device *device = recorder->device;
	const struct row local =
		row_begin(recorder->file, "1.0.8802.1.1.2.1.3");
	const uint8_t capabilities[2] = { device->role->capabilities, 0 };

	row_number(&local, 1, INTEGER, CHASSIS_MAC);
	row_octets(&local, 2, device->mac, sizeof(device->mac));
	row_text(&local, 3, device->name);
	row_text(&local, 4, device->platform->descr);
	row_octets(&local, 5, capabilities, sizeof(capabilities));
	row_octets(&local, 6, capabilities, sizeof(capabilities));
	record_local_ports(recorder);
	record_own_address(recorder, device_address(device, 4));
	record_own_address(recorder, device_address(device, 6));
}

struct row
lldp_remote_row(const struct recorder *recorder, const char *entry,
	const struct port *port)
{
	struct row row = row_begin(recorder->file, entry);

	/* The time mark is anything, and not zero, on real agents. */
	row_add_number(&row, recorder->device->number % 3 * 100);
	row_add_number(&row, lldp_port_number(port));
	row_add_number(&row, 1);
	return row;
}

static void
record_remote_address(const struct recorder *recorder, const struct port *port,
	const struct ip_address *ip)
{
	enum { IF_INDEX = 2 };
	struct row row =
		lldp_remote_row(recorder, "1.0.8802.1.1.2.1.4.2.1", port);
	size_t length;
	const uint8_t *octets;

	if (ip == NULL)
		return;
	octets = ip_octets(ip, &length);
	row_add_number(&row, ip->family == 4 ? 1 : 2);
	row_add_number(&row, (uint32_t)length);
	row_add_octets(&row, octets, length);
	row_number(&row, 3, INTEGER, IF_INDEX);
	row_number(&row, 4, INTEGER, port_far_end(port)->index);
	row_oid(&row, 5, "1.3.6.1.2.1.31.1.1.1.1");
}

static void
record_remote(const struct recorder *recorder, const struct port *port)
{
	const struct port *far = port_far_end(port);
	const struct device *device = far->device;
	const struct row row =
		lldp_remote_row(recorder, "1.0.8802.1.1.2.1.4.1.1", port);
	const uint8_t capabilities[2] = { device->role->capabilities, 0 };

	row_number(&row, 4, INTEGER, CHASSIS_MAC);
	row_octets(&row, 5, device->mac, sizeof(device->mac));
	record_port_id(&row, 6, far);
	row_text(&row, 8, far->name);
	row_text(&row, 9, device->name);
	row_text(&row, 10, device->platform->descr);
	row_octets(&row, 11, capabilities, sizeof(capabilities));
	row_octets(&row, 12, capabilities, sizeof(capabilities));
	record_remote_address(recorder, port, device_address(device, 4));
	record_remote_address(recorder, port, device_address(device, 6));
}

void
record_lldp(const struct recorder *recorder)
{
	record_local(recorder);
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next)
		if (port->link != NULL && port->link->lldp)
			record_remote(recorder, port);
}

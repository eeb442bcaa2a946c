/* record_device.c -- what a device says of itself: system, chassis, interfaces,
 * forwarding, bridge ports, engine id. */
#include <string.h>

#include "memory.h"
#include "record.h"

static bool
has_ipv6(const struct device *device)
{
	return device_address(device, 6) != NULL;
}

static void
record_forwarding(const struct recorder *recorder)
{
	enum { YES = 1, NO = 2 };
	const struct row ip = row_begin(recorder->file, "1.3.6.1.2.1.4");
	const struct device *device = recorder->device;
	bool forwards = device->role->forwards;

	row_number(&ip, 1, INTEGER, forwards ? YES : NO);
	row_number(&ip, 25, INTEGER, forwards && has_ipv6(device) ? YES : NO);
}

static void
record_engine(const struct recorder *recorder)
{
	enum { FORM_MAC = 3, ENTERPRISE_OCTETS = 4, MAC_OCTETS = 6 };
	/* 32473 is the enterprise number for examples, RFC 5612. */
	uint8_t id[ENTERPRISE_OCTETS + 1 + MAC_OCTETS] = { 0x80, 0, 0x7e, 0xd9,
		FORM_MAC };
	const struct row engine =
		row_begin(recorder->file, "1.3.6.1.6.3.10.2.1");

	if (!recorder->device->has_engine)
		return;
	memcpy(id + ENTERPRISE_OCTETS + 1, recorder->device->mac, MAC_OCTETS);
	row_octets(&engine, 1, id, sizeof(id));
	row_number(&engine, 2, INTEGER, 1);
	row_number(&engine, 3, INTEGER, 86400);
	row_number(&engine, 4, INTEGER, 1472);
}

void
record_system(const struct recorder *recorder)
{
	const struct device *device = recorder->device;
	const struct row system = row_begin(recorder->file, "1.3.6.1.2.1.1");

	row_text(&system, 1, device->platform->descr);
	row_oid(&system, 2, device->platform->object);
	row_number(&system, 3, TIME_TICKS, UPTIME_SECONDS * 100);
	row_text(&system, 4, "noc@marlin.example");
	row_text(&system, 5, device->name);
	row_text(&system, 6, device->location);
	row_number(&system, 7, INTEGER, device->role->services);
	record_forwarding(recorder);
	record_engine(recorder);
}

void
device_serial(const struct device *device, char *text, size_t size)
{
	snprintf(text, size, "%s-%04u", device->platform->model,
		(unsigned)device->number);
}

void
record_inventory(const struct recorder *recorder)
{
	enum { CHASSIS = 3 };
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.47.1.1.1.1");
	const struct device *device = recorder->device;
	char serial[32];

	if (device->platform->model == NULL)
		return;
	device_serial(device, serial, sizeof(serial));
	row_add_number(&row, 1);
	row_text(&row, 2, device->platform->descr);
	row_number(&row, 5, INTEGER, CHASSIS);
	row_text(&row, 10, device->platform->software);
	row_text(&row, 11, serial);
	row_text(&row, 12, device->platform->manufacturer);
	row_text(&row, 13, device->platform->model);
}

static bool
is_up(const struct port *port)
{
	return port->link != NULL || port->addresses != NULL ||
		port->bridge_port == 0;
}

/* What a person would have typed; nobody labels a port for a stranger. */
static void
record_alias(const struct recorder *recorder, const struct row *row,
	const struct port *port)
{
	const struct port *far = port_far_end(port);
	const char *segment =
		network_segment_name(recorder->network, port->segment);
	char alias[128] = "";

	if (far != NULL && port->link->lldp)
		snprintf(alias, sizeof(alias), "to %s %s", far->device->name,
			far->name);
	else if (segment != NULL)
		snprintf(alias, sizeof(alias), "%s", segment);
	row_text(row, 18, alias);
}

static void
record_interface(const struct recorder *recorder, const struct port *port)
{
	enum { UP = 1, DOWN = 2, MILLION = 1000000, LARGEST = 4294967295 };
	struct row plain = row_begin(recorder->file, "1.3.6.1.2.1.2.2.1");
	struct row extended = row_begin(recorder->file, "1.3.6.1.2.1.31.1.1.1");
	const int64_t speed = port->kind->speed;
	char descr[128];

	snprintf(descr, sizeof(descr), "%s%s", port->kind->descr,
		port->name + strlen(port->kind->start));
	row_add_number(&plain, port->index);
	row_number(&plain, 1, INTEGER, port->index);
	row_text(&plain, 2, descr);
	row_number(&plain, 3, INTEGER, port->type);
	row_number(&plain, 4, INTEGER, port->has_mac ? 1500 : 65536);
	row_number(&plain, 5, GAUGE32, speed < LARGEST ? speed : LARGEST);
	row_octets(&plain, 6, port->mac, port->has_mac ? 6 : 0);
	row_number(&plain, 7, INTEGER, UP);
	row_number(&plain, 8, INTEGER, is_up(port) ? UP : DOWN);
	row_number(&plain, 9, TIME_TICKS, 0);
	row_add_number(&extended, port->index);
	row_text(&extended, 1, port->name);
	row_number(&extended, 15, GAUGE32, speed / MILLION);
	record_alias(recorder, &extended, port);
}

void
record_interfaces(const struct recorder *recorder)
{
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next)
		record_interface(recorder, port);
}

void
record_bridge(const struct recorder *recorder)
{
	const struct device *device = recorder->device;
	const struct row base = row_begin(recorder->file, "1.3.6.1.2.1.17.1");

	if (!device->role->bridges)
		return;
	row_octets(&base, 1, device->mac, sizeof(device->mac));
	row_number(&base, 2, INTEGER, device->platform->port_count);
	for (const struct port *port = device->ports; port != NULL;
		port = port->next) {
		struct row row =
			row_begin(recorder->file, "1.3.6.1.2.1.17.1.4.1");

		if (port->bridge_port == 0)
			continue;
		row_add_number(&row, port->bridge_port);
		row_number(&row, 1, INTEGER, port->bridge_port);
		row_number(&row, 2, INTEGER, port->index);
	}
}

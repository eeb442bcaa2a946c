/* record_med.c -- LLDP-MED: what phones say of themselves to their switch.
 *
 * LLDP-EXT-MED-MIB stands below the OUI of TIA, 4795. */
#include <string.h>

#include "record.h"

#define MED "1.0.8802.1.1.2.1.5.4795.1.3"

static bool
is_phone(const struct device *device)
{
	return strcmp(device->role->name, "phone") == 0;
}

static void
record_capabilities(const struct recorder *recorder, const struct port *port)
{
	enum { PHONE_CLASS = 3 };
	/* capabilities, network policy, extended PD, inventory */
	const uint8_t bits = 0x80 | 0x40 | 0x08 | 0x04;
	const struct row row = lldp_remote_row(recorder, MED ".1.1", port);

	row_octets(&row, 1, &bits, sizeof(bits));
	row_octets(&row, 2, &bits, sizeof(bits));
	row_number(&row, 3, INTEGER, PHONE_CLASS);
}

/* The index ends in BITS, behind their length: the second one is voice. */
static void
record_policy(const struct recorder *recorder, const struct port *port)
{
	enum { VOICE = 0x40, PRIORITY = 5, EXPEDITED = 46, TRUE = 1, FALSE };
	struct row row = lldp_remote_row(recorder, MED ".2.1", port);

	row_add_number(&row, 1);
	row_add_number(&row, VOICE);
	row_number(&row, 2, INTEGER, port_vlan(port_far_end(port)));
	row_number(&row, 3, INTEGER, PRIORITY);
	row_number(&row, 4, INTEGER, EXPEDITED);
	row_number(&row, 5, INTEGER, FALSE); /* not unknown */
	row_number(&row, 6, INTEGER, TRUE); /* tagged */
}

static void
record_phone_inventory(const struct recorder *recorder, const struct port *port)
{
	const struct row row = lldp_remote_row(recorder, MED ".3.1", port);
	const struct device *phone = port_far_end(port)->device;
	char serial[32];

	device_serial(phone, serial, sizeof(serial));
	row_text(&row, 2, phone->platform->software); /* firmware */
	row_text(&row, 4, serial);
	row_text(&row, 5, phone->platform->manufacturer);
	row_text(&row, 6, phone->platform->model);
}

void
record_med(const struct recorder *recorder)
{
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next) {
		if (port->link == NULL || !port->link->lldp ||
			!is_phone(port_far_end(port)->device))
			continue;
		record_capabilities(recorder, port);
		record_policy(recorder, port);
		record_phone_inventory(recorder, port);
	}
}

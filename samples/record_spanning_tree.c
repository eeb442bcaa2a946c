/* record_spanning_tree.c -- which ports of a bridge are closed against loops.
 *
 * Of the two bridges on a line, the one that stands first in the description
 * speaks for it: it is the nearer one to the root. */
#include <string.h>

#include "record.h"

static bool
is_bridge(const struct port *port)
{
	return port->device->role->bridges && port->bridge_port != 0;
}

static const struct port *
designated_end(const struct port *port)
{
	const struct port *far = port_far_end(port);

	if (far != NULL && is_bridge(far) &&
		far->device->number < port->device->number)
		return far;
	return port;
}

static int
state(const struct port *port, const struct port *designated)
{
	enum { DISABLED = 1, BLOCKING = 2, FORWARDING = 5 };

	if (port->link == NULL)
		return DISABLED;
	return port->link->blocked && port != designated ? BLOCKING
							 : FORWARDING;
}

static void
record_port(const struct recorder *recorder, const struct port *port)
{
	enum { PRIORITY = 0x80, MAC_OCTETS = 6 };
	const struct port *end = designated_end(port);
	/* Their priorities, 32768 and 128, stand in front. */
	uint8_t bridge[2 + MAC_OCTETS] = { PRIORITY };
	const uint8_t number[2] = { PRIORITY, (uint8_t)end->bridge_port };
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.17.2.15.1");

	memcpy(bridge + 2, end->device->mac, MAC_OCTETS);
	row_add_number(&row, port->bridge_port);
	row_number(&row, 1, INTEGER, port->bridge_port);
	row_number(&row, 3, INTEGER, state(port, end));
	row_octets(&row, 8, bridge, sizeof(bridge));
	row_octets(&row, 9, number, sizeof(number));
}

void
record_spanning_tree(const struct recorder *recorder)
{
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next)
		if (is_bridge(port) && port->segment == NULL)
			record_port(recorder, port);
}

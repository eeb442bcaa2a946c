/* record_layer2.c -- VLANs and forwarding tables of bridges: as if everybody
 * had just spoken. */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "record.h"

enum { VLAN_LIMIT = 4095, LIST_OCTETS = 8, TRUNK_VLAN = 1 };

/* What one bridge knows of one VLAN. */
struct vlan_ports {
	uint8_t egress[LIST_OCTETS], untagged[LIST_OCTETS];
	bool is_known;
};

struct bridge {
	const struct recorder *recorder;
	const struct port *port; /* that the stations are behind */
	struct vlan_ports *vlans; /* by number */
};

static void
set_bit(uint8_t list[LIST_OCTETS], uint32_t port)
{
	if (port <= 8 * LIST_OCTETS)
		list[(port - 1) / 8] |= (uint8_t)(0x80 >> (port - 1) % 8);
}

/* The VLAN of frames without a tag: that of the end, of the computer behind a
 * phone; on lines to other bridges and to sub-interfaces none. */
static uint32_t
access_vlan(const struct port *port)
{
	const struct port *far = port_far_end(port);
	uint32_t vlan;

	if (far != NULL && port->link->only != 0)
		return port->link->only;
	if (far == NULL || port->segment != NULL || far->device->role->bridges)
		return TRUNK_VLAN;
	vlan = port_vlan(far);
	for (const struct port *behind = far->device->ports;
		far->device->platform->port_id == PORT_ID_MAC && behind != NULL;
		behind = behind->next)
		if (behind != far && port_far_end(behind) != NULL &&
			strcmp(behind->name, "PC-port") == 0)
			vlan = port_vlan(port_far_end(behind));
	return vlan != 0 ? vlan : TRUNK_VLAN;
}

static void
record_mac(const struct recorder *recorder, uint32_t vlan, const uint8_t mac[6],
	uint32_t port)
{
	enum { LEARNED = 3, SELF = 4 };
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.17.7.1.2.2.1");

	row_add_number(&row, vlan);
	row_add_octets(&row, mac, 6);
	row_number(&row, 2, INTEGER, port);
	row_number(&row, 3, INTEGER, port != 0 ? LEARNED : SELF);
}

static void
record_station(void *context, const struct port *station)
{
	struct bridge *bridge = context;
	const uint32_t vlan = port_vlan(station);
	const uint32_t port = bridge->port->bridge_port;

	if (vlan == 0 || vlan >= VLAN_LIMIT || !station->has_mac)
		return;
	record_mac(bridge->recorder, vlan, station->mac, port);
	bridge->vlans[vlan].is_known = true;
	set_bit(bridge->vlans[vlan].egress, port);
	if (vlan == access_vlan(bridge->port))
		set_bit(bridge->vlans[vlan].untagged, port);
}

static void
record_port(struct bridge *bridge, const struct port *port)
{
	const struct station_visit visit = { record_station, bridge, 0 };
	struct row row =
		row_begin(bridge->recorder->file, "1.3.6.1.2.1.17.7.1.4.5.1");
	const uint32_t vlan = port_vlan(port);

	if (port->bridge_port != 0) {
		bridge->port = port;
		row_add_number(&row, port->bridge_port);
		row_number(&row, 1, GAUGE32, access_vlan(port));
		stations_behind(port, &visit);
	} else if (vlan != 0 && vlan < VLAN_LIMIT && port->has_mac) {
		record_mac(bridge->recorder, vlan, port->mac, 0);
		bridge->vlans[vlan].is_known = true;
	}
}

/* The name of a VLAN is that of its segment. */
static const char *
vlan_name(const struct network *network, uint32_t vlan)
{
	for (size_t i = 0; i < network->device_count; i++)
		for (const struct port *port = network->devices[i].ports;
			port != NULL; port = port->next)
			if (port->segment != NULL && port_vlan(port) == vlan)
				return network_segment_name(
					network, port->segment);
	return "default";
}

static void
record_vlan(const struct recorder *recorder, uint32_t vlan,
	const struct vlan_ports *ports)
{
	struct row fixed =
		row_begin(recorder->file, "1.3.6.1.2.1.17.7.1.4.3.1");
	struct row current =
		row_begin(recorder->file, "1.3.6.1.2.1.17.7.1.4.2.1");

	row_add_number(&fixed, vlan);
	row_text(&fixed, 1, vlan_name(recorder->network, vlan));
	row_octets(&fixed, 2, ports->egress, LIST_OCTETS);
	row_octets(&fixed, 4, ports->untagged, LIST_OCTETS);
	row_add_number(&current, 0); /* time mark */
	row_add_number(&current, vlan);
	row_number(&current, 3, GAUGE32, vlan);
	row_octets(&current, 4, ports->egress, LIST_OCTETS);
	row_octets(&current, 5, ports->untagged, LIST_OCTETS);
}

void
record_layer2(const struct recorder *recorder)
{
	struct vlan_ports *vlans = memory_zeroed(VLAN_LIMIT * sizeof(*vlans));
	struct bridge bridge = { .recorder = recorder, .vlans = vlans };

	for (const struct port *port = recorder->device->ports;
		recorder->device->role->bridges && port != NULL;
		port = port->next)
		record_port(&bridge, port);
	for (uint32_t vlan = 1; vlan < VLAN_LIMIT; vlan++)
		if (vlans[vlan].is_known)
			record_vlan(recorder, vlan, &vlans[vlan]);
	free(vlans);
}

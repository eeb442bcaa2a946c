/* store_layer2.c -- VLANs, forwarding tables, aggregates as rows. */
#include "device.h"
#include "layer2.h"
#include "store_rows.h"

static int
store_membership(const struct place *place, const struct vlan *vlan,
	const struct bridge_port *port)
{
	return NEXT_ROW(place->store, INSERT_VLAN_PORT,
		integer_value(place->id), integer_value(vlan->number),
		integer_value(port->port), integer_value(port->if_index),
		text_value(port_list_has(&vlan->untagged, port->port)
				? "untagged"
				: "tagged"));
}

/* Bits of ports that the bridge does not have say nothing. */
static int
store_vlans(const struct place *place)
{
	for (const struct vlan *vlan = place->device->layer2->vlans;
		vlan != NULL; vlan = vlan->next) {
		if (NEXT_ROW(place->store, INSERT_VLAN,
			    integer_value(place->id),
			    integer_value(vlan->number),
			    text_value(vlan->name)) != 0)
			return -1;
		for (const struct bridge_port *port =
				place->device->bridge_ports;
			port != NULL; port = port->next)
			if (port_list_has(&vlan->egress, port->port) &&
				store_membership(place, vlan, port) != 0)
				return -1;
	}
	return 0;
}

static int
store_port_vlans(const struct place *place)
{
	for (const struct port_vlan *row = place->device->layer2->port_vlans;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_PORT_VLAN,
			    integer_value(place->id), integer_value(row->vlan),
			    integer_value(row->port)) != 0)
			return -1;
	return 0;
}

/* An interface of a switch that numbers no ports carries a VLAN. */
static int
store_carried(const struct place *place, uint32_t if_index, uint32_t vlan,
	const char *tagging)
{
	return NEXT_ROW(place->store, INSERT_CARRIED_VLAN,
		integer_value(place->id), integer_value(vlan),
		integer_value(if_index), integer_value(if_index),
		text_value(tagging), integer_value(tagging[0] == 'u'));
}

static int
store_access_ports(const struct place *place)
{
	for (const struct access_port *row =
			place->device->layer2->access_ports;
		row != NULL; row = row->next)
		if (store_carried(
			    place, row->if_index, row->vlan, "untagged") != 0)
			return -1;
	return 0;
}

/* A trunk names all VLANs that there could be: those that there are count. */
static int
store_trunk(const struct place *place, const struct trunk *trunk)
{
	for (const struct vlan *vlan = place->device->layer2->vlans;
		vlan != NULL; vlan = vlan->next) {
		bool is_native = vlan->number == trunk->native;

		if ((is_native || trunk_allows(trunk, vlan->number)) &&
			store_carried(place, trunk->if_index, vlan->number,
				is_native ? "untagged" : "tagged") != 0)
			return -1;
	}
	return 0;
}

static int
store_trunks(const struct place *place)
{
	for (const struct trunk *row = place->device->layer2->trunks;
		row != NULL; row = row->next)
		if (store_trunk(place, row) != 0)
			return -1;
	return 0;
}

static int
store_fdb(const struct place *place)
{
	char mac[MAC_TEXT_SIZE];

	for (const struct fdb_entry *row = place->device->layer2->fdb;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_FDB, integer_value(place->id),
			    known_number(row->vlan),
			    text_value(mac_text(row->mac, mac)),
			    known_number(row->port),
			    known_number(row->if_index),
			    text_value(row->status)) != 0)
			return -1;
	return 0;
}

static int
store_members(const struct place *place, enum stack_table table)
{
	static const char *const tables[] = { "dot3adAggPortTable",
		"ifStackTable" };
	char mac[MAC_TEXT_SIZE];

	for (const struct stacked_port *row =
			place->device->layer2->stacked_ports;
		row != NULL; row = row->next)
		if (row->table == table &&
			NEXT_ROW(place->store, INSERT_LAG_MEMBER,
				integer_value(place->id),
				integer_value(row->aggregate),
				integer_value(row->member),
				text_value(row->state),
				row->has_partner ? text_value(mac_text(
							   row->partner, mac))
						 : null_value(),
				known_number(row->partner_key),
				text_value(tables[table])) != 0)
			return -1;
	return 0;
}

static int
store_voice_vlans(const struct place *place)
{
	for (const struct voice_vlan *row = place->device->layer2->voice_vlans;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_VOICE_VLAN,
			    integer_value(place->id),
			    integer_value(row->if_index),
			    integer_value(row->vlan)) != 0)
			return -1;
	return 0;
}

/* What LACP says goes first: it stays where both know a port. */
static int
store_aggregates(const struct place *place)
{
	if (store_members(place, STACKED_BY_LACP) != 0)
		return -1;
	return store_members(place, STACKED_BY_INTERFACES);
}

static int
store_spanning_tree(const struct place *place)
{
	char mac[MAC_TEXT_SIZE];

	for (const struct stp_port *row = place->device->layer2->stp_ports;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_STP_PORT,
			    integer_value(place->id), integer_value(row->port),
			    known_number(row->if_index), text_value(row->state),
			    text_value(row->has_bridge
					    ? mac_text(row->bridge, mac)
					    : NULL),
			    known_number(row->bridge_port)) != 0)
			return -1;
	return 0;
}

int
store_layer2(const struct place *place)
{
	static int (*const lists[])(const struct place *) = {
		store_vlans,
		store_port_vlans,
		store_access_ports,
		store_trunks,
		store_fdb,
		store_aggregates,
		store_spanning_tree,
		store_voice_vlans,
	};
	const struct layer2 *layer2 = place->device->layer2;

	for (size_t i = 0; layer2 != NULL && i < COUNT(lists); i++)
		if (lists[i](place) != 0)
			return -1;
	return 0;
}

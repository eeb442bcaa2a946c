/* layer2.c -- what a bridge told us, and what its tables say together. */
#include "layer2.h"

#include <string.h>

#include "append.h"
#include "device.h"
#include "lookup.h"

struct layer2 *
layer2_of(struct device *device)
{
	struct layer2 *layer2 = device->layer2;

	if (layer2 != NULL)
		return layer2;
	layer2 = arena_allocate(device->arena, sizeof(*layer2));
	layer2->last_vlan = &layer2->vlans;
	layer2->last_port_vlan = &layer2->port_vlans;
	layer2->last_fdb = &layer2->fdb;
	layer2->last_stacked_port = &layer2->stacked_ports;
	layer2->last_stp_port = &layer2->stp_ports;
	layer2->last_voice_vlan = &layer2->voice_vlans;
	layer2->last_access_port = &layer2->access_ports;
	layer2->last_trunk = &layer2->trunks;
	return device->layer2 = layer2;
}

struct vlan *
layer2_vlan(struct device *device, uint32_t number)
{
	struct layer2 *layer2 = layer2_of(device);
	struct vlan *vlan;

	if (number < VLAN_FIRST || number > VLAN_LAST)
		return NULL;
	if (layer2->by_number[number] != NULL)
		return layer2->by_number[number];
	vlan = arena_allocate(device->arena, sizeof(*vlan));
	vlan->number = number;
	*layer2->last_vlan = vlan;
	layer2->last_vlan = &vlan->next;
	return layer2->by_number[number] = vlan;
}

void
layer2_add_port_vlan(struct device *device, uint32_t port, uint32_t vlan)
{
	struct layer2 *layer2 = layer2_of(device);
	struct port_vlan *row = arena_allocate(device->arena, sizeof(*row));

	row->port = port;
	row->vlan = vlan;
	APPEND(layer2->last_port_vlan, row);
}

void
layer2_add_voice_vlan(struct device *device, uint32_t if_index, uint32_t vlan)
{
	struct layer2 *layer2 = layer2_of(device);
	struct voice_vlan *row = arena_allocate(device->arena, sizeof(*row));

	row->if_index = if_index;
	row->vlan = vlan;
	APPEND(layer2->last_voice_vlan, row);
}

struct fdb_entry *
layer2_add_fdb(struct device *device, enum fdb_table table)
{
	struct layer2 *layer2 = layer2_of(device);
	struct fdb_entry *row = arena_allocate(device->arena, sizeof(*row));

	row->table = table;
	if (layer2->context_vlan != 0) {
		row->table = FDB_BY_VLAN;
		row->vlan = layer2->context_vlan;
	}
	APPEND(layer2->last_fdb, row);
	return row;
}

struct stacked_port *
layer2_add_stacked_port(
	struct device *device, uint32_t aggregate, uint32_t member)
{
	struct layer2 *layer2 = layer2_of(device);
	struct stacked_port *row = arena_allocate(device->arena, sizeof(*row));

	row->aggregate = aggregate;
	row->member = member;
	APPEND(layer2->last_stacked_port, row);
	return row;
}

struct stp_port *
layer2_add_stp_port(struct device *device, uint32_t port)
{
	struct layer2 *layer2 = layer2_of(device);
	struct stp_port *row = arena_allocate(device->arena, sizeof(*row));

	row->port = port;
	APPEND(layer2->last_stp_port, row);
	return row;
}

void
layer2_add_access_port(struct device *device, uint32_t if_index, uint32_t vlan)
{
	struct layer2 *layer2 = layer2_of(device);
	struct access_port *row = arena_allocate(device->arena, sizeof(*row));

	row->if_index = if_index;
	row->vlan = vlan;
	APPEND(layer2->last_access_port, row);
}

struct trunk *
layer2_add_trunk(struct device *device, uint32_t if_index)
{
	struct layer2 *layer2 = layer2_of(device);
	struct trunk *row = arena_allocate(device->arena, sizeof(*row));

	row->if_index = if_index;
	APPEND(layer2->last_trunk, row);
	return row;
}

bool
trunk_allows(const struct trunk *trunk, uint32_t vlan)
{
	return vlan <= VLAN_LAST &&
		(trunk->allowed[vlan / 8] & 0x80 >> vlan % 8) != 0;
}

bool
port_list_has(const struct port_list *list, uint32_t port)
{
	uint32_t bit = port - 1;

	return port > 0 && bit / 8 < list->length &&
		(list->octets[bit / 8] & 0x80 >> bit % 8) != 0;
}

/* ---- settling ---- */

/* Stands for two VLANs or more in one filtering database; never written. */
static struct vlan several;

/* Filtering database -> its VLAN. */
static struct lookup *
vlans_by_fdb(const struct layer2 *layer2)
{
	struct lookup *vlans = lookup_create();

	for (struct vlan *vlan = layer2->vlans; vlan != NULL;
		vlan = vlan->next) {
		void **place;

		if (!vlan->has_fdb)
			continue;
		place = lookup_place(vlans, &vlan->fdb, sizeof(vlan->fdb));
		*place = *place == NULL ? vlan : &several;
	}
	return vlans;
}

/* Agents without dot1qVlanFdbId number their databases as their VLANs, or by
 * numbers that no VLAN can have. */
static uint32_t
vlan_of_fdb(const struct lookup *vlans, uint32_t fdb)
{
	const struct vlan *vlan = lookup_find(vlans, &fdb, sizeof(fdb));

	if (vlan != NULL)
		return vlan->number; /* of several: 0 */
	return fdb <= VLAN_LAST ? fdb : 0;
}

static void
settle_vlans(struct layer2 *layer2)
{
	struct lookup *vlans = vlans_by_fdb(layer2);

	for (struct fdb_entry *row = layer2->fdb; row != NULL; row = row->next)
		if (row->table == FDB_BY_VLAN && row->vlan == 0)
			row->vlan = vlan_of_fdb(vlans, row->fdb);
	lookup_free(vlans);
}

static uint32_t
interface_of(const struct lookup *ports, uint32_t number)
{
	const struct bridge_port *port =
		lookup_find(ports, &number, sizeof(number));

	return port != NULL ? port->if_index : 0;
}

static struct lookup *
ports_by_number(struct bridge_port *first)
{
	struct lookup *ports = lookup_create();

	for (struct bridge_port *port = first; port != NULL; port = port->next)
		*lookup_place(ports, &port->port, sizeof(port->port)) = port;
	return ports;
}

static void
settle_ports(struct device *device)
{
	struct lookup *ports = ports_by_number(device->bridge_ports);

	for (struct fdb_entry *row = device->layer2->fdb; row != NULL;
		row = row->next)
		if (row->if_index == 0)
			row->if_index = interface_of(ports, row->port);
	for (struct stp_port *row = device->layer2->stp_ports; row != NULL;
		row = row->next)
		row->if_index = interface_of(ports, row->port);
	lookup_free(ports);
}

/* The plain table repeats the other one without its VLANs. */
static void
drop_repeated_macs(struct layer2 *layer2)
{
	struct lookup *known = lookup_create();
	struct fdb_entry **place = &layer2->fdb;

	for (struct fdb_entry *row = layer2->fdb; row != NULL; row = row->next)
		if (row->table == FDB_BY_VLAN)
			*lookup_place(known, row->mac, sizeof(row->mac)) = row;
	while (*place != NULL)
		if ((*place)->table == FDB_PLAIN &&
			lookup_find(known, (*place)->mac,
				sizeof((*place)->mac)) != NULL)
			*place = (*place)->next;
		else
			place = &(*place)->next;
	lookup_free(known);
}

/* ifStackTable stacks VLANs and tunnels too. */
static void
keep_aggregates(struct device *device)
{
	enum { MULTIPLEXOR = 54, LAG = 161 }; /* IANAifType */
	struct stacked_port **place = &device->layer2->stacked_ports;
	struct lookup *known = lookup_create();

	for (struct interface *port = device->interfaces; port != NULL;
		port = port->next)
		if (port->type == LAG || port->type == MULTIPLEXOR)
			*lookup_place(known, &port->index,
				sizeof(port->index)) = port;
	while (*place != NULL)
		if ((*place)->table == STACKED_BY_INTERFACES &&
			lookup_find(known, &(*place)->aggregate,
				sizeof((*place)->aggregate)) == NULL)
			*place = (*place)->next;
		else
			place = &(*place)->next;
	lookup_free(known);
}

/* The VLAN that a trunk would be in, were it none, is not in force. */
static void
drop_access_of_trunks(struct layer2 *layer2)
{
	struct access_port **place = &layer2->access_ports;
	struct lookup *trunks = lookup_create();

	for (struct trunk *row = layer2->trunks; row != NULL; row = row->next)
		*lookup_place(trunks, &row->if_index, sizeof(row->if_index)) =
			row;
	while (*place != NULL)
		if (lookup_find(trunks, &(*place)->if_index,
			    sizeof((*place)->if_index)) != NULL)
			*place = (*place)->next;
		else
			place = &(*place)->next;
	lookup_free(trunks);
}

void
layer2_settle(struct device *device)
{
	if (device->layer2 == NULL)
		return;
	settle_vlans(device->layer2);
	settle_ports(device);
	drop_repeated_macs(device->layer2);
	keep_aggregates(device);
	drop_access_of_trunks(device->layer2);
}

/* layer2_contexts.c -- forwarding tables that a switch keeps in a context of
 * each VLAN.
 *
 * Agents that know no contexts may answer in each of them as they always do,
 * and would have every MAC in every VLAN. */
#include "layer2.h"

#include <string.h>

#include "device.h"
#include "lookup.h"

void
layer2_enter_vlan(struct device *device, uint32_t vlan)
{
	struct layer2 *layer2 = layer2_of(device);

	layer2->context_vlan = vlan;
	layer2->context_fdb = layer2->last_fdb;
}

void
layer2_add_context_port(struct device *device, uint32_t port, uint32_t if_index)
{
	struct layer2 *layer2 = layer2_of(device);
	struct bridge_port *row = arena_allocate(device->arena, sizeof(*row));

	*row = (struct bridge_port){ layer2->context_ports, port, if_index };
	layer2->context_ports = row;
}

/* The numbers of ports mean something within their context only. */
static void
find_interfaces(struct layer2 *layer2)
{
	struct lookup *ports = lookup_create();

	for (struct bridge_port *port = layer2->context_ports; port != NULL;
		port = port->next)
		*lookup_place(ports, &port->port, sizeof(port->port)) = port;
	for (struct fdb_entry *row = *layer2->context_fdb; row != NULL;
		row = row->next) {
		const struct bridge_port *port =
			lookup_find(ports, &row->port, sizeof(row->port));

		row->if_index = port != NULL ? port->if_index : 0;
	}
	lookup_free(ports);
}

enum { MAC_AND_PORT = 10 };

static void
write_mac_and_port(const struct fdb_entry *row, uint8_t key[MAC_AND_PORT])
{
	memcpy(key, row->mac, sizeof(row->mac));
	memcpy(key + sizeof(row->mac), &row->port, sizeof(row->port));
}

/* But for what was learnt or forgotten meanwhile. One MAC, that of a router,
 * may well be in all VLANs. */
static bool
repeats_plain_table(const struct layer2 *layer2)
{
	struct lookup *plain = lookup_create();
	size_t plain_rows = 0, rows = 0, same = 0;
	uint8_t key[MAC_AND_PORT];

	for (struct fdb_entry *row = layer2->fdb; row != NULL; row = row->next)
		if (row->table == FDB_PLAIN) {
			write_mac_and_port(row, key);
			*lookup_place(plain, key, sizeof(key)) = row;
			plain_rows++;
		}
	for (struct fdb_entry *row = *layer2->context_fdb; row != NULL;
		row = row->next) {
		write_mac_and_port(row, key);
		same += lookup_find(plain, key, sizeof(key)) != NULL;
		rows++;
	}
	lookup_free(plain);
	return plain_rows > 1 && same * 10 >= plain_rows * 9 &&
		same * 10 >= rows * 9;
}

static void
judge_context(struct layer2 *layer2)
{
	enum { FIRST_VLAN = 1 };

	if (layer2->contexts_differ || layer2->context_vlan == FIRST_VLAN)
		return;
	if (repeats_plain_table(layer2))
		layer2->contexts_alike++;
	else
		layer2->contexts_differ = true;
}

void
layer2_leave_vlan(struct device *device)
{
	struct layer2 *layer2 = device->layer2;

	find_interfaces(layer2);
	judge_context(layer2);
	layer2->context_vlan = 0;
	layer2->context_ports = NULL;
}

int
layer2_contexts_alike(const struct device *device)
{
	const struct layer2 *layer2 = device->layer2;

	return layer2 == NULL || layer2->contexts_differ
		? 0
		: layer2->contexts_alike;
}

void
layer2_forget_contexts(struct device *device)
{
	struct layer2 *layer2 = device->layer2;
	struct fdb_entry **place = &layer2->fdb;

	while (*place != NULL)
		if ((*place)->table == FDB_BY_VLAN)
			*place = (*place)->next;
		else
			place = &(*place)->next;
	layer2->last_fdb = place;
}

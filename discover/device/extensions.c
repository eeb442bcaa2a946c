/* extensions.c -- rows of LLDP extensions, and whose they are. */
#include "extensions.h"

#include <stdbool.h>

#include "device.h"
#include "finder.h"

/* Keys of device_place. No padding: they are hashed as bytes. */
enum row_kind { FAR_PORT = MED_BELOW_ONE + 1, OWN_PORT };

struct row_key {
	uint32_t kind, local_port_number, remote_index;
};

struct extensions *
extensions_of(struct device *device)
{
	struct extensions *extensions = device->extensions;

	if (extensions != NULL)
		return extensions;
	extensions = arena_allocate(device->arena, sizeof(*extensions));
	extensions->last_med = &extensions->meds;
	extensions->last_far_port = &extensions->far_ports;
	extensions->last_port = &extensions->ports;
	return device->extensions = extensions;
}

struct med *
extensions_med(struct device *device, enum med_arc arc,
	const struct remote_key *remote)
{
	struct extensions *extensions = extensions_of(device);
	struct row_key key = { arc, remote->port, remote->index };
	void **place = device_place(device, &key, sizeof(key));
	struct med *med = *place;

	if (med != NULL)
		return med;
	med = arena_allocate(device->arena, sizeof(*med));
	med->arc = arc;
	med->remote = *remote;
	med->last_policy = &med->policies;
	*extensions->last_med = med;
	extensions->last_med = &med->next;
	return *place = med;
}

struct med_policy *
med_add_policy(struct device *device, struct med *med)
{
	struct med_policy *policy =
		arena_allocate(device->arena, sizeof(*policy));

	*med->last_policy = policy;
	med->last_policy = &policy->next;
	return policy;
}

struct far_port *
extensions_far_port(struct device *device, const struct remote_key *remote)
{
	struct extensions *extensions = extensions_of(device);
	struct row_key key = { FAR_PORT, remote->port, remote->index };
	void **place = device_place(device, &key, sizeof(key));
	struct far_port *port = *place;

	if (port != NULL)
		return port;
	port = arena_allocate(device->arena, sizeof(*port));
	port->remote = *remote;
	port->vlan = -1;
	port->negotiates = port->can_bundle = port->is_bundled = -1;
	port->last_vlan = &port->vlans;
	*extensions->last_far_port = port;
	extensions->last_far_port = &port->next;
	return *place = port;
}

struct far_vlan *
far_port_vlan(struct device *device, struct far_port *port, uint32_t number)
{
	struct far_vlan *vlan = port->vlans;

	while (vlan != NULL && vlan->number != number)
		vlan = vlan->next;
	if (vlan != NULL)
		return vlan;
	vlan = arena_allocate(device->arena, sizeof(*vlan));
	vlan->number = number;
	vlan->by_protocol = -1;
	*port->last_vlan = vlan;
	port->last_vlan = &vlan->next;
	return vlan;
}

struct lldp_local_port *
extensions_port(struct device *device, uint32_t if_index)
{
	struct extensions *extensions = extensions_of(device);
	struct row_key key = { .kind = OWN_PORT,
		.local_port_number = if_index };
	void **place = device_place(device, &key, sizeof(key));
	struct lldp_local_port *port = *place;

	if (port != NULL)
		return port;
	port = arena_allocate(device->arena, sizeof(*port));
	port->number = if_index;
	*extensions->last_port = port;
	extensions->last_port = &port->next;
	return *place = port;
}

/* ---- whose they are ---- */

/* The arc of the MIB's text counts; the other one where that is empty. */
static enum med_arc
best_arc(const struct extensions *extensions)
{
	for (const struct med *med = extensions->meds; med != NULL;
		med = med->next)
		if (med->arc == MED_BELOW_OUI)
			return MED_BELOW_OUI;
	return MED_BELOW_ONE;
}

static void
attach_meds(const struct extensions *extensions, const struct finder *finder)
{
	const enum med_arc arc = best_arc(extensions);

	for (const struct med *med = extensions->meds; med != NULL;
		med = med->next) {
		struct adjacency *row;

		if (med->arc != arc)
			continue;
		row = finder_find(finder, &med->remote);
		if (row != NULL && row->med == NULL)
			row->med = med;
	}
}

static void
attach_far_ports(
	const struct extensions *extensions, const struct finder *finder)
{
	for (const struct far_port *port = extensions->far_ports; port != NULL;
		port = port->next) {
		struct adjacency *row = finder_find(finder, &port->remote);

		if (row != NULL && row->far_port == NULL)
			row->far_port = port;
	}
}

static bool
is_any(const struct adjacency *adjacency)
{
	(void)adjacency;
	return true;
}

void
extensions_settle(struct device *device)
{
	struct finder *finder;

	if (device->extensions == NULL)
		return;
	finder = finder_create(device, "lldp", is_any);
	attach_meds(device->extensions, finder);
	attach_far_ports(device->extensions, finder);
	finder_free(finder);
	if (device->lldp_local_ports == NULL)
		device->lldp_local_ports = device->extensions->ports;
}

/* extensions.c -- rows of LLDP extensions, and whose they are.
 *
 * The remote index of an extension is that of the neighbour, or it is not and
 * the port has one neighbour only: then there is nobody else to mean. */
#include "extensions.h"

#include <string.h>

#include "device.h"
#include "lookup.h"

/* Keys of device_place. No padding: they are hashed as bytes. */
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
	extensions->last_port = &extensions->ports;
	return device->extensions = extensions;
}

struct med *
extensions_med(struct device *device, enum med_arc arc,
	uint32_t local_port_number, uint32_t remote_index)
{
	struct extensions *extensions = extensions_of(device);
	struct row_key key = { arc, local_port_number, remote_index };
	void **place = device_place(device, &key, sizeof(key));
	struct med *med = *place;

	if (med != NULL)
		return med;
	med = arena_allocate(device->arena, sizeof(*med));
	med->arc = arc;
	med->local_port_number = local_port_number;
	med->remote_index = remote_index;
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

struct lldp_local_port *
extensions_add_port(struct device *device, uint32_t if_index)
{
	struct extensions *extensions = extensions_of(device);
	struct lldp_local_port *port =
		arena_allocate(device->arena, sizeof(*port));

	port->number = if_index;
	*extensions->last_port = port;
	extensions->last_port = &port->next;
	return port;
}

/* ---- whose they are ---- */

/* Stands for two neighbours or more on one port. */
static struct adjacency several;

struct finder {
	struct lookup *exact; /* local port and remote index -> adjacency */
	struct lookup *alone; /* local port -> its only adjacency */
};

static void
finder_add(struct finder *finder, struct adjacency *row)
{
	const uint32_t key[] = { row->local_port_number, row->remote_index };
	void **place = lookup_place(finder->exact, key, sizeof(key));

	if (*place == NULL)
		*place = row;
	place = lookup_place(finder->alone, key, sizeof(key[0]));
	*place = *place == NULL ? row : &several;
}

static struct adjacency *
finder_find(const struct finder *finder, uint32_t port, uint32_t index)
{
	const uint32_t key[] = { port, index };
	struct adjacency *row = lookup_find(finder->exact, key, sizeof(key));

	if (row == NULL)
		row = lookup_find(finder->alone, key, sizeof(key[0]));
	return row != &several ? row : NULL;
}

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
		row = finder_find(
			finder, med->local_port_number, med->remote_index);
		if (row != NULL && row->med == NULL)
			row->med = med;
	}
}

void
extensions_settle(struct device *device)
{
	struct finder finder;

	if (device->extensions == NULL)
		return;
	finder = (struct finder){ lookup_create(), lookup_create() };
	for (struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		if (strcmp(row->protocol, "lldp") == 0)
			finder_add(&finder, row);
	attach_meds(device->extensions, &finder);
	if (device->lldp_local_ports == NULL)
		device->lldp_local_ports = device->extensions->ports;
	lookup_free(finder.exact);
	lookup_free(finder.alone);
}

/* contexts.c -- what a device tells only in an SNMP context of its own. */
#include "contexts.h"

#include <string.h>

#include "collectors.h"
#include "credentials.h"
#include "device.h"
#include "layer2.h"
#include "mib.h"
#include "vrfs.h"

/* A device with more is not asked for all of them. */
enum { VLAN_CONTEXTS = 512, VRF_CONTEXTS = 256 };

struct context_kind {
	const char *where; /* of an outcome */
	const struct collector *const *collectors;
	size_t count;
};

struct context {
	struct context *next;
	const struct context_kind *kind;
	const char *name;
	uint32_t vlan; /* 0: of a VRF */
	const char *omission; /* why it is not asked, or NULL */
};

static const struct collector *const vlan_tables[] = {
	&bridge_ports_collector,
	&fdb_collector,
};

static const struct collector *const vrf_tables[] = {
	&neighbours_collector,
	&old_ipv4_neighbours_collector,
	&old_ipv6_neighbours_collector,
	&cisco_neighbours_collector,
};

static const struct context_kind vlans = { "each VLAN", vlan_tables,
	COUNT(vlan_tables) };
static const struct context_kind vrfs = { "each VRF", vrf_tables,
	COUNT(vrf_tables) };

/* ---- which there are -------------------------------------------------- */

/* "vlan-10" (SNMPv3), "10" behind the community. */
static const char *
name_of_vlan(struct device *device, uint32_t vlan, bool is_v3)
{
	return arena_format(device->arena, is_v3 ? "vlan-%u" : "%u", vlan);
}

static bool
is_by_vlan(const struct layer2 *layer2)
{
	for (const struct fdb_entry *row = layer2->fdb; row != NULL;
		row = row->next)
		if (row->table == FDB_BY_VLAN)
			return true;
	return false;
}

static struct context **
add(struct device *device, struct context **end, const struct context *context)
{
	*end = arena_copy(device->arena, context, sizeof(*context));
	return &(*end)->next;
}

/* The first one too many stands for all behind it. */
static const char *
beyond(int count, int limit)
{
	return count > limit ? "too many, not asked from here on" : NULL;
}

static struct context **
add_vlans(struct device *device, struct context **end, bool is_v3)
{
	int count = 0;

	if (device->layer2 == NULL || is_by_vlan(device->layer2))
		return end;
	for (const struct vlan *vlan = device->layer2->vlans;
		vlan != NULL && count <= VLAN_CONTEXTS; vlan = vlan->next) {
		if (!vlan->has_context)
			continue;
		count++;
		end = add(device, end,
			&(struct context){ .kind = &vlans,
				.name = name_of_vlan(
					device, vlan->number, is_v3),
				.vlan = vlan->number,
				.omission = beyond(count, VLAN_CONTEXTS) });
	}
	return end;
}

/* Arista's contexts bear the names of the VRFs, and stand behind communities
 * as well. */
static bool
is_arista(const struct device *device)
{
	static const char arc[] = "1.3.6.1.4.1.30065.";

	return device->sys_object_id != NULL &&
		strncmp(device->sys_object_id, arc, strlen(arc)) == 0;
}

static struct context **
add_vrfs(struct device *device, struct context **end, bool is_v3)
{
	bool arista = is_arista(device);
	int count = 0;

	for (const struct vrf *vrf = device->vrfs;
		vrf != NULL && count <= VRF_CONTEXTS; vrf = vrf->next) {
		const char *name = arista ? vrf->name : vrf->snmp_context;

		if (name == NULL || (!is_v3 && !arista))
			continue;
		count++;
		end = add(device, end,
			&(struct context){ .kind = &vrfs,
				.name = name,
				.omission = beyond(count, VRF_CONTEXTS) });
	}
	return end;
}

struct context *
contexts_of(struct device *device, const struct credential *credential)
{
	bool is_v3 = credential->version == SNMP_V3;
	struct context *first = NULL, **end = &first;

	if (is_v3 && credential->context != NULL)
		return NULL; /* it was given one to ask in */
	end = add_vlans(device, end, is_v3);
	add_vrfs(device, end, is_v3);
	return first;
}

struct context *
context_next(const struct context *context)
{
	return context->next;
}

struct context *
context_next_kind(const struct context *context)
{
	struct context *next = context->next;

	while (next != NULL && next->kind == context->kind)
		next = next->next;
	return next;
}

const char *
context_omission(const struct context *context)
{
	return context->omission;
}

const char *
context_name(const struct context *context)
{
	return context->name;
}

/* ---- asking them ------------------------------------------------------ */

void
context_enter(struct device *device, const struct context *context)
{
	if (context->vlan != 0)
		layer2_enter_vlan(device, context->vlan);
}

void
context_leave(struct device *device, const struct context *context)
{
	if (context->vlan != 0)
		layer2_leave_vlan(device);
}

const struct collector *const *
context_collectors(const struct context *context, size_t *count)
{
	*count = context->kind->count;
	return context->kind->collectors;
}

const char *
context_where(const struct context *context)
{
	return context->kind->where;
}

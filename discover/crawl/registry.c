/* registry.c -- devices that answered, found by any name they gave.
 *
 * Names get cloned, so each name leads to a chain of devices. */
#include "identity.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lookup.h"
#include "memory.h"

enum name_kind { BY_ENGINE, BY_CHASSIS, BY_BRIDGE, BY_NAME, NAME_KINDS };

struct registry {
	struct arena *arena;
	struct lookup *names[NAME_KINDS];
	struct lookup *owners;
};

struct owner {
	struct known_device *device; /* NULL: two own it */
};

struct registry *
registry_create(void)
{
	struct registry *registry = memory_zeroed(sizeof(*registry));

	registry->arena = arena_create();
	for (int kind = 0; kind < NAME_KINDS; kind++)
		registry->names[kind] = lookup_create();
	registry->owners = lookup_create();
	return registry;
}

void
registry_free(struct registry *registry)
{
	if (registry == NULL)
		return;
	for (int kind = 0; kind < NAME_KINDS; kind++)
		lookup_free(registry->names[kind]);
	lookup_free(registry->owners);
	arena_free(registry->arena);
	free(registry);
}

/* Appends to `name`; false when the identity has no name of this kind. */
static bool
name_of(const struct identity *identity, enum name_kind kind, struct text *name)
{
	const char *const names[NAME_KINDS] = {
		[BY_ENGINE] = identity->engine_id,
		[BY_CHASSIS] = identity->chassis,
		[BY_BRIDGE] = identity->bridge_mac,
		[BY_NAME] =
			identity->sys_name != NULL ? identity->sys_name : "",
	};

	if (names[kind] == NULL)
		return false;
	text_clear(name);
	text_append(name, names[kind]);
	if (kind == BY_NAME && identity->sys_object_id != NULL)
		text_format(name, " %s", identity->sys_object_id);
	return true;
}

struct known_device *
registry_add(struct registry *registry, const struct identity *identity)
{
	struct arena *arena = registry->arena;
	struct known_device *device = arena_allocate(arena, sizeof(*device));
	struct text name = { 0 };

	device->identity = (struct identity){
		.sys_object_id = arena_text(arena, identity->sys_object_id),
		.sys_name = arena_text(arena, identity->sys_name),
		.engine_id = arena_text(arena, identity->engine_id),
		.chassis = arena_text(arena, identity->chassis),
		.bridge_mac = arena_text(arena, identity->bridge_mac),
	};
	for (int kind = 0; kind < NAME_KINDS; kind++) {
		void **place;

		if (!name_of(identity, kind, &name))
			continue;
		place = lookup_place(
			registry->names[kind], name.bytes, name.length);
		device->next_by_key[kind] = *place;
		*place = device;
	}
	text_free(&name);
	return device;
}

/* One chain: the same device ends the search, an unfinished one that is
 * perhaps the same is remembered. */
static struct known_device *
search_chain(struct known_device *device, int kind,
	const struct identity *identity, struct known_device **perhaps)
{
	for (; device != NULL; device = device->next_by_key[kind]) {
		enum identity_match match =
			identity_compare(&device->identity, identity);

		if (match == IDENTITY_SAME)
			return device;
		if (match == IDENTITY_PERHAPS && !device->is_walked)
			*perhaps = device;
	}
	return NULL;
}

struct known_device *
registry_find(struct registry *registry, const struct identity *identity,
	enum identity_match *match)
{
	struct known_device *perhaps = NULL, *same = NULL;
	struct text name = { 0 };

	for (int kind = 0; kind < NAME_KINDS && same == NULL; kind++) {
		if (!name_of(identity, kind, &name))
			continue;
		same = search_chain(lookup_find(registry->names[kind],
					    name.bytes, name.length),
			kind, identity, &perhaps);
	}
	text_free(&name);
	*match = same != NULL     ? IDENTITY_SAME
		: perhaps != NULL ? IDENTITY_PERHAPS
				  : IDENTITY_DIFFERENT;
	return same != NULL ? same : perhaps;
}

void
registry_claim(struct registry *registry, const struct ip_address *ip,
	struct known_device *device)
{
	void **place =
		lookup_place(registry->owners, ip->bytes, sizeof(ip->bytes));
	struct owner *owner = *place;

	if (owner == NULL) {
		*place = owner =
			arena_allocate(registry->arena, sizeof(*owner));
		owner->device = device;
	} else if (owner->device != device) {
		owner->device = NULL;
	}
}

struct known_device *
registry_owner(const struct registry *registry, const struct ip_address *ip)
{
	const struct owner *owner =
		lookup_find(registry->owners, ip->bytes, sizeof(ip->bytes));

	return owner == NULL ? NULL : owner->device;
}

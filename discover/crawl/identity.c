/* identity.c -- what a probe says of a device's identity, and comparing it. */
#include "identity.h"

#include <string.h>

#include "device.h"
#include "collectors.h"
#include "engine.h"
#include "mib.h"

enum {
	DESCR,
	UPTIME,
	OBJECT_ID,
	NAME,
	ENGINE,
	CHASSIS_SUBTYPE,
	CHASSIS,
	BRIDGE
};

const char *const identity_objects[] = {
	[DESCR] = "1.3.6.1.2.1.1.1.0",
	[UPTIME] = "1.3.6.1.2.1.1.3.0",
	[OBJECT_ID] = "1.3.6.1.2.1.1.2.0",
	[NAME] = "1.3.6.1.2.1.1.5.0",
	[ENGINE] = "1.3.6.1.6.3.10.2.1.1.0",
	[CHASSIS_SUBTYPE] = "1.0.8802.1.1.2.1.3.1.0",
	[CHASSIS] = "1.0.8802.1.1.2.1.3.2.0",
	[BRIDGE] = "1.3.6.1.2.1.17.1.1.0",
};

const size_t identity_object_count = COUNT(identity_objects);

static const char *
bridge_text(struct arena *arena, const struct mib_row *row)
{
	char text[MAC_TEXT_SIZE];
	uint8_t mac[6];

	if (mib_mac(row, BRIDGE, mac) != 0 || mac_is_virtual_router(mac))
		return NULL;
	return arena_text(arena, mac_text(mac, text));
}

static const char *
engine_text(struct arena *arena, const struct mib_row *row,
	const struct agent *agent)
{
	size_t length;
	const uint8_t *octets = mib_octets(row, ENGINE, &length);

	if (octets == NULL)
		octets = agent_engine_id(agent, &length);
	return length == 0 ? NULL : hex_from_octets(arena, octets, length);
}

void
identity_read(struct arena *arena, const struct probe_answer *answer,
	struct identity *identity)
{
	struct mib_row row = { .values = answer->values,
		.value_count = answer->value_count };

	identity->sys_object_id = mib_oid_text(arena, &row, OBJECT_ID);
	identity->sys_name = mib_text(arena, &row, NAME);
	identity->sys_descr = mib_text(arena, &row, DESCR);
	identity->engine_id = engine_text(arena, &row, answer->agent);
	identity->chassis =
		lldp_chassis_text(arena, &row, CHASSIS_SUBTYPE, CHASSIS);
	identity->bridge_mac = bridge_text(arena, &row);
}

void
identity_complete(struct device *device, const struct identity *identity)
{
	struct arena *arena = device->arena;

	device->sys_name =
		device->sys_name ?: arena_text(arena, identity->sys_name);
	device->sys_object_id = device->sys_object_id
		?: arena_text(arena, identity->sys_object_id);
	device->engine_id =
		device->engine_id ?: arena_text(arena, identity->engine_id);
	device->bridge_mac =
		device->bridge_mac ?: arena_text(arena, identity->bridge_mac);
}

bool
chassis_is_unique(const char *chassis)
{
	static const char mac_word[] = "mac ";
	static const char address_word[] = "network address ";
	struct ip_address ip;
	uint8_t mac[6];

	if (chassis == NULL)
		return false;
	if (strncmp(chassis, mac_word, strlen(mac_word)) == 0)
		return mac_parse(chassis + strlen(mac_word), mac) == 0 &&
			!mac_is_virtual_router(mac);
	if (strncmp(chassis, address_word, strlen(address_word)) == 0)
		return ip_parse(chassis + strlen(address_word), &ip) == 0 &&
			ip_kind_is_usable(&ip);
	return false;
}

enum comparison { NOT_COMPARABLE, EQUAL, UNEQUAL };

static enum comparison
compare(const char *one, const char *other)
{
	if (one == NULL || other == NULL)
		return NOT_COMPARABLE;
	return strcmp(one, other) == 0 ? EQUAL : UNEQUAL;
}

static bool
is_same_text(const char *one, const char *other)
{
	return strcmp(one != NULL ? one : "", other != NULL ? other : "") == 0;
}

enum identity_match
identity_compare(const struct identity *one, const struct identity *other)
{
	enum comparison chassis = compare(one->chassis, other->chassis);
	enum comparison bridge = compare(one->bridge_mac, other->bridge_mac);
	enum comparison engine = compare(one->engine_id, other->engine_id);
	bool same_name = is_same_text(one->sys_name, other->sys_name) &&
		is_same_text(one->sys_object_id, other->sys_object_id);
	bool same_chassis =
		(chassis == EQUAL && chassis_is_unique(one->chassis)) ||
		bridge == EQUAL;

	if (chassis == UNEQUAL || bridge == UNEQUAL)
		return IDENTITY_DIFFERENT;
	if (same_chassis)
		return engine == UNEQUAL && !same_name ? IDENTITY_DIFFERENT
						       : IDENTITY_SAME;
	if (engine == NOT_COMPARABLE)
		return same_name ? IDENTITY_PERHAPS : IDENTITY_DIFFERENT;
	return engine == EQUAL && same_name ? IDENTITY_SAME
					    : IDENTITY_DIFFERENT;
}

const char *
identity_in_common(const struct identity *one, const struct identity *other)
{
	if (compare(one->chassis, other->chassis) == EQUAL &&
		chassis_is_unique(one->chassis))
		return "answers with its chassis id";
	if (compare(one->bridge_mac, other->bridge_mac) == EQUAL)
		return "answers with its bridge MAC";
	if (compare(one->engine_id, other->engine_id) == EQUAL)
		return "answers with its engine id, name and model";
	return "answers with its name and model";
}

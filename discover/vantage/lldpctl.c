/* lldpctl.c -- what lldpctl prints as JSON, as rows of a device.
 *
 * In json0 every element is a list, whether it can repeat or not, and its text
 * is called value. Words become those of LLDP-MIB. */
#include "lldpctl.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "device.h"
#include "mib.h"

struct word_pair {
	const char *theirs, *ours;
};

static const struct word_pair subtypes[] = {
	{ "ifalias", "interface alias" },
	{ "ifname", "interface name" },
	{ "ip", "network address" },
	{ "local", "local" },
	{ "mac", "mac" },
};

/* In the order of their bits. */
static const struct word_pair capabilities[] = {
	{ "Other", "other" },
	{ "Repeater", "repeater" },
	{ "Bridge", "bridge" },
	{ "Wlan", "wlan" },
	{ "Router", "router" },
	{ "Tel", "telephone" },
	{ "Docsis", "docsis" },
	{ "Station", "station" },
};

static const struct word_pair protocols[] = {
	{ "LLDP", "lldp" },
	{ "CDPv1", "cdp" },
	{ "CDPv2", "cdp" },
	{ "FDP", "fdp" },
	{ "EDP", "edp" },
	{ "SONMP", "sonmp" },
};

static const char *
word_of(const struct word_pair *pairs, size_t count, const char *word)
{
	for (size_t i = 0; word != NULL && i < count; i++)
		if (strcasecmp(word, pairs[i].theirs) == 0)
			return pairs[i].ours;
	return NULL;
}

/* The first element of that name; NULL when there is none. */
static const json_t *
first(const json_t *parent, const char *name)
{
	return json_array_get(json_object_get(parent, name), 0);
}

static const char *
member(const json_t *parent, const char *name)
{
	const char *text = json_string_value(json_object_get(parent, name));

	return text == NULL || text[0] == '\0' ? NULL : text;
}

/* Neighbours are foreign: no control characters. */
static const char *
clean(struct arena *arena, const char *text)
{
	return text == NULL
		? NULL
		: text_from_octets(arena, (const uint8_t *)text, strlen(text));
}

/* The text of the first element of that name, in the arena. */
static const char *
value_of(struct arena *arena, const json_t *parent, const char *name)
{
	return clean(arena, member(first(parent, name), "value"));
}

/* In the spelling of lldp.c, so that both ends of a link write the same. */
static const char *
identifier(struct arena *arena, const json_t *id, const char *subtype)
{
	const char *text = member(id, "value");
	char mac_spelling[MAC_TEXT_SIZE], ip_spelling[IP_TEXT_SIZE];
	struct ip_address ip;
	uint8_t mac[6];

	if (text == NULL || subtype == NULL)
		return clean(arena, text);
	if (strcmp(subtype, "mac") == 0 && mac_parse(text, mac) == 0)
		text = mac_text(mac, mac_spelling);
	if (strcmp(subtype, "network address") == 0 && ip_parse(text, &ip) == 0)
		text = ip_text(&ip, ip_spelling);
	return clean(arena, text);
}

static const char *
capabilities_of(struct arena *arena, const json_t *chassis, bool enabled_only)
{
	const json_t *list = json_object_get(chassis, "capability");
	const char *words = NULL;

	for (size_t i = 0; i < COUNT(capabilities); i++) {
		size_t place;
		const json_t *item;

		json_array_foreach((json_t *)(uintptr_t)list, place, item)
		{
			const char *type = member(item, "type");

			if (type == NULL ||
				strcasecmp(type, capabilities[i].theirs) != 0)
				continue;
			if (enabled_only &&
				!json_is_true(json_object_get(item, "enabled")))
				continue;
			words = words == NULL
				? capabilities[i].ours
				: arena_format(arena, "%s %s", words,
					  capabilities[i].ours);
		}
	}
	return words;
}

/* ---- neighbours ---- */

static uint32_t
if_index_of(const struct device *device, const char *name)
{
	for (const struct interface *port = device->interfaces; port != NULL;
		port = port->next)
		if (port->name != NULL && strcmp(port->name, name) == 0)
			return port->index;
	return 0;
}

static void
add_addresses(struct device *device, struct adjacency *adjacency,
	const json_t *chassis)
{
	const json_t *list = json_object_get(chassis, "mgmt-ip");
	const json_t *item;
	size_t place;

	json_array_foreach((json_t *)(uintptr_t)list, place, item)
	{
		const char *text = member(item, "value");
		struct ip_address ip;

		if (text == NULL || ip_parse(text, &ip) != 0)
			continue;
		ip.prefix_length = NO_PREFIX_LENGTH;
		adjacency_add_address(device, adjacency, &ip);
	}
}

static void
fill_adjacency(struct device *device, struct adjacency *adjacency,
	const json_t *chassis, const json_t *port)
{
	struct arena *arena = device->arena;
	const json_t *chassis_id = first(chassis, "id");
	const json_t *port_id = first(port, "id");

	adjacency->chassis_id_subtype =
		word_of(subtypes, COUNT(subtypes), member(chassis_id, "type"));
	adjacency->chassis_id =
		identifier(arena, chassis_id, adjacency->chassis_id_subtype);
	adjacency->port_id_subtype =
		word_of(subtypes, COUNT(subtypes), member(port_id, "type"));
	adjacency->port_id =
		identifier(arena, port_id, adjacency->port_id_subtype);
	adjacency->port_description = value_of(arena, port, "descr");
	adjacency->sys_name = value_of(arena, chassis, "name");
	adjacency->sys_descr = value_of(arena, chassis, "descr");
	adjacency->capabilities_supported =
		capabilities_of(arena, chassis, false);
	adjacency->capabilities_enabled = capabilities_of(arena, chassis, true);
	if (strcmp(adjacency->protocol, "lldp") != 0)
		adjacency->device_id = adjacency->sys_name;
	add_addresses(device, adjacency, chassis);
}

/* One port of ours with one neighbour behind it; there may be several such. */
static int
read_neighbour(struct device *device, const json_t *interface)
{
	const char *name = member(interface, "name");
	const char *number = member(interface, "rid");
	const char *protocol =
		word_of(protocols, COUNT(protocols), member(interface, "via"));
	const json_t *chassis = first(interface, "chassis");
	const json_t *port = first(interface, "port");
	struct adjacency *adjacency;
	uint32_t if_index;

	if (name == NULL || protocol == NULL || first(chassis, "id") == NULL ||
		first(port, "id") == NULL)
		return -1;
	if_index = if_index_of(device, name);
	if (if_index == 0)
		return -1;
	adjacency = device_adjacency(device, protocol, if_index,
		number != NULL ? (uint32_t)strtoul(number, NULL, 10) : 0);
	adjacency->if_index = if_index;
	fill_adjacency(device, adjacency, chassis, port);
	return 0;
}

int
lldpctl_read_neighbours(
	struct device *device, const char *json, struct lldpctl_count *count)
{
	json_t *root = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
	const json_t *lldp = first(root, "lldp");
	const json_t *list = json_object_get(lldp, "interface");
	const json_t *interface;
	size_t place;
	int result = lldp != NULL ? 0 : -1;

	json_array_foreach((json_t *)(uintptr_t)list, place, interface)
	{
		if (read_neighbour(device, interface) == 0)
			count->rows++;
		else
			count->refused++;
	}
	json_decref(root);
	return result;
}

/* ---- who we are ---- */

int
lldpctl_read_chassis(
	struct device *device, const char *json, struct lldpctl_count *count)
{
	json_t *root = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
	const json_t *chassis = first(first(root, "local-chassis"), "chassis");
	const json_t *id = first(chassis, "id");
	struct arena *arena = device->arena;
	int result = chassis != NULL ? 0 : -1;

	if (id != NULL) {
		device->chassis_id_subtype =
			word_of(subtypes, COUNT(subtypes), member(id, "type"));
		device->chassis_id =
			identifier(arena, id, device->chassis_id_subtype);
		device->lldp_sys_name = value_of(arena, chassis, "name");
		device->sys_descr = value_of(arena, chassis, "descr");
		device->capabilities = capabilities_of(arena, chassis, true);
		count->rows++;
	}
	json_decref(root);
	return result;
}

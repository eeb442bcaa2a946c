/* tplink.c -- what TP-Link's Jetstream switches tell in tables of their own:
 * neighbours by LLDP and IPv6 addresses.
 *
 * They serve LLDP-MIB for their own ports only. Their private table spells
 * out what LLDP-MIB numbers: "MAC address", "Interface name". */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "lldp.h"
#include "mib.h"

enum {
	CHASSIS_TYPE,
	CHASSIS,
	PORT_TYPE,
	PORT,
	DESCRIPTION,
	NAME,
	SYSTEM,
	ABLE_TO,
	DOES,
	ADDRESS
};

static const uint8_t columns[] = {
	[CHASSIS_TYPE] = 3, /* lldpNeighborChassisIdType */
	[CHASSIS] = 4, /* lldpNeighborChassisId */
	[PORT_TYPE] = 5, /* lldpNeighborPortIdType */
	[PORT] = 6, /* lldpNeighborPortId */
	[DESCRIPTION] = 8, /* lldpNeighborPortDesc */
	[NAME] = 9, /* lldpNeighborDeviceName */
	[SYSTEM] = 10, /* lldpNeighborDeviceDesc */
	[ABLE_TO] = 11, /* lldpNeighborCapAvailable */
	[DOES] = 12, /* lldpNeighborCapEnabled */
	[ADDRESS] = 13, /* lldpNeighborManageIpAddr */
};

/* In LLDP's words, in the order of their bits. */
static const struct {
	const char *said, *word;
} words[] = {
	{ "MAC address", "mac" },
	{ "Network address", "network address" },
	{ "Interface name", "interface name" },
	{ "Interface alias", "interface alias" },
	{ "Chassis component", "chassis component" },
	{ "Port component", "port component" },
	{ "Agent circuit ID", "agent circuit id" },
	{ "Locally assigned", "local" },
}, abilities[] = {
	{ "Repeater", "repeater" },
	{ "Bridge", "bridge" },
	{ "WLAN", "wlan" },
	{ "Router", "router" },
	{ "Telephone", "telephone" },
	{ "DOCSIS", "docsis" },
	{ "Station", "station" },
};

static const char *
subtype(struct arena *arena, const struct mib_row *row, int column)
{
	const char *said = mib_text(arena, row, column);

	for (size_t i = 0; said != NULL && i < COUNT(words); i++)
		if (strcasecmp(words[i].said, said) == 0)
			return words[i].word;
	return NULL;
}

static const char *
capabilities(struct arena *arena, const struct mib_row *row, int column)
{
	const char *said = mib_text(arena, row, column);
	const char *result = NULL;

	for (size_t i = 0; said != NULL && i < COUNT(abilities); i++) {
		if (strstr(said, abilities[i].said) == NULL)
			continue;
		result = result == NULL ? abilities[i].word
					: arena_format(arena, "%s %s", result,
						  abilities[i].word);
	}
	return result;
}

/* "::" for none, "::192.0.2.1" for IPv4. */
static void
add_address(struct device *device, struct adjacency *adjacency,
	const struct mib_row *row)
{
	const char *said = mib_text(device->arena, row, ADDRESS);
	struct ip_address ip;

	if (said == NULL || strcmp(said, "::") == 0 ||
		strcmp(said, "0.0.0.0") == 0)
		return;
	if (strncmp(said, "::", 2) == 0 && strchr(said, '.') != NULL)
		said += 2;
	if (ip_parse(said, &ip) == 0)
		adjacency_add_address(device, adjacency, &ip);
}

static const char *
identifier(struct arena *arena, const struct mib_row *row, int column,
	const char *kind)
{
	char text[MAC_TEXT_SIZE];
	uint8_t mac[6];

	if (kind != NULL && strcmp(kind, "mac") == 0 &&
		mib_mac(row, column, mac) == 0)
		return arena_text(arena, mac_text(mac, text));
	return mib_text(arena, row, column);
}

/* ifIndex.remIndex */
static int
neighbour_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct arena *arena = device->arena;
	struct adjacency *adjacency;
	uint32_t if_index, number;
	size_t length;

	if (index_number(&index, &if_index) != 0 || if_index == 0 ||
		index_number(&index, &number) != 0 || index.left != 0 ||
		mib_octets(row, CHASSIS, &length) == NULL)
		return -1;
	adjacency =
		device_adjacency(device, LLDP_DRAFT "tplink", if_index, number);
	adjacency->if_index = if_index;
	adjacency->chassis_id_subtype = subtype(arena, row, CHASSIS_TYPE);
	adjacency->chassis_id =
		identifier(arena, row, CHASSIS, adjacency->chassis_id_subtype);
	adjacency->port_id_subtype = subtype(arena, row, PORT_TYPE);
	adjacency->port_id =
		identifier(arena, row, PORT, adjacency->port_id_subtype);
	adjacency->port_description = mib_text(arena, row, DESCRIPTION);
	adjacency->sys_name = mib_text(arena, row, NAME);
	adjacency->sys_descr = mib_text(arena, row, SYSTEM);
	adjacency->capabilities_supported = capabilities(arena, row, ABLE_TO);
	adjacency->capabilities_enabled = capabilities(arena, row, DOES);
	add_address(device, adjacency, row);
	return 0;
}

const struct collector tplink_neighbours_collector = {
	.name = "TPLINK-LLDPINFO-MIB::lldpNeighborInfoTable",
	.entry = "1.3.6.1.4.1.11863.6.35.1.2.2.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = neighbour_row,
};

enum { IF_INDEX, OWN_ADDRESS, PREFIX_LENGTH, ORIGIN };

static const uint8_t address_columns[] = {
	[IF_INDEX] = 1, /* ipv6ParaConfigIfIndex */
	[OWN_ADDRESS] = 4, /* ipv6ParaConfigAddress */
	[PREFIX_LENGTH] = 5, /* ipv6ParaConfigPrefixLength */
	[ORIGIN] = 6, /* ipv6ParaConfigSourceType */
};

/* The index is ifIndex.type.origin.octets: the columns say it all. */
static int
address_row(struct device *device, const struct mib_row *row)
{
	static const char *const origins[] = { NULL, "manual", "linklayer",
		"dhcp", "linklayer" };
	int64_t port = mib_number(row, IF_INDEX);
	int64_t prefix_length = mib_number(row, PREFIX_LENGTH);
	struct device_address *address;
	struct ip_address ip;
	size_t length;
	const uint8_t *octets = mib_octets(row, OWN_ADDRESS, &length);

	if (port <= 0 || length != 16 ||
		ip_from_octets(octets, length, &ip) != 0)
		return -1;
	if (prefix_length > 0 && prefix_length <= 128)
		ip.prefix_length = (int)prefix_length;
	address = device_add_address(
		device, (uint32_t)port, &ip, "ipv6ParaConfigAddrTable");
	address->origin = address->origin
		?: mib_word(row, ORIGIN, origins, COUNT(origins));
	return 0;
}

const struct collector tplink_addresses_collector = {
	.name = "TPLINK-IPV6ADDR-MIB::ipv6ParaConfigAddrTable",
	.entry = "1.3.6.1.4.1.11863.6.50.1.1.1",
	.columns = address_columns,
	.column_count = COUNT(address_columns),
	.on_row = address_row,
};

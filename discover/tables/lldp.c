/* lldp.c -- what a device says of itself and its neighbours by LLDP.
 *
 * Identifiers are octets whose meaning their subtype tells. They become text
 * in one spelling, so that both ends of a link write the same: MACs as MAC
 * text, addresses as address text, other octets as text if they print and as
 * hex if not. */
#include <stdlib.h>
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "lldp.h"
#include "mib.h"

static const char *const chassis_subtypes[] = { NULL, "chassis component",
	"interface alias", "port component", "mac", "network address",
	"interface name", "local" };
static const char *const port_subtypes[] = { NULL, "interface alias",
	"port component", "mac", "network address", "interface name",
	"agent circuit id", "local" };

static const char *
mac_identifier(struct arena *arena, const uint8_t *octets, size_t length)
{
	char text[MAC_TEXT_SIZE];
	uint8_t mac[6];

	if (mac_from_octets(octets, length, mac) != 0)
		return NULL;
	return arena_text(arena, mac_text(mac, text));
}

/* An octet of the address family (1 IPv4, 2 IPv6), which some leave out. */
static const char *
address_identifier(struct arena *arena, const uint8_t *octets, size_t length)
{
	char text[IP_TEXT_SIZE];
	struct ip_address ip;

	if ((length == 5 && octets[0] == 1) || (length == 17 && octets[0] == 2))
		octets++, length--;
	if (ip_from_octets(octets, length, &ip) == 0)
		return arena_text(arena, ip_text(&ip, text));
	if (!octets_are_printable(octets, length) || length >= sizeof(text))
		return NULL;
	memcpy(text, octets, length);
	text[length] = '\0';
	if (ip_parse(text, &ip) != 0)
		return NULL;
	return arena_text(arena, ip_text(&ip, text));
}

static const char *
identifier(struct arena *arena, const struct mib_row *row, int column,
	const char *subtype)
{
	size_t length;
	const uint8_t *octets = mib_octets(row, column, &length);
	const char *text = NULL;

	if (octets == NULL)
		return NULL;
	if (subtype != NULL && strcmp(subtype, "mac") == 0)
		text = mac_identifier(arena, octets, length);
	if (subtype != NULL && strcmp(subtype, "network address") == 0)
		text = address_identifier(arena, octets, length);
	if (text != NULL)
		return text;
	if (octets_are_printable(octets, length))
		return mib_text(arena, row, column);
	return hex_from_octets(arena, octets, length);
}

const char *
lldp_chassis_text(struct arena *arena, const struct mib_row *row,
	int subtype_column, int id_column)
{
	const char *subtype = mib_word(
		row, subtype_column, chassis_subtypes, COUNT(chassis_subtypes));
	const char *id = identifier(arena, row, id_column, subtype);

	if (subtype == NULL || id == NULL)
		return NULL;
	return arena_format(arena, "%s %s", subtype, id);
}

/* BITS: the first bit is the highest of the first octet. Octets that read as
 * hex digits and spaces come from agents that print their bits ("28 00"). */
const char *
lldp_bits_text(struct arena *arena, const struct mib_row *row, int column,
	const char *const *words)
{
	size_t length;
	const uint8_t *octets = mib_octets(row, column, &length);
	struct text text = { 0 };
	char *result = NULL;
	unsigned int bits;

	if (octets == NULL)
		return NULL;
	bits = octets[0];
	if (length > 2 && octets_are_printable(octets, length))
		bits = (unsigned int)strtoul(
			(const char[]){ (char)octets[0], (char)octets[1], 0 },
			NULL, 16);
	for (size_t i = 0; words[i] != NULL; i++)
		if (bits & 0x80u >> i)
			text_format(&text, text.length == 0 ? "%s" : " %s",
				words[i]);
	if (text.length > 0)
		result = arena_text(arena, text.bytes);
	text_free(&text);
	return result;
}

static const char *
capabilities(struct arena *arena, const struct mib_row *row, int column)
{
	static const char *const words[] = { "other", "repeater", "bridge",
		"wlan", "router", "telephone", "docsis", "station", NULL };

	return lldp_bits_text(arena, row, column, words);
}

/* ---- the device itself ---- */

int
lldp_local_row(struct device *device, const struct mib_row *row)
{
	enum { OWN_SUBTYPE, OWN_ID, OWN_NAME, OWN_ENABLED };
	struct arena *arena = device->arena;

	device->chassis_id_subtype = mib_word(
		row, OWN_SUBTYPE, chassis_subtypes, COUNT(chassis_subtypes));
	device->chassis_id =
		identifier(arena, row, OWN_ID, device->chassis_id_subtype);
	device->lldp_sys_name = mib_text(arena, row, OWN_NAME);
	device->capabilities = capabilities(arena, row, OWN_ENABLED);
	return 0;
}

const struct collector lldp_local_collector = {
	.name = "LLDP-MIB::lldpLocalSystemData",
	.entry = "1.0.8802.1.1.2.1.3",
	.columns = (const uint8_t[]){ 1, 2, 3, 6 },
	.column_count = 4,
	.on_row = lldp_local_row,
};

void
lldp_fill_port(struct arena *arena, struct lldp_local_port *port,
	const struct mib_row *row)
{
	enum { SUBTYPE, ID, DESCRIPTION };

	port->id_subtype =
		mib_word(row, SUBTYPE, port_subtypes, COUNT(port_subtypes));
	port->id = identifier(arena, row, ID, port->id_subtype);
	port->description = mib_text(arena, row, DESCRIPTION);
}

static int
port_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	uint32_t number;

	if (index_number(&index, &number) != 0 || index.left != 0)
		return -1;
	lldp_fill_port(
		device->arena, device_lldp_local_port(device, number), row);
	return 0;
}

const struct collector lldp_ports_collector = {
	.name = "LLDP-MIB::lldpLocPortTable",
	.entry = "1.0.8802.1.1.2.1.3.7.1",
	.columns = (const uint8_t[]){ 2, 3, 4 },
	.column_count = 3,
	.on_row = port_row,
};

int
lldp_read_address(struct index_reader *index, struct ip_address *ip)
{
	enum { IPV4 = 1, IPV6 = 2 };
	uint32_t family;

	if (index_number(index, &family) != 0)
		return -1;
	if (family != IPV4 && family != IPV6)
		return 1;
	return index_sized_address(index, ip);
}

int
lldp_local_address_row(struct device *device, const struct mib_row *row)
{
	enum { IF_SUBTYPE, IF_ID, IS_IF_INDEX = 2 };
	struct index_reader index = mib_index(row);
	int64_t if_index = mib_number(row, IF_ID);
	struct ip_address ip;
	int kind = lldp_read_address(&index, &ip);

	if (kind != 0)
		return kind < 0 ? -1 : 0;
	if (mib_number(row, IF_SUBTYPE) != IS_IF_INDEX || if_index < 0)
		if_index = 0;
	device_add_address(
		device, (uint32_t)if_index, &ip, "lldpLocManAddrTable");
	return 0;
}

const struct collector lldp_local_addresses_collector = {
	.name = "LLDP-MIB::lldpLocManAddrTable",
	.entry = "1.0.8802.1.1.2.1.3.8.1",
	.columns = (const uint8_t[]){ 4, 5 },
	.column_count = 2,
	.on_row = lldp_local_address_row,
};

/* ---- its neighbours ---- */

static const uint8_t remote_columns[] = {
	[CHASSIS_SUBTYPE] = 4, /* lldpRemChassisIdSubtype */
	[CHASSIS_ID] = 5, /* lldpRemChassisId */
	[PORT_SUBTYPE] = 6, /* lldpRemPortIdSubtype */
	[PORT_ID] = 7, /* lldpRemPortId */
	[PORT_DESCRIPTION] = 8, /* lldpRemPortDesc */
	[SYS_NAME] = 9, /* lldpRemSysName */
	[SYS_DESCR] = 10, /* lldpRemSysDesc */
	[SUPPORTED] = 11, /* lldpRemSysCapSupported */
	[ENABLED] = 12, /* lldpRemSysCapEnabled */
};

int
lldp_read_whole_key(struct index_reader *index, struct remote_key *key)
{
	if (index_number(index, &key->time_mark) != 0 ||
		index_number(index, &key->port) != 0)
		return -1;
	return index_number(index, &key->index);
}

/* Some agents leave out the time mark, or the local port too. */
int
lldp_read_key(struct index_reader *index, struct remote_key *key)
{
	if (index->left > 3)
		return -1;
	if (index->left == 3)
		return lldp_read_whole_key(index, key);
	key->time_mark = 0;
	key->port = 0;
	if (index->left == 2 && index_number(index, &key->port) != 0)
		return -1;
	return index_number(index, &key->index);
}

bool
lldp_is_blank(const struct mib_row *row)
{
	static const int columns[] = { CHASSIS_ID, PORT_ID, PORT_DESCRIPTION,
		SYS_NAME, SYS_DESCR };
	size_t length;

	for (size_t i = 0; i < COUNT(columns); i++)
		if (mib_octets(row, columns[i], &length) != NULL)
			return false;
	return true;
}

void
lldp_fill_adjacency(struct arena *arena, struct adjacency *adjacency,
	const struct mib_row *row)
{
	adjacency->chassis_id_subtype = mib_word(row, CHASSIS_SUBTYPE,
		chassis_subtypes, COUNT(chassis_subtypes));
	adjacency->chassis_id = identifier(
		arena, row, CHASSIS_ID, adjacency->chassis_id_subtype);
	adjacency->port_id_subtype = mib_word(
		row, PORT_SUBTYPE, port_subtypes, COUNT(port_subtypes));
	adjacency->port_id =
		identifier(arena, row, PORT_ID, adjacency->port_id_subtype);
	adjacency->port_description = mib_text(arena, row, PORT_DESCRIPTION);
	adjacency->sys_name = mib_text(arena, row, SYS_NAME);
	adjacency->sys_descr = mib_text(arena, row, SYS_DESCR);
	adjacency->capabilities_supported = capabilities(arena, row, SUPPORTED);
	adjacency->capabilities_enabled = capabilities(arena, row, ENABLED);
}

static int
remote_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct remote_key key;

	if (lldp_read_key(&index, &key) != 0 || lldp_is_blank(row))
		return -1;
	lldp_fill_adjacency(device->arena,
		device_adjacency_since(device, "lldp", &key), row);
	return 0;
}

const struct collector lldp_neighbours_collector = {
	.name = "LLDP-MIB::lldpRemTable",
	.entry = "1.0.8802.1.1.2.1.4.1.1",
	.companion = "1.0.8802.1.1.2.1.3",
	.columns = remote_columns,
	.column_count = COUNT(remote_columns),
	.on_row = remote_row,
};

static int
remote_address_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct remote_key key;
	struct ip_address ip;
	int kind;

	if (index.left < 4 || lldp_read_whole_key(&index, &key) != 0)
		return -1;
	kind = lldp_read_address(&index, &ip);
	if (kind != 0)
		return kind < 0 ? -1 : 0;
	adjacency_add_address(
		device, device_adjacency_since(device, "lldp", &key), &ip);
	return 0;
}

const struct collector lldp_addresses_collector = {
	.name = "LLDP-MIB::lldpRemManAddrTable",
	.entry = "1.0.8802.1.1.2.1.4.2.1",
	.companion = "1.0.8802.1.1.2.1.3",
	.columns = (const uint8_t[]){ 3 }, /* lldpRemManAddrIfSubtype */
	.column_count = 1,
	.on_row = remote_address_row,
};

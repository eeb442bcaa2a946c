/* cdp.c -- neighbours by Cisco's own discovery protocol.
 *
 * CDP knows no chassis id: a neighbour has a device id, which is its name with
 * or without domain, a serial number, "SERIAL(name)", "name(SERIAL)" or a MAC.
 * The local port is an ifIndex and stands in the index. Addresses come in
 * three pairs of columns and may be IPv6, whose type is 20. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "mib.h"

enum {
	ADDRESS_TYPE,
	ADDRESS,
	VERSION,
	DEVICE_ID,
	PORT,
	PLATFORM,
	CAPABILITIES,
	SYS_NAME,
	PRIMARY_TYPE,
	PRIMARY,
	SECONDARY_TYPE,
	SECONDARY,
	VTP_DOMAIN,
	NATIVE_VLAN,
	DUPLEX
};

static const uint8_t cache_columns[] = {
	[ADDRESS_TYPE] = 3, /* cdpCacheAddressType */
	[ADDRESS] = 4, /* cdpCacheAddress */
	[VERSION] = 5, /* cdpCacheVersion */
	[DEVICE_ID] = 6, /* cdpCacheDeviceId */
	[PORT] = 7, /* cdpCacheDevicePort */
	[PLATFORM] = 8, /* cdpCachePlatform */
	[CAPABILITIES] = 9, /* cdpCacheCapabilities */
	[SYS_NAME] = 17, /* cdpCacheSysName */
	[PRIMARY_TYPE] = 19, /* cdpCachePrimaryMgmtAddrType */
	[PRIMARY] = 20, /* cdpCachePrimaryMgmtAddr */
	[SECONDARY_TYPE] = 21, /* cdpCacheSecondaryMgmtAddrType */
	[SECONDARY] = 22, /* cdpCacheSecondaryMgmtAddr */
	[VTP_DOMAIN] = 10, /* cdpCacheVTPMgmtDomain */
	[NATIVE_VLAN] = 11, /* cdpCacheNativeVLAN */
	[DUPLEX] = 12, /* cdpCacheDuplex */
};

/* ---- device ids ---- */

/* ABC1234DEF5, or eight digits and more of old Catalysts. */
static bool
is_serial(const char *text, size_t length)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	static const char digits[] = "0123456789";

	if (length >= 8 && strspn(text, digits) >= length)
		return true;
	return length == 11 && strspn(text, letters) >= 3 &&
		strspn(text + 3, digits) >= 4 && isalnum((uint8_t)text[7]) &&
		isalnum((uint8_t)text[8]) && isalnum((uint8_t)text[9]) &&
		isalnum((uint8_t)text[10]);
}

/* The name in a device id; NULL where it is a serial number alone. */
static const char *
name_in(struct arena *arena, const char *id)
{
	const size_t length = strlen(id), outside = strcspn(id, "(");
	const char *inside = id + outside + 1;
	size_t inside_length;

	if (is_serial(id, length))
		return NULL;
	if (outside == length || id[length - 1] != ')')
		return id;
	inside_length = (size_t)(id + length - 1 - inside);
	if (outside > 0 && is_serial(inside, inside_length))
		return arena_format(arena, "%.*s", (int)outside, id);
	if (inside_length > 0 && is_serial(id, outside))
		return arena_format(arena, "%.*s", (int)inside_length, inside);
	return id;
}

/* Twelve hex digits, or with separators; six octets only where they do not
 * print: a switch may be called "Switch". */
static int
mac_in(const struct mib_row *row, uint8_t mac[6])
{
	size_t length;
	const uint8_t *octets = mib_octets(row, DEVICE_ID, &length);
	char spelled[18];

	if (octets == NULL)
		return -1;
	if (!octets_are_printable(octets, length))
		return length == 6 ? mac_from_octets(octets, length, mac) : -1;
	if (length != 12)
		return length == 14 || length == 17
			? mac_from_octets(octets, length, mac)
			: -1;
	for (size_t i = 0; i < length; i++) {
		if (!isxdigit(octets[i]))
			return -1;
		spelled[i / 2 * 3 + i % 2] = (char)octets[i];
		spelled[i / 2 * 3 + 2] = ':';
	}
	return mac_from_octets((const uint8_t *)spelled, 17, mac);
}

static void
fill_identity(struct device *device, struct adjacency *adjacency,
	const struct mib_row *row)
{
	struct arena *arena = device->arena;
	char text[MAC_TEXT_SIZE];
	uint8_t mac[6];

	adjacency->sys_name = mib_text(arena, row, SYS_NAME);
	if (mac_in(row, mac) == 0) {
		adjacency->chassis_id_subtype = "mac";
		adjacency->chassis_id = arena_text(arena, mac_text(mac, text));
		adjacency->device_id = adjacency->chassis_id;
		return;
	}
	adjacency->device_id = mib_text(arena, row, DEVICE_ID);
	if (adjacency->sys_name == NULL && adjacency->device_id != NULL)
		adjacency->sys_name = name_in(arena, adjacency->device_id);
}

/* ---- what it is ---- */

/* In LLDP's words. */
static const struct {
	uint32_t bits;
	const char *said, *word;
} abilities[] = {
	{ 0x40, "Repeater", "repeater" },
	{ 0x02 | 0x04 | 0x08, "Switch", "bridge" },
	{ 0, "Bridge", "bridge" },
	{ 0x01, "Router", "router" },
	{ 0x80, "Phone", "telephone" },
	{ 0x10, "Host", "station" },
};

/* Four octets, or their bits spelled out: "00 00 00 29". */
static uint32_t
ability_bits(const uint8_t *octets, size_t length)
{
	uint32_t bits = 0;

	if (!octets_are_printable(octets, length) || length == 4) {
		for (size_t i = 0; i < length && i < 4; i++)
			bits = bits << 8 | octets[i];
		return bits;
	}
	for (size_t i = 0; i < length; i++) {
		const char digit[] = { (char)octets[i], '\0' };

		if (octets[i] != ' ' && !isxdigit(octets[i]))
			return 0;
		if (octets[i] != ' ')
			bits = bits << 4 | (uint32_t)strtoul(digit, NULL, 16);
	}
	return bits;
}

/* "Router Switch IGMP" comes from agents that spell out their words. */
static const char *
capabilities(struct arena *arena, const struct mib_row *row)
{
	size_t length;
	const uint8_t *octets = mib_octets(row, CAPABILITIES, &length);
	const char *said = mib_text(arena, row, CAPABILITIES);
	const char *last = NULL, *result = NULL;
	uint32_t bits;

	if (octets == NULL)
		return NULL;
	bits = ability_bits(octets, length);
	for (size_t i = 0; i < COUNT(abilities); i++) {
		bool is_said = bits == 0 && said != NULL &&
			strstr(said, abilities[i].said) != NULL;

		if (!is_said && (bits & abilities[i].bits) == 0)
			continue;
		if (last != abilities[i].word)
			result = result == NULL
				? abilities[i].word
				: arena_format(arena, "%s %s", result,
					  abilities[i].word);
		last = abilities[i].word;
	}
	return result;
}

/* ---- rows ---- */

/* Not every agent that sends sixteen octets says that they are IPv6. */
static void
add_address(struct device *device, struct adjacency *adjacency,
	const struct mib_row *row, int type_column)
{
	enum { IP = 1, IPV6 = 20 };
	const int64_t type = mib_number(row, type_column);
	const struct ip_address ip = mib_address(row, type_column + 1);

	if ((type == IP && ip.family != 0) || (type == IPV6 && ip.family == 6))
		adjacency_add_address(device, adjacency, &ip);
}

static void
fill_description(struct device *device, struct adjacency *adjacency,
	const struct mib_row *row)
{
	static const char *const duplexes[] = { NULL, NULL, "half", "full" };
	const int64_t vlan = mib_number(row, NATIVE_VLAN);
	struct arena *arena = device->arena;
	const char *platform = mib_text(arena, row, PLATFORM);
	const char *version = mib_text(arena, row, VERSION);

	adjacency->platform = platform;
	adjacency->version = version;
	adjacency->sys_descr = platform != NULL ? platform : version;
	if (platform != NULL && version != NULL)
		adjacency->sys_descr =
			arena_format(arena, "%s, %s", platform, version);
	adjacency->vtp_domain = mib_text(arena, row, VTP_DOMAIN);
	adjacency->duplex = mib_word(row, DUPLEX, duplexes, COUNT(duplexes));
	if (vlan > 0 && vlan < 4095)
		adjacency->native_vlan = (uint32_t)vlan;
}

static int
neighbour_row(
	struct device *device, const struct mib_row *row, const char *protocol)
{
	struct index_reader index = mib_index(row);
	struct arena *arena = device->arena;
	struct adjacency *adjacency;
	uint32_t if_index, number;
	size_t length;

	if (index_number(&index, &if_index) != 0 || if_index == 0 ||
		index_number(&index, &number) != 0 || index.left != 0)
		return -1;
	if (mib_octets(row, DEVICE_ID, &length) == NULL &&
		mib_octets(row, PORT, &length) == NULL)
		return -1;
	adjacency = device_adjacency(device, protocol, if_index, number);
	adjacency->if_index = if_index;
	fill_identity(device, adjacency, row);
	adjacency->port_id = mib_text(arena, row, PORT);
	if (adjacency->port_id != NULL)
		adjacency->port_id_subtype = "interface name";
	fill_description(device, adjacency, row);
	adjacency->capabilities_enabled = capabilities(arena, row);
	add_address(device, adjacency, row, ADDRESS_TYPE);
	add_address(device, adjacency, row, PRIMARY_TYPE);
	add_address(device, adjacency, row, SECONDARY_TYPE);
	return 0;
}

static int
cache_row(struct device *device, const struct mib_row *row)
{
	return neighbour_row(device, row, "cdp");
}

const struct collector cdp_neighbours_collector = {
	.name = "CISCO-CDP-MIB::cdpCacheTable",
	.entry = "1.3.6.1.4.1.9.9.23.1.2.1.1",
	.companion = "1.3.6.1.4.1.9.9.23.1.3",
	.columns = cache_columns,
	.column_count = COUNT(cache_columns),
	.on_row = cache_row,
};

/* Foundry (IronWare) lists neighbours by its own protocol and by CDP in one
 * table. Its last column stands where CDP has sysName, and is no text. */
enum { VENDOR = SYS_NAME };

static const uint8_t foundry_columns[] = {
	[ADDRESS_TYPE] = 4, /* snFdpCacheAddressType */
	[ADDRESS] = 5, /* snFdpCacheAddress */
	[VERSION] = 6, /* snFdpCacheVersion */
	[DEVICE_ID] = 3, /* snFdpCacheDeviceId */
	[PORT] = 7, /* snFdpCacheDevicePort */
	[PLATFORM] = 8, /* snFdpCachePlatform */
	[CAPABILITIES] = 9, /* snFdpCacheCapabilities */
	[VENDOR] = 10, /* snFdpCacheVendorId */
};

static int
foundry_row(struct device *device, const struct mib_row *row)
{
	enum { BY_CDP = 2 };

	return neighbour_row(
		device, row, mib_number(row, VENDOR) == BY_CDP ? "cdp" : "fdp");
}

const struct collector foundry_neighbours_collector = {
	.name = "FOUNDRY-SN-SWITCH-GROUP-MIB::snFdpCacheTable",
	.entry = "1.3.6.1.4.1.1991.1.1.3.20.1.2.1.1",
	.columns = foundry_columns,
	.column_count = COUNT(foundry_columns),
	.on_row = foundry_row,
};

static int
global_row(struct device *device, const struct mib_row *row)
{
	device->cdp_device_id = mib_text(device->arena, row, 0);
	return 0;
}

const struct collector cdp_global_collector = {
	.name = "CISCO-CDP-MIB::cdpGlobal",
	.entry = "1.3.6.1.4.1.9.9.23.1.3",
	.columns = (const uint8_t[]){ 4 }, /* cdpGlobalDeviceId */
	.column_count = 1,
	.on_row = global_row,
};

/* ptopo.c -- neighbours by PTOPO-MIB (RFC 2922).
 *
 * Junos repeats here what it hears by LLDP, with an address of each neighbour,
 * and counts local ports by ifIndex where the RFC has entPhysicalIndex. */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "mib.h"

enum { CHASSIS_TYPE, CHASSIS, PORT_TYPE, PORT, ADDRESS_TYPE, ADDRESS };

static const uint8_t columns[] = {
	[CHASSIS_TYPE] = 5, /* ptopoConnRemoteChassisType */
	[CHASSIS] = 6, /* ptopoConnRemoteChassis */
	[PORT_TYPE] = 7, /* ptopoConnRemotePortType */
	[PORT] = 8, /* ptopoConnRemotePort */
	[ADDRESS_TYPE] = 10, /* ptopoConnAgentNetAddrType */
	[ADDRESS] = 11, /* ptopoConnAgentNetAddr */
};

/* In LLDP's words. */
static const char *const chassis_types[] = { NULL, "chassis component",
	"interface alias", "port component", "mac", "network address" };
static const char *const port_types[] = { NULL, "interface alias",
	"port component", "mac", "network address" };

/* An octet of the address family (1 IPv4, 2 IPv6) stands before the address. */
static const char *
identifier(struct arena *arena, const struct mib_row *row, int column,
	const char *type)
{
	size_t length;
	const uint8_t *octets = mib_octets(row, column, &length);
	char text[IP_TEXT_SIZE > MAC_TEXT_SIZE ? IP_TEXT_SIZE : MAC_TEXT_SIZE];
	struct ip_address ip;
	uint8_t mac[6];

	if (octets == NULL)
		return NULL;
	if (type != NULL && strcmp(type, "mac") == 0 &&
		mac_from_octets(octets, length, mac) == 0)
		return arena_text(arena, mac_text(mac, text));
	if (type != NULL && strcmp(type, "network address") == 0 &&
		ip_from_octets(octets + 1, length - 1, &ip) == 0)
		return arena_text(arena, ip_text(&ip, text));
	if (octets_are_printable(octets, length))
		return mib_text(arena, row, column);
	return hex_from_octets(arena, octets, length);
}

/* Junos calls "interface alias" what is a number of the neighbour's own. */
static const char *
port_type(const struct mib_row *row, const char *port)
{
	const char *type =
		mib_word(row, PORT_TYPE, port_types, COUNT(port_types));

	if (type == port_types[1] && port[strspn(port, "0123456789")] == '\0')
		return "local";
	return type;
}

static void
add_address(struct device *device, struct adjacency *adjacency,
	const struct mib_row *row)
{
	enum { IPV4 = 1, IPV6 = 2 };
	const int64_t said = mib_number(row, ADDRESS_TYPE);
	const struct ip_address ip = mib_address(row, ADDRESS);

	if ((said == IPV4 && ip.family == 4) ||
		(said == IPV6 && ip.family == 6))
		adjacency_add_address(device, adjacency, &ip);
}

/* timeMark.localChassis.localPort.index */
static int
connection_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct adjacency *adjacency;
	struct remote_key key;
	uint32_t chassis;
	size_t length;

	if (index_number(&index, &key.time_mark) != 0 ||
		index_number(&index, &chassis) != 0 ||
		index_number(&index, &key.port) != 0 ||
		index_number(&index, &key.index) != 0 || index.left != 0 ||
		mib_octets(row, CHASSIS, &length) == NULL)
		return -1;
	adjacency = device_adjacency_since(device, "ptopo", &key);
	adjacency->chassis_id_subtype = mib_word(
		row, CHASSIS_TYPE, chassis_types, COUNT(chassis_types));
	adjacency->chassis_id = identifier(
		device->arena, row, CHASSIS, adjacency->chassis_id_subtype);
	adjacency->port_id = identifier(device->arena, row, PORT,
		mib_word(row, PORT_TYPE, port_types, COUNT(port_types)));
	if (adjacency->port_id != NULL)
		adjacency->port_id_subtype = port_type(row, adjacency->port_id);
	add_address(device, adjacency, row);
	return 0;
}

const struct collector ptopo_collector = {
	.name = "PTOPO-MIB::ptopoConnTable",
	.entry = "1.3.6.1.2.1.79.1.1.1.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = connection_row,
};

/* igp.c -- neighbours of OSPFv2, OSPFv3 and IS-IS.
 *
 * OSPFv2 carries IPv4, OSPFv3 mostly IPv6; one IS-IS adjacency may carry both
 * and names the neighbour's addresses of both in a table of its own. Cisco
 * keeps the draft of ISIS-MIB below a root of its own: the same columns. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "routing.h"

static const char *const ospf_states[] = { NULL, "down", "attempt", "init",
	"twoWay", "exchangeStart", "exchange", "loading", "full" };

/* "192.0.2.1" */
static const char *
router_id(struct device *device, uint32_t id)
{
	return arena_format(device->arena, "%u.%u.%u.%u", id >> 24,
		id >> 16 & 0xff, id >> 8 & 0xff, id & 0xff);
}

/* ---- OSPFv2: IPv4 address.ifIndex of an unnumbered link, else 0 ---- */

enum { ROUTER_ID, OSPF_STATE };

static const uint8_t ospf_columns[] = {
	[ROUTER_ID] = 3, /* ospfNbrRtrId */
	[OSPF_STATE] = 6, /* ospfNbrState */
};

static const char *
ospf_router_id(struct device *device, const struct mib_row *row)
{
	const struct ip_address id = mib_address(row, ROUTER_ID);
	char text[IP_TEXT_SIZE];

	if (id.family != 4)
		return NULL;
	return arena_text(device->arena, ip_text(&id, text));
}

static int
ospf_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct igp_neighbour *neighbour;
	struct ip_address ip;
	uint32_t if_index;

	if (index_octets_address(&index, 4, &ip) != 0 ||
		index_number(&index, &if_index) != 0 || index.left != 0)
		return -1;
	neighbour = routing_add_igp_neighbour(device, "OSPFv2");
	neighbour->if_index = if_index;
	neighbour->remote_id = ospf_router_id(device, row);
	neighbour->state =
		mib_word(row, OSPF_STATE, ospf_states, COUNT(ospf_states));
	routing_add_address(device, &neighbour->addresses, &ip);
	return 0;
}

const struct collector ospf_neighbours_collector = {
	.name = "OSPF-MIB::ospfNbrTable",
	.entry = "1.3.6.1.2.1.14.10.1",
	.columns = ospf_columns,
	.column_count = COUNT(ospf_columns),
	.on_row = ospf_row,
};

/* ---- OSPFv3: ifIndex.instance.router id, the id as one number ---- */

enum { OSPFV3_ADDRESS, OSPFV3_STATE };

static const uint8_t ospfv3_columns[] = {
	[OSPFV3_ADDRESS] = 5, /* ospfv3NbrAddress */
	[OSPFV3_STATE] = 8, /* ospfv3NbrState */
};

static int
ospfv3_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct igp_neighbour *neighbour;
	uint32_t if_index, instance, id;
	const struct ip_address ip = mib_address(row, OSPFV3_ADDRESS);

	if (index_number(&index, &if_index) != 0 || if_index == 0 ||
		index_number(&index, &instance) != 0 ||
		index_number(&index, &id) != 0 || index.left != 0)
		return -1;
	neighbour = routing_add_igp_neighbour(device, "OSPFv3");
	neighbour->if_index = if_index;
	neighbour->remote_id = router_id(device, id);
	neighbour->state =
		mib_word(row, OSPFV3_STATE, ospf_states, COUNT(ospf_states));
	if (ip.family != 0)
		routing_add_address(device, &neighbour->addresses, &ip);
	return 0;
}

const struct collector ospfv3_neighbours_collector = {
	.name = "OSPFV3-MIB::ospfv3NbrTable",
	.entry = "1.3.6.1.2.1.191.1.9.1",
	.columns = ospfv3_columns,
	.column_count = COUNT(ospfv3_columns),
	.on_row = ospfv3_row,
};

/* ---- IS-IS: circuit.adjacency ---- */

#define ISIS "1.3.6.1.2.1.138.1"
#define CISCO_ISIS "1.3.6.1.4.1.9.10.118.1"

enum { ISIS_STATE, SYSTEM_ID };

static const uint8_t isis_columns[] = {
	[ISIS_STATE] = 2, /* isisISAdjState */
	[SYSTEM_ID] = 6, /* isisISAdjNeighSysID */
};

/* "0001.1025.5062", as routers print it. */
static const char *
system_id(struct device *device, const struct mib_row *row)
{
	size_t length;
	const uint8_t *octets = mib_octets(row, SYSTEM_ID, &length);

	if (octets == NULL || length != 6)
		return NULL;
	return arena_format(device->arena, "%02x%02x.%02x%02x.%02x%02x",
		octets[0], octets[1], octets[2], octets[3], octets[4],
		octets[5]);
}

static int
isis_row(struct device *device, const struct mib_row *row)
{
	static const char *const states[] = { NULL, "down", "initializing",
		"up", "failed" };
	struct index_reader index = mib_index(row);
	struct igp_neighbour *neighbour;
	uint32_t circuit, number;

	if (index_number(&index, &circuit) != 0 || circuit == 0 ||
		index_number(&index, &number) != 0 || index.left != 0)
		return -1;
	neighbour = routing_isis_neighbour(device, circuit, number);
	neighbour->remote_id = system_id(device, row);
	neighbour->state = mib_word(row, ISIS_STATE, states, COUNT(states));
	return 0;
}

const struct collector isis_neighbours_collector = {
	.name = "ISIS-MIB::isisISAdjTable",
	.entry = ISIS ".6.1.1",
	.columns = isis_columns,
	.column_count = COUNT(isis_columns),
	.on_row = isis_row,
};

const struct collector cisco_isis_neighbours_collector = {
	.name = "CISCO-IETF-ISIS-MIB::ciiISAdjTable",
	.entry = CISCO_ISIS ".6.1.1",
	.columns = isis_columns,
	.column_count = COUNT(isis_columns),
	.on_row = isis_row,
};

static int
isis_address_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct igp_neighbour *neighbour;
	uint32_t circuit, number;
	const struct ip_address ip = mib_address(row, 0);

	if (index_number(&index, &circuit) != 0 || circuit == 0 ||
		index_number(&index, &number) != 0 || ip.family == 0)
		return -1;
	neighbour = routing_isis_neighbour(device, circuit, number);
	routing_add_address(device, &neighbour->addresses, &ip);
	return 0;
}

const struct collector isis_addresses_collector = {
	.name = "ISIS-MIB::isisISAdjIPAddrTable",
	.entry = ISIS ".6.3.1",
	.columns = (const uint8_t[]){ 3 }, /* isisISAdjIPAddrAddress */
	.column_count = 1,
	.on_row = isis_address_row,
};

const struct collector cisco_isis_addresses_collector = {
	.name = "CISCO-IETF-ISIS-MIB::ciiISAdjIPAddrTable",
	.entry = CISCO_ISIS ".6.3.1",
	.columns = (const uint8_t[]){ 3 },
	.column_count = 1,
	.on_row = isis_address_row,
};

static int
isis_circuit_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	int64_t if_index = mib_number(row, 0);
	uint32_t circuit;

	if (index_number(&index, &circuit) != 0 || index.left != 0 ||
		if_index <= 0)
		return -1;
	routing_add_isis_circuit(device, circuit, (uint32_t)if_index);
	return 0;
}

const struct collector isis_circuits_collector = {
	.name = "ISIS-MIB::isisCircTable",
	.entry = ISIS ".3.2.1",
	.columns = (const uint8_t[]){ 2 }, /* isisCircIfIndex */
	.column_count = 1,
	.on_row = isis_circuit_row,
};

const struct collector cisco_isis_circuits_collector = {
	.name = "CISCO-IETF-ISIS-MIB::ciiCircTable",
	.entry = CISCO_ISIS ".3.2.1",
	.columns = (const uint8_t[]){ 2 },
	.column_count = 1,
	.on_row = isis_circuit_row,
};

/* spanning_tree.c -- which ports a bridge keeps closed against loops
 * (BRIDGE-MIB, RFC 4188). */
#include "collectors.h"
#include "layer2.h"
#include "memory.h"
#include "mib.h"

enum { STATE, BRIDGE, PORT };
enum { BRIDGE_OCTETS = 8, PRIORITY_OCTETS = 2 };

static const uint8_t columns[] = {
	[STATE] = 3, /* dot1dStpPortState */
	[BRIDGE] = 8, /* dot1dStpPortDesignatedBridge */
	[PORT] = 9, /* dot1dStpPortDesignatedPort */
};

static int
port_row(struct device *device, const struct mib_row *row)
{
	static const char *const states[] = { NULL, "disabled", "blocking",
		"listening", "learning", "forwarding", "broken" };
	struct index_reader index = mib_index(row);
	struct stp_port *stp;
	const uint8_t *octets;
	uint32_t number;
	size_t length;

	if (index_number(&index, &number) != 0 || index.left != 0 ||
		number == 0)
		return -1;
	stp = layer2_add_stp_port(device, number);
	stp->state = mib_word(row, STATE, states, COUNT(states));
	octets = mib_octets(row, BRIDGE, &length);
	if (length == BRIDGE_OCTETS)
		stp->has_bridge =
			mac_from_octets(octets + PRIORITY_OCTETS,
				length - PRIORITY_OCTETS, stp->bridge) == 0;
	octets = mib_octets(row, PORT, &length);
	if (length == 2)
		stp->bridge_port = octets[0] << 8 | octets[1];
	return 0;
}

const struct collector spanning_tree_collector = {
	.name = "BRIDGE-MIB::dot1dStpPortTable",
	.entry = "1.3.6.1.2.1.17.2.15.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = port_row,
};

/* bridge.c -- which interface a bridge port is (BRIDGE-MIB, RFC 4188).
 *
 * LLDP counts ports either as ifIndex or as bridge port; this table tells the
 * two apart. Where each VLAN answers in a context of its own, it counts its own
 * ports. */
#include "collectors.h"
#include "device.h"
#include "layer2.h"
#include "mib.h"

static int
port_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	int64_t if_index = mib_number(row, 0);
	uint32_t port;

	if (index_number(&index, &port) != 0 || index.left != 0 ||
		if_index <= 0)
		return -1;
	if (device->layer2 != NULL && device->layer2->context_vlan != 0)
		layer2_add_context_port(device, port, (uint32_t)if_index);
	else
		device_add_bridge_port(device, port, (uint32_t)if_index);
	return 0;
}

const struct collector bridge_ports_collector = {
	.name = "BRIDGE-MIB::dot1dBasePortTable",
	.entry = "1.3.6.1.2.1.17.1.4.1",
	.columns = (const uint8_t[]){ 2 }, /* dot1dBasePortIfIndex */
	.column_count = 1,
	.on_row = port_row,
};

/* vrrp.c -- virtual routers: the gateways that several routers share.
 *
 * VRRP-MIB (RFC 2787) knows IPv4 only, VRRPV3-MIB (RFC 6527) both families: a
 * virtual router number may be in use once in each. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "routing.h"

static const char *const states[] = { NULL, "initialize", "backup", "master" };

enum { STATE, PRIORITY, MASTER };

static void
keep_operation(struct virtual_router *router, const struct mib_row *row,
	const char *protocol)
{
	router->protocol = router->protocol ?: protocol;
	router->state = mib_word(row, STATE, states, COUNT(states));
	if (mib_has(row, PRIORITY))
		router->priority = mib_number(row, PRIORITY);
	router->master = mib_address(row, MASTER);
}

/* ifIndex.virtual router: what all four indexes begin with. */
static int
read_router(struct index_reader *index, uint32_t *if_index, uint32_t *number)
{
	if (index_number(index, if_index) != 0 || *if_index == 0 ||
		index_number(index, number) != 0)
		return -1;
	return *number >= 1 && *number <= 255 ? 0 : -1;
}

/* ---- VRRP-MIB ---- */

static const uint8_t vrrp_columns[] = {
	[STATE] = 3, /* vrrpOperState */
	[PRIORITY] = 5, /* vrrpOperPriority */
	[MASTER] = 7, /* vrrpOperMasterIpAddr */
};

static int
vrrp_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	uint32_t if_index, number;

	if (read_router(&index, &if_index, &number) != 0 || index.left != 0)
		return -1;
	keep_operation(routing_virtual_router(device, if_index, number, 4), row,
		"VRRPv2");
	return 0;
}

const struct collector vrrp_collector = {
	.name = "VRRP-MIB::vrrpOperTable",
	.entry = "1.3.6.1.2.1.68.1.3.1",
	.columns = vrrp_columns,
	.column_count = COUNT(vrrp_columns),
	.on_row = vrrp_row,
};

static int
vrrp_address_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct virtual_router *router;
	uint32_t if_index, number;
	struct ip_address ip;

	if (read_router(&index, &if_index, &number) != 0 ||
		index_octets_address(&index, 4, &ip) != 0 || index.left != 0)
		return -1;
	router = routing_virtual_router(device, if_index, number, 4);
	router->protocol = router->protocol ?: "VRRPv2";
	routing_add_address(device, &router->addresses, &ip);
	return 0;
}

const struct collector vrrp_addresses_collector = {
	.name = "VRRP-MIB::vrrpAssoIpAddrTable",
	.entry = "1.3.6.1.2.1.68.1.4.1",
	.columns = (const uint8_t[]){ 2 }, /* vrrpAssoIpAddrRowStatus */
	.column_count = 1,
	.on_row = vrrp_address_row,
};

/* ---- VRRPV3-MIB: InetAddressType (1 IPv4, 2 IPv6) behind the number ---- */

static const uint8_t vrrpv3_columns[] = {
	[STATE] = 6, /* vrrpv3OperationsStatus */
	[PRIORITY] = 7, /* vrrpv3OperationsPriority */
	[MASTER] = 3, /* vrrpv3OperationsMasterIpAddr */
};

static int
vrrpv3_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	uint32_t if_index, number, type;

	if (read_router(&index, &if_index, &number) != 0 ||
		index_number(&index, &type) != 0 || type < 1 || type > 2 ||
		index.left != 0)
		return -1;
	keep_operation(routing_virtual_router(
			       device, if_index, number, type == 1 ? 4 : 6),
		row, "VRRPv3");
	return 0;
}

const struct collector vrrpv3_collector = {
	.name = "VRRPV3-MIB::vrrpv3OperationsTable",
	.entry = "1.3.6.1.2.1.207.1.1.1.1",
	.columns = vrrpv3_columns,
	.column_count = COUNT(vrrpv3_columns),
	.on_row = vrrpv3_row,
};

static int
vrrpv3_address_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct virtual_router *router;
	uint32_t if_index, number;
	struct ip_address ip;

	if (read_router(&index, &if_index, &number) != 0 ||
		index_ip_address(&index, &ip) != 0 || index.left != 0)
		return -1;
	router = routing_virtual_router(device, if_index, number, ip.family);
	router->protocol = router->protocol ?: "VRRPv3";
	routing_add_address(device, &router->addresses, &ip);
	return 0;
}

const struct collector vrrpv3_addresses_collector = {
	.name = "VRRPV3-MIB::vrrpv3AssociatedIpAddrTable",
	.entry = "1.3.6.1.2.1.207.1.1.2.1",
	.columns = (const uint8_t[]){ 2 }, /* vrrpv3AssociatedIpAddrRowStatus */
	.column_count = 1,
	.on_row = vrrpv3_address_row,
};

/* ip_interfaces.c -- on which interfaces IPv4 and IPv6 are switched on, and
 * which of them are tunnels.
 *
 * IP-MIB (RFC 4293) has a table for each family, IPV6-MIB (RFC 2465) an older
 * one of IPv6. A tunnel's addresses are those outside, around the packets that
 * it carries. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "traffic.h"

/* The index of all of them. */
static int
read_port(const struct mib_row *row, uint32_t *if_index)
{
	struct index_reader index = mib_index(row);

	if (index_number(&index, if_index) != 0 || *if_index == 0)
		return -1;
	return index.left == 0 ? 0 : -1;
}

enum { ENABLED, FORWARDS };

static int
interface_row(struct device *device, const struct mib_row *row,
	enum ip_interface_table table)
{
	struct ip_interface *interface;
	uint32_t if_index;

	if (read_port(row, &if_index) != 0)
		return -1;
	interface = traffic_add_ip_interface(device);
	interface->table = table;
	interface->if_index = if_index;
	interface->enabled = mib_truth(row, ENABLED);
	interface->forwards =
		table == IPV6_INTERFACES ? mib_truth(row, FORWARDS) : -1;
	return 0;
}

static int
ipv4_row(struct device *device, const struct mib_row *row)
{
	return interface_row(device, row, IPV4_INTERFACES);
}

const struct collector ipv4_interfaces_collector = {
	.name = "IP-MIB::ipv4InterfaceTable",
	.entry = "1.3.6.1.2.1.4.28.1",
	.columns = (const uint8_t[]){ 3 }, /* ipv4InterfaceEnableStatus */
	.column_count = 1,
	.on_row = ipv4_row,
};

static int
ipv6_row(struct device *device, const struct mib_row *row)
{
	return interface_row(device, row, IPV6_INTERFACES);
}

static const uint8_t ipv6_columns[] = {
	[ENABLED] = 5, /* ipv6InterfaceEnableStatus */
	[FORWARDS] = 8, /* ipv6InterfaceForwarding */
};

const struct collector ipv6_interfaces_collector = {
	.name = "IP-MIB::ipv6InterfaceTable",
	.entry = "1.3.6.1.2.1.4.30.1",
	.columns = ipv6_columns,
	.column_count = COUNT(ipv6_columns),
	.on_row = ipv6_row,
};

static int
old_ipv6_row(struct device *device, const struct mib_row *row)
{
	return interface_row(device, row, OLD_IPV6_INTERFACES);
}

const struct collector old_ipv6_interfaces_collector = {
	.name = "IPV6-MIB::ipv6IfTable",
	.entry = "1.3.6.1.2.1.55.1.5.1",
	.columns = (const uint8_t[]){ 9 }, /* ipv6IfAdminStatus */
	.column_count = 1,
	.on_row = old_ipv6_row,
};

/* ---- TUNNEL-MIB (RFC 4087) ---- */

enum { OLD_LOCAL, OLD_REMOTE, METHOD, LOCAL, REMOTE };

static const uint8_t tunnel_columns[] = {
	[OLD_LOCAL] = 1, /* tunnelIfLocalAddress, of IPv4 */
	[OLD_REMOTE] = 2, /* tunnelIfRemoteAddress */
	[METHOD] = 3, /* tunnelIfEncapsMethod */
	[LOCAL] = 9, /* tunnelIfLocalInetAddress, its family by its length */
	[REMOTE] = 10, /* tunnelIfRemoteInetAddress */
};

/* All zeros says "not one only", whatever the older column says. */
static struct ip_address
address_of(const struct mib_row *row, int column, int old_column)
{
	size_t length;
	bool is_said = mib_octets(row, column, &length) != NULL;

	return mib_address(row, is_said ? column : old_column);
}

/* IANAtunnelType */
static int
tunnel_row(struct device *device, const struct mib_row *row)
{
	static const char *const methods[] = { NULL, "other", "direct", "gre",
		"minimal", "l2tp", "pptp", "l2f", "udp", "atmp", "msdp",
		"sixToFour", "sixOverFour", "isatap", "teredo", "ipHttps",
		"softwireMesh", "dsLite", "aplusp" };
	struct tunnel *tunnel;
	uint32_t if_index;

	if (read_port(row, &if_index) != 0)
		return -1;
	tunnel = traffic_add_tunnel(device);
	tunnel->if_index = if_index;
	tunnel->method = mib_word(row, METHOD, methods, COUNT(methods));
	tunnel->local = address_of(row, LOCAL, OLD_LOCAL);
	tunnel->remote = address_of(row, REMOTE, OLD_REMOTE);
	return 0;
}

const struct collector tunnels_collector = {
	.name = "TUNNEL-MIB::tunnelIfTable",
	.entry = "1.3.6.1.2.1.10.131.1.1.1.1",
	.columns = tunnel_columns,
	.column_count = COUNT(tunnel_columns),
	.on_row = tunnel_row,
};

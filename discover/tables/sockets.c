/* sockets.c -- who listens, and BGP sessions where no BGP table shows them.
 *
 * TCP-MIB (RFC 4022) and UDP-MIB (RFC 4113) have both families, tcpConnTable
 * of their predecessors IPv4 only. Of connections only those with BGP's port
 * are kept. Agents of several makers list sockets that listen among the
 * connections, so state decides and not the table. */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "traffic.h"

enum { BGP_PORT = 179, LAST_PORT = 65535, LISTEN = 2, ESTABLISHED = 5 };

/* A busy server has tens of thousands of sockets; they say no more. */
enum { ROW_LIMIT = 2000 };

struct endpoint {
	struct ip_address ip;
	uint32_t port;
};

/* What a dual-stack socket shows as ::ffff:a.b.c.d travels as IPv4. */
static void
unmap(struct ip_address *ip)
{
	static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };

	if (ip->family == 6 && bits_equal(ip->bytes, mapped, 96))
		ip->family = 4;
}

static int
read_port(struct index_reader *index, uint32_t *port)
{
	return index_number(index, port) == 0 && *port <= LAST_PORT ? 0 : -1;
}

/* Type 0 stands for an address of any family, its octets are then zeros; it
 * should have none. */
static int
read_endpoint(struct index_reader *index, struct endpoint *end)
{
	uint32_t length, octet;

	if (index->left > 1 && index->next[0] == 0) {
		end->ip = (struct ip_address){ .family = 0 };
		index_number(index, &octet);
		index_number(index, &length);
		if (length > index->left)
			return -1;
		while (length-- > 0)
			index_number(index, &octet);
	} else if (index_ip_address(index, &end->ip) != 0) {
		return -1;
	}
	unmap(&end->ip);
	return read_port(index, &end->port);
}

/* An address, its length taken for granted, and the port. */
static int
read_ipv4_endpoint(struct index_reader *index, struct endpoint *end)
{
	if (index_octets_address(index, 4, &end->ip) != 0)
		return -1;
	return read_port(index, &end->port);
}

static void
keep_listener(struct device *device, const struct endpoint *end,
	enum socket_table table)
{
	struct listener *listener = traffic_add_listener(device);

	listener->ip = end->ip;
	listener->port = end->port;
	listener->table = table;
}

static void
keep_connection(struct device *device, const struct endpoint *local,
	const struct endpoint *remote, enum socket_table table)
{
	struct bgp_connection *connection;

	if ((local->port != BGP_PORT && remote->port != BGP_PORT) ||
		remote->ip.family == 0 ||
		strcmp(ip_kind(&remote->ip), "loopback") == 0)
		return;
	connection = traffic_add_bgp_connection(device);
	connection->local = local->ip;
	connection->remote = remote->ip;
	connection->table = table;
}

/* One row of either table of connections. */
static int
connection(struct device *device, const struct mib_row *row,
	int (*read)(struct index_reader *, struct endpoint *),
	enum socket_table table)
{
	struct index_reader index = mib_index(row);
	struct endpoint local, remote;

	if (read(&index, &local) != 0 || read(&index, &remote) != 0 ||
		index.left != 0)
		return -1;
	if (mib_number(row, 0) == LISTEN)
		keep_listener(device, &local, table);
	if (mib_number(row, 0) == ESTABLISHED)
		keep_connection(device, &local, &remote, table);
	return 0;
}

static int
connection_row(struct device *device, const struct mib_row *row)
{
	return connection(device, row, read_endpoint, TCP_CONNECTIONS);
}

const struct collector connections_collector = {
	.name = "TCP-MIB::tcpConnectionTable",
	.entry = "1.3.6.1.2.1.6.19.1",
	.columns = (const uint8_t[]){ 7 }, /* tcpConnectionState */
	.column_count = 1,
	.on_row = connection_row,
	.row_limit = ROW_LIMIT,
};

static int
old_connection_row(struct device *device, const struct mib_row *row)
{
	return connection(device, row, read_ipv4_endpoint, OLD_TCP_CONNECTIONS);
}

const struct collector old_connections_collector = {
	.name = "TCP-MIB::tcpConnTable",
	.entry = "1.3.6.1.2.1.6.13.1",
	.columns = (const uint8_t[]){ 1 }, /* tcpConnState */
	.column_count = 1,
	.on_row = old_connection_row,
	.row_limit = ROW_LIMIT,
};

static int
listener_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct endpoint end;

	if (read_endpoint(&index, &end) != 0 || index.left != 0)
		return -1;
	keep_listener(device, &end, TCP_LISTENERS);
	return 0;
}

const struct collector listeners_collector = {
	.name = "TCP-MIB::tcpListenerTable",
	.entry = "1.3.6.1.2.1.6.20.1",
	.columns = (const uint8_t[]){ 4 }, /* tcpListenerProcess */
	.column_count = 1,
	.on_row = listener_row,
	.row_limit = ROW_LIMIT,
};

/* local.remote.instance. A remote port says that the socket speaks with one
 * partner; it listens to nobody else. */
static int
udp_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct endpoint local, remote;
	uint32_t instance;

	if (read_endpoint(&index, &local) != 0 ||
		read_endpoint(&index, &remote) != 0 ||
		index_number(&index, &instance) != 0 || index.left != 0)
		return -1;
	if (remote.port == 0)
		keep_listener(device, &local, UDP_ENDPOINTS);
	return 0;
}

const struct collector udp_endpoints_collector = {
	.name = "UDP-MIB::udpEndpointTable",
	.entry = "1.3.6.1.2.1.7.7.1",
	.columns = (const uint8_t[]){ 8 }, /* udpEndpointProcess */
	.column_count = 1,
	.on_row = udp_row,
	.row_limit = ROW_LIMIT,
};

/* bgp.c -- BGP peers of both families.
 *
 * BGP4-MIB (RFC 4273) has room for IPv4 peers only. The IPv6 half sits in
 * tables of the makers, and most of those hold the IPv4 peers again: all are
 * read, and the store unites what two of them say of one peer. Some makers
 * copied the draft BGP4V2-MIB under a root of their own. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "routing.h"

static const char *const states[] = { NULL, "idle", "connect", "active",
	"openSent", "openConfirm", "established" };

enum { STATE, REMOTE_AS, LOCAL, REMOTE };

static struct bgp_peer *
add_peer(struct device *device, const struct mib_row *row,
	const struct ip_address *remote, const char *source)
{
	struct bgp_peer *peer = routing_add_bgp_peer(device, remote);

	/* An INTEGER on old agents: beyond 2^31 it comes out negative. */
	peer->remote_as = (uint32_t)mib_number(row, REMOTE_AS);
	peer->local = mib_address(row, LOCAL);
	peer->state = mib_word(row, STATE, states, COUNT(states));
	peer->source = source;
	return peer;
}

/* ---- BGP4-MIB: the index is the IPv4 address of the peer ---- */

static const uint8_t peer_columns[] = {
	[STATE] = 2, /* bgpPeerState */
	[REMOTE_AS] = 9, /* bgpPeerRemoteAs */
	[LOCAL] = 5, /* bgpPeerLocalAddr */
};

static int
peer_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct ip_address ip;

	if (index_octets_address(&index, 4, &ip) != 0 || index.left != 0)
		return -1;
	add_peer(device, row, &ip, "bgpPeerTable");
	return 0;
}

const struct collector bgp_peers_collector = {
	.name = "BGP4-MIB::bgpPeerTable",
	.entry = "1.3.6.1.2.1.15.3.1",
	.columns = peer_columns,
	.column_count = COUNT(peer_columns),
	.on_row = peer_row,
};

/* ---- Cisco: type.length.address ---- */

static const uint8_t cisco_columns[] = {
	[STATE] = 3, /* cbgpPeer2State */
	[REMOTE_AS] = 11, /* cbgpPeer2RemoteAs */
	[LOCAL] = 6, /* cbgpPeer2LocalAddr */
};

static int
cisco_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct ip_address ip;

	if (index_ip_address(&index, &ip) != 0 || index.left != 0)
		return -1;
	add_peer(device, row, &ip, "cbgpPeer2Table");
	return 0;
}

const struct collector cisco_bgp_peers_collector = {
	.name = "CISCO-BGP4-MIB::cbgpPeer2Table",
	.entry = "1.3.6.1.4.1.9.9.187.1.2.5.1",
	.columns = cisco_columns,
	.column_count = COUNT(cisco_columns),
	.on_row = cisco_row,
};

/* ---- Juniper: addresses without their length in the index, so columns ---- */

static const uint8_t juniper_columns[] = {
	[STATE] = 2, /* jnxBgpM2PeerState */
	[REMOTE_AS] = 13, /* jnxBgpM2PeerRemoteAs */
	[LOCAL] = 7, /* jnxBgpM2PeerLocalAddr */
	[REMOTE] = 11, /* jnxBgpM2PeerRemoteAddr */
};

/* Routing instance 0 is the main one. */
static int
juniper_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct ip_address ip = mib_address(row, REMOTE);
	uint32_t instance;

	if (index_number(&index, &instance) != 0 || ip.family == 0)
		return -1;
	add_peer(device, row, &ip, "jnxBgpM2PeerTable")->instance = instance;
	return 0;
}

const struct collector juniper_bgp_peers_collector = {
	.name = "BGP4-V2-MIB-JUNIPER::jnxBgpM2PeerTable",
	.entry = "1.3.6.1.4.1.2636.5.1.1.2.1.1.1",
	.columns = juniper_columns,
	.column_count = COUNT(juniper_columns),
	.on_row = juniper_row,
};

/* ---- instance.type.length.address: BGP4V2-MIB, its copies, Nokia ---- */

/* One draft had the local address in front of the peer's. Instance 1 is the
 * main one. */
static int
instance_row(
	struct device *device, const struct mib_row *row, const char *source)
{
	struct index_reader index = mib_index(row);
	struct ip_address ip;
	uint32_t instance;

	if (index_number(&index, &instance) != 0 || instance == 0 ||
		index_ip_address(&index, &ip) != 0)
		return -1;
	if (index.left != 0 &&
		(index_ip_address(&index, &ip) != 0 || index.left != 0))
		return -1;
	add_peer(device, row, &ip, source)->instance =
		instance == 1 ? 0 : instance;
	return 0;
}

static const uint8_t draft_columns[] = {
	[STATE] = 13, /* bgp4V2PeerState */
	[REMOTE_AS] = 10, /* bgp4V2PeerRemoteAs */
	[LOCAL] = 3, /* bgp4V2PeerLocalAddr */
};

static int
draft_row(struct device *device, const struct mib_row *row)
{
	return instance_row(device, row, "bgp4V2PeerTable");
}

const struct collector draft_bgp_peers_collector = {
	.name = "BGP4V2-MIB::bgp4V2PeerTable",
	.entry = "1.3.6.1.3.5.1.1.2.1",
	.columns = draft_columns,
	.column_count = COUNT(draft_columns),
	.on_row = draft_row,
};

static int
arista_row(struct device *device, const struct mib_row *row)
{
	return instance_row(device, row, "aristaBgp4V2PeerTable");
}

const struct collector arista_bgp_peers_collector = {
	.name = "ARISTA-BGP4V2-MIB::aristaBgp4V2PeerTable",
	.entry = "1.3.6.1.4.1.30065.4.1.1.2.1",
	.columns = draft_columns,
	.column_count = COUNT(draft_columns),
	.on_row = arista_row,
};

static int
dell_row(struct device *device, const struct mib_row *row)
{
	return instance_row(device, row, "os10bgp4V2PeerTable");
}

const struct collector dell_bgp_peers_collector = {
	.name = "DELLEMC-OS10-BGP4V2-MIB::os10bgp4V2PeerTable",
	.entry = "1.3.6.1.4.1.674.11000.5000.200.1.1.2.1",
	.columns = draft_columns,
	.column_count = COUNT(draft_columns),
	.on_row = dell_row,
};

static const uint8_t nokia_columns[] = {
	[STATE] = 59, /* tBgpPeerNgConnState */
	[REMOTE_AS] = 66, /* tBgpPeerNgPeerAS4Byte */
};

static int
nokia_row(struct device *device, const struct mib_row *row)
{
	return instance_row(device, row, "tBgpPeerNgTable");
}

const struct collector nokia_bgp_peers_collector = {
	.name = "TIMETRA-BGP-MIB::tBgpPeerNgTable",
	.entry = "1.3.6.1.4.1.6527.3.1.2.14.4.7.1",
	.columns = nokia_columns,
	.column_count = COUNT(nokia_columns),
	.on_row = nokia_row,
};

/* traffic.h -- what a device counts and listens to: messages of ICMP, sockets.
 *
 * Rows are appended as they come; traffic_settle() turns BGP connections into
 * peers, once all tables were read.
 *
 * Ownership: everything belongs to the device's arena.
 * Unknown:   -1 of a counter, family 0 of an address, a NULL word. */
#ifndef DISCOVER_TRAFFIC_H
#define DISCOVER_TRAFFIC_H

#include <stdint.h>

#include "address.h"

struct device;

struct icmp_count {
	struct icmp_count *next;
	int family;
	uint32_t type; /* of ICMP or of ICMPv6 */
	int64_t received, sent;
};

/* Best first: what two of them tell is told by the first. */
enum socket_table {
	TCP_LISTENERS,
	TCP_CONNECTIONS,
	OLD_TCP_CONNECTIONS,
	UDP_ENDPOINTS,
	SOCKET_TABLE_COUNT,
};

extern const char *const socket_table_names[SOCKET_TABLE_COUNT];

/* A socket that takes what comes. Family 0: it takes both. */
struct listener {
	struct listener *next;
	enum socket_table table;
	struct ip_address ip;
	uint32_t port;
};

/* An established TCP connection with BGP's port at one end. */
struct bgp_connection {
	struct bgp_connection *next;
	enum socket_table table;
	struct ip_address local, remote;
};

struct traffic {
	struct icmp_count *icmp_counts;
	struct listener *listeners;
	struct bgp_connection *bgp_connections;
	/* where the next of each goes */
	struct icmp_count **last_icmp_count;
	struct listener **last_listener;
	struct bgp_connection **last_bgp_connection;
};

/* The device's, made when first asked for. */
struct traffic *traffic_of(struct device *);

/* A new row, to be filled in. */
struct icmp_count *traffic_add_icmp_count(struct device *);
struct listener *traffic_add_listener(struct device *);
struct bgp_connection *traffic_add_bgp_connection(struct device *);

/* Peers that no BGP table names; to be called before routing_settle. */
void traffic_settle(struct device *);

#endif

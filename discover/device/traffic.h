/* traffic.h -- what a device does with IP: where it is on, what passes, who
 * listens.
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

/* Packets and octets of one family. */
struct ip_counters {
	struct ip_counters *next;
	int family;
	uint32_t if_index; /* 0: of the system */
	int bits; /* 32: one of them at least begins anew at 2^32 */
	int64_t in_packets, in_octets, forwarded, out_packets, out_octets;
	int64_t discontinuity; /* sysUpTime when they last began anew */
};

/* Best first, as above. */
enum ip_interface_table {
	IPV4_INTERFACES,
	IPV6_INTERFACES,
	OLD_IPV6_INTERFACES,
	IP_INTERFACE_TABLE_COUNT,
};

extern const char *const ip_interface_table_names[IP_INTERFACE_TABLE_COUNT];

/* A family on an interface. */
struct ip_interface {
	struct ip_interface *next;
	enum ip_interface_table table;
	uint32_t if_index;
	int enabled, forwards; /* 1 yes, 0 no, -1 not said */
};

struct tunnel {
	struct tunnel *next;
	uint32_t if_index;
	const char *method;
	struct ip_address local, remote; /* of the packets around */
};

/* Who gets SNMP notifications. */
struct trap_target {
	struct trap_target *next;
	struct ip_address ip;
	uint32_t port;
};

struct traffic {
	struct icmp_count *icmp_counts;
	struct listener *listeners;
	struct bgp_connection *bgp_connections;
	struct ip_counters *ip_counters;
	struct ip_interface *ip_interfaces;
	struct tunnel *tunnels;
	struct trap_target *trap_targets;
	/* where the next of each goes */
	struct icmp_count **last_icmp_count;
	struct listener **last_listener;
	struct bgp_connection **last_bgp_connection;
	struct ip_counters **last_ip_counters;
	struct ip_interface **last_ip_interface;
	struct tunnel **last_tunnel;
	struct trap_target **last_trap_target;
};

/* The device's, made when first asked for. */
struct traffic *traffic_of(struct device *);

/* A new row, to be filled in. */
struct icmp_count *traffic_add_icmp_count(struct device *);
struct listener *traffic_add_listener(struct device *);
struct bgp_connection *traffic_add_bgp_connection(struct device *);
struct ip_counters *traffic_add_ip_counters(struct device *);
struct ip_interface *traffic_add_ip_interface(struct device *);
struct tunnel *traffic_add_tunnel(struct device *);
struct trap_target *traffic_add_trap_target(struct device *);

/* Peers that no BGP table names; to be called before routing_settle. */
void traffic_settle(struct device *);

#endif

/* routing.h -- what a router told us of its routing protocols.
 *
 * Rows are appended as they come: that two tables speak of one BGP peer is
 * seen when they are stored.
 *
 * Ownership: everything belongs to the device's arena.
 * Unknown:   family 0 of an address, ifIndex 0, a NULL word, -1 where zero
 *            could be said. */
#ifndef DISCOVER_ROUTING_H
#define DISCOVER_ROUTING_H

#include <stdint.h>

#include "address.h"

struct device;

struct bgp_peer {
	struct bgp_peer *next;
	uint32_t number; /* of the row in this list, from 0 */
	uint32_t instance; /* routing instance; 0: the main one */
	struct ip_address local, remote;
	uint32_t remote_as;
	const char *state, *source;
};

/* What a peer's session carries: AFI and SAFI are IANA's numbers. */
struct bgp_family {
	struct bgp_family *next;
	struct ip_address remote;
	uint32_t afi, safi;
	int64_t accepted, advertised; /* prefixes; -1: not said */
};

/* An address of a neighbour, or of a virtual router. */
struct routing_address {
	struct routing_address *next;
	struct ip_address ip;
};

struct igp_neighbour {
	struct igp_neighbour *next;
	const char *protocol; /* "OSPFv2", "OSPFv3", "IS-IS" */
	uint32_t if_index;
	uint32_t circuit; /* IS-IS: leads to if_index */
	const char *remote_id; /* router id or system id */
	const char *state;
	struct routing_address *addresses;
};

/* Which interface an IS-IS circuit is. */
struct isis_circuit {
	struct isis_circuit *next;
	uint32_t number, if_index;
};

struct router_advert {
	struct router_advert *next;
	uint32_t if_index;
	int sends, managed, other; /* 1 yes, 0 no, -1 not said */
	int64_t lifetime, max_interval, mtu, hop_limit; /* -1: not said */
	int64_t reachable, retransmit; /* milliseconds, -1: not said */
};

struct device_prefix {
	struct device_prefix *next;
	uint32_t if_index;
	struct ip_address ip; /* with prefix length */
	const char *origin;
	int on_link, autonomous;
	int64_t preferred_lifetime, valid_lifetime; /* seconds; -1: not said */
};

struct virtual_router {
	struct virtual_router *next;
	int family;
	uint32_t if_index, number;
	const char *protocol; /* "VRRPv2", "VRRPv3", "HSRP" */
	const char *state;
	int64_t priority; /* -1: not said */
	const char *mac; /* of HSRP */
	struct ip_address master;
	struct routing_address *addresses;
};

struct routing {
	struct bgp_peer *bgp_peers;
	uint32_t bgp_peer_count;
	struct bgp_family *bgp_families;
	struct igp_neighbour *igp_neighbours;
	struct isis_circuit *isis_circuits;
	struct router_advert *router_adverts;
	struct device_prefix *prefixes;
	struct virtual_router *virtual_routers;
	/* where the next of each goes */
	struct bgp_peer **last_bgp_peer;
	struct bgp_family **last_bgp_family;
	struct igp_neighbour **last_igp_neighbour;
	struct isis_circuit **last_isis_circuit;
	struct router_advert **last_router_advert;
	struct device_prefix **last_prefix;
	struct virtual_router **last_virtual_router;
};

/* The device's, made when first asked for. */
struct routing *routing_of(struct device *);

/* A new row, to be filled in. */
struct bgp_peer *routing_add_bgp_peer(
	struct device *, const struct ip_address *remote);
struct bgp_family *routing_add_bgp_family(
	struct device *, const struct ip_address *remote);
struct igp_neighbour *routing_add_igp_neighbour(
	struct device *, const char *protocol);
void routing_add_isis_circuit(
	struct device *, uint32_t number, uint32_t if_index);
struct router_advert *routing_add_router_advert(
	struct device *, uint32_t if_index);
struct device_prefix *routing_add_prefix(
	struct device *, uint32_t if_index, const struct ip_address *);

/* Find or add: two tables speak of one. */
struct igp_neighbour *routing_isis_neighbour(
	struct device *, uint32_t circuit, uint32_t number);
struct virtual_router *routing_virtual_router(
	struct device *, uint32_t if_index, uint32_t number, int family);
struct virtual_router *routing_hsrp_group(
	struct device *, uint32_t if_index, uint32_t number);

/* In front of those that are there. */
void routing_add_address(struct device *, struct routing_address **list,
	const struct ip_address *);

/* Once all tables were read: on which interface each neighbour is. */
void routing_settle(struct device *);

#endif

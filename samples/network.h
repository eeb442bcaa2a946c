/* network.h -- a described network in one of its phases.
 *
 * Read from YAML (samples/marlin/network.yaml explains the words); what does
 * not exist in the phase has no ports, so nobody else thinks of phases.
 *
 * Ownership: all of it belongs to the network's arena.
 * Unknown:   NULL, or family 0 for an address. */
#ifndef SAMPLES_NETWORK_H
#define SAMPLES_NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"

struct arena;
struct yaml_document;
struct yaml_node;
struct zones;

enum port_id { PORT_ID_NAME, PORT_ID_MAC, PORT_ID_LOCAL };
enum lldp_numbers { LLDP_NUMBERS_INDEX, LLDP_NUMBERS_BRIDGE_PORT };

struct platform {
	const char *name, *descr, *object;
	const char *manufacturer, *model; /* NULL: no ENTITY-MIB */
	const char *software;
	enum port_id port_id; /* what LLDP calls a port */
	enum lldp_numbers lldp_numbers;
	uint32_t first_index; /* ifIndex of the first interface */
	const char *ports; /* "Gi1/0/": its fixed ports, 1 to port_count */
	int64_t port_count;
	bool zoned; /* link-local addresses carry their zone */
};

/* What a device is, and what follows from that. */
struct role {
	const char *name;
	bool forwards;
	bool bridges;
	bool hears_routers; /* default routers come from advertisements */
	uint8_t capabilities; /* first octet of the LLDP bits */
	int services; /* sysServices */
};

/* What the beginning of a port's name says. */
struct port_kind {
	const char *start, *descr;
	int type; /* IANAifType */
	int64_t speed;
};

struct device;
struct link;

/* IANAtunnelType */
enum tunnel { NO_TUNNEL = 0, SIX_TO_FOUR = 11 };

/* ipAddressOrigin of RFC 4293. */
enum origin { MANUAL = 2, DHCP = 4, LINKLAYER = 5, RANDOM = 6 };

struct port_address {
	struct port_address *next;
	struct ip_address ip;
	enum origin origin;
};

struct port {
	struct port *next; /* of the device, by index */
	struct device *device;
	const char *name;
	const struct port_kind *kind;
	int type; /* IANAifType */
	uint32_t index;
	uint32_t bridge_port; /* 0: none */
	bool has_mac;
	uint8_t mac[6];
	const char *segment;
	struct port *neighbour; /* the next one on the same segment, a ring */
	struct port_address *addresses; /* IPv4, IPv6, then link-local */
	struct link *link;
	enum tunnel tunnel;
	bool advertises; /* itself as an IPv6 router, whatever its addresses */
	bool is_silent; /* never does */
};

/* A route that leads to a device beside this one. */
struct fixed_route {
	struct fixed_route *next;
	struct ip_address prefix;
	const char *to;
};

/* A TCP port that takes what comes. */
struct service {
	struct service *next;
	uint32_t port;
	int family; /* 0: both */
};

struct device {
	const char *name, *site, *location;
	const struct role *role;
	const struct platform *platform;
	uint8_t mac[6]; /* of the chassis */
	bool has_given_mac;
	bool answers; /* SNMP, in this phase */
	bool has_engine; /* of SNMPv3 */
	const char *default_router; /* the device that packets go to */
	struct fixed_route *routes;
	struct service *services;
	bool counts_octets;
	int64_t ipv4_octets, ipv6_octets; /* in, a second */
	int64_t as_number; /* of BGP; 0: none */
	struct port *ports;
	uint32_t number; /* from 1, in the order of the file */
};

struct link {
	struct port *a, *b;
	bool lldp;
	bool blocked; /* by the spanning tree of bridges */
	uint32_t only; /* the one VLAN that it carries; 0: all */
};

/* A BGP session between two ports, over each family that both have. */
struct session {
	const struct port *a, *b;
	bool ipv6_is_down;
};

struct network {
	struct arena *arena;
	struct yaml_document *document; /* all text belongs to it */
	const struct yaml_node *segment_names;
	struct platform *platforms;
	struct device *devices; /* in the order of the file */
	struct device **by_name;
	size_t device_count;
	struct link *links; /* in the order of the file */
	size_t link_count;
	struct session *sessions;
	size_t session_count;
	struct zones *zones; /* NULL: no names are described */
};

/* NULL after logging every mistake. */
struct network *network_read(const char *path, const char *phase);
void network_free(struct network *);

struct device *network_device(const struct network *, const char *name);
struct port *device_port(const struct device *, const char *name);
const char *network_segment_name(const struct network *, const char *id);

/* The other end of the port's link; NULL without a link. */
struct port *port_far_end(const struct port *);
/* The address by which others reach it: of the loopback, else the first. */
const struct ip_address *device_address(const struct device *, int family);
/* The port's first address of a kind; NULL when it has none. */
const struct ip_address *port_link_local(const struct port *);
const struct ip_address *port_address(const struct port *, int family);

/* Is the family in use there, be it link-local only? */
bool port_runs(const struct port *, int family);

/* Does it pass on what others send? Bridges, access points, phones do. */
bool device_passes_frames(const struct device *);
/* The VLAN of the port's segment, by the name of any port on it; 0: none. */
uint32_t port_vlan(const struct port *);

/* Called for every port that may send frames. */
struct station_visit {
	void (*station)(void *context, const struct port *);
	void *context;
	uint32_t only; /* VLAN; 0: all */
};

/* Everybody who is heard by a bridge on this port. */
void stations_behind(const struct port *, const struct station_visit *);

#endif

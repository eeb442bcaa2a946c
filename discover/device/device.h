/* device.h -- what one device told us, until it is written to the database.
 *
 * Collectors fill it in any order: device_interface() and its like add what
 * they do not find.
 *
 * Ownership: everything belongs to the device's arena and dies with it.
 * Units:     speeds in bits per second, times in seconds since 1970 UTC.
 * Unknown:   a NULL string or a zero number means "the device did not say";
 *            words are those of the MIBs, lists are in the order they came. */
#ifndef DISCOVER_DEVICE_H
#define DISCOVER_DEVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"
#include "memory.h"

struct interface {
	struct interface *next;
	uint32_t index;
	const char *name, *descr, *alias;
	int64_t type, mtu, speed;
	bool has_mac;
	uint8_t mac[6];
	const char *admin_status, *oper_status;
	int64_t id; /* in the database, once stored */
};

struct device_address {
	struct device_address *next;
	uint32_t if_index;
	struct ip_address ip; /* with prefix length when known */
	const char *type, *origin, *status;
	const char *sources; /* "ipAddressTable, ipv6AddrTable" */
};

/* What may be said, denied, or left open. */
enum answer { NOT_SAID, SAID_NO, SAID_YES };

struct device_neighbour {
	struct device_neighbour *next;
	uint32_t if_index;
	struct ip_address ip;
	bool has_mac;
	uint8_t mac[6];
	const char *type, *state;
	enum answer is_router; /* as it says itself, by ND */
	const char *sources;
};

/* Of a row of lldpRemTable and its like: since when, on which port, whom. */
struct remote_key {
	uint32_t time_mark, port, index;
};

struct management_address {
	struct management_address *next;
	struct ip_address ip;
};

struct far_port;
struct med;

struct adjacency {
	struct adjacency *next;
	const char *protocol; /* "lldp", "cdp", "fdp", "mndp", "ptopo" */
	uint32_t number; /* of the row in this list, from 0 */
	uint32_t local_port_number; /* of CDP and LLDP-V2: the ifIndex */
	uint32_t if_index; /* of the local port, where the protocol says it */
	uint32_t remote_index;
	uint32_t time_mark; /* of LLDP */
	const char *device_id; /* CDP only: as it was said */
	const char *chassis_id_subtype, *chassis_id;
	const char *port_id_subtype, *port_id, *port_description;
	const char *sys_name, *sys_descr;
	const char *capabilities_supported, *capabilities_enabled;
	const char *platform, *version, *vtp_domain, *duplex; /* of CDP */
	uint32_t native_vlan; /* the same */
	const struct far_port *far_port; /* extensions.h; NULL: none said */
	const struct med *med; /* extensions.h; NULL: none, or not settled */
	struct management_address *addresses;
	struct management_address **last_address; /* where the next one goes */
};

struct lldp_local_port {
	struct lldp_local_port *next;
	uint32_t number;
	const char *id_subtype, *id, *description;
};

struct bridge_port {
	struct bridge_port *next;
	uint32_t port, if_index;
};

struct device_route {
	struct device_route *next;
	struct ip_address prefix;
	struct ip_address next_hop; /* family 0: none */
	uint32_t if_index;
	const char *type, *protocol, *source;
};

struct device_router {
	struct device_router *next;
	struct ip_address ip;
	uint32_t if_index;
	int64_t lifetime; /* -1: not said */
	const char *preference;
};

enum { ROUTE_LIMIT = 2000 }; /* unless the crawl is told another */

struct device_lists;
struct extensions;
struct layer2;
struct routing;
struct traffic;
struct device_part;
struct vrf;

struct device {
	struct arena *arena;
	struct ip_address
		address; /* by which it answered; family 0: not asked */
	int64_t looked_at; /* the collector runs on it: when; 0: elsewhere */
	const char *sys_name, *sys_descr, *sys_object_id, *sys_location,
		*sys_contact;
	int64_t sys_services;
	int64_t sys_uptime; /* hundredths of a second */
	int ip_forwarding; /* 1 yes, 0 no, -1 not said */
	int ipv6_forwarding; /* the same */
	const char *engine_id; /* hex */
	const char *bridge_mac;
	const char *lldp_sys_name;
	const char *cdp_device_id;
	const char *serial, *manufacturer, *hardware_model; /* of the chassis */
	const char *software; /* its release, of the chassis */
	const char *chassis_id_subtype, *chassis_id;
	const char *capabilities;
	struct interface *interfaces;
	struct device_address *addresses;
	struct device_neighbour *neighbours;
	struct adjacency *adjacencies;
	struct lldp_local_port *lldp_local_ports;
	struct bridge_port *bridge_ports;
	struct device_route *routes;
	struct device_router *routers;
	struct device_lists *lists; /* finds and appends; device.c's own */
	struct layer2 *layer2; /* layer2.h; NULL: not asked for */
	struct routing *routing; /* routing.h; NULL: none */
	struct extensions *extensions; /* extensions.h; NULL: none */
	struct traffic *traffic; /* traffic.h; NULL: none */
	struct vrf *vrfs; /* vrfs.h */
	struct device_part *parts; /* parts.h; the last one first */
	/* Rows that its routing tables have, as it says; -1: not said. */
	int64_t inet_route_count, cidr_route_count;
	int64_t route_limit; /* of a table with more only defaults are read */
};

/* The device lives in an arena of its own. */
struct device *device_create(const struct ip_address *address);
void device_free(struct device *);

/* Find or add: never NULL, and asking twice gives the same object. */
struct interface *device_interface(struct device *, uint32_t index);
struct adjacency *device_adjacency(struct device *, const char *protocol,
	uint32_t local_port_number, uint32_t remote_index);
/* The same: some agents tell neighbours of a port by the time mark alone. */
struct adjacency *device_adjacency_since(
	struct device *, const char *protocol, const struct remote_key *);
struct lldp_local_port *device_lldp_local_port(
	struct device *, uint32_t number);

/* A management address; once only. */
void adjacency_add_address(
	struct device *, struct adjacency *, const struct ip_address *);

/* Union of several tables: the same address on the same interface is one row
 * that gathers its sources; what a later table leaves out stays. */
struct device_address *device_add_address(struct device *, uint32_t if_index,
	const struct ip_address *, const char *source);
struct device_neighbour *device_add_neighbour(struct device *,
	uint32_t if_index, const struct ip_address *, const char *source);
/* Where the row of such a key hangs, NULL when it is new; for lists in files of
 * their own, whose keys have a length of their own. Good until the next call.
 */
void **device_place(struct device *, const void *key, size_t length);
/* Is this one of its own addresses on that interface? */
bool device_owns(
	const struct device *, uint32_t if_index, const struct ip_address *);
void device_add_bridge_port(struct device *, uint32_t port, uint32_t if_index);
struct device_route *device_add_route(
	struct device *, const struct ip_address *prefix, const char *source);
struct device_router *device_add_router(
	struct device *, const struct ip_address *, uint32_t if_index);

#endif

/* extensions.h -- what LLDP neighbours say in extensions of their own.
 *
 * Tables of extensions are keyed as lldpRemTable is, by local port and remote
 * index, and come in any order: rows are kept apart until extensions_settle()
 * hangs them on the adjacency they speak of.
 *
 * Ownership: everything belongs to the device's arena.
 * Unknown:   a NULL text, -1 where zero can be said. */
#ifndef DISCOVER_EXTENSIONS_H
#define DISCOVER_EXTENSIONS_H

#include <stdint.h>

#include "device.h"

/* LLDP-MED's MIB stands below the OUI of TIA, or below 1 as some print it. */
enum med_arc { MED_BELOW_OUI, MED_BELOW_ONE };

/* One row of lldpXMedRemMediaPolicyTable: a phone's voice VLAN. */
struct med_policy {
	struct med_policy *next;
	const char *application; /* "voice", "guest voice" ... */
	int64_t vlan; /* 0: frames carry a priority only */
	int64_t priority, dscp;
	int tagged, unknown; /* 1 yes, 0 no */
};

/* What an endpoint says of itself by LLDP-MED. */
struct med {
	struct med *next;
	enum med_arc arc;
	struct remote_key remote;
	int64_t device_class; /* 1 generic, 2 media, 3 phone, 4 network; 0 ? */
	const char *capabilities; /* current ones */
	const char *hardware, *firmware, *software, *serial, *manufacturer,
		*model, *asset;
	struct med_policy *policies;
	struct med_policy **last_policy; /* where the next one goes */
};

/* A VLAN that the far port names. */
struct far_vlan {
	struct far_vlan *next;
	uint32_t number;
	const char *name;
	int by_protocol; /* 1: frames join it by their protocol; -1: not said */
};

/* What a neighbour says of its port by IEEE 802.1 and 802.3. */
struct far_port {
	struct far_port *next;
	struct remote_key remote;
	int64_t vlan; /* without a tag; 0: none, -1: not said */
	int negotiates, can_bundle, is_bundled; /* 1, 0; -1: not said */
	int64_t bundle; /* ifIndex there; 0: none */
	int64_t mau_type; /* dot3MauType number; 0: not said */
	int64_t max_frame; /* octets; 0: not said */
	struct far_vlan *vlans;
	struct far_vlan **last_vlan; /* where the next one goes */
};

struct extensions {
	struct med *meds;
	struct far_port *far_ports;
	struct lldp_local_port *ports; /* of LLDP-V2-MIB: by ifIndex */
	/* where the next of each goes */
	struct med **last_med;
	struct far_port **last_far_port;
	struct lldp_local_port **last_port;
};

/* The device's, made when first asked for. */
struct extensions *extensions_of(struct device *);

/* Find or add: never NULL. */
struct med *extensions_med(
	struct device *, enum med_arc, const struct remote_key *);
/* The new row, to be filled in. */
struct med_policy *med_add_policy(struct device *, struct med *);

struct far_port *extensions_far_port(
	struct device *, const struct remote_key *);
struct far_vlan *far_port_vlan(
	struct device *, struct far_port *, uint32_t number);
struct lldp_local_port *extensions_port(struct device *, uint32_t if_index);

/* Once all tables were read and settled. */
void extensions_settle(struct device *);

#endif

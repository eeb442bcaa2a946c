/* layer2.h -- what a bridge told us: VLANs, their ports, where MACs sit.
 *
 * Rows are appended as they come; layer2_settle() works out, once all tables
 * were read, which VLAN a filtering database serves and which interface a
 * bridge port is.
 *
 * Ownership: everything belongs to the device's arena.
 * Unknown:   VLAN 0, port 0, ifIndex 0, a NULL word or name. */
#ifndef DISCOVER_LAYER2_H
#define DISCOVER_LAYER2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bridge_port;
struct device;

enum { VLAN_FIRST = 1, VLAN_LAST = 4094 };

/* A PortList (RFC 4363): the highest bit of its first octet is port 1. */
struct port_list {
	const uint8_t *octets;
	size_t length;
};

struct vlan {
	struct vlan *next;
	uint32_t number;
	const char *name;
	bool is_current; /* lists of dot1qVlanCurrentTable, not of the static */
	bool has_fdb;
	uint32_t fdb; /* the filtering database that serves it */
	bool has_context; /* its forwarding table answers in one of its own */
	struct port_list egress, untagged;
};

/* Of switches that number no ports: an interface in its access VLAN. */
struct access_port {
	struct access_port *next;
	uint32_t if_index, vlan;
};

enum { TRUNK_LIST_OCTETS = 128, TRUNK_LISTS = 4 };

/* The same of an interface that carries many: the highest bit of the first
 * octet is VLAN 0. */
struct trunk {
	struct trunk *next;
	uint32_t if_index;
	uint32_t native; /* of frames without a tag */
	uint8_t allowed[TRUNK_LISTS * TRUNK_LIST_OCTETS];
};

/* A port's own VLAN: that of frames that come without a tag. */
struct port_vlan {
	struct port_vlan *next;
	uint32_t port, vlan;
};

/* Which of a device's forwarding tables a row came from. */
enum fdb_table { FDB_PLAIN, FDB_BY_VLAN };

struct fdb_entry {
	struct fdb_entry *next;
	enum fdb_table table;
	uint32_t fdb; /* of FDB_BY_VLAN */
	uint32_t vlan, port, if_index;
	uint8_t mac[6];
	const char *status;
};

/* The VLAN into which a port sends a phone. */
struct voice_vlan {
	struct voice_vlan *next;
	uint32_t if_index, vlan;
};

enum stack_table { STACKED_BY_LACP, STACKED_BY_INTERFACES };

/* A port of a link aggregate. */
struct stacked_port {
	struct stacked_port *next;
	enum stack_table table;
	uint32_t aggregate, member; /* ifIndex */
	const char *state; /* of LACP: "attached", "selected" */
	bool has_partner; /* LACP knows the system at the other end ... */
	uint8_t partner[6];
	int64_t partner_key; /* ... and by which number it bundles */
};

struct stp_port {
	struct stp_port *next;
	uint32_t port, if_index;
	const char *state;
	bool has_bridge;
	uint8_t bridge[6]; /* the designated one of the line */
	int64_t bridge_port; /* its priority in the upper octet */
};

struct layer2 {
	struct vlan *vlans;
	struct vlan *by_number[VLAN_LAST + 1];
	struct port_vlan *port_vlans;
	struct fdb_entry *fdb;
	struct stacked_port *stacked_ports;
	struct stp_port *stp_ports;
	struct voice_vlan *voice_vlans;
	struct access_port *access_ports;
	struct trunk *trunks;
	uint32_t context_vlan; /* whose context is being read; 0: none */
	struct bridge_port *context_ports; /* its own numbers of ports */
	struct fdb_entry **context_fdb; /* where its rows begin */
	int contexts_alike; /* those that repeated the plain table */
	bool contexts_differ; /* one did not */
	/* where the next of each goes */
	struct vlan **last_vlan;
	struct port_vlan **last_port_vlan;
	struct fdb_entry **last_fdb;
	struct stacked_port **last_stacked_port;
	struct stp_port **last_stp_port;
	struct voice_vlan **last_voice_vlan;
	struct access_port **last_access_port;
	struct trunk **last_trunk;
};

/* The device's, made when first asked for. */
struct layer2 *layer2_of(struct device *);

/* NULL when the number is none of a VLAN; else found or added. */
struct vlan *layer2_vlan(struct device *, uint32_t number);
void layer2_add_port_vlan(struct device *, uint32_t port, uint32_t vlan);
void layer2_add_voice_vlan(struct device *, uint32_t if_index, uint32_t vlan);
/* The new row, to be filled in. */
struct fdb_entry *layer2_add_fdb(struct device *, enum fdb_table);
struct stacked_port *layer2_add_stacked_port(
	struct device *, uint32_t aggregate, uint32_t member);
struct stp_port *layer2_add_stp_port(struct device *, uint32_t port);

void layer2_add_access_port(struct device *, uint32_t if_index, uint32_t vlan);
struct trunk *layer2_add_trunk(struct device *, uint32_t if_index);
bool trunk_allows(const struct trunk *, uint32_t vlan);

/* What is read between the two comes from the context of one VLAN. */
void layer2_enter_vlan(struct device *, uint32_t vlan);
void layer2_add_context_port(struct device *, uint32_t port, uint32_t if_index);
void layer2_leave_vlan(struct device *);
/* Agents that know no contexts answer in each as they always do: how many VLANs
 * repeated the plain table, if all but the first did; that is its own. */
int layer2_contexts_alike(const struct device *);
/* So it was nothing of the VLANs'. */
void layer2_forget_contexts(struct device *);

bool port_list_has(const struct port_list *, uint32_t port);

void layer2_settle(struct device *);

#endif

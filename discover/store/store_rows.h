/* store_rows.h -- statements of the store, for its own files. */
#ifndef DISCOVER_STORE_ROWS_H
#define DISCOVER_STORE_ROWS_H

#include <stdint.h>

#include "address.h"
#include "database.h"
#include "memory.h"

struct adjacency;
struct device;

enum statement {
	INSERT_DEVICE,
	INSERT_COVERAGE,
	INSERT_PART,
	INSERT_INTERFACE,
	INSERT_ADDRESS,
	INSERT_NEIGHBOUR,
	INSERT_LLDP_LOCAL_PORT,
	INSERT_BRIDGE_PORT,
	INSERT_ADJACENCY,
	INSERT_ADJACENCY_ADDRESS,
	INSERT_ADJACENCY_MED,
	INSERT_ADJACENCY_POLICY,
	INSERT_ADJACENCY_PORT,
	INSERT_ADJACENCY_VLAN,
	INSERT_CDP_NAME,
	INSERT_VANTAGE,
	INSERT_ROUTE,
	INSERT_DEFAULT_ROUTER,
	INSERT_VLAN,
	INSERT_VLAN_PORT,
	INSERT_PORT_VLAN,
	INSERT_CARRIED_VLAN,
	INSERT_FDB,
	INSERT_BGP_PEER,
	INSERT_IGP_NEIGHBOUR,
	INSERT_IGP_ADDRESS,
	INSERT_ROUTER_ADVERT,
	INSERT_PREFIX,
	INSERT_VIRTUAL_ROUTER,
	INSERT_VIRTUAL_ADDRESS,
	INSERT_VRF_INTERFACE,
	INSERT_LAG_MEMBER,
	INSERT_STP_PORT,
	INSERT_ICMP_COUNT,
	INSERT_LISTENER,
	INSERT_IP_COUNTERS,
	INSERT_IP_INTERFACE,
	INSERT_TUNNEL,
	INSERT_TRAP_TARGET,
	INSERT_VOICE_VLAN,
	INSERT_BGP_FAMILY,
	INSERT_CANDIDATE,
	INSERT_META,
	UPDATE_META,
	INSERT_SETTING,
	STATEMENT_COUNT,
};

extern const char *const statements[STATEMENT_COUNT];

struct store {
	struct database *database;
	struct query *queries[STATEMENT_COUNT];
	int64_t row_count;
	struct text indexes; /* SQL that makes them again */
};

/* Zero means unknown in struct device, NULL in the database. */
struct value known_number(int64_t);
/* -1 means "not said". */
struct value number_if_said(int64_t);
/* Runs one statement and counts the row. */
int store_row(struct store *, enum statement, const struct value *values,
	size_t count);

/* Who and where: what every row of a list begins with. */
struct place {
	struct store *store;
	struct device *device;
	int64_t id;
};

#define NEXT_ROW(store, statement, ...) \
	store_row(store, statement, (const struct value[]){ __VA_ARGS__ }, \
		COUNT(((const struct value[]){ __VA_ARGS__ })))

/* NULL where there is no address. */
struct value address_value(const struct ip_address *, char text[IP_TEXT_SIZE]);
struct value key_value(const struct ip_address *);
/* The row of an interface; NULL for ifIndex 0. */
struct value interface_value(const struct place *, uint32_t if_index);

/* Indexes that speed up reading only: away, and back again. */
int indexes_drop(struct store *);
int indexes_create(struct store *);

/* All lists of a device, inside the caller's transaction. */
int store_device_rows(struct store *, struct device *, int64_t id);
/* Some of them, behind the interfaces. */
int store_layer2(const struct place *);
int store_routing(const struct place *);
int store_traffic(const struct place *);
int store_parts(const struct place *);
/* What one neighbour says, whose row has that id. */
int store_extensions(
	const struct place *, const struct adjacency *, int64_t id);

#endif

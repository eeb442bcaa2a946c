/* lldp.h -- what both versions of the LLDP MIB have in common. */
#ifndef DISCOVER_LLDP_H
#define DISCOVER_LLDP_H

#include <stdbool.h>

struct adjacency;
struct arena;
struct device;
struct index_reader;
struct ip_address;
struct mib_row;

/* Columns of a neighbour, in the order of either table. */
enum lldp_column {
	CHASSIS_SUBTYPE,
	CHASSIS_ID,
	PORT_SUBTYPE,
	PORT_ID,
	PORT_DESCRIPTION,
	SYS_NAME,
	SYS_DESCR,
	SUPPORTED,
	ENABLED
};

/* Some agents fill rows of dead neighbours with nothing. */
bool lldp_is_blank(const struct mib_row *);
void lldp_fill_adjacency(
	struct arena *, struct adjacency *, const struct mib_row *);
/* Columns: chassis subtype, chassis id, sysName, enabled capabilities. */
int lldp_local_row(struct device *, const struct mib_row *);
/* A management address in an index: address family number, length, octets.
 * Returns 1 for a family that is no IP (6 is a MAC), -1 for nonsense. */
int lldp_read_address(struct index_reader *, struct ip_address *);

/* LLDP-V2-MIB says the same as LLDP-MIB and counts ports by ifIndex; where the
 * old table has neighbours, the new ones are left out. */
void lldp_settle(struct device *);

#endif

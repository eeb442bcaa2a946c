/* lldp.h -- what both versions of the LLDP MIB have in common. */
#ifndef DISCOVER_LLDP_H
#define DISCOVER_LLDP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct adjacency;
struct arena;
struct device;
struct index_reader;
struct ip_address;
struct lldp_local_port;
struct mib_row;
struct remote_key;

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

/* timeMark.localPortNum.remIndex, with more behind it or not. */
int lldp_read_whole_key(struct index_reader *, struct remote_key *);
/* That is all of the index; the time mark may be left out, the port too. */
int lldp_read_key(struct index_reader *, struct remote_key *);
/* Words of the bits of the first octet, highest first; NULL when none is set.
 * The words end with NULL. */
const char *lldp_bits_text(struct arena *, const struct mib_row *, int column,
	const char *const *words);
/* Some agents fill rows of dead neighbours with nothing. */
bool lldp_is_blank(const struct mib_row *);
void lldp_fill_adjacency(
	struct arena *, struct adjacency *, const struct mib_row *);
/* Columns: chassis subtype, chassis id, sysName, enabled capabilities. */
int lldp_local_row(struct device *, const struct mib_row *);
/* A management address in an index: address family number, length, octets.
 * Returns 1 for a family that is no IP (6 is a MAC), -1 for nonsense. */
int lldp_read_address(struct index_reader *, struct ip_address *);

void lldp_fill_port(
	struct arena *, struct lldp_local_port *, const struct mib_row *);
int lldp_local_address_row(struct device *, const struct mib_row *);

/* Protocols that begin so are LLDP, as tables beside LLDP-MIB tell it. */
#define LLDP_DRAFT "lldp "

/* What two tables say of one neighbour becomes one: what LLDP-MIB has, other
 * tables of LLDP and of older protocols need not repeat. */
void heard_twice_settle(struct device *);

#endif

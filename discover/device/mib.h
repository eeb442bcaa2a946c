/* mib.h -- what a collector sees of SNMP: tables, rows, values.
 *
 * A collector is a table of columns and one function that takes a row. It
 * never sees net-snmp, so a test can call it with a row made by hand. A group
 * of scalars is a table with one row whose index is 0.
 *
 * Ownership: a row and all in it live until on_row returns.
 * Unknown:   a column that did not come has type 0; numbers read as 0, text
 *            as NULL, octets as length 0. */
#ifndef DISCOVER_MIB_H
#define DISCOVER_MIB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"

struct arena;
struct device;

/* ASN.1 tags of SMIv2. */
enum mib_type {
	MIB_ABSENT = 0,
	MIB_INTEGER = 2,
	MIB_OCTETS = 4,
	MIB_NULL = 5,
	MIB_OID = 6,
	MIB_IP_ADDRESS = 64,
	MIB_COUNTER32 = 65,
	MIB_GAUGE32 = 66,
	MIB_TIME_TICKS = 67,
	MIB_OPAQUE = 68,
	MIB_COUNTER64 = 70,
	MIB_NO_SUCH_OBJECT = 128,
	MIB_NO_SUCH_INSTANCE = 129,
	MIB_END_OF_VIEW = 130,
};

struct mib_value {
	enum mib_type type;
	int64_t number; /* of the integer types; unsigned ones fit */
	const uint8_t *octets; /* OCTET STRING, IpAddress, Opaque */
	const uint32_t *oid; /* OBJECT IDENTIFIER */
	size_t length; /* octets or sub-identifiers */
};

struct mib_row {
	const uint32_t *index; /* sub-identifiers behind the column */
	size_t index_length;
	const struct mib_value *values; /* one for each column, in order */
	size_t value_count;
};

/* Did the agent give a value (and not noSuchInstance)? */
bool mib_value_is_known(const struct mib_value *);
bool mib_has(const struct mib_row *, int column);
int64_t mib_number(const struct mib_row *, int column);
/* Of a counter: -1 when it did not come. */
int64_t mib_counter(const struct mib_row *, int column);
/* TruthValue, and what else is 1 for yes and 2 for no: 1, 0, or -1 when it is
 * neither, as OcNOS says 0. */
int mib_truth(const struct mib_row *, int column);
const uint8_t *mib_octets(const struct mib_row *, int column, size_t *length);
const uint32_t *mib_oid(const struct mib_row *, int column, size_t *length);
/* "1.3.6.1.4.1.8072.3.2.10", or NULL. */
char *mib_oid_text(struct arena *, const struct mib_row *, int column);
/* Octets as UTF-8 text: cut at two NULs, Latin-1 turned into UTF-8, control
 * bytes dropped; NULL when absent or empty. Lives in the arena. */
char *mib_text(struct arena *, const struct mib_row *, int column);
/* The word of an enumeration, NULL when the number has none:
 * words[1] is the word of 1. */
const char *mib_word(const struct mib_row *, int column,
	const char *const *words, size_t word_count);
/* Six octets (seven with a leading 06, eight bytes cut ...): -1 if no MAC. */
int mib_mac(const struct mib_row *, int column, uint8_t mac[6]);

/* IpAddress or InetAddress, the family by its length, with its zone or without.
 * Family 0 when it did not come, or says by zeros that there is none. */
struct ip_address mib_address(const struct mib_row *, int column);

/* What those above do, for octets from elsewhere; of an address, zeros count.
 */
int address_from_octets(const uint8_t *, size_t length, struct ip_address *);
/* Of an IPv4 mask: ones, then zeros; else -1. */
int mask_length(const uint8_t mask[4]);
char *text_from_octets(struct arena *, const uint8_t *, size_t length);
int mac_from_octets(const uint8_t *, size_t length, uint8_t mac[6]);
/* Lower-case digits without separators. */
char *hex_from_octets(struct arena *, const uint8_t *, size_t length);
/* Printable UTF-8, trailing NULs aside? */
bool octets_are_printable(const uint8_t *, size_t length);

/* Whether a table is read that waits until all others were. */
struct wish {
	bool is_wanted;
	const char
		*reason; /* why it is not, where that leaves a gap; or NULL */
};

struct collector {
	const char *name; /* "IP-MIB::ipAddressTable", as coverage shows it */
	const char *entry; /* OID above the columns, "1.3.6.1.2.1.4.34.1" */
	const uint8_t *columns;
	size_t column_count;
	/* Only rows whose index begins so and goes on (default routes of a
	 * large table). */
	const uint32_t *index_prefix;
	size_t index_prefix_length;
	/* -1: the row made no sense and is counted as refused. */
	int (*on_row)(struct device *, const struct mib_row *);
	/* OID, or NULL: an agent that has rows of another table below it has
	 * this table too, if only an empty one. */
	const char *companion;
	/* Of a single column: only what stands behind this OID. */
	const uint32_t *from;
	size_t from_length;
	/* Rows that are read at most; 0: the limit of all tables. */
	int64_t row_limit;
	/* Set: the table waits, and then is read if the device makes it a wish.
	 */
	struct wish (*wish)(struct device *);
};

/* Reads an index from left to right; past its end every read fails. */
struct index_reader {
	const uint32_t *next;
	size_t left;
};

struct index_reader mib_index(const struct mib_row *);
int index_number(struct index_reader *, uint32_t *number);
/* InetAddressType.InetAddress in every encoding of real agents (with and
 * without length, zoned and not). */
int index_ip_address(struct index_reader *, struct ip_address *);
/* The same behind a type that was read: length.octets and its variants. */
int index_sized_address(struct index_reader *, struct ip_address *);
/* ifIndex.type.length.octets, or type before ifIndex; must end the index. */
int index_port_address(
	struct index_reader *, uint32_t *if_index, struct ip_address *);
/* ifIndex.16 octets (RFC 2465), the length 16 between them or not, or text. */
int index_port_ipv6(
	struct index_reader *, uint32_t *if_index, struct ip_address *);
/* Exactly 4 or 16 sub-identifiers (IpAddress, Ipv6Address). */
int index_octets_address(
	struct index_reader *, size_t octets, struct ip_address *);
/* A MAC as six sub-identifiers, or a length of 6 and then those. */
int index_mac(struct index_reader *, uint8_t mac[6]);

#endif

/* ber.h -- ASN.1 BER as SNMP uses it, for the agents that replay recordings.
 *
 * Reading trusts nobody: each function takes bytes from the front of `input`
 * and returns -1, without reading past the end, when they are not what was
 * asked for. Writing goes into a fixed room and remembers when it was too
 * small. An OID stays encoded: it is compared and sorted in that form. */
#ifndef DISCOVER_BER_H
#define DISCOVER_BER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BER_INTEGER = 2, BER_OCTETS = 4, BER_NULL = 5, BER_OID = 6 };
enum { BER_SEQUENCE = 0x30 };

/* RFC 3416: at most 128 sub-identifiers; each takes up to five octets. */
enum { OID_IDS = 128, OID_OCTETS = 5 * OID_IDS };

struct octets {
	const uint8_t *bytes;
	size_t length;
};

int ber_read(struct octets *input, uint8_t *tag, struct octets *content);
/* The same for one tag that must come. */
int ber_take(struct octets *input, uint8_t tag, struct octets *content);
int ber_take_integer(struct octets *input, int64_t *number);
/* Checks that every sub-identifier is whole, short and below 2^32. */
int ber_take_oid(struct octets *input, struct octets *oid);

struct ber_writer {
	uint8_t *bytes;
	size_t length, capacity;
	bool overflow; /* something did not fit and was left out */
};

void ber_write(struct ber_writer *, struct octets raw);
void ber_write_value(struct ber_writer *, uint8_t tag, struct octets content);
void ber_write_integer(struct ber_writer *, uint8_t tag, int64_t number);
void ber_write_unsigned(struct ber_writer *, uint8_t tag, uint64_t number);
/* What is written between open and close is the content. */
size_t ber_open(struct ber_writer *, uint8_t tag);
void ber_close(struct ber_writer *, size_t opened);

/* Order of sub-identifiers, as GETNEXT needs it: <0, 0, >0. */
int oid_compare(struct octets a, struct octets b);
bool oid_begins_with(struct octets oid, struct octets prefix);
/* "1.3.6.1" with or without a leading dot. The encoded length, or -1. */
int oid_parse(struct octets text, uint8_t oid[OID_OCTETS]);
/* Sub-identifiers of encoded bytes that begin at one; 0 when more than fit. */
size_t oid_ids(struct octets oid, uint32_t ids[OID_IDS]);

#endif

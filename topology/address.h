/* address.h -- IPv4, IPv6 and MAC addresses: parse, print, classify.
 *
 * Both families share one shape: 16 bytes, IPv4 as ::ffff:a.b.c.d, so that one
 * comparison orders them all. Text is RFC 5952. What the kinds mean and which
 * of them count: the table in address_kinds.c. */
#ifndef TOPOLOGY_ADDRESS_H
#define TOPOLOGY_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { IP_TEXT_SIZE = 72, MAC_TEXT_SIZE = 18, NO_PREFIX_LENGTH = -1 };

struct ip_address {
	uint8_t bytes[16];
	int family; /* 4 or 6; 0: no address */
	int prefix_length; /* of its own family, or NO_PREFIX_LENGTH */
	uint32_t zone; /* ifIndex of a zoned link-local, or 0 */
};

/* "192.0.2.1", "2001:db8::1", either with "/24" behind it; a zone ("%eth0") is
 * accepted and dropped. -1 for anything else. */
int ip_parse(const char *text, struct ip_address *);
/* 4 or 16 octets in network order; -1 for another length. */
int ip_from_octets(const uint8_t *octets, size_t length, struct ip_address *);
/* Without and with the prefix length. */
const char *ip_text(const struct ip_address *, char text[IP_TEXT_SIZE]);
const char *ip_text_with_length(
	const struct ip_address *, char text[IP_TEXT_SIZE]);

/* Are the first `count` bits the same? */
bool bits_equal(const uint8_t *, const uint8_t *, int count);

bool ip_equal(const struct ip_address *, const struct ip_address *);
/* Is the address inside the prefix? False when families differ. */
bool ip_in_prefix(const struct ip_address *, const struct ip_address *prefix);
/* Zeroes the host bits; needs a prefix length. */
struct ip_address ip_network(const struct ip_address *);

/* "global", "ULA", "link-local", "6to4" ...: one word of the table. */
const char *ip_kind(const struct ip_address *);
/* May this kind of address carry traffic of its family end to end? */
bool ip_kind_is_usable(const struct ip_address *);
bool ip_is_link_local(const struct ip_address *);

/* "EUI-64", "low", "embedded IPv4", "ISATAP", "random-looking"; NULL for
 * IPv4. `origin_is_random` gives "temporary". */
const char *iid_class(const struct ip_address *, bool origin_is_random);
/* The MAC inside an EUI-64 interface identifier; -1 when there is none. */
int iid_mac(const struct ip_address *, uint8_t mac[6]);

/* Any usual spelling: 00:00:5e:00:53:01, 0000.5e00.5301, 00-00-..., 12 digits.
 */
int mac_parse(const char *text, uint8_t mac[6]);
/* Lower case with colons. */
const char *mac_text(const uint8_t mac[6], char text[MAC_TEXT_SIZE]);
/* VRRP, HSRP, GLBP, CARP: shared by several devices, never an identity. */
bool mac_is_virtual_router(const uint8_t mac[6]);

#endif

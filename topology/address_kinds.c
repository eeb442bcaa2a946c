/* address_kinds.c -- what an address is for, by the prefix it begins with.
 *
 * One table, the first row that fits wins. `usable` answers: may an interface
 * with this address be said to speak its family? Documentation prefixes may,
 * so that samples read like networks; transition addresses may not. */
#include "address.h"

#include <string.h>

#include "memory.h"

struct kind {
	const char *name;
	uint8_t family;
	bool usable;
	uint8_t bits; /* of `bytes` that must be equal */
	uint8_t bytes[16];
	uint8_t skip; /* octets before they are compared */
};

static const struct kind kinds[] = {
	{ "this network", 4, false, 8, { 0 } },
	{ "loopback", 4, false, 8, { 127 } },
	{ "link-local", 4, false, 16, { 169, 254 } },
	{ "private", 4, true, 8, { 10 } },
	{ "private", 4, true, 12, { 172, 16 } },
	{ "private", 4, true, 16, { 192, 168 } },
	{ "shared", 4, true, 10, { 100, 64 } },
	{ "documentation", 4, true, 24, { 192, 0, 2 } },
	{ "documentation", 4, true, 24, { 198, 51, 100 } },
	{ "documentation", 4, true, 24, { 203, 0, 113 } },
	{ "benchmark", 4, true, 15, { 198, 18 } },
	{ "special", 4, true, 24, { 192, 0, 0 } },
	{ "multicast", 4, false, 4, { 224 } },
	{ "broadcast", 4, false, 32, { 255, 255, 255, 255 } },
	{ "reserved", 4, false, 4, { 240 } },
	{ "global", 4, true, 0, { 0 } },

	{ "unspecified", 6, false, 128, { 0 } },
	{ "loopback", 6, false, 128, { [15] = 1 } },
	{ "v4-mapped", 6, false, 96, { [10] = 0xff, 0xff } },
	{ "v4-compatible", 6, false, 96, { 0 } },
	{ "NAT64", 6, false, 96, { 0, 0x64, 0xff, 0x9b } },
	{ "NAT64", 6, false, 48, { 0, 0x64, 0xff, 0x9b, 0, 1 } },
	{ "discard", 6, false, 64, { 1 } },
	{ "link-local", 6, false, 10, { 0xfe, 0x80 } },
	{ "site-local", 6, false, 10, { 0xfe, 0xc0 } },
	{ "multicast", 6, false, 8, { 0xff } },
	{ "ISATAP", 6, false, 32, { 0, 0, 0x5e, 0xfe }, 8 },
	{ "ISATAP", 6, false, 32, { 2, 0, 0x5e, 0xfe }, 8 },
	{ "6to4", 6, false, 16, { 0x20, 0x02 } },
	{ "Teredo", 6, false, 32, { 0x20, 0x01 } },
	{ "documentation", 6, true, 32, { 0x20, 0x01, 0x0d, 0xb8 } },
	{ "documentation", 6, true, 20, { 0x3f, 0xff } },
	{ "benchmark", 6, false, 48, { 0x20, 0x01, 0, 2 } },
	{ "ORCHID", 6, false, 28, { 0x20, 0x01, 0, 0x20 } },
	{ "special", 6, false, 23, { 0x20, 0x01 } },
	{ "SRv6", 6, false, 16, { 0x5f } },
	{ "ULA", 6, true, 8, { 0xfd } },
	{ "undefined ULA", 6, true, 8, { 0xfc } },
	{ "6bone", 6, true, 16, { 0x3f, 0xfe } },
	{ "global", 6, true, 3, { 0x20 } },
	{ "unassigned", 6, false, 0, { 0 } },
};

static const struct kind no_kind = { .name = "none" };

static const struct kind *
find_kind(const struct ip_address *ip)
{
	const uint8_t *octets = ip->bytes + (ip->family == 4 ? 12 : 0);

	for (size_t i = 0; i < COUNT(kinds); i++) {
		const struct kind *kind = &kinds[i];

		if (kind->family == ip->family &&
			bits_equal(
				octets + kind->skip, kind->bytes, kind->bits))
			return kind;
	}
	return &no_kind;
}

const char *
ip_kind(const struct ip_address *ip)
{
	return find_kind(ip)->name;
}

bool
ip_kind_is_usable(const struct ip_address *ip)
{
	return find_kind(ip)->usable;
}

bool
ip_is_link_local(const struct ip_address *ip)
{
	return strcmp(ip_kind(ip), "link-local") == 0;
}

int
iid_mac(const struct ip_address *ip, uint8_t mac[6])
{
	const uint8_t *iid = ip->bytes + 8;

	if (ip->family != 6 || iid[3] != 0xff || iid[4] != 0xfe)
		return -1;
	memcpy(mac, iid, 3);
	memcpy(mac + 3, iid + 5, 3);
	mac[0] ^= 0x02; /* RFC 4291: the universal/local bit is inverted */
	return 0;
}

static bool
is_host_ipv4(unsigned first_octet)
{
	return first_octet > 0 && first_octet < 224;
}

/* ::192:0:2:1 -- each group, read as decimal, is an octet. */
static bool
spells_ipv4(const uint8_t iid[8])
{
	unsigned octets[4];

	for (int i = 0; i < 4; i++) {
		unsigned high = iid[2 * i];
		unsigned tens = iid[2 * i + 1] >> 4;
		unsigned ones = iid[2 * i + 1] & 15;

		octets[i] = high * 100 + tens * 10 + ones;
		if (tens > 9 || ones > 9 || octets[i] > 255)
			return false;
	}
	return is_host_ipv4(octets[0]);
}

static bool
is_isatap(const struct ip_address *ip)
{
	static const uint8_t local[] = { 0, 0, 0x5e, 0xfe };
	static const uint8_t universal[] = { 2, 0, 0x5e, 0xfe };

	return bits_equal(ip->bytes + 8, local, 32) ||
		bits_equal(ip->bytes + 8, universal, 32);
}

static bool
is_eui64(const struct ip_address *ip)
{
	uint8_t mac[6];

	return iid_mac(ip, mac) == 0;
}

static bool
is_low(const struct ip_address *ip)
{
	static const uint8_t zeros[6];

	return bits_equal(ip->bytes + 8, zeros, 48);
}

static bool
embeds_ipv4(const struct ip_address *ip)
{
	static const uint8_t zeros[4];
	const uint8_t *iid = ip->bytes + 8;

	if (bits_equal(iid, zeros, 32))
		return is_host_ipv4(iid[4]);
	return spells_ipv4(iid);
}

static bool
is_any(const struct ip_address *ip)
{
	(void)ip;
	return true;
}

const char *
iid_class(const struct ip_address *ip, bool origin_is_random)
{
	static const struct {
		const char *name;
		bool (*fits)(const struct ip_address *);
	} classes[] = {
		{ "ISATAP", is_isatap },
		{ "EUI-64", is_eui64 },
		{ "low", is_low },
		{ "embedded IPv4", embeds_ipv4 },
		{ "random-looking", is_any },
	};
	size_t i = 0;

	if (ip->family != 6)
		return NULL;
	if (origin_is_random)
		return "temporary";
	while (!classes[i].fits(ip))
		i++;
	return classes[i].name;
}

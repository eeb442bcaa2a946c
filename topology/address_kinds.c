/* address_kinds.c -- what an address is for, by the prefix it begins with.
 *
 * One table, the first row that fits wins. `usable` answers: may an interface
 * with this address be said to speak its family? Documentation prefixes may,
 * so that samples read like networks; transition addresses may not. */
#include "address.h"

#include <string.h>

#include "memory.h"

struct kind {
	int family;
	const char *name;
	bool usable;
	int bits; /* of `bytes` that must be equal */
	uint8_t bytes[16];
	int skip; /* octets before they are compared */
};

static const struct kind kinds[] = {
	{ 4, "this network", false, 8, { 0 } },
	{ 4, "loopback", false, 8, { 127 } },
	{ 4, "link-local", false, 16, { 169, 254 } },
	{ 4, "private", true, 8, { 10 } },
	{ 4, "private", true, 12, { 172, 16 } },
	{ 4, "private", true, 16, { 192, 168 } },
	{ 4, "shared", true, 10, { 100, 64 } },
	{ 4, "documentation", true, 24, { 192, 0, 2 } },
	{ 4, "documentation", true, 24, { 198, 51, 100 } },
	{ 4, "documentation", true, 24, { 203, 0, 113 } },
	{ 4, "benchmark", true, 15, { 198, 18 } },
	{ 4, "special", true, 24, { 192, 0, 0 } },
	{ 4, "multicast", false, 4, { 224 } },
	{ 4, "broadcast", false, 32, { 255, 255, 255, 255 } },
	{ 4, "reserved", false, 4, { 240 } },
	{ 4, "global", true, 0, { 0 } },

	{ 6, "unspecified", false, 128, { 0 } },
	{ 6, "loopback", false, 128, { [15] = 1 } },
	{ 6, "v4-mapped", false, 96, { [10] = 0xff, 0xff } },
	{ 6, "v4-compatible", false, 96, { 0 } },
	{ 6, "NAT64", false, 96, { 0, 0x64, 0xff, 0x9b } },
	{ 6, "NAT64", false, 48, { 0, 0x64, 0xff, 0x9b, 0, 1 } },
	{ 6, "discard", false, 64, { 1 } },
	{ 6, "link-local", false, 10, { 0xfe, 0x80 } },
	{ 6, "site-local", false, 10, { 0xfe, 0xc0 } },
	{ 6, "multicast", false, 8, { 0xff } },
	{ 6, "ISATAP", false, 32, { 0, 0, 0x5e, 0xfe }, 8 },
	{ 6, "ISATAP", false, 32, { 2, 0, 0x5e, 0xfe }, 8 },
	{ 6, "6to4", false, 16, { 0x20, 0x02 } },
	{ 6, "Teredo", false, 32, { 0x20, 0x01 } },
	{ 6, "documentation", true, 32, { 0x20, 0x01, 0x0d, 0xb8 } },
	{ 6, "documentation", true, 20, { 0x3f, 0xff } },
	{ 6, "benchmark", false, 48, { 0x20, 0x01, 0, 2 } },
	{ 6, "ORCHID", false, 28, { 0x20, 0x01, 0, 0x20 } },
	{ 6, "special", false, 23, { 0x20, 0x01 } },
	{ 6, "SRv6", false, 16, { 0x5f } },
	{ 6, "ULA", true, 8, { 0xfd } },
	{ 6, "undefined ULA", true, 8, { 0xfc } },
	{ 6, "6bone", true, 16, { 0x3f, 0xfe } },
	{ 6, "global", true, 3, { 0x20 } },
	{ 6, "unassigned", false, 0, { 0 } },
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

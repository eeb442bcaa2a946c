/* address.c -- IPv4 and IPv6 addresses: parse, print, compare.
 *
 * Reading is inet_pton's, which takes exactly the legal spellings. Writing is
 * our own: inet_ntop also prints ::192.0.2.1 with dots, RFC 5952 does not. */
#include "address.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GROUPS = 8, MAPPED_BITS = 96 };

static const uint8_t mapped[16] = { [10] = 0xff, [11] = 0xff };

bool
bits_equal(const uint8_t *a, const uint8_t *b, int count)
{
	int whole = count / 8;
	int rest = count % 8;

	if (memcmp(a, b, (size_t)whole) != 0)
		return false;
	return rest == 0 || (a[whole] ^ b[whole]) >> (8 - rest) == 0;
}

int
ip_from_octets(const uint8_t *octets, size_t length, struct ip_address *ip)
{
	struct ip_address read = { .prefix_length = NO_PREFIX_LENGTH };

	if (length == 4)
		memcpy(read.bytes, mapped, 12);
	else if (length != 16)
		return -1;
	read.family = length == 4 ? 4 : 6;
	memcpy(read.bytes + 16 - length, octets, length);
	*ip = read;
	return 0;
}

static int
parse_address(const char *text, struct ip_address *ip)
{
	uint8_t octets[16];

	if (inet_pton(AF_INET, text, octets) == 1)
		return ip_from_octets(octets, 4, ip);
	if (inet_pton(AF_INET6, text, octets) == 1)
		return ip_from_octets(octets, 16, ip);
	return -1;
}

static int
parse_prefix_length(const char *text, struct ip_address *ip)
{
	size_t digits = strspn(text, "0123456789");
	int length;

	if (digits == 0 || digits > 3 || text[digits] != '\0')
		return -1;
	if (text[0] == '0' && digits > 1)
		return -1;
	length = atoi(text);
	if (length > (ip->family == 4 ? 32 : 128))
		return -1;
	ip->prefix_length = length;
	return 0;
}

int
ip_parse(const char *text, struct ip_address *ip)
{
	char copy[128]; /* an address, a zone and a length */
	struct ip_address read;
	char *slash;
	char *zone;

	if (strlen(text) >= sizeof(copy))
		return -1;
	strcpy(copy, text);
	slash = strchr(copy, '/');
	if (slash != NULL)
		*slash = '\0';
	zone = strchr(copy, '%');
	if (zone != NULL)
		*zone = '\0';
	if (parse_address(copy, &read) != 0)
		return -1;
	if (zone != NULL && (read.family == 4 || zone[1] == '\0'))
		return -1;
	if (slash != NULL && parse_prefix_length(slash + 1, &read) != 0)
		return -1;
	*ip = read;
	return 0;
}

struct run {
	int start;
	int length;
};

/* RFC 5952 4.2: the longest run of at least two zero groups, the first of
 * equals. */
static struct run
longest_zero_run(const unsigned groups[GROUPS])
{
	struct run best = { GROUPS, 1 };
	struct run run = { 0, 0 };

	for (int i = 0; i < GROUPS; i++) {
		if (groups[i] != 0)
			run.length = 0;
		else if (run.length++ == 0)
			run.start = i;
		if (run.length > best.length)
			best = run;
	}
	return best;
}

static void
print_groups(const uint8_t bytes[16], char text[IP_TEXT_SIZE])
{
	unsigned groups[GROUPS];
	struct run zeros;

	for (int i = 0; i < GROUPS; i++)
		groups[i] = (unsigned)bytes[2 * i] << 8 | bytes[2 * i + 1];
	zeros = longest_zero_run(groups);
	for (int i = 0; i < GROUPS; i++) {
		if (i == zeros.start) {
			text += sprintf(text, "::");
			i += zeros.length - 1;
			continue;
		}
		text += sprintf(text, "%x", groups[i]);
		if (i + 1 < GROUPS && i + 1 != zeros.start)
			text += sprintf(text, ":");
	}
}

const char *
ip_text(const struct ip_address *ip, char text[IP_TEXT_SIZE])
{
	const uint8_t *low = ip->bytes + 12;

	if (ip->family == 0)
		text[0] = '\0';
	else if (bits_equal(ip->bytes, mapped, MAPPED_BITS))
		snprintf(text, IP_TEXT_SIZE, "%s%d.%d.%d.%d",
			ip->family == 4 ? "" : "::ffff:", low[0], low[1],
			low[2], low[3]);
	else
		print_groups(ip->bytes, text);
	return text;
}

const char *
ip_text_with_length(const struct ip_address *ip, char text[IP_TEXT_SIZE])
{
	size_t used = strlen(ip_text(ip, text));

	if (ip->prefix_length != NO_PREFIX_LENGTH)
		snprintf(text + used, IP_TEXT_SIZE - used, "/%d",
			ip->prefix_length);
	return text;
}

bool
ip_equal(const struct ip_address *a, const struct ip_address *b)
{
	return a->family == b->family && memcmp(a->bytes, b->bytes, 16) == 0;
}

/* The prefix length in bits of the 16-byte shape; none is a host's own. */
static int
prefix_bits(const struct ip_address *ip)
{
	if (ip->prefix_length == NO_PREFIX_LENGTH)
		return 128;
	return ip->prefix_length + (ip->family == 4 ? MAPPED_BITS : 0);
}

bool
ip_in_prefix(const struct ip_address *ip, const struct ip_address *prefix)
{
	return ip->family == prefix->family &&
		bits_equal(ip->bytes, prefix->bytes, prefix_bits(prefix));
}

struct ip_address
ip_network(const struct ip_address *ip)
{
	struct ip_address network = *ip;
	int bits = prefix_bits(ip);

	if (bits % 8 != 0)
		network.bytes[bits / 8] &= (uint8_t)(0xff00 >> bits % 8);
	for (int i = (bits + 7) / 8; i < 16; i++)
		network.bytes[i] = 0;
	return network;
}

/* search_read.c -- a word read as an address, a prefix, or a part of one.
 *
 * In all of them IPv4 is mapped into IPv6, as search.db holds it. */
#include "search_read.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BITS = 128, IPV4_AT = 96 };

static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };

/* ---------------------------------------------------------- addresses -- */

static void
first_and_last(const struct span *span, uint8_t first[16], uint8_t last[16])
{
	memcpy(first, span->bytes, 16);
	for (int bit = span->bits; bit < BITS; bit++)
		first[bit / 8] &= (uint8_t) ~(0x80 >> bit % 8);
	memcpy(last, first, 16);
	for (int bit = span->bits; bit < BITS; bit++)
		last[bit / 8] |= (uint8_t)(0x80 >> bit % 8);
}

static void
read_exact(struct search_word *word, const struct span *span)
{
	struct reading *reading;

	reading = word_read_as(word, READ_ADDRESS, NEAR_EXACT);
	memcpy(reading->low, span->bytes, 16);
	memcpy(reading->high, span->bytes, 16);
}

static void
read_prefix(struct search_word *word, const struct span *span,
	enum nearness nearness)
{
	struct reading *reading = word_read_as(word, READ_PREFIX, nearness);
	uint8_t last[16];

	first_and_last(span, reading->low, last);
	reading->low[16] = (uint8_t)span->bits;
	memcpy(reading->high, reading->low, sizeof(reading->high));
}

/* All that the span holds; prefixes as long as it is, or longer. */
static void
read_within(struct search_word *word, const struct span *span, int least_bits,
	enum nearness nearness)
{
	struct reading *reading = word_read_as(word, READ_ADDRESS, nearness);

	first_and_last(span, reading->low, reading->high);
	if (least_bits > BITS)
		return;
	reading = word_read_as(word, READ_PREFIX, nearness);
	first_and_last(span, reading->low, reading->high);
	reading->low[16] = (uint8_t)least_bits;
	reading->high[16] = 0xff;
}

/* The prefixes that hold it: one value for each length. */
static void
read_around(struct search_word *word, const struct span *span, int most_bits)
{
	int least = bits_equal(span->bytes, mapped, IPV4_AT) ? IPV4_AT : 0;

	for (int bits = most_bits; bits >= least; bits--) {
		struct span wider = *span;

		wider.bits = bits;
		read_prefix(word, &wider, NEAR_AROUND);
	}
}

void
word_read_span(struct search_word *word, const struct span *span)
{
	read_within(word, span, span->bits, NEAR_BEGINS);
}

static void
read_eui64(struct search_word *word, const struct ip_address *ip)
{
	struct reading *reading;
	uint8_t mac[6];

	if (ip->family != 6 || iid_mac(ip, mac) != 0)
		return;
	reading = word_read_as(word, READ_MAC, NEAR_HOLDS);
	reading->low_number = reading->high_number = mac_number(mac);
}

/* "192.000.002.001", as some programs print it. */
static bool
read_padded(const char *text, struct ip_address *ip)
{
	char plain[IP_TEXT_SIZE];
	unsigned int octets[4];
	int length = 0;

	if (text[strspn(text, "0123456789.")] != '\0' ||
		sscanf(text, "%3u.%3u.%3u.%3u%n", &octets[0], &octets[1],
			&octets[2], &octets[3], &length) != 4 ||
		text[length] != '\0')
		return false;
	snprintf(plain, sizeof(plain), "%u.%u.%u.%u", octets[0], octets[1],
		octets[2], octets[3]);
	return ip_parse(plain, ip) == 0;
}

static bool
parse_masked(const char *text, struct ip_address *ip)
{
	const char *slash = strchr(text, '/');
	char copy[IP_TEXT_SIZE];

	if (slash == NULL || slash - text >= (int)sizeof(copy) ||
		written_mask_length(slash + 1) < 0)
		return false;
	snprintf(copy, sizeof(copy), "%.*s", (int)(slash - text), text);
	if (ip_parse(copy, ip) != 0 || ip->family != 4)
		return false;
	ip->prefix_length = written_mask_length(slash + 1);
	return true;
}

void
read_address(struct search_word *word, const char *text)
{
	struct ip_address ip, network;
	struct span span = { .bits = BITS };

	if (ip_parse(text, &ip) != 0 && !parse_masked(text, &ip) &&
		!read_padded(text, &ip))
		return;
	memcpy(span.bytes, ip.bytes, 16);
	network = ip.prefix_length == NO_PREFIX_LENGTH ? ip : ip_network(&ip);
	if (prefix_bits(&ip) < BITS && ip_equal(&ip, &network)) {
		span.bits = prefix_bits(&ip);
		read_prefix(word, &span, NEAR_EXACT);
		read_within(word, &span, span.bits + 1, NEAR_INSIDE);
		read_around(word, &span, span.bits - 1);
		return;
	}
	read_exact(word, &span);
	read_eui64(word, &ip);
	read_around(word, &span, BITS);
}

/* A contiguous mask, or the complement of one. */
int
written_mask_length(const char *text)
{
	struct ip_address ip;
	uint32_t mask;

	if (ip_parse(text, &ip) != 0 || ip.family != 4 ||
		ip.prefix_length != NO_PREFIX_LENGTH)
		return -1;
	mask = (uint32_t)ip.bytes[12] << 24 | (uint32_t)ip.bytes[13] << 16 |
		(uint32_t)ip.bytes[14] << 8 | ip.bytes[15];
	if (mask >> 31 == 0)
		mask = ~mask;
	return (~mask & (~mask + 1)) == 0 ? __builtin_popcount(mask) : -1;
}

/* ------------------------------------------------------ parts of IPv4 -- */

/* Numbers with dots, the last one up to `most`. */
static void
read_octets(struct search_word *word, const int *octets, int count, int most)
{
	struct reading *addresses =
		word_read_as(word, READ_ADDRESS, NEAR_BEGINS);
	struct reading *prefixes = word_read_as(word, READ_PREFIX, NEAR_BEGINS);
	struct span span = { .bits = IPV4_AT + 8 * count };
	uint8_t unused[16];

	memcpy(span.bytes, mapped, sizeof(mapped));
	for (int i = 0; i < count; i++)
		span.bytes[12 + i] = (uint8_t)octets[i];
	first_and_last(&span, addresses->low, unused);
	span.bytes[12 + count - 1] = (uint8_t)most;
	first_and_last(&span, unused, addresses->high);
	memcpy(prefixes->low, addresses->low, 16);
	memcpy(prefixes->high, addresses->high, 16);
	prefixes->low[16] = (uint8_t)span.bits;
	prefixes->high[16] = 0xff;
}

/* "10.1" may be the begin of 10.10 and of 10.199. */
static void
read_longer_octets(struct search_word *word, int *octets, int count)
{
	int last = octets[count - 1];

	for (int tens = 10; last > 0 && last * tens <= 255; tens *= 10) {
		int most = last * tens + tens - 1;

		octets[count - 1] = last * tens;
		read_octets(word, octets, count, most < 255 ? most : 255);
	}
}

/* One to three numbers with dots; their count, 0 for anything else. */
static int
take_octets(const char *text, int octets[4], const char **rest)
{
	int count = 0;

	while (count < 4 && isdigit((unsigned char)*text)) {
		char *end;
		long octet = strtol(text, &end, 10);

		if (octet > 255 || end - text > 3)
			return 0;
		octets[count++] = (int)octet;
		text = end;
		if (*text != '.')
			break;
		text++;
	}
	*rest = text;
	return count;
}

static void
read_part_of_ipv4(struct search_word *word, const char *text)
{
	const char *rest = text;
	int octets[4];
	int count = take_octets(text, octets, &rest);
	bool is_open = rest > text && rest[-1] == '.';

	if (count == 0 || count > 3 || strchr(text, '.') == NULL)
		return;
	if (is_open && rest[strspn(rest, "*x.")] == '\0')
		read_octets(word, octets, count, octets[count - 1]);
	if (is_open || *rest != '\0')
		return;
	read_octets(word, octets, count, octets[count - 1]);
	read_longer_octets(word, octets, count);
}

/* ------------------------------------------------------ parts of IPv6 -- */

static int
take_groups(const char *text, struct span *span, const char **last)
{
	int count = 0;

	while (count < 8) {
		char *end;
		long group = strtol(text, &end, 16);

		if (!isxdigit((unsigned char)*text) || end - text > 4)
			break;
		*last = text;
		span->bytes[2 * count] = (uint8_t)(group >> 8);
		span->bytes[2 * count + 1] = (uint8_t)group;
		count++;
		text = end;
		if (*text != ':')
			return *text == '\0' ? count : 0;
		text++;
	}
	return *text == '\0' || strcmp(text, ":") == 0 ? count : 0;
}

/* "2001:db8:1" may be the begin of 2001:db8:1fff. */
static void
read_longer_groups(struct search_word *word, struct span span, size_t digits)
{
	int at = span.bits / 8 - 2;
	int group = span.bytes[at] << 8 | span.bytes[at + 1];

	for (; group > 0 && digits < 4; digits++) {
		group <<= 4;
		span.bytes[at] = (uint8_t)(group >> 8);
		span.bytes[at + 1] = (uint8_t)group;
		span.bits -= 4; /* the digit that was added is free */
		word_read_span(word, &span);
	}
}

static void
read_part_of_ipv6(struct search_word *word, const char *text)
{
	struct span span = { .bits = 0 };
	const char *last = "";
	int count = take_groups(text, &span, &last);

	if (count == 0 || strchr(text, ':') == NULL ||
		(count == 8 && strstr(text, "::") == NULL))
		return;
	span.bits = 16 * count;
	word_read_span(word, &span);
	if (strchr(last, ':') == NULL)
		read_longer_groups(word, span, strlen(last));
}

void
read_part_of_address(struct search_word *word, const char *text)
{
	read_part_of_ipv4(word, text);
	read_part_of_ipv6(word, text);
}

/* ------------------------------------------------------ reverse names -- */

/* 4 or 8 bits each, last ones first; "" when the name has none. */
static int
take_labels(const char *text, const char *end, int base, uint8_t *labels)
{
	int count = 0;

	while (text < end && count < 32) {
		char *after;
		long label = strtol(text, &after, base);

		if (!isxdigit((unsigned char)*text) || *after != '.' ||
			label > (base == 16 ? 15 : 255))
			return 0;
		labels[count++] = (uint8_t)label;
		text = after + 1;
	}
	return text == end ? count : 0;
}

static void
read_labels(struct search_word *word, const struct span *span)
{
	if (span->bits < BITS) {
		word_read_span(word, span);
		return;
	}
	read_exact(word, span);
	read_around(word, span, BITS);
}

void
read_reverse_name(struct search_word *word, const char *text)
{
	const char *end4 = strstr(text, "in-addr.arpa");
	const char *end6 = strstr(text, "ip6.arpa");
	struct span span = { .bits = 0 };
	uint8_t labels[32];
	int count;

	if (end4 != NULL) {
		count = take_labels(text, end4, 10, labels);
		memcpy(span.bytes, mapped, sizeof(mapped));
		for (int i = 0; i < count && count <= 4; i++)
			span.bytes[12 + i] = labels[count - 1 - i];
		span.bits = IPV4_AT + 8 * count;
	} else {
		count = end6 != NULL ? take_labels(text, end6, 16, labels) : 0;
		for (int i = 0; i < count; i++)
			span.bytes[i / 2] |= (uint8_t)(labels[count - 1 - i]
				<< (i % 2 == 0 ? 4 : 0));
		span.bits = 4 * count;
	}
	if (count > 0 && span.bits <= BITS)
		read_labels(word, &span);
}

/* index.c -- reads addresses and MACs out of row indexes.
 *
 * RFC 4001 wants InetAddressType.length.octets. Real agents leave the length
 * out, add an octet, spell the address as text, write 16-bit words, or swap
 * type and size. So every known form is tried in turn, the proper one first;
 * the number of octets is believed before the type. */
#include <stdio.h>
#include <string.h>

#include "memory.h"
#include "mib.h"

enum { TEXT_LEAST = 7, TEXT_MOST = 45, WORDS = 8 };

struct index_reader
mib_index(const struct mib_row *row)
{
	return (struct index_reader){ row->index, row->index_length };
}

static void
skip(struct index_reader *reader, size_t count)
{
	reader->next += count;
	reader->left -= count;
}

int
index_number(struct index_reader *reader, uint32_t *number)
{
	if (reader->left == 0)
		return -1;
	*number = reader->next[0];
	skip(reader, 1);
	return 0;
}

/* Takes `count` sub-identifiers if all of them are octets. */
static int
take_octets(struct index_reader *reader, size_t count, uint8_t *octets)
{
	if (reader->left < count)
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (reader->next[i] > 0xff)
			return -1;
		octets[i] = (uint8_t)reader->next[i];
	}
	skip(reader, count);
	return 0;
}

int
index_octets_address(
	struct index_reader *reader, size_t octets, struct ip_address *ip)
{
	uint8_t bytes[16];
	struct index_reader try = *reader;

	if (octets > sizeof(bytes) || take_octets(&try, octets, bytes) != 0 ||
		ip_from_octets(bytes, octets, ip) != 0)
		return -1;
	*reader = try;
	return 0;
}

static int
take_address(struct index_reader *reader, size_t octets, struct ip_address *ip)
{
	uint8_t bytes[20];

	if (octets > sizeof(bytes) || take_octets(reader, octets, bytes) != 0)
		return -1;
	return address_from_octets(bytes, octets, ip);
}

static bool
is_address_size(uint32_t length)
{
	return length == 4 || length == 8 || length == 16 || length == 20;
}

/* The forms. Each begins behind the type. */

static int
with_length(struct index_reader *reader, struct ip_address *ip)
{
	uint32_t length;

	if (index_number(reader, &length) != 0 || !is_address_size(length))
		return -1;
	return take_address(reader, length, ip);
}

static int
without_length(struct index_reader *reader, struct ip_address *ip)
{
	if (reader->left != 4 && reader->left != 16 && reader->left != 20)
		return -1;
	return take_address(reader, reader->left, ip);
}

/* EdgeCore: length 5, an IPv4 address and a zero. */
static int
with_zero_behind(struct index_reader *reader, struct ip_address *ip)
{
	uint32_t length, zero;

	if (index_number(reader, &length) != 0 || length != 5 ||
		take_address(reader, 4, ip) != 0 ||
		index_number(reader, &zero) != 0)
		return -1;
	return zero == 0 ? 0 : -1;
}

/* FortiGate: eight 16-bit words, with the length or without; one of them at
 * least is no octet. */
static int
as_words(struct index_reader *reader, struct ip_address *ip)
{
	uint8_t octets[2 * WORDS];
	bool has_word = false;

	if (reader->left == WORDS + 1)
		skip(reader, 1);
	if (reader->left != WORDS)
		return -1;
	for (size_t i = 0; i < WORDS; i++) {
		if (reader->next[i] > 0xffff)
			return -1;
		has_word |= reader->next[i] > 0xff;
		octets[2 * i] = (uint8_t)(reader->next[i] >> 8);
		octets[2 * i + 1] = (uint8_t)reader->next[i];
	}
	skip(reader, WORDS);
	return has_word ? ip_from_octets(octets, sizeof(octets), ip) : -1;
}

/* Brocade: "0000:0000: ..." letter by letter. */
static int
as_text(struct index_reader *reader, struct ip_address *ip)
{
	char text[TEXT_MOST + 1] = "";
	uint32_t length;

	if (index_number(reader, &length) != 0 || length < TEXT_LEAST ||
		length > TEXT_MOST ||
		take_octets(reader, length, (uint8_t *)text) != 0 ||
		strchr(text, '/') != NULL)
		return -1;
	return ip_parse(text, ip);
}

int
index_sized_address(struct index_reader *reader, struct ip_address *ip)
{
	static int (*const forms[])(
		struct index_reader *, struct ip_address *) = {
		with_length,
		with_zero_behind,
		as_text,
		without_length,
		as_words,
	};

	for (size_t i = 0; i < COUNT(forms); i++) {
		struct index_reader try = *reader;

		if (forms[i](&try, ip) == 0) {
			*reader = try;
			return 0;
		}
	}
	return -1;
}

int
index_ip_address(struct index_reader *reader, struct ip_address *ip)
{
	enum { IPV4 = 1, IPV6_ZONED = 4 };
	struct index_reader try = *reader;
	uint32_t type;

	if (index_number(&try, &type) != 0 || type < IPV4 ||
		type > IPV6_ZONED || index_sized_address(&try, ip) != 0)
		return -1;
	*reader = try;
	return 0;
}

/* An agent of FS: the rest is the address with its prefix length as text. */
static int
as_text_to_the_end(struct index_reader *reader, struct ip_address *ip)
{
	char text[TEXT_MOST + 5] = "";

	if (reader->left < TEXT_LEAST || reader->left >= sizeof(text) ||
		take_octets(reader, reader->left, (uint8_t *)text) != 0)
		return -1;
	return ip_parse(text, ip);
}

int
index_port_ipv6(
	struct index_reader *reader, uint32_t *if_index, struct ip_address *ip)
{
	struct index_reader try = *reader;
	uint32_t length;

	if (index_number(&try, if_index) != 0 || *if_index == 0)
		return -1;
	if (try.left == 17 && index_number(&try, &length) == 0 && length != 16)
		return -1;
	if (try.left == 16 ? index_octets_address(&try, 16, ip) != 0
			   : as_text_to_the_end(&try, ip) != 0)
		return -1;
	*reader = try;
	return 0;
}

int
index_port_address(
	struct index_reader *reader, uint32_t *if_index, struct ip_address *ip)
{
	struct index_reader try = *reader;
	struct index_reader swapped;
	uint32_t type;

	if (index_number(&try, if_index) != 0)
		return -1;
	if (index_ip_address(&try, ip) == 0 && try.left == 0) {
		*reader = try;
		return 0;
	}
	swapped = *reader; /* OcNOS: type.ifIndex.length.address */
	if (index_number(&swapped, &type) != 0 ||
		index_number(&swapped, if_index) != 0 || type < 1 || type > 4 ||
		with_length(&swapped, ip) != 0 || swapped.left != 0)
		return -1;
	*reader = swapped;
	return 0;
}

int
index_mac(struct index_reader *reader, uint8_t mac[6])
{
	struct index_reader try = *reader;

	if (try.left == 7 && try.next[0] == 6)
		skip(&try, 1);
	if (take_octets(&try, 6, mac) != 0)
		return -1;
	*reader = try;
	return 0;
}

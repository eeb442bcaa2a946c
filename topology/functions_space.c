/* functions_space.c -- SQL functions that reckon with address space.
 *
 * A block is a prefix inside a larger one. Lengths that leave this file are of
 * the family; inside, all count bits of the 16-byte shape. */
#include "functions_space.h"

#include <stdbool.h>
#include <string.h>

#include "address.h"
#include "memory.h"

enum { BYTES = 16, BITS = 128, IPV4_BITS = 96, NIBBLE = 4, LAST_NET = 64 };

static bool
read_prefix(const char *text, struct ip_address *prefix)
{
	if (text == NULL || ip_parse(text, prefix) != 0)
		return false;
	if (prefix->prefix_length == NO_PREFIX_LENGTH)
		prefix->prefix_length = prefix->family == 4 ? 32 : BITS;
	*prefix = ip_network(prefix);
	return true;
}

static int
bits_of(const struct ip_address *prefix)
{
	return prefix->prefix_length + (prefix->family == 4 ? IPV4_BITS : 0);
}

static struct ip_address
last_of(const struct ip_address *prefix)
{
	struct ip_address last = *prefix;

	for (int bit = bits_of(prefix); bit < BITS; bit++)
		last.bytes[bit / 8] |= (uint8_t)(0x80 >> bit % 8);
	return last;
}

void
call_prefix_last(struct sql_call *call)
{
	struct ip_address prefix;

	if (!read_prefix(sql_argument_text(call, 0), &prefix))
		return;
	prefix = last_of(&prefix);
	sql_return_bytes(call, prefix.bytes, BYTES);
}

/* Of keys, because parsing text for each length costs more than the rest. */
void
call_key_network(struct sql_call *call)
{
	struct ip_address ip = { .family = 6 };
	size_t length;
	const uint8_t *bytes = sql_argument_bytes(call, 0, &length);
	int64_t bits = sql_argument_integer(call, 1);

	if (bytes == NULL || length != BYTES || bits < 0 || bits > BITS ||
		sql_argument_text(call, 1) == NULL)
		return;
	memcpy(ip.bytes, bytes, BYTES);
	ip.prefix_length = (int)bits;
	ip = ip_network(&ip);
	sql_return_bytes(call, ip.bytes, BYTES);
}

/* Adds number * 2 ^ (BITS - bits). */
static void
add_blocks(struct ip_address *ip, int bits, uint64_t number)
{
	for (int bit = bits - 1; bit >= 0 && number != 0; bit--) {
		uint8_t mask = (uint8_t)(0x80 >> bit % 8);

		if ((number & 1) != 0) {
			number += (ip->bytes[bit / 8] & mask) != 0;
			ip->bytes[bit / 8] ^= mask;
		}
		number >>= 1;
	}
}

static bool
has_block(const struct ip_address *prefix, int64_t length, int64_t number)
{
	int64_t room = length - prefix->prefix_length;

	if (length > (prefix->family == 4 ? 32 : BITS) || room < 0)
		return false;
	return number >= 0 && (room >= 63 || number < INT64_C(1) << room);
}

void
call_prefix_block(struct sql_call *call)
{
	char text[IP_TEXT_SIZE];
	int64_t length = sql_argument_integer(call, 1);
	int64_t number = sql_argument_integer(call, 2);
	struct ip_address block;

	if (!read_prefix(sql_argument_text(call, 0), &block) ||
		!has_block(&block, length, number))
		return;
	block.prefix_length = (int)length;
	add_blocks(&block, bits_of(&block), (uint64_t)number);
	sql_return_text(call, ip_text_with_length(&block, text));
}

/* Of the prefixes by blanks, the next that can be read. */
static bool
next_prefix(const char **list, struct ip_address *prefix)
{
	char text[IP_TEXT_SIZE];

	while (**list != '\0') {
		size_t length = strcspn(*list, " ");
		bool fits = length > 0 && length < sizeof(text);

		if (fits)
			memcpy(text, *list, length);
		text[fits ? length : 0] = '\0';
		*list += length + ((*list)[length] == ' ');
		if (read_prefix(text, prefix))
			return true;
	}
	return false;
}

/* Moves a block behind a taken prefix that it overlaps. False: that was the end
 * of all addresses. */
static bool
pass(struct ip_address *block, const struct ip_address *taken)
{
	struct ip_address last = last_of(block);

	if (memcmp(taken->bytes, last.bytes, BYTES) > 0)
		return true;
	last = last_of(taken);
	if (memcmp(last.bytes, block->bytes, BYTES) < 0)
		return true;
	memcpy(block->bytes, last.bytes, BYTES);
	*block = ip_network(block);
	add_blocks(block, bits_of(block), 1);
	return memcmp(block->bytes, last.bytes, BYTES) > 0;
}

/* `taken` is sorted, as a tree of prefixes is. */
static bool
find_free(const struct ip_address *prefix, int length, const char *taken,
	struct ip_address *block)
{
	struct ip_address other;

	*block = *prefix;
	block->prefix_length = length;
	while (next_prefix(&taken, &other))
		if (other.family == prefix->family && !pass(block, &other))
			return false;
	return ip_in_prefix(block, prefix);
}

/* The largest block on a nibble, and of those the first. */
void
call_free_block(struct sql_call *call)
{
	const char *taken = sql_argument_text(call, 1);
	char text[IP_TEXT_SIZE];
	struct ip_address prefix, block;
	int length;

	if (!read_prefix(sql_argument_text(call, 0), &prefix))
		return;
	length = prefix.prefix_length / NIBBLE * NIBBLE + NIBBLE;
	for (; length <= LAST_NET; length += NIBBLE) {
		if (prefix.family == 4 && length > 32)
			return;
		if (!find_free(&prefix, length, taken != NULL ? taken : "",
			    &block))
			continue;
		sql_return_text(call, ip_text_with_length(&block, text));
		return;
	}
}

/* Where a kind of address keeps the IPv4 address that it stands for. Teredo
 * inverts it (RFC 4380). */
static const struct {
	const char *kind;
	int at;
	uint8_t invert;
} places[] = {
	{ "6to4", 2, 0 },
	{ "Teredo", 12, 0xff },
	{ "ISATAP", 12, 0 },
	{ "NAT64", 12, 0 },
	{ "v4-mapped", 12, 0 },
	{ "v4-compatible", 12, 0 },
};

static int
find_inside(const struct ip_address *ip, struct ip_address *inside)
{
	const char *kind = ip_kind(ip);
	uint8_t octets[4];

	for (size_t i = 0; i < COUNT(places); i++) {
		if (strcmp(kind, places[i].kind) != 0)
			continue;
		memcpy(octets, ip->bytes + places[i].at, sizeof(octets));
		for (size_t j = 0; j < sizeof(octets); j++)
			octets[j] ^= places[i].invert;
		return ip_from_octets(octets, sizeof(octets), inside);
	}
	return -1;
}

void
call_ip_inside(struct sql_call *call)
{
	const char *text = sql_argument_text(call, 0);
	struct ip_address ip, inside;
	char inner[IP_TEXT_SIZE];

	if (text == NULL || ip_parse(text, &ip) != 0 || ip.family != 6)
		return;
	if (find_inside(&ip, &inside) == 0)
		sql_return_text(call, ip_text(&inside, inner));
}

/* search_sql.c -- how words, prefixes and MACs stand in search.db. */
#include "search_sql.h"

#include <string.h>

#include "words.h"

/* -------------------------------------------------------------- words -- */

/* Letters that have a small form, of what two bytes of UTF-8 hold; of pairs
 * (A with macron, a with macron) the large one comes first. */
static const struct {
	uint16_t first, last;
	uint16_t distance; /* to the small one */
	uint16_t step;
} capitals[] = {
	{ 'A', 'Z', 32, 1 },
	{ 0xc0, 0xd6, 32, 1 }, /* Latin with accents */
	{ 0xd8, 0xde, 32, 1 },
	{ 0x100, 0x136, 1, 2 },
	{ 0x139, 0x147, 1, 2 },
	{ 0x14a, 0x176, 1, 2 },
	{ 0x391, 0x3ab, 32, 1 }, /* Greek */
	{ 0x400, 0x40f, 80, 1 }, /* Cyrillic */
	{ 0x410, 0x42f, 32, 1 },
};

static uint16_t
small_letter(uint16_t letter)
{
	for (size_t i = 0; i < COUNT(capitals); i++)
		if (letter >= capitals[i].first && letter <= capitals[i].last &&
			(letter - capitals[i].first) % capitals[i].step == 0)
			return letter + capitals[i].distance;
	return letter;
}

static void
append_small(struct text *out, const uint8_t *bytes, int length)
{
	uint16_t letter = bytes[0];
	char small[2];

	if (length > 2) {
		text_append_bytes(out, bytes, (size_t)length);
		return;
	}
	if (length == 2)
		letter = (uint16_t)((bytes[0] & 0x1f) << 6 | (bytes[1] & 0x3f));
	letter = small_letter(letter);
	small[0] = (char)(length == 1 ? letter : 0xc0 | letter >> 6);
	small[1] = (char)(0x80 | (letter & 0x3f));
	text_append_bytes(out, small, (size_t)length);
}

void
fold_text(struct text *out, const char *text)
{
	struct text clean = { 0 };
	const char *next;

	append_clean(&clean, text);
	next = clean.bytes + strspn(clean.bytes, " ");
	while (*next != '\0') {
		int length = utf8_length(next);

		if (out->length + (size_t)length > FOLD_LIMIT)
			break;
		append_small(out, (const uint8_t *)next, length);
		next += length;
	}
	text_free(&clean);
}

static void
call_fold(struct sql_call *call)
{
	const char *text = sql_argument_text(call, 0);
	struct text folded = { 0 };

	if (text != NULL)
		fold_text(&folded, text);
	if (folded.length > 0)
		sql_return_text(call, folded.bytes);
	text_free(&folded);
}

/* ----------------------------------------------------------- prefixes -- */

int
prefix_bits(const struct ip_address *prefix)
{
	enum { BITS = 128, IPV4_AT = 96 };

	if (prefix->prefix_length == NO_PREFIX_LENGTH)
		return BITS;
	return prefix->prefix_length + (prefix->family == 4 ? IPV4_AT : 0);
}

void
prefix_value(const struct ip_address *ip, uint8_t value[PREFIX_VALUE_SIZE])
{
	struct ip_address network = *ip;

	if (ip->prefix_length != NO_PREFIX_LENGTH)
		network = ip_network(ip);
	memcpy(value, network.bytes, sizeof(network.bytes));
	value[PREFIX_VALUE_SIZE - 1] = (uint8_t)prefix_bits(ip);
}

static void
call_prefix_value(struct sql_call *call)
{
	const char *text = sql_argument_text(call, 0);
	uint8_t value[PREFIX_VALUE_SIZE];
	struct ip_address ip;

	if (text == NULL || ip_parse(text, &ip) != 0)
		return;
	prefix_value(&ip, value);
	sql_return_bytes(call, value, sizeof(value));
}

/* --------------------------------------------------------------- MACs -- */

int64_t
mac_number(const uint8_t mac[6])
{
	int64_t number = 0;

	for (int i = 0; i < 6; i++)
		number = number << 8 | mac[i];
	return number;
}

int64_t
mac_mirror(int64_t number)
{
	int64_t mirror = 0;

	for (int digit = 0; digit < 12; digit++, number >>= 4)
		mirror = mirror << 4 | (number & 0xf);
	return mirror;
}

static void
call_mac_number(struct sql_call *call)
{
	const char *text = sql_argument_text(call, 0);
	uint8_t mac[6];

	if (text != NULL && mac_parse(text, mac) == 0)
		sql_return_integer(call, mac_number(mac));
}

static void
call_mac_mirror(struct sql_call *call)
{
	sql_return_integer(call, mac_mirror(sql_argument_integer(call, 0)));
}

int
search_sql_add(struct database *database)
{
	static const struct sql_function functions[] = {
		{ "fold", 1, call_fold }, /* NULL for nothing */
		{ "prefix_value", 1, call_prefix_value }, /* text -> bytes */
		{ "mac_number", 1, call_mac_number }, /* text -> 48 bits */
		{ "mac_mirror", 1, call_mac_mirror },
	};

	for (size_t i = 0; i < COUNT(functions); i++)
		if (database_add_function(database, &functions[i]) != 0)
			return -1;
	return 0;
}

/* mib.c -- values and text of rows, as agents really send them.
 *
 * What an agent sends is foreign: text may be Latin-1, hold NULs or control
 * bytes; a MAC may come with a length before it, with bytes behind it, or
 * spelled out. */
#include "mib.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "memory.h"

static const struct mib_value absent = { .type = MIB_ABSENT };

static const struct mib_value *
value_at(const struct mib_row *row, int column)
{
	if (column < 0 || (size_t)column >= row->value_count)
		return &absent;
	return &row->values[column];
}

static bool
type_is_number(enum mib_type type)
{
	return type == MIB_INTEGER || type == MIB_COUNTER32 ||
		type == MIB_GAUGE32 || type == MIB_TIME_TICKS ||
		type == MIB_COUNTER64;
}

static bool
type_is_octets(enum mib_type type)
{
	return type == MIB_OCTETS || type == MIB_IP_ADDRESS ||
		type == MIB_OPAQUE;
}

bool
mib_value_is_known(const struct mib_value *value)
{
	return type_is_number(value->type) || type_is_octets(value->type) ||
		value->type == MIB_OID;
}

bool
mib_has(const struct mib_row *row, int column)
{
	return mib_value_is_known(value_at(row, column));
}

int64_t
mib_number(const struct mib_row *row, int column)
{
	const struct mib_value *value = value_at(row, column);

	return type_is_number(value->type) ? value->number : 0;
}

int64_t
mib_counter(const struct mib_row *row, int column)
{
	int64_t number = mib_number(row, column);

	return mib_has(row, column) && number >= 0 ? number : -1;
}

int
mib_truth(const struct mib_row *row, int column)
{
	enum { TRUE = 1, FALSE = 2 };
	int64_t number = mib_number(row, column);

	return number == TRUE ? 1 : number == FALSE ? 0 : -1;
}

const uint8_t *
mib_octets(const struct mib_row *row, int column, size_t *length)
{
	const struct mib_value *value = value_at(row, column);

	*length = type_is_octets(value->type) ? value->length : 0;
	return *length > 0 ? value->octets : NULL;
}

const uint32_t *
mib_oid(const struct mib_row *row, int column, size_t *length)
{
	const struct mib_value *value = value_at(row, column);

	*length = value->type == MIB_OID ? value->length : 0;
	return *length > 0 ? value->oid : NULL;
}

/* Octets of one well-formed UTF-8 character (RFC 3629), or 0. */
static size_t
utf8_length(const uint8_t *text, size_t left)
{
	static const struct {
		uint8_t first, last, low, high;
		size_t length;
	} forms[] = {
		{ 0x00, 0x7f, 0x80, 0xbf, 1 },
		{ 0xc2, 0xdf, 0x80, 0xbf, 2 },
		{ 0xe0, 0xe0, 0xa0, 0xbf, 3 },
		{ 0xe1, 0xec, 0x80, 0xbf, 3 },
		{ 0xed, 0xed, 0x80, 0x9f, 3 }, /* no surrogates */
		{ 0xee, 0xef, 0x80, 0xbf, 3 },
		{ 0xf0, 0xf0, 0x90, 0xbf, 4 },
		{ 0xf1, 0xf3, 0x80, 0xbf, 4 },
		{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
	};
	size_t form = 0;

	while (form < COUNT(forms) &&
		(text[0] < forms[form].first || text[0] > forms[form].last))
		form++;
	if (form == COUNT(forms) || forms[form].length > left)
		return 0;
	for (size_t i = 1; i < forms[form].length; i++) {
		uint8_t low = i == 1 ? forms[form].low : 0x80;
		uint8_t high = i == 1 ? forms[form].high : 0xbf;

		if (text[i] < low || text[i] > high)
			return 0;
	}
	return forms[form].length;
}

static bool
is_utf8(const uint8_t *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		size_t step = utf8_length(text + at, length - at);

		if (step == 0)
			return false;
		at += step;
	}
	return true;
}

static bool
is_control(uint32_t character)
{
	return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

/* One character that is no control character, or a space for a line break. */
static void
append_character(struct text *text, const uint8_t *octets, size_t length)
{
	uint32_t character = octets[0];

	if (length == 2) /* the C1 controls are U+0080 to U+009F */
		character = (octets[0] & 0x1fu) << 6 | (octets[1] & 0x3fu);
	if (length > 2 || !is_control(character))
		text_append_bytes(text, octets, length);
	else if (character != 0 && isspace((int)character) &&
		text->length > 0 && text->bytes[text->length - 1] != ' ')
		text_append(text, " ");
}

static void
append_latin1(struct text *text, uint8_t octet)
{
	uint8_t pair[2] = { 0xc0 | octet >> 6, 0x80 | (octet & 0x3f) };

	if (octet < 0x80)
		append_character(text, &octet, 1);
	else
		append_character(text, pair, 2);
}

/* Agents send a whole buffer: two NULs end its text, what follows is not of it.
 * A single one may be half a character of two octets. */
static size_t
length_of_text(const uint8_t *octets, size_t length)
{
	for (size_t i = 0; i + 1 < length; i++)
		if (octets[i] == 0 && octets[i + 1] == 0)
			return i;
	return length;
}

char *
text_from_octets(struct arena *arena, const uint8_t *octets, size_t size)
{
	const size_t length = length_of_text(octets, size);
	bool utf8 = is_utf8(octets, length);
	struct text text = { 0 };
	char *result = NULL;

	for (size_t at = 0; at < length;) {
		size_t step = utf8 ? utf8_length(octets + at, length - at) : 1;

		if (utf8)
			append_character(&text, octets + at, step);
		else
			append_latin1(&text, octets[at]);
		at += step;
	}
	while (text.length > 0 && text.bytes[text.length - 1] == ' ')
		text.bytes[--text.length] = '\0';
	if (text.length > 0)
		result = arena_text(arena, text.bytes);
	text_free(&text);
	return result;
}

char *
mib_text(struct arena *arena, const struct mib_row *row, int column)
{
	size_t length;
	const uint8_t *octets = mib_octets(row, column, &length);

	if (octets == NULL)
		return NULL;
	return text_from_octets(arena, octets, length);
}

char *
hex_from_octets(struct arena *arena, const uint8_t *octets, size_t length)
{
	static const char digits[] = "0123456789abcdef";
	char *hex = arena_allocate(arena, 2 * length + 1);

	for (size_t i = 0; i < length; i++) {
		hex[2 * i] = digits[octets[i] >> 4];
		hex[2 * i + 1] = digits[octets[i] & 0xf];
	}
	return hex;
}

bool
octets_are_printable(const uint8_t *octets, size_t length)
{
	while (length > 0 && octets[length - 1] == '\0')
		length--;
	if (length == 0 || !is_utf8(octets, length))
		return false;
	for (size_t i = 0; i < length; i++)
		if (octets[i] < 0x20 || octets[i] == 0x7f)
			return false;
	return true;
}

const char *
mib_word(const struct mib_row *row, int column, const char *const *words,
	size_t word_count)
{
	int64_t number = mib_number(row, column);

	if (number < 0 || (uint64_t)number >= word_count)
		return NULL;
	return words[number];
}

/* "0:18:a:4f:0:1", "00 18 0a 4f 00 01": agents that print a MAC leave out
 * zeros, and Dell's Networking OS sets blanks. */
static int
mac_from_text(const uint8_t *octets, size_t length, uint8_t mac[6])
{
	char text[32];
	unsigned int part[6];
	int end = 0;

	if (length >= sizeof(text) || !octets_are_printable(octets, length))
		return -1;
	memcpy(text, octets, length);
	text[length] = '\0';
	for (char *blank = text; (blank = strchr(blank, ' ')) != NULL;)
		*blank = ':';
	if (mac_parse(text, mac) == 0)
		return 0;
	if (sscanf(text, "%2x:%2x:%2x:%2x:%2x:%2x%n", &part[0], &part[1],
		    &part[2], &part[3], &part[4], &part[5], &end) != 6 ||
		text[end] != '\0')
		return -1;
	for (int i = 0; i < 6; i++)
		mac[i] = (uint8_t)part[i];
	return 0;
}

int
mac_from_octets(const uint8_t *octets, size_t length, uint8_t mac[6])
{
	static const uint8_t none[6] = { 0 };

	if (length == 7 && octets[0] == 6)
		octets++;
	else if (length >= 11)
		return mac_from_text(octets, length, mac);
	else if (length < 6 || length > 8)
		return -1;
	if (memcmp(octets, none, 6) == 0)
		return -1;
	memcpy(mac, octets, 6);
	return 0;
}

int
mib_mac(const struct mib_row *row, int column, uint8_t mac[6])
{
	size_t length;
	const uint8_t *octets = mib_octets(row, column, &length);

	return octets == NULL ? -1 : mac_from_octets(octets, length, mac);
}

/* 8 and 20 octets have the zone behind the address (RFC 4001). */
int
address_from_octets(const uint8_t *octets, size_t length, struct ip_address *ip)
{
	bool is_zoned = length == 8 || length == 20;
	size_t plain = is_zoned ? length - 4 : length;
	const uint8_t *zone = octets + plain;

	if (ip_from_octets(octets, plain, ip) != 0)
		return -1;
	if (is_zoned)
		ip->zone = (uint32_t)zone[0] << 24 | (uint32_t)zone[1] << 16 |
			(uint32_t)zone[2] << 8 | zone[3];
	return 0;
}

int
mask_length(const uint8_t mask[4])
{
	uint32_t bits = (uint32_t)mask[0] << 24 | (uint32_t)mask[1] << 16 |
		(uint32_t)mask[2] << 8 | mask[3];
	int length = 0;

	for (; length < 32 && bits >> 31 == 1; bits <<= 1)
		length++;
	return bits == 0 ? length : -1;
}

struct ip_address
mib_address(const struct mib_row *row, int column)
{
	static const uint8_t zeros[16] = { 0 };
	const struct ip_address none = { .family = 0 };
	struct ip_address ip;
	size_t length;
	const uint8_t *octets = mib_octets(row, column, &length);

	if (octets == NULL || address_from_octets(octets, length, &ip) != 0 ||
		bits_equal(octets, zeros, ip.family == 4 ? 32 : 128))
		return none;
	return ip;
}

char *
mib_oid_text(struct arena *arena, const struct mib_row *row, int column)
{
	size_t length;
	const uint32_t *oid = mib_oid(row, column, &length);
	struct text text = { 0 };
	char *result;

	if (oid == NULL)
		return NULL;
	for (size_t i = 0; i < length; i++)
		text_format(&text, i == 0 ? "%u" : ".%u", oid[i]);
	result = arena_text(arena, text.bytes);
	text_free(&text);
	return result;
}

/* mac.c -- MAC addresses in every usual spelling, and the virtual ones. */
#include "address.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "memory.h"

/* 00:00:5e:00:53:01 and 0:0:5e:0:53:1, 0000.5e00.5301, 00005e-005301,
 * 00005e005301: so many groups of so many digits. */
struct spelling {
	int groups;
	int least_digits;
	int most_digits;
};

static const struct spelling spellings[] = {
	{ 6, 1, 2 },
	{ 3, 4, 4 },
	{ 2, 6, 6 },
	{ 1, 12, 12 },
};

static int
digit_value(char digit)
{
	return isdigit((unsigned char)digit) ? digit - '0'
					     : (digit | 0x20) - 'a' + 10;
}

/* Fills the group's share of the MAC from its last digit on. */
static void
store_group(const char *digits, int count, uint8_t *bytes, int size)
{
	memset(bytes, 0, (size_t)size);
	for (int i = 0; i < count; i++) {
		int place = count - 1 - i;

		bytes[size - 1 - place / 2] |=
			(uint8_t)(digit_value(digits[i]) << (place % 2 * 4));
	}
}

static bool
is_separator(char byte)
{
	return byte == ':' || byte == '-' || byte == '.';
}

static int
parse_spelling(
	const char *text, const struct spelling *spelling, uint8_t mac[6])
{
	int size = 6 / spelling->groups;
	char separator = '\0';

	for (int i = 0; i < spelling->groups; i++) {
		int digits = (int)strspn(text, "0123456789abcdefABCDEF");

		if (digits < spelling->least_digits ||
			digits > spelling->most_digits)
			return -1;
		store_group(text, digits, mac + i * size, size);
		text += digits;
		if (i + 1 == spelling->groups)
			break;
		if (i == 0)
			separator = *text;
		if (*text != separator || !is_separator(*text++))
			return -1;
	}
	return *text == '\0' ? 0 : -1;
}

int
mac_parse(const char *text, uint8_t mac[6])
{
	for (size_t i = 0; i < COUNT(spellings); i++)
		if (parse_spelling(text, &spellings[i], mac) == 0)
			return 0;
	return -1;
}

const char *
mac_text(const uint8_t mac[6], char text[MAC_TEXT_SIZE])
{
	snprintf(text, MAC_TEXT_SIZE, "%02x:%02x:%02x:%02x:%02x:%02x", mac[0],
		mac[1], mac[2], mac[3], mac[4], mac[5]);
	return text;
}

bool
mac_is_virtual_router(const uint8_t mac[6])
{
	static const struct {
		uint8_t bytes[6];
		int bits;
	} prefixes[] = {
		{ { 0x00, 0x00, 0x5e, 0x00, 0x01 }, 40 }, /* VRRP, CARP */
		{ { 0x00, 0x00, 0x5e, 0x00, 0x02 }, 40 }, /* VRRP for IPv6 */
		{ { 0x00, 0x00, 0x0c, 0x07, 0xac }, 40 }, /* HSRP */
		{ { 0x00, 0x00, 0x0c, 0x9f, 0xf0 }, 36 }, /* HSRP version 2 */
		{ { 0x00, 0x05, 0x73, 0xa0, 0x00 }, 36 }, /* HSRP for IPv6 */
		{ { 0x00, 0x07, 0xb4 }, 24 }, /* GLBP */
	};

	for (size_t i = 0; i < COUNT(prefixes); i++)
		if (bits_equal(mac, prefixes[i].bytes, prefixes[i].bits))
			return true;
	return false;
}

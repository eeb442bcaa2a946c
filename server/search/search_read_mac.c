/* search_read_mac.c -- a word read as a MAC, or as the begin or end of one. */
#include <ctype.h>
#include <string.h>

#include "search_read.h"

enum { DIGITS = 12, LEAST_WITH_MARKS = 4, LEAST_BARE = 6 };

struct digits {
	uint64_t number;
	int count;
	bool has_marks;
};

/* Hex digits with ":", "-" or "." between them; false for anything else. */
static bool
take_digits(const char *text, struct digits *digits)
{
	for (; *text != '\0'; text++) {
		if (strchr(":-.", *text) != NULL) {
			digits->has_marks = true;
			continue;
		}
		if (!isxdigit((unsigned char)*text) ||
			digits->count == DIGITS + 4)
			return false;
		digits->number = digits->number << 4 |
			(uint64_t)(isdigit((unsigned char)*text)
					? *text - '0'
					: *text - 'a' + 10);
		digits->count++;
	}
	return true;
}

static void
read_number(struct search_word *word, int64_t mac, enum nearness nearness)
{
	struct reading *reading = word_read_as(word, READ_MAC, nearness);

	reading->low_number = reading->high_number = mac;
}

/* An interface identifier or EUI-64 with ff:fe in its middle. */
static void
read_long(struct search_word *word, uint64_t number, bool is_address)
{
	int64_t mac = (int64_t)(number >> 40 << 24 | (number & 0xffffff));

	if ((number >> 24 & 0xffff) != 0xfffe)
		return;
	read_number(word, mac, NEAR_HOLDS);
	if (is_address) /* RFC 4291: the bit of local MACs is turned */
		read_number(word, mac ^ INT64_C(0x020000000000), NEAR_HOLDS);
}

static void
read_head_and_tail(struct search_word *word, const struct digits *digits)
{
	int room = 4 * (DIGITS - digits->count);
	int64_t tail = mac_mirror((int64_t)digits->number);
	struct reading *reading;

	reading = word_read_as(word, READ_MAC, NEAR_BEGINS);
	reading->low_number = (int64_t)digits->number << room;
	reading->high_number = reading->low_number + (INT64_C(1) << room) - 1;
	reading = word_read_as(word, READ_MAC_TAIL, NEAR_HOLDS);
	reading->low_number = tail;
	reading->high_number = tail + (INT64_C(1) << room) - 1;
}

/* Groups of a MAC keep their zeros; "0:0:5e:0:53:1" is whole, and mac_parse's.
 */
void
read_mac(struct search_word *word, const char *text)
{
	struct digits digits = { 0 };
	uint8_t mac[6];

	if (mac_parse(text, mac) == 0) {
		read_number(word, mac_number(mac), NEAR_EXACT);
		return;
	}
	if (!take_digits(text, &digits))
		return;
	if (digits.count == DIGITS + 4)
		read_long(word, digits.number, strchr(text, ':') != NULL);
	else if (digits.count < DIGITS &&
		digits.count >=
			(digits.has_marks ? LEAST_WITH_MARKS : LEAST_BARE))
		read_head_and_tail(word, &digits);
}

/* rows.h -- for tests: rows of MIB tables made by hand, from text.
 *
 * Include after cmocka.h. An index is "2.16.32.1"; values are separated by
 * '|', one for each column: "i7" a number, "ttext" text, "x0a0b" octets,
 * "o1.3.6" an object identifier, "a192.0.2.1" an IpAddress, "" none. */
#ifndef TESTS_ROWS_H
#define TESTS_ROWS_H

#include <stdlib.h>
#include <string.h>

#include "device.h"
#include "mib.h"

enum { ROW_PARTS = 128, ROW_VALUES = 16 };

struct row_by_hand {
	struct mib_row row;
	uint32_t index[ROW_PARTS];
	struct mib_value values[ROW_VALUES];
	uint8_t octets[ROW_VALUES][256];
	uint32_t oids[ROW_VALUES][ROW_PARTS];
};

static inline size_t
parts_from_text(const char *text, uint32_t parts[ROW_PARTS])
{
	size_t count = 0;

	while (*text != '\0' && count < ROW_PARTS) {
		char *end;

		parts[count++] = (uint32_t)strtoul(text, &end, 10);
		text = *end == '.' ? end + 1 : end;
	}
	return count;
}

static inline size_t
octets_from_hex(const char *text, uint8_t *octets)
{
	size_t count = 0;

	for (; text[0] != '\0' && text[1] != '\0'; text += 2) {
		const char pair[3] = { text[0], text[1], '\0' };

		octets[count++] = (uint8_t)strtoul(pair, NULL, 16);
	}
	return count;
}

static inline void
value_from_text(struct row_by_hand *hand, size_t column, const char *text)
{
	struct mib_value *value = &hand->values[column];
	uint32_t parts[ROW_PARTS];

	value->octets = hand->octets[column];
	value->oid = hand->oids[column];
	switch (text[0]) {
	case 'i':
		value->type = MIB_INTEGER;
		value->number = strtoll(text + 1, NULL, 10);
		break;
	case 't':
		value->type = MIB_OCTETS;
		value->length = strlen(text + 1);
		memcpy(hand->octets[column], text + 1, value->length);
		break;
	case 'x':
		value->type = MIB_OCTETS;
		value->length = octets_from_hex(text + 1, hand->octets[column]);
		break;
	case 'o':
		value->type = MIB_OID;
		value->length = parts_from_text(text + 1, hand->oids[column]);
		break;
	case 'a':
		value->type = MIB_IP_ADDRESS;
		value->length = parts_from_text(text + 1, parts);
		for (size_t i = 0; i < value->length; i++)
			hand->octets[column][i] = (uint8_t)parts[i];
		break;
	default:
		value->type = MIB_NO_SUCH_INSTANCE;
	}
}

static inline void
row_from_text(struct row_by_hand *hand, const char *index, const char *values)
{
	char copy[1024];
	char *rest = copy;
	size_t count = 0;

	*hand = (struct row_by_hand){ 0 };
	snprintf(copy, sizeof(copy), "%s", values);
	for (char *text = strsep(&rest, "|");
		text != NULL && count < ROW_VALUES; text = strsep(&rest, "|"))
		value_from_text(hand, count++, text);
	hand->row = (struct mib_row){ .index = hand->index,
		.index_length = parts_from_text(index, hand->index),
		.values = hand->values,
		.value_count = count };
}

/* What the collector returns for such a row. */
static inline int
feed(struct device *device, const struct collector *collector,
	const char *index, const char *values)
{
	struct row_by_hand hand;

	row_from_text(&hand, index, values);
	return collector->on_row(device, &hand.row);
}

static inline struct device *
device_by_hand(const char *address)
{
	struct ip_address ip;

	assert_int_equal(ip_parse(address, &ip), 0);
	return device_create(&ip);
}

static inline struct ip_address
parsed(const char *text)
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0)
		fail_msg("'%s' was refused", text);
	return ip;
}

static inline void
same(const char *name, const char *expected, const char *got)
{
	if (expected == NULL && got == NULL)
		return;
	if (expected == NULL || got == NULL || strcmp(expected, got) != 0)
		fail_msg("%s: expected '%s', got '%s'", name,
			expected != NULL ? expected : "(none)",
			got != NULL ? got : "(none)");
}

static inline const char *
list_of_text(const struct text *text)
{
	return text->bytes != NULL ? text->bytes : "";
}

#endif

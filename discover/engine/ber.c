/* ber.c -- ASN.1 BER as SNMP uses it, for the agents that replay recordings. */
#include "ber.h"

#include <string.h>

enum { LONG_FORM = 0x80, MORE_FOLLOWS = 0x80, LENGTH_OCTETS = 4 };

static struct octets
take(struct octets *input, size_t length)
{
	struct octets taken = { input->bytes, length };

	input->bytes += length;
	input->length -= length;
	return taken;
}

static int
read_length(struct octets *input, size_t *length)
{
	struct octets octets;

	if (input->length == 0)
		return -1;
	*length = take(input, 1).bytes[0];
	if (*length < LONG_FORM)
		return 0;
	octets.length = *length - LONG_FORM;
	if (octets.length == 0 || octets.length > LENGTH_OCTETS ||
		octets.length > input->length)
		return -1;
	octets = take(input, octets.length);
	*length = 0;
	for (size_t i = 0; i < octets.length; i++)
		*length = *length << 8 | octets.bytes[i];
	return 0;
}

int
ber_read(struct octets *input, uint8_t *tag, struct octets *content)
{
	size_t length;

	if (input->length == 0)
		return -1;
	*tag = take(input, 1).bytes[0];
	if (read_length(input, &length) != 0 || length > input->length)
		return -1;
	*content = take(input, length);
	return 0;
}

int
ber_take(struct octets *input, uint8_t tag, struct octets *content)
{
	uint8_t found;

	if (ber_read(input, &found, content) != 0 || found != tag)
		return -1;
	return 0;
}

int
ber_take_integer(struct octets *input, int64_t *number)
{
	struct octets content;
	uint64_t bits;

	if (ber_take(input, BER_INTEGER, &content) != 0)
		return -1;
	if (content.length == 0 || content.length > sizeof(bits))
		return -1;
	bits = content.bytes[0] & 0x80 ? UINT64_MAX : 0;
	for (size_t i = 0; i < content.length; i++)
		bits = bits << 8 | content.bytes[i];
	*number = (int64_t)bits;
	return 0;
}

/* One sub-identifier: 7 bits an octet, highest first. */
static int
take_id(struct octets *oid, uint32_t *id)
{
	uint64_t bits = 0;

	if (oid->length > 0 && oid->bytes[0] == MORE_FOLLOWS)
		return -1; /* X.690 8.19.2: no leading zeros */
	while (oid->length > 0) {
		uint8_t octet = take(oid, 1).bytes[0];

		bits = bits << 7 | (octet & 0x7f);
		if (bits > UINT32_MAX)
			return -1;
		*id = (uint32_t)bits;
		if ((octet & MORE_FOLLOWS) == 0)
			return 0;
	}
	return -1;
}

int
ber_take_oid(struct octets *input, struct octets *oid)
{
	struct octets rest;
	uint32_t id;
	int count = 1; /* the first octets hold two */

	if (ber_take(input, BER_OID, oid) != 0 || oid->length == 0)
		return -1;
	for (rest = *oid; rest.length > 0; count++)
		if (count == OID_IDS || take_id(&rest, &id) != 0)
			return -1;
	return 0;
}

size_t
oid_ids(struct octets oid, uint32_t ids[OID_IDS])
{
	size_t count = 0;

	while (oid.length > 0)
		if (count == OID_IDS || take_id(&oid, &ids[count++]) != 0)
			return 0;
	return count;
}

/* Octets do not order as the numbers do (127 is 7f, 16384 is 81 80 00), but
 * within one sub-identifier the longer is larger, and equal lengths compare
 * octet by octet. */
static size_t
id_length(struct octets oid, size_t start)
{
	size_t length = 1;

	while (start + length < oid.length &&
		(oid.bytes[start + length - 1] & MORE_FOLLOWS) != 0)
		length++;
	return length;
}

static int
order(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

int
oid_compare(struct octets a, struct octets b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	size_t at = 0;
	int longer;

	while (at < shorter && a.bytes[at] == b.bytes[at])
		at++;
	if (at == shorter)
		return order(a.length, b.length);
	longer = order(a.bytes[at], b.bytes[at]);
	while (at > 0 && (a.bytes[at - 1] & MORE_FOLLOWS) != 0)
		at--;
	if (id_length(a, at) != id_length(b, at))
		return order(id_length(a, at), id_length(b, at));
	return longer;
}

bool
oid_begins_with(struct octets oid, struct octets prefix)
{
	return oid.length >= prefix.length &&
		memcmp(oid.bytes, prefix.bytes, prefix.length) == 0;
}

static size_t
put_id(uint8_t *octets, uint64_t id)
{
	size_t length = 1;

	for (uint64_t rest = id >> 7; rest != 0; rest >>= 7)
		length++;
	for (size_t i = length; i-- > 0; id >>= 7)
		octets[i] = (uint8_t)((id & 0x7f) |
			(i + 1 < length ? MORE_FOLLOWS : 0));
	return length;
}

static int
parse_id(struct octets *text, uint64_t *id)
{
	const uint8_t *start = text->bytes;

	*id = 0;
	while (text->length > 0 && *text->bytes >= '0' && *text->bytes <= '9' &&
		*id <= UINT32_MAX)
		*id = *id * 10 + (uint64_t)(take(text, 1).bytes[0] - '0');
	if (text->bytes == start || *id > UINT32_MAX)
		return -1;
	if (text->length == 0)
		return 0;
	return take(text, 1).bytes[0] == '.' && text->length > 0 ? 0 : -1;
}

int
oid_parse(struct octets text, uint8_t oid[OID_OCTETS])
{
	uint64_t first, id;
	size_t length;

	if (text.length > 0 && text.bytes[0] == '.')
		take(&text, 1);
	if (parse_id(&text, &first) != 0 || parse_id(&text, &id) != 0)
		return -1;
	if (first > 2 || (first < 2 && id > 39) || first * 40 + id > UINT32_MAX)
		return -1;
	length = put_id(oid, first * 40 + id);
	for (int count = 2; text.length > 0; count++) {
		if (count == OID_IDS || parse_id(&text, &id) != 0)
			return -1;
		length += put_id(oid + length, id);
	}
	return (int)length;
}

void
ber_write(struct ber_writer *writer, struct octets raw)
{
	if (raw.length > writer->capacity - writer->length) {
		writer->overflow = true;
		return;
	}
	if (raw.length > 0)
		memcpy(writer->bytes + writer->length, raw.bytes, raw.length);
	writer->length += raw.length;
}

void
ber_write_value(struct ber_writer *writer, uint8_t tag, struct octets content)
{
	size_t length = content.length;
	uint8_t header[4] = { tag, (uint8_t)length };
	size_t header_length = 2;

	if (length >= 256) {
		header[1] = LONG_FORM | 2;
		header[2] = (uint8_t)(length >> 8);
		header[3] = (uint8_t)length;
		header_length = 4;
	} else if (length >= LONG_FORM) {
		header[1] = LONG_FORM | 1;
		header[2] = (uint8_t)length;
		header_length = 3;
	}
	if (length > UINT16_MAX)
		writer->overflow = true;
	ber_write(writer, (struct octets){ header, header_length });
	ber_write(writer, content);
}

/* Big-endian two's complement, without octets that only repeat the sign. */
static void
write_number(struct ber_writer *writer, uint8_t tag, const uint8_t octets[9])
{
	size_t skip = 0;

	while (skip < 8 &&
		((octets[skip] == 0 && octets[skip + 1] < 0x80) ||
			(octets[skip] == 0xff && octets[skip + 1] >= 0x80)))
		skip++;
	ber_write_value(
		writer, tag, (struct octets){ octets + skip, 9 - skip });
}

static void
spread(uint8_t octets[9], uint8_t sign, uint64_t bits)
{
	octets[0] = sign;
	for (int i = 8; i > 0; i--, bits >>= 8)
		octets[i] = (uint8_t)bits;
}

void
ber_write_integer(struct ber_writer *writer, uint8_t tag, int64_t number)
{
	uint8_t octets[9];

	spread(octets, number < 0 ? 0xff : 0, (uint64_t)number);
	write_number(writer, tag, octets);
}

void
ber_write_unsigned(struct ber_writer *writer, uint8_t tag, uint64_t number)
{
	uint8_t octets[9];

	spread(octets, 0, number);
	write_number(writer, tag, octets);
}

/* The length is not known yet, so it always takes the two-octet long form. */
enum { OPEN_HEADER = 4 };

size_t
ber_open(struct ber_writer *writer, uint8_t tag)
{
	const uint8_t header[OPEN_HEADER] = { tag, LONG_FORM | 2 };

	ber_write(writer, (struct octets){ header, sizeof(header) });
	return writer->length;
}

void
ber_close(struct ber_writer *writer, size_t opened)
{
	size_t length = writer->length - opened;

	if (writer->overflow)
		return;
	writer->bytes[opened - 2] = (uint8_t)(length >> 8);
	writer->bytes[opened - 1] = (uint8_t)length;
}

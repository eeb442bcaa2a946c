/* recording_line.c -- one line of a recording, "OID|type|value".
 *
 * The type is an ASN.1 tag as a decimal number, with an "x" behind it when the
 * value is in hex. Of a number that grows, the type is followed by ":numeric",
 * and the value is "initial=NUMBER,rate=PER-SECOND". What comes out is what an
 * agent sends: a varbind. */
#include "recording_line.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

static int
write_integer(struct ber_writer *writer, uint8_t tag, struct octets value)
{
	char text[24] = "", *end;

	if (value.length == 0 || value.length >= sizeof(text))
		return -1;
	memcpy(text, value.bytes, value.length);
	errno = 0;
	ber_write_integer(writer, tag, strtoll(text, &end, 10));
	return *end == '\0' && errno == 0 ? 0 : -1;
}

static int
write_unsigned(struct ber_writer *writer, uint8_t tag, struct octets value)
{
	enum { COUNTER64 = 70 };
	char text[24] = "", *end;
	unsigned long long number;

	if (value.length == 0 || value.length >= sizeof(text))
		return -1;
	memcpy(text, value.bytes, value.length);
	errno = 0;
	number = strtoull(text, &end, 10);
	if (tag != COUNTER64)
		number &= UINT32_MAX; /* some recorders print them signed */
	ber_write_unsigned(writer, tag, number);
	return *end == '\0' && errno == 0 ? 0 : -1;
}

static int
write_octets(struct ber_writer *writer, uint8_t tag, struct octets value)
{
	ber_write_value(writer, tag, value);
	return 0;
}

static int
write_null(struct ber_writer *writer, uint8_t tag, struct octets value)
{
	(void)value;
	ber_write_value(writer, tag, (struct octets){ NULL, 0 });
	return 0;
}

static int
write_oid(struct ber_writer *writer, uint8_t tag, struct octets value)
{
	uint8_t oid[OID_OCTETS];
	int length = oid_parse(value, oid);

	if (length < 0)
		return -1;
	ber_write_value(writer, tag, (struct octets){ oid, (size_t)length });
	return 0;
}

static int
write_ip_address(struct ber_writer *writer, uint8_t tag, struct octets value)
{
	char text[INET_ADDRSTRLEN] = "";
	struct in_addr ip;

	if (value.length >= sizeof(text))
		return -1;
	memcpy(text, value.bytes, value.length);
	if (inet_pton(AF_INET, text, &ip) != 1)
		return -1;
	ber_write_value(
		writer, tag, (struct octets){ (uint8_t *)&ip, sizeof(ip) });
	return 0;
}

static const struct value_form {
	uint8_t tag;
	int (*write)(struct ber_writer *, uint8_t tag, struct octets value);
} value_forms[] = {
	{ 2, write_integer }, { 4, write_octets }, { 5, write_null },
	{ 6, write_oid }, { 64, write_ip_address },
	{ 65, write_unsigned }, /* Counter32 */
	{ 66, write_unsigned }, /* Gauge32 */
	{ 67, write_unsigned }, /* TimeTicks */
	{ 68, write_octets }, /* Opaque */
	{ 70, write_unsigned }, /* Counter64 */
	{ 71, write_unsigned }, /* UInteger32 of RFC 1442 */
};

static const struct value_form *
find_form(struct octets digits)
{
	unsigned tag = 0;

	if (digits.length == 0 || digits.length > 3)
		return NULL;
	for (size_t i = 0; i < digits.length; i++) {
		if (digits.bytes[i] < '0' || digits.bytes[i] > '9')
			return NULL;
		tag = tag * 10 + (unsigned)(digits.bytes[i] - '0');
	}
	for (size_t i = 0; i < COUNT(value_forms); i++)
		if (value_forms[i].tag == tag)
			return &value_forms[i];
	return NULL;
}

static int
hex_digit(uint8_t character)
{
	if (character >= '0' && character <= '9')
		return character - '0';
	character |= 'a' - 'A';
	if (character >= 'a' && character <= 'f')
		return character - 'a' + 10;
	return -1;
}

static int
write_hex(struct ber_writer *writer, uint8_t tag, struct octets digits)
{
	uint8_t octets[VALUE_LIMIT];
	size_t length = digits.length / 2;

	if (digits.length % 2 != 0 || length > VALUE_LIMIT)
		return -1;
	for (size_t i = 0; i < length; i++) {
		int high = hex_digit(digits.bytes[2 * i]);
		int low = hex_digit(digits.bytes[2 * i + 1]);

		if (high < 0 || low < 0)
			return -1;
		octets[i] = (uint8_t)(high << 4 | low);
	}
	ber_write_value(writer, tag, (struct octets){ octets, length });
	return 0;
}

bool
octets_cut(struct octets *rest, uint8_t separator, struct octets *part)
{
	const uint8_t *at = memchr(rest->bytes, separator, rest->length);

	part->bytes = rest->bytes;
	part->length = at != NULL ? (size_t)(at - rest->bytes) : rest->length;
	rest->bytes += part->length + (at != NULL);
	rest->length -= part->length + (at != NULL);
	return at != NULL;
}

static bool
is_number(uint8_t tag)
{
	enum { COUNTER32 = 65, GAUGE32, TIME_TICKS, COUNTER64 = 70 };

	return (tag >= COUNTER32 && tag <= TIME_TICKS) || tag == COUNTER64;
}

/* "initial=1000,rate=250": what the recorder snmpsim calls numeric. */
static int
write_growing(struct ber_writer *writer, uint8_t tag, struct octets value,
	int64_t *per_second)
{
	static const char first[] = "initial=", second[] = "rate=";
	struct octets initial;
	char text[24] = "", *end;

	if (!is_number(tag) || !octets_cut(&value, ',', &initial) ||
		initial.length < sizeof(first) ||
		memcmp(initial.bytes, first, sizeof(first) - 1) != 0 ||
		value.length < sizeof(second) || value.length >= sizeof(text) ||
		memcmp(value.bytes, second, sizeof(second) - 1) != 0)
		return -1;
	memcpy(text, value.bytes, value.length);
	errno = 0;
	*per_second = strtoll(text + sizeof(second) - 1, &end, 10);
	if (*end != '\0' || errno != 0 || *per_second < 0)
		return -1;
	initial.bytes += sizeof(first) - 1;
	initial.length -= sizeof(first) - 1;
	return write_unsigned(writer, tag, initial);
}

static int
write_value(struct ber_writer *writer, struct octets type, struct octets value,
	int64_t *per_second)
{
	static const char numeric[] = "numeric";
	struct octets digits;
	bool has_way = octets_cut(&type, ':', &digits);
	bool hex = digits.length > 1 && digits.bytes[digits.length - 1] == 'x';
	const struct value_form *form;

	digits.length -= hex;
	form = find_form(digits);
	if (form == NULL)
		return -1;
	if (has_way)
		return !hex && type.length == sizeof(numeric) - 1 &&
				memcmp(type.bytes, numeric, type.length) == 0
			? write_growing(writer, form->tag, value, per_second)
			: -1;
	if (hex)
		return write_hex(writer, form->tag, value);
	return form->write(writer, form->tag, value);
}

int
recording_line_encode(
	struct octets line, struct ber_writer *writer, int64_t *per_second)
{
	uint8_t bytes[VARBIND_LIMIT];
	struct ber_writer content = { bytes, 0, sizeof(bytes), false };
	struct octets name, type;

	*per_second = 0;
	if (!octets_cut(&line, '|', &name) || !octets_cut(&line, '|', &type))
		return -1;
	if (write_oid(&content, BER_OID, name) != 0 ||
		write_value(&content, type, line, per_second) != 0)
		return -1;
	ber_write_value(writer, BER_SEQUENCE,
		(struct octets){ content.bytes, content.length });
	return content.overflow || writer->overflow ? -1 : 0;
}

/* recording_copy.c -- one recording as many devices that are told apart.
 *
 * For loads: ten thousand devices of a hundred recordings must not be taken
 * for a hundred. Texts stay texts, octets keep their number. */
#include "recording_copy.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { ROOM = 16 };

/* In ascending order; all that is below them. */
static const char *const identities[] = {
	"1.0.8802.1.1.2.1.3.2", /* lldpLocChassisId */
	"1.3.6.1.2.1.1.5", /* sysName */
	"1.3.6.1.2.1.17.1.1", /* dot1dBaseBridgeAddress */
	"1.3.6.1.2.1.47.1.1.1.1.11", /* entPhysicalSerialNum */
	"1.3.6.1.6.3.10.2.1.1", /* snmpEngineID */
	"1.3.111.2.802.1.1.13.1.3.2", /* lldpV2LocChassisId */
};

static bool
is_text(const uint8_t *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!isprint(bytes[i]))
			return false;
	return true;
}

static void
number_octets(uint8_t *bytes, size_t length, unsigned number)
{
	for (int left = 2; left > 0 && length-- > 0; left--) {
		bytes[length] = (uint8_t)number;
		number >>= 8;
	}
}

/* The value with the number; in `room`, which holds ROOM more octets. */
static struct octets
numbered(struct octets value, uint8_t *room, unsigned number)
{
	size_t length = value.length;

	memcpy(room, value.bytes, length);
	if (is_text(value.bytes, length))
		length += (size_t)snprintf(
			(char *)room + length, ROOM, "-%04x", number % 0x10000);
	else
		number_octets(room, length, number);
	return (struct octets){ room, length };
}

static void
change(struct recording *copy, size_t position, unsigned number)
{
	struct octets varbind = recording_varbind(copy, position);
	struct octets oid = recording_oid(copy, position), value;
	struct octets rest = { oid.bytes + oid.length, 0 };
	struct ber_writer out = { .capacity = varbind.length + 2 * ROOM };
	uint8_t *room, tag;
	size_t whole;

	rest.length = (size_t)(varbind.bytes + varbind.length - rest.bytes);
	if (ber_read(&rest, &tag, &value) != 0 || tag != BER_OCTETS)
		return;
	room = memory_zeroed(value.length + ROOM);
	out.bytes = memory_zeroed(out.capacity);
	whole = ber_open(&out, BER_SEQUENCE);
	ber_write_value(&out, BER_OID, oid);
	ber_write_value(&out, tag, numbered(value, room, number));
	ber_close(&out, whole);
	free(room);
	copy->changes = memory_grown(copy->changes, copy->change_count,
		&copy->change_capacity, sizeof(*copy->changes));
	copy->changes[copy->change_count++] =
		(struct recording_change){ position, out.bytes, out.length };
}

static void
change_below(struct recording *copy, const char *text, unsigned number)
{
	uint8_t oid[OID_OCTETS];
	const struct octets digits = { (const uint8_t *)text, strlen(text) };
	const struct octets start = { oid, (size_t)oid_parse(digits, oid) };

	for (size_t i = recording_after(copy, start); i < copy->count &&
		oid_begins_with(recording_oid(copy, i), start);
		i++)
		change(copy, i, number);
}

struct recording *
recording_copy(const struct recording *original, unsigned number)
{
	struct recording *copy = memory_zeroed(sizeof(*copy));

	*copy = (struct recording){ .name = memory_text(original->name),
		.bytes = original->bytes,
		.offsets = original->offsets,
		.count = original->count,
		.original = original,
		.faults = original->faults,
		.growths = original->growths,
		.growth_count = original->growth_count,
		.clock = original->clock };
	for (size_t i = 0; i < COUNT(identities); i++)
		change_below(copy, identities[i], number);
	return copy;
}

/* recording_copy.c -- one recording as many devices that are told apart.
 *
 * For loads: ten thousand devices of a hundred recordings must not be taken
 * for a hundred. The values keep their lengths, and texts stay texts. */
#include "recording_copy.h"

#include <ctype.h>
#include <string.h>

#include "memory.h"

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

/* Four hex digits in the place of the last letters and digits. */
static void
number_text(uint8_t *bytes, size_t length, unsigned number)
{
	static const char digits[] = "0123456789abcdef";

	for (int left = 4; left > 0 && length-- > 0;) {
		if (!isalnum(bytes[length]))
			continue;
		bytes[length] = (uint8_t)digits[number % 16];
		number /= 16;
		left--;
	}
}

static void
number_octets(uint8_t *bytes, size_t length, unsigned number)
{
	for (int left = 2; left > 0 && length-- > 0; left--) {
		bytes[length] ^= (uint8_t)number;
		number >>= 8;
	}
}

static void
change(struct recording *copy, size_t position, unsigned number)
{
	struct octets varbind = recording_varbind(copy, position);
	struct octets oid = recording_oid(copy, position), value;
	struct octets rest = { oid.bytes + oid.length, 0 };
	uint8_t *bytes, *end, tag;

	rest.length = (size_t)(varbind.bytes + varbind.length - rest.bytes);
	if (ber_read(&rest, &tag, &value) != 0 || tag != BER_OCTETS)
		return;
	bytes = memory_zeroed(varbind.length);
	memcpy(bytes, varbind.bytes, varbind.length);
	end = bytes + varbind.length;
	(is_text(value.bytes, value.length) ? number_text : number_octets)(
		end - value.length, value.length, number);
	copy->changes = memory_grown(copy->changes, copy->change_count,
		&copy->change_capacity, sizeof(*copy->changes));
	copy->changes[copy->change_count++] =
		(struct recording_change){ position, bytes, varbind.length };
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

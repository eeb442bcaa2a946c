/* recording_growth.c -- values that grow while their agent is replayed. */
#include "recording.h"

enum { COUNTER64 = 70, TICKS_A_SECOND = 100 };

static const struct growth *
growth_of(const struct recording *recording, size_t position)
{
	for (size_t i = 0; i < recording->growth_count; i++)
		if (recording->growths[i].offset ==
			recording->offsets[position])
			return &recording->growths[i];
	return NULL;
}

static uint64_t
number_in(struct octets content)
{
	uint64_t number = 0;

	for (size_t i = 0; i < content.length; i++)
		number = number << 8 | content.bytes[i];
	return number;
}

/* Apart, so that large rates do not overflow. */
static uint64_t
grown_by(int64_t ticks, int64_t per_second)
{
	const uint64_t rate = (uint64_t)per_second, time = (uint64_t)ticks;

	return time / TICKS_A_SECOND * rate +
		time % TICKS_A_SECOND * rate / TICKS_A_SECOND;
}

static void
write_grown(const struct growth *growth, struct octets varbind, int64_t ticks,
	struct ber_writer *out)
{
	struct octets content, name, value;
	uint8_t tag;
	uint64_t number;
	uint8_t bytes[OID_OCTETS + 32];
	struct ber_writer grown = { bytes, 0, sizeof(bytes), false };
	size_t outside;

	if (ber_take(&varbind, BER_SEQUENCE, &content) != 0 ||
		ber_take_oid(&content, &name) != 0 ||
		ber_read(&content, &tag, &value) != 0)
		return;
	number = number_in(value) + grown_by(ticks, growth->per_second);
	if (tag != COUNTER64)
		number &= UINT32_MAX;
	outside = ber_open(&grown, BER_SEQUENCE);
	ber_write_value(&grown, BER_OID, name);
	ber_write_unsigned(&grown, tag, number);
	ber_close(&grown, outside);
	ber_write(out, (struct octets){ bytes, grown.length });
}

void
recording_write_varbind(const struct recording *recording, size_t position,
	struct ber_writer *out)
{
	const struct octets varbind = recording_varbind(recording, position);
	const struct growth *growth = recording->clock != NULL
		? growth_of(recording, position)
		: NULL;

	if (growth == NULL)
		ber_write(out, varbind);
	else
		write_grown(growth, varbind, recording->clock->ticks, out);
}

/* replay_v3_answer.c -- Responses and Reports of SNMPv3, signed, encrypted. */
#include "replay_v3_answer.h"

#include <string.h>

#include "replay.h"
#include "replay_pdu.h"

enum { REPORT_PDU = 0xa8, COUNTER = 65, ENVELOPE = 160 };

static void
write_header(const struct v3_answer *answer, struct ber_writer *out)
{
	size_t header = ber_open(out, BER_SEQUENCE);

	ber_write_integer(out, BER_INTEGER, answer->message->id);
	ber_write_integer(out, BER_INTEGER, REPLAY_RESPONSE_ROOM);
	ber_write_value(out, BER_OCTETS, (struct octets){ &answer->flags, 1 });
	ber_write_integer(out, BER_INTEGER, V3_USER_SECURITY_MODEL);
	ber_close(out, header);
}

/* Unlike for each of our answers: their ids differ, and our boots. */
static void
make_salt(const struct v3_answer *answer, uint8_t salt[USM_SALT])
{
	uint32_t halves[2] = { answer->engine->clock.boots,
		(uint32_t)answer->message->id };

	memcpy(salt, halves, USM_SALT);
}

static void
write_security(struct v3_answer *answer, struct ber_writer *out)
{
	static const uint8_t zeros[USM_DIGEST_LIMIT];
	size_t outside = ber_open(out, BER_OCTETS);
	size_t inside = ber_open(out, BER_SEQUENCE);
	uint8_t salt_octets[USM_SALT];
	struct octets digest = { zeros }, salt = { salt_octets };

	if (answer->flags & V3_SIGNED)
		digest.length = usm_digest_length(answer->user);
	if (answer->flags & V3_ENCRYPTED)
		salt.length = sizeof(salt_octets);
	make_salt(answer, salt_octets);
	ber_write_value(out, BER_OCTETS, answer->engine->id);
	ber_write_integer(out, BER_INTEGER, answer->engine->clock.boots);
	ber_write_integer(out, BER_INTEGER, answer->engine->clock.time);
	ber_write_value(out, BER_OCTETS, answer->message->user);
	ber_write_value(out, BER_OCTETS, digest);
	answer->digest_at = out->length - digest.length;
	ber_write_value(out, BER_OCTETS, salt);
	ber_close(out, inside);
	ber_close(out, outside);
}

static void
write_encrypted(const struct v3_answer *answer, struct octets scoped,
	struct ber_writer *out)
{
	uint8_t secret[REPLAY_RESPONSE_ROOM + USM_PADDING];
	struct usm_cipher cipher = { answer->user, answer->engine->clock.boots,
		answer->engine->clock.time };
	struct octets written = { secret };

	make_salt(answer, cipher.salt);
	written.length = usm_encrypt(&cipher, scoped, secret);
	if (written.length == 0)
		out->overflow = true;
	ber_write_value(out, BER_OCTETS, written);
}

static void
sign(const struct v3_answer *answer, const struct ber_writer *out)
{
	uint8_t digest[USM_DIGEST_LIMIT];

	if (usm_digest(answer->user, (struct octets){ out->bytes, out->length },
		    digest) == 0)
		memcpy(out->bytes + answer->digest_at, digest,
			usm_digest_length(answer->user));
}

static size_t
write_message(
	struct v3_answer *answer, struct octets scoped, struct ber_writer *out)
{
	size_t whole = ber_open(out, BER_SEQUENCE);

	ber_write_integer(out, BER_INTEGER, V3_VERSION);
	write_header(answer, out);
	write_security(answer, out);
	if (answer->flags & V3_ENCRYPTED)
		write_encrypted(answer, scoped, out);
	else
		ber_write(out, scoped);
	ber_close(out, whole);
	if (!out->overflow && (answer->flags & V3_SIGNED))
		sign(answer, out);
	return out->overflow ? 0 : out->length;
}

static size_t
open_scoped(const struct v3_answer *answer, struct ber_writer *out)
{
	size_t scoped = ber_open(out, BER_SEQUENCE);

	ber_write_value(out, BER_OCTETS, answer->engine->id);
	ber_write_value(out, BER_OCTETS, answer->context);
	return scoped;
}

static void
write_report_pdu(enum v3_verdict verdict, struct ber_writer *out)
{
	/* usmStats, snmpUnknownContexts */
	uint8_t statistic[] = { 0x2b, 6, 1, 6, 3, 15, 1, 1, (uint8_t)verdict,
		0 };
	static const uint8_t context[] = { 0x2b, 6, 1, 6, 3, 12, 1, 5, 0 };
	size_t pdu = ber_open(out, REPORT_PDU), list, varbind;
	struct octets name = { statistic, sizeof(statistic) };

	if (verdict == V3_UNKNOWN_CONTEXT)
		name = (struct octets){ context, sizeof(context) };
	for (int i = 0; i < 3; i++) /* no request, no error, no index */
		ber_write_integer(out, BER_INTEGER, 0);
	list = ber_open(out, BER_SEQUENCE);
	varbind = ber_open(out, BER_SEQUENCE);
	ber_write_value(out, BER_OID, name);
	ber_write_unsigned(out, COUNTER, 1);
	ber_close(out, varbind);
	ber_close(out, list);
	ber_close(out, pdu);
}

/* Signed only when it tells the time: then the keys are known to be right. */
size_t
v3_report(struct v3_answer *answer, enum v3_verdict verdict,
	struct ber_writer *out)
{
	uint8_t bytes[REPLAY_RESPONSE_LIMIT];
	struct ber_writer writer = { bytes, 0, sizeof(bytes), false };
	size_t scoped;

	if ((answer->message->flags & V3_REPORTABLE) == 0 ||
		verdict == V3_NO_SENSE)
		return 0;
	answer->flags = verdict == V3_NOT_IN_TIME_WINDOW ? V3_SIGNED : 0;
	scoped = open_scoped(answer, &writer);
	write_report_pdu(verdict, &writer);
	ber_close(&writer, scoped);
	return write_message(
		answer, (struct octets){ bytes, writer.length }, out);
}

size_t
v3_respond(struct v3_answer *answer, const struct recording *recording,
	struct octets pdu, struct ber_writer *out)
{
	uint8_t bytes[REPLAY_RESPONSE_ROOM];
	struct ber_writer writer = { bytes, 0, out->capacity, false };
	const size_t around = ENVELOPE + 2 * answer->engine->id.length +
		answer->message->user.length + answer->context.length;
	size_t scoped;

	if (around > out->capacity || out->capacity > sizeof(bytes))
		return 0;
	answer->flags = answer->message->flags & (V3_SIGNED | V3_ENCRYPTED);
	scoped = open_scoped(answer, &writer);
	if (replay_pdu_answer(
		    recording, pdu, out->capacity - around, &writer) != 0)
		return 0;
	ber_close(&writer, scoped);
	return write_message(
		answer, (struct octets){ bytes, writer.length }, out);
}

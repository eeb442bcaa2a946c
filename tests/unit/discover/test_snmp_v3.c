/* test_snmp_v3.c -- signed and encrypted messages, and Reports.
 *
 * One peer encodes a request and another one, with the same or with other
 * passwords, opens it: whatever direction a message has, it is signed and
 * encrypted alike. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "snmp.h"

static const uint8_t engine[] = { 0x80, 0, 0x1f, 0x88, 4, 'r', '1' };
static const uint32_t mib_2[] = { 1, 3, 6, 1, 2, 1 };
static const uint32_t largest_id[] = { 1, 3, 6, UINT32_MAX, 0, 1 };

static struct snmp *snmp;

static int
begin(void **state)
{
	(void)state;
	snmp = snmp_create();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	snmp_free(snmp);
	return 0;
}

static struct snmp_request
bulk(const uint32_t *ids, size_t length, int repetitions)
{
	static struct snmp_name name;

	name = (struct snmp_name){ ids, length };
	return (struct snmp_request){ SNMP_GETBULK, 4711, repetitions, &name,
		1 };
}

static void
assert_name(struct snmp_name name, const uint32_t *ids, size_t length)
{
	assert_int_equal(name.length, length);
	assert_memory_equal(name.ids, ids, length * sizeof(*ids));
}

static struct credential
user(const char *auth, const char *privacy)
{
	return (struct credential){ .label = "v3",
		.version = SNMP_V3,
		.user = "twinmap",
		.auth = auth,
		.auth_password = auth == NULL ? NULL : "the first secret",
		.privacy = privacy,
		.privacy_password =
			privacy == NULL ? NULL : "the second secret" };
}

static struct envelope
envelope_of(uint32_t boots, uint32_t time)
{
	return (struct envelope){ .engine_id = { engine, sizeof(engine) },
		.boots = boots,
		.time = time };
}

static struct snmp_peer *
met(const struct credential *credential, uint32_t boots, uint32_t time)
{
	struct snmp_peer *peer = snmp_peer_create(snmp, credential);
	struct envelope envelope = envelope_of(boots, time);

	assert_int_equal(snmp_peer_meet(peer, &envelope), 0);
	assert_true(snmp_peer_is_met(peer));
	return peer;
}

/* What `reader` thinks of a request that `writer` made. */
static enum snmp_verdict
pass(struct snmp_peer *writer, struct snmp_peer *reader,
	struct snmp_response *response)
{
	struct snmp_request request = bulk(largest_id, COUNT(largest_id), 9);
	struct octets octets = snmp_encode(writer, &request);
	uint8_t *bytes = memory_zeroed(octets.length + 1);
	struct envelope envelope;

	assert_true(octets.length > 0);
	assert_int_equal(envelope_read(octets, &envelope), 0);
	assert_int_equal(envelope.version, 3);
	assert_int_equal(envelope.id, 4711);
	memcpy(bytes, octets.bytes, octets.length);
	snmp_parse_message(reader, bytes, octets.length, response);
	free(bytes);
	return response->origin.verdict;
}

static void
opens_with_the_same_secrets_only(void **state)
{
	static const char *const auths[] = { "MD5", "SHA", "SHA-224", "SHA-256",
		"SHA-384", "SHA-512" };
	static const char *const privacies[] = { NULL, "DES", "AES", "AES-192",
		"AES-256" };
	struct snmp_response response = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(auths) * COUNT(privacies); i++) {
		struct credential right = user(auths[i / COUNT(privacies)],
			privacies[i % COUNT(privacies)]);
		struct credential wrong = right;
		struct snmp *own = snmp_create(); /* keys by credential */
		struct snmp_peer *writer, *reader, *stranger;

		wrong.auth_password = "not the secret";
		writer = met(&right, 3, 1000);
		reader = met(&right, 3, 1000);
		stranger = met(&wrong, 3, 1000);
		assert_int_equal(pass(writer, reader, &response), SNMP_GOOD);
		assert_int_equal(response.origin.level, snmp_level(&right));
		assert_name(response.varbinds[0].name, largest_id,
			COUNT(largest_id));
		assert_int_equal(pass(writer, stranger, &response), SNMP_BAD);
		snmp_peer_free(writer);
		snmp_peer_free(reader);
		snmp_peer_free(stranger);
		snmp_free(snmp);
		snmp = own;
	}
	snmp_response_free(&response);
}

static void
engines_with_one_id_do_not_disturb_each_other(void **state)
{
	struct credential credential = user("SHA-256", "AES");
	struct snmp_peer *one = met(&credential, 3, 1000);
	struct snmp_peer *clone = met(&credential, 900, 5);
	struct snmp_response response = { 0 };

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(pass(one, one, &response), SNMP_GOOD);
		assert_int_equal(pass(clone, clone, &response), SNMP_GOOD);
	}
	assert_int_equal(pass(one, clone, &response), SNMP_OUTDATED);
	snmp_response_free(&response);
	snmp_peer_free(one);
	snmp_peer_free(clone);
}

static void
refuses_damaged_messages(void **state)
{
	struct credential credential = user("SHA-256", "AES");
	struct snmp_peer *peer = met(&credential, 3, 1000);
	struct snmp_request request = bulk(mib_2, COUNT(mib_2), 9);
	struct snmp_response response = { 0 };
	struct octets octets = snmp_encode(peer, &request);
	uint8_t *whole = memory_zeroed(octets.length);
	size_t length = octets.length;

	(void)state;
	memcpy(whole, octets.bytes, length);
	for (size_t cut = 0; cut < length; cut++) {
		uint8_t *exact = memory_zeroed(cut + 1);

		memcpy(exact, whole, cut);
		snmp_parse_message(peer, exact, cut, &response);
		assert_int_equal(response.origin.verdict, SNMP_BAD);
		free(exact);
	}
	for (size_t at = 0; at < length; at++) {
		uint8_t *copy = memory_zeroed(length);

		memcpy(copy, whole, length);
		copy[at] ^= 1;
		assert_int_not_equal(
			snmp_decode(peer, copy, length, &response) == 0 &&
				response.report == REPORT_NONE,
			1);
		free(copy);
	}
	free(whole);
	snmp_response_free(&response);
	snmp_peer_free(peer);
}

/* A Report without signature, as agents send it about keys. */
static size_t
write_report(uint8_t *bytes, size_t capacity, uint32_t statistic)
{
	enum { GET_REPORT = 0xa8, COUNTER = 0x41 };
	struct ber_writer out = { bytes, 0, capacity, false };
	uint8_t security[128], oid[OID_OCTETS];
	char name[64];
	struct ber_writer inner = { security, 0, sizeof(security), false };
	struct octets nothing = { NULL, 0 };
	size_t whole = ber_open(&out, BER_SEQUENCE), part, list;

	snprintf(name, sizeof(name), "1.3.6.1.6.3.15.1.1.%u.0", statistic);
	ber_write_integer(&out, BER_INTEGER, 3);
	part = ber_open(&out, BER_SEQUENCE);
	ber_write_integer(&out, BER_INTEGER, 4711);
	ber_write_integer(&out, BER_INTEGER, 65507);
	ber_write_value(
		&out, BER_OCTETS, (struct octets){ (const uint8_t *)"\0", 1 });
	ber_write_integer(&out, BER_INTEGER, 3);
	ber_close(&out, part);
	part = ber_open(&inner, BER_SEQUENCE);
	ber_write_value(
		&inner, BER_OCTETS, (struct octets){ engine, sizeof(engine) });
	ber_write_integer(&inner, BER_INTEGER, 3);
	ber_write_integer(&inner, BER_INTEGER, 1000);
	for (int i = 0; i < 3; i++)
		ber_write_value(&inner, BER_OCTETS, nothing);
	ber_close(&inner, part);
	ber_write_value(
		&out, BER_OCTETS, (struct octets){ security, inner.length });
	part = ber_open(&out, BER_SEQUENCE);
	ber_write_value(
		&out, BER_OCTETS, (struct octets){ engine, sizeof(engine) });
	ber_write_value(&out, BER_OCTETS, nothing);
	list = ber_open(&out, GET_REPORT);
	ber_write_integer(&out, BER_INTEGER, 4711);
	ber_write_integer(&out, BER_INTEGER, 0);
	ber_write_integer(&out, BER_INTEGER, 0);
	size_t varbinds = ber_open(&out, BER_SEQUENCE);
	size_t varbind = ber_open(&out, BER_SEQUENCE);
	ber_write_value(&out, BER_OID,
		(struct octets){ oid,
			(size_t)oid_parse(
				(struct octets){
					(const uint8_t *)name, strlen(name) },
				oid) });
	ber_write_unsigned(&out, COUNTER, 5);
	ber_close(&out, varbind);
	ber_close(&out, varbinds);
	ber_close(&out, list);
	ber_close(&out, part);
	ber_close(&out, whole);
	assert_false(out.overflow);
	return out.length;
}

static void
reports_introduce_and_explain(void **state)
{
	struct credential credential = user("SHA-256", "AES");
	struct snmp_peer *peer = snmp_peer_create(snmp, &credential);
	struct snmp_request request = bulk(mib_2, COUNT(mib_2), 9);
	struct snmp_response response = { 0 };
	struct envelope envelope;
	uint8_t bytes[512];
	size_t length =
		write_report(bytes, sizeof(bytes), REPORT_UNKNOWN_ENGINE_ID);

	(void)state;
	assert_false(snmp_peer_is_met(peer));
	assert_int_equal(
		envelope_read(snmp_encode(peer, &request), &envelope), 0);
	assert_int_equal(envelope.engine_id.length, 0);
	assert_int_equal(
		envelope_read((struct octets){ bytes, length }, &envelope), 0);
	assert_int_equal(envelope.boots, 3);
	assert_int_equal(envelope.time, 1000);
	assert_int_equal(snmp_decode(peer, bytes, length, &response), 0);
	assert_int_equal(response.report, REPORT_UNKNOWN_ENGINE_ID);
	assert_int_equal(snmp_peer_meet(peer, &envelope), 0);
	for (uint32_t report = 1; report <= 7; report++) {
		length = write_report(bytes, sizeof(bytes), report);
		assert_int_equal(
			snmp_decode(peer, bytes, length, &response), 0);
		assert_int_equal(response.report,
			report > REPORT_DECRYPTION_ERROR ? REPORT_OTHER
							 : report);
		assert_non_null(snmp_report_reason(response.report));
	}
	snmp_response_free(&response);
	snmp_peer_free(peer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opens_with_the_same_secrets_only),
		cmocka_unit_test(engines_with_one_id_do_not_disturb_each_other),
		cmocka_unit_test(refuses_damaged_messages),
		cmocka_unit_test(reports_introduce_and_explain),
	};

	return cmocka_run_group_tests(tests, begin, end);
}

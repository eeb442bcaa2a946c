/* test_snmp.c -- messages: out and in again, and those that must be refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "replay.h"
#include "snmp.h"

static const char recording_text[] =
	"1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10\n"
	"1.3.6.1.2.1.1.3.0|67|4294967295\n"
	"1.3.6.1.2.1.1.5.0|4|r1\n"
	"1.3.6.1.2.1.1.6.0|4|\n"
	"1.3.6.1.2.1.2.1.0|2|-7\n"
	"1.3.6.1.2.1.4.20.1.1.192.0.2.1|64|192.0.2.1\n"
	"1.3.6.1.2.1.31.1.1.1.6.1|70|18446744073709551615\n";

static const uint32_t sys_object_id[] = { 1, 3, 6, 1, 2, 1, 1, 2, 0 };
static const uint32_t mib_2[] = { 1, 3, 6, 1, 2, 1 };

static const struct credential v2c = {
	.label = "v2c", .version = SNMP_V2C, .community = "public"
};

static struct snmp *snmp;
static struct recording *recording;

static int
begin(void **state)
{
	struct octets text = { (const uint8_t *)recording_text,
		strlen(recording_text) };

	(void)state;
	snmp = snmp_create();
	recording = recording_from_text("r1", text);
	return recording == NULL ? -1 : 0;
}

static int
end(void **state)
{
	(void)state;
	recording_free(recording);
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

static size_t
replayed(struct snmp_peer *peer, const struct snmp_request *request,
	uint8_t bytes[REPLAY_RESPONSE_LIMIT])
{
	return replay_answer(
		recording, "public", snmp_encode(peer, request), bytes);
}

static void
assert_name(struct snmp_name name, const uint32_t *ids, size_t length)
{
	assert_int_equal(name.length, length);
	assert_memory_equal(name.ids, ids, length * sizeof(*ids));
}

static void
v2c_gives_values_of_all_types(void **state)
{
	static const uint32_t object_id[] = { 1, 3, 6, 1, 4, 1, 8072, 3, 2,
		10 };
	static const uint8_t address[] = { 192, 0, 2, 1 };
	struct snmp_peer *peer = snmp_peer_create(snmp, &v2c);
	struct snmp_request request = bulk(mib_2, COUNT(mib_2), 9);
	struct snmp_response response = { 0 };
	uint8_t bytes[REPLAY_RESPONSE_LIMIT];
	size_t length = replayed(peer, &request, bytes);
	const struct snmp_varbind *varbinds;

	(void)state;
	assert_true(snmp_peer_is_met(peer));
	assert_int_equal(snmp_decode(peer, bytes, length, &response), 0);
	assert_int_equal(response.count, 9);
	varbinds = response.varbinds;
	assert_name(varbinds[0].name, sys_object_id, COUNT(sys_object_id));
	assert_int_equal(varbinds[0].value.type, MIB_OID);
	assert_int_equal(varbinds[0].value.length, COUNT(object_id));
	assert_memory_equal(
		varbinds[0].value.oid, object_id, sizeof(object_id));
	assert_int_equal(varbinds[1].value.type, MIB_TIME_TICKS);
	assert_int_equal(varbinds[1].value.number, UINT32_MAX);
	assert_int_equal(varbinds[2].value.type, MIB_OCTETS);
	assert_int_equal(varbinds[2].value.length, 2);
	assert_memory_equal(varbinds[2].value.octets, "r1", 2);
	assert_int_equal(varbinds[3].value.type, MIB_OCTETS);
	assert_int_equal(varbinds[3].value.length, 0);
	assert_int_equal(varbinds[4].value.number, -7);
	assert_int_equal(varbinds[5].value.type, MIB_IP_ADDRESS);
	assert_memory_equal(varbinds[5].value.octets, address, 4);
	assert_int_equal(varbinds[6].value.type, MIB_COUNTER64);
	assert_true((uint64_t)varbinds[6].value.number == UINT64_MAX);
	assert_int_equal(varbinds[8].value.type, MIB_END_OF_VIEW);
	snmp_response_free(&response);
	snmp_peer_free(peer);
}

static void
v2c_refuses_what_is_no_answer(void **state)
{
	static const struct credential other = {
		.label = "other", .version = SNMP_V2C, .community = "publix"
	};
	struct snmp_peer *peer = snmp_peer_create(snmp, &v2c);
	struct snmp_peer *stranger = snmp_peer_create(snmp, &other);
	struct snmp_request request = bulk(mib_2, COUNT(mib_2), 8);
	struct snmp_response response = { 0 };
	uint8_t bytes[REPLAY_RESPONSE_LIMIT], copy[REPLAY_RESPONSE_LIMIT];
	size_t length = replayed(peer, &request, bytes);
	struct octets asked;

	(void)state;
	assert_int_equal(snmp_decode(stranger, bytes, length, &response), -1);
	for (size_t cut = 0; cut < length; cut++) {
		uint8_t *exact = memory_zeroed(cut + 1);

		memcpy(exact, bytes, cut);
		assert_int_equal(snmp_decode(peer, exact, cut, &response), -1);
		free(exact);
	}
	for (size_t at = 0; at < length; at++) { /* must not crash */
		memcpy(copy, bytes, length);
		copy[at] ^= 0xff;
		snmp_decode(peer, copy, length, &response);
	}
	asked = snmp_encode(peer, &request);
	memcpy(copy, asked.bytes, asked.length);
	assert_int_equal(snmp_decode(peer, copy, asked.length, &response), -1);
	snmp_response_free(&response);
	snmp_peer_free(stranger);
	snmp_peer_free(peer);
}

/* ---- envelopes ----------------------------------------------------------- */

static void
envelopes_are_read_or_refused(void **state)
{
	static const struct {
		const char *name, *bytes;
		size_t length;
		int result;
		uint32_t id;
	} cases[] = {
		{ "v2c", "\x30\x0c\2\1\1\4\1p\xa2\4\2\2\x12\x67", 14, 0,
			0x1267 },
		{ "v1", "\x30\x0c\2\1\0\4\1p\xa2\4\2\2\x12\x67", 14, 0,
			0x1267 },
		{ "a version that was none",
			"\x30\x0c\2\1\2\4\1p\xa2\4\2\2\x12\x67", 14, -1, 0 },
		{ "cut", "\x30\x0c\2\1\1\4\1p\xa2\4\2\2\x12", 13, -1, 0 },
		{ "negative id", "\x30\x0c\2\1\1\4\1p\xa2\4\2\2\x92\x67", 14,
			-1, 0 },
		{ "empty", "", 0, -1, 0 },
		{ "v3 cut in the middle", "\x30\x05\2\1\3\x30\0", 7, -1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct octets octets = { (const uint8_t *)cases[i].bytes,
			cases[i].length };
		struct envelope envelope;

		if (envelope_read(octets, &envelope) != cases[i].result)
			fail_msg("%s", cases[i].name);
		if (cases[i].result == 0)
			assert_int_equal(envelope.id, cases[i].id);
	}
}

static void
words(void **state)
{
	(void)state;
	assert_string_equal(snmp_error_word(1), "tooBig");
	assert_string_equal(snmp_error_word(5), "genErr");
	assert_string_equal(snmp_error_word(18), "inconsistentName");
	assert_string_equal(snmp_error_word(19), "an unknown error");
	assert_string_equal(snmp_error_word(-1), "an unknown error");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(v2c_gives_values_of_all_types),
		cmocka_unit_test(v2c_refuses_what_is_no_answer),
		cmocka_unit_test(envelopes_are_read_or_refused),
		cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, begin, end);
}

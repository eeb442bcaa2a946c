/* test_replay.c -- requests in, responses out; nonsense gets silence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "replay.h"

enum { GET = 0xa0, GET_NEXT = 0xa1, SET = 0xa3, GET_BULK = 0xa5 };

static const char sample[] = "1.3.6.1.2.1.1.5.0|4|r1\n"
			     "1.3.6.1.2.1.2.2.1.1.1|2|1\n"
			     "1.3.6.1.2.1.2.2.1.1.2|2|2\n"
			     "1.3.6.1.2.1.2.2.1.2.1|4|eth0\n"
			     "1.3.6.1.2.1.2.2.1.2.2|4|eth1\n"
			     "1.3.6.1.6.3.10.2.1.3.0|2|5\n";

static struct octets
text_octets(const char *text)
{
	return (struct octets){ (const uint8_t *)text, strlen(text) };
}

struct request {
	uint8_t pdu;
	int non_repeaters, repetitions; /* of GETBULK */
	const char *community;
	const char *names; /* with blanks between them */
};

static void
write_names(struct ber_writer *out, const char *names)
{
	char *copy = memory_text(names), *rest = copy, *name;
	uint8_t oid[OID_OCTETS];

	while ((name = strsep(&rest, " ")) != NULL) {
		size_t varbind = ber_open(out, BER_SEQUENCE);
		int length = oid_parse(text_octets(name), oid);

		ber_write_value(
			out, BER_OID, (struct octets){ oid, (size_t)length });
		ber_write_value(out, BER_NULL, (struct octets){ NULL, 0 });
		ber_close(out, varbind);
	}
	free(copy);
}

static struct octets
encode(const struct request *request, uint8_t bytes[REPLAY_REQUEST_LIMIT])
{
	struct ber_writer out = { bytes, 0, REPLAY_REQUEST_LIMIT, false };
	size_t whole = ber_open(&out, BER_SEQUENCE), pdu, list;

	ber_write_integer(&out, BER_INTEGER, 1);
	ber_write_value(&out, BER_OCTETS, text_octets(request->community));
	pdu = ber_open(&out, request->pdu);
	ber_write_integer(&out, BER_INTEGER, 77);
	ber_write_integer(&out, BER_INTEGER, request->non_repeaters);
	ber_write_integer(&out, BER_INTEGER, request->repetitions);
	list = ber_open(&out, BER_SEQUENCE);
	write_names(&out, request->names);
	ber_close(&out, list);
	ber_close(&out, pdu);
	ber_close(&out, whole);
	return (struct octets){ bytes, out.length };
}

/* "1.3.6=4:7231 ...": names without their first five numbers. */
static void
print_varbinds(struct text *text, struct octets list)
{
	struct octets varbind, oid, value;
	uint32_t ids[OID_IDS];
	uint8_t tag;

	while (list.length > 0) {
		assert_int_equal(ber_take(&list, BER_SEQUENCE, &varbind), 0);
		assert_int_equal(ber_take_oid(&varbind, &oid), 0);
		assert_int_equal(ber_read(&varbind, &tag, &value), 0);
		for (size_t i = 4, n = oid_ids(oid, ids); i < n; i++)
			text_format(text, "%s%u", i > 4 ? "." : " ",
				(unsigned)ids[i]);
		text_format(text, "=%02x:%.*s", tag,
			tag == BER_OCTETS ? (int)value.length : 0,
			(const char *)value.bytes);
	}
}

static void
print_response(struct text *text, struct octets response)
{
	struct octets whole, community, pdu, list;
	int64_t version, id, error, index;

	if (response.length == 0) {
		text_append(text, "silence");
		return;
	}
	assert_int_equal(ber_take(&response, BER_SEQUENCE, &whole), 0);
	assert_int_equal(response.length, 0);
	assert_int_equal(ber_take_integer(&whole, &version), 0);
	assert_int_equal(ber_take(&whole, BER_OCTETS, &community), 0);
	assert_int_equal(ber_take(&whole, 0xa2, &pdu), 0);
	assert_int_equal(ber_take_integer(&pdu, &id), 0);
	assert_int_equal(ber_take_integer(&pdu, &error), 0);
	assert_int_equal(ber_take_integer(&pdu, &index), 0);
	assert_int_equal(ber_take(&pdu, BER_SEQUENCE, &list), 0);
	assert_int_equal(version, 1);
	assert_int_equal(id, 77);
	text_format(text, "%d/%d", (int)error, (int)index);
	print_varbinds(text, list);
}

static void
expect(const struct recording *recording, const struct request *request,
	const char *expected)
{
	uint8_t in[REPLAY_REQUEST_LIMIT], out[REPLAY_RESPONSE_LIMIT];
	struct text text = { 0 };
	size_t length =
		replay_answer(recording, "public", encode(request, in), out);

	print_response(&text, (struct octets){ out, length });
	if (strcmp(text.bytes, expected) != 0)
		fail_msg("%02x %s: '%s', not '%s'", request->pdu,
			request->names, text.bytes, expected);
	text_free(&text);
}

static void
requests_are_answered(void **state)
{
	static const struct {
		struct request request;
		const char *response;
	} cases[] = {
		{ { GET, 0, 0, "public", "1.3.6.1.2.1.1.5.0" },
			"0/0 1.1.5.0=04:r1" },
		{ { GET, 0, 0, "public",
			  "1.3.6.1.2.1.1.5.0 1.3.6.1.2.1.2.2.1.2.2" },
			"0/0 1.1.5.0=04:r1 1.2.2.1.2.2=04:eth1" },
		{ { GET, 0, 0, "public", "1.3.6.1.2.1.1.99.0" },
			"0/0 1.1.99.0=80:" },
		{ { GET, 0, 0, "public", "1.3.6.1.2.1.2.2.1.2.300" },
			"0/0 1.2.2.1.2.300=81:" },
		{ { GET, 0, 0, "private", "1.3.6.1.2.1.1.5.0" }, "silence" },
		{ { GET, 0, 0, "", "1.3.6.1.2.1.1.5.0" }, "silence" },
		{ { GET_NEXT, 0, 0, "public", "1.3.6.1.2.1.1.5" },
			"0/0 1.1.5.0=04:r1" },
		{ { GET_NEXT, 0, 0, "public", "1.3.6.1.2.1.1.5.0" },
			"0/0 1.2.2.1.1.1=02:" },
		{ { GET_NEXT, 0, 0, "public", "1.3.6.1.6.3.10.2.1.3.0" },
			"0/0 3.10.2.1.3.0=82:" },
		{ { GET_BULK, 0, 2, "public",
			  "1.3.6.1.2.1.2.2.1.1 1.3.6.1.2.1.2.2.1.2" },
			"0/0 1.2.2.1.1.1=02: 1.2.2.1.2.1=04:eth0"
			" 1.2.2.1.1.2=02: 1.2.2.1.2.2=04:eth1" },
		{ { GET_BULK, 1, 1, "public",
			  "1.3.6.1.2.1.1.5 1.3.6.1.2.1.2.2.1.2" },
			"0/0 1.1.5.0=04:r1 1.2.2.1.2.1=04:eth0" },
		{ { GET_BULK, 0, 9, "public", "1.3.6.1.2.1.2.2.1.2.2" },
			"0/0 3.10.2.1.3.0=02: 3.10.2.1.3.0=82:" },
		{ { GET_BULK, 0, 0, "public", "1.3.6.1.2.1.1.5" }, "0/0" },
		{ { GET_BULK, -3, -3, "public", "1.3.6.1.2.1.1.5" }, "0/0" },
		{ { SET, 0, 0, "public", "1.3.6.1.2.1.1.5.0" },
			"17/1 1.1.5.0=05:" },
		{ { 0xa2, 0, 0, "public", "1.3.6.1.2.1.1.5.0" }, "silence" },
		{ { 0xa7, 0, 0, "public", "1.3.6.1.2.1.1.5.0" }, "silence" },
	};
	struct recording *recording =
		recording_from_text("r1", text_octets(sample));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect(recording, &cases[i].request, cases[i].response);
	recording_free(recording);
}

static void
responses_are_exact_octets(void **state)
{
	static const uint8_t request[] = { 0x30, 0x23, 2, 1, 1, 4, 6, 'p', 'u',
		'b', 'l', 'i', 'c', 0xa0, 0x16, 2, 1, 9, 2, 1, 0, 2, 1, 0, 0x30,
		0x0b, 0x30, 0x09, 6, 5, 0x2b, 6, 1, 2, 1, 5, 0 };
	static const uint8_t response[] = { 0x30, 0x82, 0, 0x27, 2, 1, 1, 4, 6,
		'p', 'u', 'b', 'l', 'i', 'c', 0xa2, 0x82, 0, 0x18, 2, 1, 9, 2,
		1, 0, 2, 1, 0, 0x30, 0x0d, 0x30, 0x0b, 6, 5, 0x2b, 6, 1, 2, 1,
		4, 2, 'o', 'k' };
	struct recording *recording =
		recording_from_text("r1", text_octets("1.3.6.1.2.1|4|ok"));
	uint8_t out[REPLAY_RESPONSE_LIMIT];
	size_t length = replay_answer(recording, "public",
		(struct octets){ request, sizeof(request) }, out);

	(void)state;
	assert_int_equal(length, sizeof(response));
	assert_memory_equal(out, response, length);
	recording_free(recording);
}

static void
responses_fit_into_a_packet(void **state)
{
	struct text text = { 0 };
	struct recording *recording;
	uint8_t in[REPLAY_REQUEST_LIMIT], out[REPLAY_RESPONSE_LIMIT];
	struct request bulk = { GET_BULK, 0, 1000, "public", "1.3.6.1.2" };
	struct request get = { GET, 0, 0, "public", "1.3.6.1.3.1" };
	struct request large = { GET_BULK, 0, 5, "public", "1.3.6.1.3" };
	size_t length;

	(void)state;
	for (int i = 0; i < 200; i++)
		text_format(&text, "1.3.6.1.2.%d|4|0123456789\n", i);
	text_format(&text, "1.3.6.1.3.1|4|%01500d\n", 0);
	recording = recording_from_text(
		"r1", (struct octets){ (uint8_t *)text.bytes, text.length });
	length = replay_answer(recording, "public", encode(&bulk, in), out);
	assert_in_range(length, 1400, REPLAY_RESPONSE_LIMIT);
	expect(recording, &get, "1/0");
	expect(recording, &large, "1/0");
	recording_free(recording);
	text_free(&text);
}

/* Every beginning of a request is refused; every octet may be anything. */
static void
damaged_requests_do_no_harm(void **state)
{
	static const struct request requests[] = {
		{ GET, 0, 0, "public", "1.3.6.1.2.1.1.5.0 1.3.6.1.2.1.1.99" },
		{ GET_BULK, 1, 20, "public", "1.3.6.1.2.1.1 1.3.6.1.2.1.2" },
	};
	struct recording *recording =
		recording_from_text("r1", text_octets(sample));
	uint8_t in[REPLAY_REQUEST_LIMIT], out[REPLAY_RESPONSE_LIMIT];

	(void)state;
	for (size_t i = 0; i < COUNT(requests); i++) {
		struct octets request = encode(&requests[i], in);

		for (size_t cut = 0; cut < request.length; cut++) {
			uint8_t *part = arena_copy(*state, in, cut);

			assert_int_equal(
				replay_answer(recording, "public",
					(struct octets){ part, cut }, out),
				0);
		}
		for (size_t at = 0; at < request.length; at++)
			for (unsigned octet = 0; octet < 256; octet++) {
				uint8_t was = in[at];

				in[at] = (uint8_t)octet;
				assert_in_range(replay_answer(recording,
							"public", request, out),
					0, REPLAY_RESPONSE_LIMIT);
				in[at] = was;
			}
	}
	recording_free(recording);
}

static int
make_arena(void **state)
{
	*state = arena_create();
	return 0;
}

static int
drop_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static const struct recording *
owner_of(const struct replay_addresses *addresses, const char *text)
{
	struct ip_address ip;

	assert_int_equal(ip_parse(text, &ip), 0);
	return replay_addresses_find(addresses, ip.bytes);
}

static void
devices_answer_at_their_own_addresses(void **state)
{
	static const char v4[] = "1.3.6.1.2.1.4.20.1.1.192.0.2.1|64|192.0.2.1\n"
				 "1.3.6.1.2.1.4.20.1.2.192.0.2.1|2|1\n"
				 "1.3.6.1.2.1.4.20.1.1.192.0.2.9|64|192.0.2.9\n"
				 "1.3.6.1.2.1.4.20.1.1.127.0.0.1|64|127.0.0.1\n"
				 "1.3.6.1.2.1.4.20.1.1.0.0.0.0|64|0.0.0.0\n";
	static const char v6[] =
		"1.3.6.1.2.1.4.34.1.3.1.4.192.0.2.9|2|1\n"
		"1.3.6.1.2.1.4.34.1.3.1.4.224.0.0.5|2|1\n"
		"1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1"
		"|2|1\n"
		"1.3.6.1.2.1.4.34.1.3.2.16.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1"
		"|2|1\n"
		"1.3.6.1.2.1.55.1.8.1.2.7.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.2"
		"|2|64\n";
	struct recording *a = recording_from_text("a", text_octets(v4));
	struct recording *b = recording_from_text("b", text_octets(v6));
	struct replay_addresses *addresses = replay_addresses_create();

	(void)state;
	assert_null(owner_of(addresses, "192.0.2.1"));
	replay_addresses_add_own(addresses, a);
	replay_addresses_add_own(addresses, b);
	assert_int_equal(replay_addresses_settle(addresses), 3);
	assert_ptr_equal(owner_of(addresses, "192.0.2.1"), a);
	assert_ptr_equal(owner_of(addresses, "2001:db8::1"), b);
	assert_ptr_equal(owner_of(addresses, "2001:db8::2"), b);
	assert_null(owner_of(addresses, "192.0.2.9")); /* both own it */
	assert_null(owner_of(addresses, "127.0.0.1"));
	assert_null(owner_of(addresses, "0.0.0.0"));
	assert_null(owner_of(addresses, "224.0.0.5"));
	assert_null(owner_of(addresses, "fe80::1"));
	assert_null(owner_of(addresses, "2001:db8::3"));
	replay_addresses_free(addresses);
	recording_free(a);
	recording_free(b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_are_answered),
		cmocka_unit_test(responses_are_exact_octets),
		cmocka_unit_test(responses_fit_into_a_packet),
		cmocka_unit_test_setup_teardown(
			damaged_requests_do_no_harm, make_arena, drop_arena),
		cmocka_unit_test(devices_answer_at_their_own_addresses),
	};

	return cmocka_run_group_tests_name("replay", tests, NULL, NULL);
}

/* test_conversation.c -- what services say to whole, cut and senseless words.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "conversation.h"
#include "memory.h"
#include "zones.h"

/* All that is said after a greeting; in pieces of `piece` octets. */
static struct conversation
talk_to(uint32_t port, const char *heard, size_t piece)
{
	struct conversation talk = { .protocol = protocol_find(port),
		.host = "mail1.marlin.example" };
	size_t left = strlen(heard);

	assert_non_null(talk.protocol);
	conversation_begin(&talk);
	text_clear(&talk.said);
	while (left > 0) {
		size_t length = left < piece ? left : piece;

		conversation_hear(&talk, heard, length);
		heard += length;
		left -= length;
	}
	return talk;
}

enum { OPEN, ENDS, WANTS_TLS };

static const struct {
	const char *name;
	uint32_t port;
	const char *heard, *said; /* its beginning */
	int state;
} lines[] = {
	{ "EHLO", 25, "EHLO a\r\n", "250-mail1.marlin.example\r\n250-STARTTLS",
		OPEN },
	{ "in small letters", 25, "helo a\r\n", "250 mail1", OPEN },
	{ "without CR", 587, "NOOP\n", "250 ", OPEN },
	{ "QUIT", 25, "QUIT\r\n", "221 ", ENDS },
	{ "two at once", 25, "NOOP\r\nQUIT\r\n", "250 2.0.0 Ok\r\n221 ", ENDS },
	{ "STARTTLS", 587, "STARTTLS\r\nQUIT\r\n", "220 ", WANTS_TLS },
	{ "mail", 25, "MAIL FROM:<a@example.net>\r\n", "550 ", OPEN },
	{ "no command", 25, "\r\n", "502 ", OPEN },
	{ "the start of one", 25, "QUI\r\n", "502 ", OPEN },
	{ "no line yet", 25, "QUIT", "", OPEN },
	{ "LOGOUT", 993, "a LOGOUT\r\n", "* BYE\r\na OK", ENDS },
	{ "CAPABILITY", 993, "b CAPABILITY\r\n", "* CAPABILITY IMAP4rev1",
		OPEN },
	{ "no tag", 993, " NOOP\r\n", "* BAD", OPEN },
	{ "nothing behind the tag", 993, "a\r\n", "a BAD", OPEN },
	{ "GET", 80, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 200 OK",
		ENDS },
	{ "HEAD", 443, "HEAD / HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK", ENDS },
	{ "another method", 80, "PUT / HTTP/1.1\r\n\r\n", "HTTP/1.1 405",
		ENDS },
	{ "no HTTP", 80, "GET /\r\n\r\n", "HTTP/1.1 400", ENDS },
	{ "half a request", 80, "GET / HTTP/1.1\r\nHost: a\r\n", "", OPEN },
	{ "OPTIONS", 5060, "OPTIONS sip:a SIP/2.0\r\nv: b\r\nt: <c>\r\n\r\n",
		"SIP/2.0 200 OK\r\nv: b\r\nt: <c>;tag=sample\r\n", OPEN },
	{ "To has a tag", 5060,
		"OPTIONS sip:a SIP/2.0\r\nTo : <c>;tag=9\r\nX: y\r\n\r\n",
		"SIP/2.0 200 OK\r\nTo : <c>;tag=9\r\nAllow", OPEN },
	{ "INVITE", 5060, "INVITE sip:a SIP/2.0\r\n\r\n", "SIP/2.0 405", OPEN },
	{ "empty lines before it", 5060, "\r\n\r\n", "", OPEN },
};

static void
lines_are_answered(void **state)
{
	static const size_t pieces[] = { 1, 3, 4096 };

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++)
		for (size_t j = 0; j < COUNT(pieces); j++) {
			struct conversation talk = talk_to(
				lines[i].port, lines[i].heard, pieces[j]);
			const char *said =
				talk.said.length > 0 ? talk.said.bytes : "";
			size_t length = strlen(lines[i].said);

			if (strncmp(said, lines[i].said, length) != 0 ||
				(length == 0 && *said != '\0'))
				fail_msg("%s: '%s'", lines[i].name, said);
			if (talk.ends != (lines[i].state == ENDS) ||
				talk.wants_tls != (lines[i].state == WANTS_TLS))
				fail_msg(
					"%s: ends, or does not", lines[i].name);
			conversation_free(&talk);
		}
}

static void
who_never_ends_a_line_is_shown_out(void **state)
{
	struct conversation talk = talk_to(25, "EHLO ", 8);
	char more[1024];

	(void)state;
	memset(more, 'x', sizeof(more));
	for (int i = 0; i < 100 && !talk.ends; i++)
		conversation_hear(&talk, more, sizeof(more));
	assert_true(talk.ends);
	assert_true(talk.heard.length < 10000);
	conversation_free(&talk);
}

static const struct zone_record records[] = {
	{ .next = &records[1],
		.name = "a.marlin.example",
		.type = RECORD_A,
		.ip = { .bytes = { [10] = 0xff, 0xff, 192, 0, 2, 1 },
			.family = 4 } },
	{ .name = "a.marlin.example",
		.type = RECORD_AAAA,
		.ip = { .bytes = { 0x20, 1, 0xd, 0xb8, [15] = 1 },
			.family = 6 } },
};

static const char *origins[] = { "marlin.example", NULL };

static const struct zones zones = {
	.forward = "marlin.example",
	.origins = origins,
	.server = "ns1.marlin.example",
	.serial = 7,
	.records = records,
};

#define HEAD(flags, count) "\x12\x34" flags "\0" count "\0\0\0\0\0\0"
#define ZONE "\6marlin\7example"
#define IN "\0\1"

static const struct {
	const char *name;
	const char *query;
	size_t length;
	int rcode; /* -1: silence */
	int answers;
} queries[] = {
#define CASE(name, flags, count, question, rcode, answers) \
	{ \
		name, HEAD(flags, count) question, \
			sizeof(HEAD(flags, count) question) - 1, rcode, \
			answers \
	}
	CASE("IPv4", "\1\0", "\1", "\1a" ZONE "\0\0\1" IN, 0, 1),
	CASE("IPv6", "\1\0", "\1", "\1a" ZONE "\0\0\34" IN, 0, 1),
	CASE("all of it", "\1\0", "\1", "\1a" ZONE "\0\0\377" IN, 0, 2),
	CASE("capitals", "\1\0", "\1", "\1A\6MARLIN\7Example\0\0\1" IN, 0, 1),
	CASE("no such record", "\1\0", "\1", "\1a" ZONE "\0\0\17" IN, 0, 0),
	CASE("no such name", "\1\0", "\1", "\1b" ZONE "\0\0\1" IN, 3, 0),
	CASE("SOA", "\0\0", "\1", ZONE "\0\0\6" IN, 0, 1),
	CASE("NS", "\0\0", "\1", ZONE "\0\0\2" IN, 0, 1),
	CASE("another zone", "\1\0", "\1", "\1a\7example\0\0\1" IN, 5, 0),
	CASE("its end is alike", "\1\0", "\1", "\7xmarlin\7example\0\0\1" IN, 5,
		0),
	CASE("the root", "\1\0", "\1", "\0\0\1" IN, 5, 0),
	CASE("another class", "\1\0", "\1", "\1a" ZONE "\0\0\1\0\3", 5, 0),
	CASE("NOTIFY", "\40\0", "\1", ZONE "\0\0\6" IN, 4, 0),
	CASE("no question", "\1\0", "\0", "", 1, 0),
	CASE("two questions", "\1\0", "\2", "\1a" ZONE "\0\0\1" IN, 1, 0),
	CASE("a pointer", "\1\0", "\1", "\300\14\0\1" IN, 1, 0),
	CASE("no end of the name", "\1\0", "\1", "\1a" ZONE, 1, 0),
	CASE("a label beyond the end", "\1\0", "\1", "\77a", 1, 0),
	CASE("no class", "\1\0", "\1", "\1a" ZONE "\0\0\1", 1, 0),
	CASE("an answer", "\201\0", "\1", "\1a" ZONE "\0\0\1" IN, -1, 0),
	{ "half a header", "\x12\x34\1\0", 4, -1, 0 },
};

static void
check_reply(size_t which, const uint8_t *reply, size_t length)
{
	if (queries[which].rcode < 0) {
		if (length != 0)
			fail_msg("%s: is answered", queries[which].name);
		return;
	}
	if (length < 12)
		fail_msg("%s: %zu octets", queries[which].name, length);
	assert_memory_equal(reply, "\x12\x34", 2);
	if ((reply[2] & 0x80) == 0 || (reply[3] & 15) != queries[which].rcode ||
		reply[7] != queries[which].answers)
		fail_msg("%s: rcode %d, %d answers", queries[which].name,
			reply[3] & 15, reply[7]);
}

static void
names_are_answered(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(queries); i++) {
		struct conversation talk = { .protocol = protocol_find(53),
			.zones = &zones };

		conversation_hear_datagram(
			&talk, queries[i].query, queries[i].length);
		check_reply(
			i, (const uint8_t *)talk.said.bytes, talk.said.length);
		conversation_free(&talk);
	}
}

/* Over TCP the same come behind two octets of length, in one piece or not. */
static void
names_are_answered_over_tcp(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(queries); i++) {
		struct conversation talk = { .protocol = protocol_find(53),
			.zones = &zones };
		const uint8_t size[] = { 0, (uint8_t)queries[i].length };
		const uint8_t *said;

		conversation_hear(&talk, size, 1);
		conversation_hear(&talk, size + 1, 1);
		conversation_hear(&talk, queries[i].query, 3);
		assert_int_equal(talk.said.length, 0);
		conversation_hear(
			&talk, queries[i].query + 3, queries[i].length - 3);
		said = (const uint8_t *)talk.said.bytes;
		assert_int_equal(
			said[0] << 8 | said[1], (int)talk.said.length - 2);
		check_reply(i, said + 2, talk.said.length - 2);
		assert_int_equal(talk.heard.length, 0);
		conversation_free(&talk);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_answered),
		cmocka_unit_test(who_never_ends_a_line_is_shown_out),
		cmocka_unit_test(names_are_answered),
		cmocka_unit_test(names_are_answered_over_tcp),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_talks.c -- what is said to services, and answers of all kinds, in one
 * piece and octet by octet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "talks.h"

#define OK "OK"

struct talk_case {
	const char *name, *talk;
	const char *heard; /* all that the server sends */
	const char *said; /* all that we said */
	const char *ending; /* "OK", "more", or a reason */
	const char *detail;
};

#define HEAD \
	"HEAD / HTTP/1.1\r\nHost: www.test.example\r\nUser-Agent: twinmap\r\n" \
	"Accept: */*\r\nConnection: close\r\n\r\n"

static const struct talk_case cases[] = {
	{ "HTTP", "http", "HTTP/1.1 200 OK\r\n", HEAD, OK, "HTTP 200" },
	{ "HTTP 1.0, no reason phrase", "http", "HTTP/1.0 404\n", HEAD, OK,
		"HTTP 404" },
	{ "HTTP over TLS", "https", "HTTP/1.1 503 Busy\r\n", HEAD, OK,
		"HTTP 503" },
	{ "HTTP without a status", "http", "HTTP/1.1 OK\r\n", HEAD,
		"other-answer", "HTTP/1.1 OK" },
	{ "HTTP with a status of four digits", "http", "HTTP/1.1 2000 OK\r\n",
		HEAD, "other-answer", "HTTP/1.1 2000 OK" },
	{ "HTTP version only", "http", "HTTP/1.1\r\n", HEAD, "other-answer",
		"HTTP/1.1" },
	{ "no HTTP", "http", "220 mx ESMTP\r\n", HEAD, "other-answer",
		"220 mx ESMTP" },
	{ "half a line of HTTP", "http", "HTTP/1.1 200", HEAD, "more", "" },
	{ "SMTP", "smtp", "220 mx ESMTP\r\n221 bye\r\n", "QUIT\r\n", OK,
		"220 mx ESMTP" },
	{ "SMTP, several lines", "smtp",
		"220-mx\r\n220-no spam\r\n220 ready\r\n221 bye\r\n", "QUIT\r\n",
		OK, "220 ready" },
	{ "SMTP that stays silent after QUIT", "smtp", "220 mx\r\n", "QUIT\r\n",
		"more", "220 mx" },
	{ "SMTP that says nonsense after QUIT", "smtp", "220 mx\r\nbye\r\n",
		"QUIT\r\n", OK, "220 mx" },
	{ "SMTP that takes nobody", "smtp", "554 go away\r\n", "",
		"other-answer", "554 go away" },
	{ "SMTP that takes nobody now", "smtp", "421 too many\r\n", "",
		"not now", "421 too many" },
	{ "a code cut short", "smtp", "22\r\n", "", "other-answer", "22" },
	{ "an empty line", "smtp", "\r\n", "", "other-answer", "" },
	{ "STARTTLS of SMTP", "smtp-starttls",
		"220 mx\r\n250-mx\r\n250 STARTTLS\r\n220 go\r\n",
		"EHLO twinmap.invalid\r\nSTARTTLS\r\n", OK, "220 go" },
	{ "SMTP without STARTTLS", "smtp-starttls",
		"220 mx\r\n250 mx\r\n502 what?\r\n",
		"EHLO twinmap.invalid\r\nSTARTTLS\r\n", "no-starttls",
		"502 what?" },
	{ "STARTTLS of SMTP, but not now", "smtp-starttls",
		"220 mx\r\n250 STARTTLS\r\n454 no\r\n",
		"EHLO twinmap.invalid\r\nSTARTTLS\r\n", "not now", "454 no" },
	{ "IMAP", "imap", "* OK ready\r\n* BYE\r\na OK bye\r\n", "a LOGOUT\r\n",
		OK, "* OK ready" },
	{ "IMAP that closes at once", "imap", "* BYE full\r\n", "",
		"other-answer", "* BYE full" },
	{ "STARTTLS of IMAP", "imap-starttls", "* OK\r\n* x\r\na OK go\r\n",
		"a STARTTLS\r\n", OK, "a OK go" },
	{ "IMAP without STARTTLS", "imap-starttls", "* OK\r\na BAD no\r\n",
		"a STARTTLS\r\n", "no-starttls", "a BAD no" },
	{ "SSH", "ssh", "SSH-2.0-test\r\n", "", OK, "SSH-2.0-test" },
	{ "SSH behind a warning", "ssh", "private\r\nSSH-2.0-test\n", "", OK,
		"SSH-2.0-test" },
	{ "control bytes are no detail", "ssh", "SSH-2.0-\033[2J\001x\n", "",
		OK, "SSH-2.0-[2Jx" },
};

static const struct turn *
first_turns(const struct talk *talk)
{
	return talk->plain != NULL ? talk->plain : talk->turns;
}

static const char *
ending(const struct dialogue *dialogue, enum talking talking)
{
	if (talking == TALKING_WRONG && dialogue->is_not_now)
		return "not now";
	if (talking == TALKING_WRONG)
		return dialogue->reason;
	return talking == TALKING_DONE ? OK : "more";
}

static void
check_talk(const struct talk_case *test, size_t piece)
{
	struct dialogue dialogue = { .host = "www.test.example" };
	const struct talk *talk = talk_find(test->talk);
	struct text said = { 0 };
	enum talking talking =
		dialogue_begin(&dialogue, talk, first_turns(talk), &said);
	size_t length = strlen(test->heard);

	for (size_t at = 0; at < length && talking == TALKING_ON; at += piece)
		talking = dialogue_hear(&dialogue, test->heard + at,
			piece < length - at ? piece : length - at, &said);
	if (strcmp(ending(&dialogue, talking), test->ending) != 0)
		fail_msg("%s: %s, not %s", test->name,
			ending(&dialogue, talking), test->ending);
	if (strcmp(dialogue.detail, test->detail) != 0)
		fail_msg("%s: detail '%s', not '%s'", test->name,
			dialogue.detail, test->detail);
	if (strcmp(said.bytes != NULL ? said.bytes : "", test->said) != 0)
		fail_msg("%s: said '%s'", test->name, said.bytes);
	text_free(&said);
}

static void
talks_as_expected(void **state)
{
	static const size_t pieces[] = { 1, 7, 4096 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		for (size_t k = 0; k < COUNT(pieces); k++)
			check_talk(&cases[i], pieces[k]);
}

/* Tells how many octets are taken of an endless repetition. */
static const char *
ending_of_endless(const char *name, const char *bytes, size_t *taken)
{
	struct dialogue dialogue = { .host = "www.test.example" };
	const struct talk *talk = talk_find(name);
	struct text said = { 0 };
	enum talking talking =
		dialogue_begin(&dialogue, talk, first_turns(talk), &said);

	for (*taken = 0; talking == TALKING_ON && *taken < 10 * HEARD_MOST;
		*taken += strlen(bytes))
		talking = dialogue_hear(&dialogue, bytes, strlen(bytes), &said);
	text_free(&said);
	return ending(&dialogue, talking);
}

static void
endless_answers_end(void **state)
{
	static const struct {
		const char *talk, *bytes;
	} endless[] = {
		{ "http", "HTTP/1.1 200 OK and on and on " },
		{ "smtp", "220-and on\r\n" },
		{ "ssh", "a warning\r\n" },
		{ "imap-starttls", "* OK\r\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(endless); i++) {
		size_t taken;

		assert_string_equal(ending_of_endless(endless[i].talk,
					    endless[i].bytes, &taken),
			"too-long");
		assert_in_range(taken, HEARD_MOST, HEARD_MOST + 64);
	}
}

static void
long_lines_are_cut(void **state)
{
	struct dialogue dialogue = { .host = "www.test.example" };
	const struct talk *talk = talk_find("ssh");
	struct text said = { 0 }, line = { 0 };

	(void)state;
	text_append(&line, "SSH-2.0-");
	while (line.length < 3 * LINE_MOST)
		text_append(&line, "\xc3\xa4"); /* two octets a letter */
	text_append(&line, "\n");
	dialogue_begin(&dialogue, talk, talk->turns, &said);
	assert_int_equal(
		dialogue_hear(&dialogue, line.bytes, line.length, &said),
		TALKING_DONE);
	assert_in_range(
		strlen(dialogue.detail), DETAIL_SIZE - 4, DETAIL_SIZE - 1);
	assert_int_equal(strlen(dialogue.detail) % 2, 0); /* whole letters */
	text_free(&line);
	text_free(&said);
}

static void
sip_is_complete(void **state)
{
	static const struct {
		const char *talk, *via;
	} transports[] = {
		{ "sip", "\r\nVia: SIP/2.0/TCP " },
		{ "sips", "\r\nVia: SIP/2.0/TLS " },
		{ "sip-udp", "\r\nVia: SIP/2.0/UDP " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(transports); i++) {
		struct dialogue dialogue = { .host = "sip.test.example" };
		const struct talk *talk = talk_find(transports[i].talk);
		struct text said = { 0 };

		dialogue_begin(&dialogue, talk, talk->turns, &said);
		assert_non_null(strstr(said.bytes,
			"OPTIONS sip:sip.test.example SIP/2.0\r\n"));
		assert_non_null(strstr(said.bytes, transports[i].via));
		assert_non_null(strstr(said.bytes, "\r\n\r\n"));
		assert_int_equal(
			dialogue_hear(&dialogue, "SIP/2.0 405 Not Allowed\r\n",
				25, &said),
			TALKING_DONE);
		assert_string_equal(dialogue.detail, "SIP 405");
		text_free(&said);
	}
}

static void
unknown_talks_are_none(void **state)
{
	(void)state;
	assert_null(talk_find("telnet"));
	assert_null(talk_find(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(talks_as_expected),
		cmocka_unit_test(endless_answers_end),
		cmocka_unit_test(long_lines_are_cut),
		cmocka_unit_test(sip_is_complete),
		cmocka_unit_test(unknown_talks_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

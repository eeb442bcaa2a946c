/* test_answers.c -- messages of DNS, figures of echo requests, errors of
 * sockets: what a probe makes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "echo.h"
#include "memory.h"
#include "message.h"
#include "records.h"
#include "worth.h"

/* Head of an answer with one question and so many records; the name "t.". */
#define HEAD(answers) "\0\1\x84\0\0\1\0" answers "\0\0\0\0"
#define NAME "\1t\0"
#define ASKED(type) NAME "\0" type "\0\1"
#define RECORD(type, length) "\xc0\x0c\0" type "\0\1\0\0\0\x3c\0" length

struct message_case {
	const char *name, *record;
	const char *bytes;
	size_t length;
	const char *complaint; /* NULL: good */
	const char *values; /* "value/number" by blanks, sorted */
};

#define MESSAGE(bytes) bytes, sizeof(bytes) - 1

static const struct message_case messages[] = {
	{ "A", "A",
		MESSAGE(HEAD("\2") ASKED("\1") RECORD("\1",
			"\4") "\xc0\0\2\2" RECORD("\1", "\4") "\xc0\0\2\1"),
		NULL, "192.0.2.1/-1 192.0.2.2/-1" },
	{ "AAAA", "AAAA",
		MESSAGE(HEAD("\1") ASKED("\x1c") RECORD("\x1c",
			"\x10") "\x20\1\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\1"),
		NULL, "2001:db8::1/-1" },
	{ "no record of the type", "AAAA", MESSAGE(HEAD("\0") ASKED("\x1c")),
		"nodata", "" },
	{ "an address cut short", "AAAA",
		MESSAGE(HEAD("\1") ASKED("\x1c")
				RECORD("\x1c", "\x10") "\x20\1\x0d\xb8"),
		"other-answer", "" },
	{ "MX", "MX",
		MESSAGE(HEAD("\1") ASKED("\x0f")
				RECORD("\x0f", "\7") "\0\x0a\2mx\xc0\x0c"),
		NULL, "mx.t/10" },
	{ "NS", "NS",
		MESSAGE(HEAD("\1") ASKED("\2")
				RECORD("\2", "\5") "\2ns\xc0\x0c"),
		NULL, "ns.t/-1" },
	{ "PTR", "PTR",
		MESSAGE(HEAD("\1") ASKED("\x0c")
				RECORD("\x0c", "\6") "\3www\xc0\x0c"),
		NULL, "www.t/-1" },
	{ "SRV", "SRV",
		MESSAGE(HEAD("\1") ASKED("\x21") RECORD(
			"\x21", "\x0c") "\0\1\0\2\x13\xc4\3sip\xc0\x0c"),
		NULL, "sip.t/5060" },
	{ "SOA", "SOA",
		MESSAGE(HEAD("\1") ASKED("\6") RECORD(
			"\6", "\x1b") "\2ns\xc0\x0c\xc0\x0c\0\0\0\7\0\0\0\1\0\0"
				      "\0\1\0\0\0\1"
				      "\0\0\0\1"),
		NULL, "ns.t/7" },
	{ "a name that points to itself", "NS",
		MESSAGE(HEAD("\1") ASKED("\2") RECORD("\2", "\2") "\xc0\x1f"),
		"other-answer", "" },
	{ "nothing", "A", "", 0, "other-answer", "" },
	{ "half a head", "A", MESSAGE("\0\1\x84\0\0\1"), "other-answer", "" },
};

static void
messages_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(messages); i++) {
		const struct message_case *test = &messages[i];
		unsigned char *bytes = memory_zeroed(test->length + 1);
		struct records records = { 0 };
		struct text values = { 0 };
		struct message message = { bytes, test->length };
		const char *complaint;

		memcpy(bytes, test->bytes, test->length);
		complaint = message_read(&records, test->record, &message);
		records_sort(&records);
		for (size_t k = 0; k < records.count; k++)
			text_format(&values, "%s%s/%d", k > 0 ? " " : "",
				records.list[k].value,
				(int)records.list[k].number);
		if (strcmp(complaint != NULL ? complaint : "",
			    test->complaint != NULL ? test->complaint : "") !=
			0)
			fail_msg("%s: %s", test->name, complaint);
		if (strcmp(values.bytes != NULL ? values.bytes : "",
			    test->values) != 0)
			fail_msg("%s: %s", test->name, values.bytes);
		text_free(&values);
		records_free(&records);
		free(bytes);
	}
}

/* Answers for AAAA, by the flags of their heads (RFC 1035, 4.1.1): AA is
 * \4, TC \2, RD \1 of the first octet; RA \x80 of the second, then the code. */
#define FLAGS(flags, answers) "\0\1" flags "\0\1\0" answers "\0\0\0\0"
#define ADDRESS RECORD("\x1c", "\x10") "\x20\1\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\1"
#define ALIAS RECORD("\5", "\4") "\1c\xc0\x0c"

static const struct {
	const char *name;
	const char *bytes;
	size_t length;
	const char *verdicts; /* of a resolver, a server, a service */
	const char *reason; /* of a resolver */
} worths[] = {
	{ "an address", MESSAGE(FLAGS("\x81\x80", "\1") ASKED("\x1c") ADDRESS),
		"TTT", NULL },
	{ "an alias and its address",
		MESSAGE(FLAGS("\x81\x80", "\2") ASKED("\x1c") ALIAS ADDRESS),
		"TTT", NULL },
	{ "an alias that leads to no address",
		MESSAGE(FLAGS("\x81\x80", "\1") ASKED("\x1c") ALIAS), "FFT",
		"nodata" },
	{ "an alias that was not followed",
		MESSAGE(FLAGS("\x84\0", "\1") ASKED("\x1c") ALIAS), "UFT",
		"refused" },
	{ "none, as the zone says",
		MESSAGE(FLAGS("\x84\0", "\0") ASKED("\x1c")), "FFT", "nodata" },
	{ "none, as a resolver found",
		MESSAGE(FLAGS("\x81\x80", "\0") ASKED("\x1c")), "FFT",
		"nodata" },
	{ "a referral", MESSAGE(FLAGS("\x80\0", "\0") ASKED("\x1c")), "UFT",
		"refused" },
	{ "no such name", MESSAGE(FLAGS("\x81\x83", "\0") ASKED("\x1c")), "FFT",
		"nxdomain" },
	{ "cut short", MESSAGE(FLAGS("\x86\0", "\0") ASKED("\x1c")), "UUU",
		"truncated" },
	{ "a failure", MESSAGE(FLAGS("\x81\x82", "\0") ASKED("\x1c")), "UUU",
		"servfail" },
	{ "not implemented", MESSAGE(FLAGS("\x81\x84", "\0") ASKED("\x1c")),
		"UFU", "not-implemented" },
	{ "refused", MESSAGE(FLAGS("\x81\x85", "\0") ASKED("\x1c")), "UFU",
		"refused" },
	{ "not understood", MESSAGE(FLAGS("\x81\x81", "\0") ASKED("\x1c")),
		"UFF", "other-answer" },
	{ "no message", MESSAGE("HTTP/1.1 400 Bad Request\r\n"), "UFF",
		"other-answer" },
};

static void
answers_are_weighed(void **state)
{
	static const char words[] = { [VERDICT_UNKNOWN] = 'U',
		[VERDICT_FALSE] = 'F',
		[VERDICT_TRUE] = 'T' };

	(void)state;
	for (size_t i = 0; i < COUNT(worths); i++)
		for (int asked = 0; asked < ASKED_COUNT; asked++) {
			struct records records = { 0 };
			const struct message message = {
				(const unsigned char *)worths[i].bytes,
				worths[i].length
			};
			struct answer answer =
				worth_of_message((enum asked_one)asked,
					&records, "AAAA", &message);
			const char *reason = answer.reason;

			records_free(&records);
			if (words[answer.verdict] != worths[i].verdicts[asked])
				fail_msg("%s, asked %d: %c", worths[i].name,
					asked, words[answer.verdict]);
			if (asked == ASKED_RESOLVER &&
				reason != worths[i].reason)
				assert_string_equal(reason, worths[i].reason);
		}
}

static void
many_addresses_are_cut(void **state)
{
	static const char head[] = FLAGS("\x81\x80", "\xc8") ASKED("\1");
	static const char record[] = RECORD("\1", "\4") "\xc0\0\2\1";
	enum { HEAD_LENGTH = sizeof(head) - 1, LENGTH = sizeof(record) - 1 };
	unsigned char bytes[HEAD_LENGTH + 200 * LENGTH];
	const struct message message = { bytes, sizeof(bytes) };
	struct records records = { 0 };

	(void)state;
	memcpy(bytes, head, HEAD_LENGTH);
	for (size_t i = 0; i < 200; i++)
		memcpy(bytes + HEAD_LENGTH + i * LENGTH, record, LENGTH);
	assert_null(message_read(&records, "A", &message));
	assert_int_equal(records.count, 64);
	records_free(&records);
}

static void
addresses_have_names(void **state)
{
	static const struct {
		const char *address, *name;
	} names[] = {
		{ "192.0.2.1", "1.2.0.192.in-addr.arpa" },
		{ "2001:db8::a5",
			"5.a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0."
			"8.b.d.0.1.0.0.2.ip6.arpa" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct ip_address ip;
		char *name;

		assert_int_equal(ip_parse(names[i].address, &ip), 0);
		name = reverse_name(&ip);
		assert_string_equal(name, names[i].name);
		free(name);
	}
}

static void
echoes_are_measured(void **state)
{
	static const struct {
		const char *name;
		int64_t times[5];
		int count, received;
		int64_t median, jitter;
	} echoes[] = {
		{ "none", { -1, -1, -1 }, 3, 0, -1, -1 },
		{ "one of three", { -1, 500, -1 }, 3, 1, 500, -1 },
		{ "even", { 100, 300 }, 2, 2, 200, 200 },
		{ "odd", { 300, 100, 200 }, 3, 3, 200, 150 },
		{ "a loss between", { 100, -1, 130, 120 }, 4, 3, 120, 20 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(echoes); i++) {
		struct echo_figures figures;

		echo_measure(echoes[i].times, echoes[i].count, &figures);
		if (figures.sent != echoes[i].count ||
			figures.received != echoes[i].received ||
			figures.median_us != echoes[i].median ||
			figures.jitter_us != echoes[i].jitter)
			fail_msg("%s: %d of %d, median %d, jitter %d",
				echoes[i].name, figures.received, figures.sent,
				(int)figures.median_us, (int)figures.jitter_us);
	}
}

static void
errors_have_meanings(void **state)
{
	static const struct {
		int error;
		enum verdict verdict;
		const char *reason;
	} errors[] = {
		{ ECONNREFUSED, VERDICT_FALSE, "refused" },
		{ ECONNRESET, VERDICT_FALSE, "closed" },
		{ ETIMEDOUT, VERDICT_UNKNOWN, "no-answer" },
		{ ENETUNREACH, VERDICT_UNKNOWN, "unreachable" },
		{ EHOSTUNREACH, VERDICT_UNKNOWN, "unreachable" },
		{ EMFILE, VERDICT_UNKNOWN, "not-attempted" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(errors); i++) {
		struct answer answer = answer_of_error(errors[i].error);

		assert_int_equal(answer.verdict, errors[i].verdict);
		assert_string_equal(answer.reason, errors[i].reason);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(messages_are_read),
		cmocka_unit_test(answers_are_weighed),
		cmocka_unit_test(many_addresses_are_cut),
		cmocka_unit_test(addresses_have_names),
		cmocka_unit_test(echoes_are_measured),
		cmocka_unit_test(errors_have_meanings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

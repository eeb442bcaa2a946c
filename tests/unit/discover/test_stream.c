/* test_stream.c -- talks with servers that are late, busy, deaf or something
 * else than they should be, over both families. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loop.h"
#include "memory.h"
#include "sockaddr.h"
#include "stream.h"

enum { TIMEOUT_MS = 300, GREETING_MS = 2 * TIMEOUT_MS, LONG = 100 * 1024 };

struct server_case {
	const char *name, *talk;
	const char *says;
	size_t length; /* of what it says; 0: of a text */
	int waits_ms;
	int deaf; /* to so many datagrams; -1: to all */
	enum verdict verdict;
	const char *reason;
};

static char long_line[LONG];

static const struct server_case cases[] = {
	{ "a greeting", "smtp", "220 mx\r\n", .verdict = VERDICT_TRUE },
	{ "a late greeting", "smtp", "220 mx\r\n", .waits_ms = GREETING_MS,
		.verdict = VERDICT_TRUE },
	{ "no greeting", "smtp", "", .waits_ms = 8 * TIMEOUT_MS,
		.reason = "no-answer" },
	{ "half a greeting", "smtp", "220", .waits_ms = -1,
		.reason = "no-answer" },
	{ "an answer that comes too late", "http", "HTTP/1.1 200 OK\r\n",
		.waits_ms = GREETING_MS, .reason = "no-answer" },
	{ "busy", "smtp", "421 later\r\n", .reason = "other-answer" },
	{ "takes nobody", "smtp", "554 no\r\n", .verdict = VERDICT_FALSE,
		.reason = "other-answer" },
	{ "closes", "smtp", "", .verdict = VERDICT_FALSE, .reason = "closed" },
	{ "octets of any kind", "smtp", "\0\xff\xfe\x80\n", 5,
		.verdict = VERDICT_FALSE, .reason = "other-answer" },
	{ "a line without an end", "ssh", long_line, LONG,
		.verdict = VERDICT_FALSE, .reason = "too-long" },
	{ "leads elsewhere", "http", "HTTP/1.1 301 Moved\r\nLocation: x\r\n",
		.verdict = VERDICT_TRUE },
	{ "no TLS", "tls", "HTTP/1.1 400 Bad\r\n", .verdict = VERDICT_FALSE,
		.reason = "no-tls" },
	{ "an alert: no such name", "tls", "\x15\3\3\0\2\2\x70", 7,
		.verdict = VERDICT_FALSE, .reason = "no-tls" },
	{ "STARTTLS is not offered", "smtp-starttls",
		"220 mx\r\n250 mx\r\n502 what\r\n", .verdict = VERDICT_FALSE,
		.reason = "no-starttls" },
	{ "a datagram", "sip-udp", "SIP/2.0 200 OK\r\n",
		.verdict = VERDICT_TRUE },
	{ "a datagram was lost", "sip-udp", "SIP/2.0 404 No\r\n", .deaf = 1,
		.verdict = VERDICT_TRUE },
	{ "all datagrams were lost", "sip-udp", "", .deaf = -1,
		.reason = "no-answer" },
};

static bool
is_datagram(const struct server_case *test)
{
	return strcmp(test->talk, "sip-udp") == 0;
}

static size_t
length_of(const struct server_case *test)
{
	return test->length != 0 ? test->length : strlen(test->says);
}

static void
wait_ms(int milliseconds)
{
	poll(NULL, 0, milliseconds >= 0 ? milliseconds : 8 * TIMEOUT_MS);
}

static void
serve_stream(const struct server_case *test, int listener)
{
	int guest = accept(listener, NULL, NULL);
	char bytes[4096];
	ssize_t sent;

	if (test->waits_ms > 0)
		wait_ms(test->waits_ms);
	sent = send(guest, test->says, length_of(test), MSG_NOSIGNAL);
	if (test->waits_ms < 0)
		wait_ms(test->waits_ms);
	shutdown(guest, SHUT_WR);
	while (sent >= 0 && read(guest, bytes, sizeof(bytes)) > 0)
		;
	close(guest);
}

static void
serve_datagrams(const struct server_case *test, int socket)
{
	for (int heard = 0;; heard++) {
		union any_address from;
		socklen_t size = sizeof(from);
		char bytes[2048];

		if (recvfrom(socket, bytes, sizeof(bytes), 0, &from.any,
			    &size) > 0 &&
			test->deaf >= 0 && heard >= test->deaf)
			sendto(socket, test->says, length_of(test), 0,
				&from.any, size);
	}
}

/* The server is a process of its own. */
static pid_t
serve(const struct server_case *test, int socket)
{
	pid_t child = fork();

	if (child != 0)
		return child;
	alarm(10);
	if (is_datagram(test))
		serve_datagrams(test, socket);
	else
		serve_stream(test, socket);
	_exit(0);
}

/* A socket with a port of its own, which the question is for. */
static int
open_socket(const struct server_case *test, struct question *question)
{
	union any_address address;
	socklen_t size;
	int descriptor;

	any_address_fill(&address, &question->ip, 0);
	size = any_address_size(&address);
	descriptor = socket(address.any.sa_family,
		is_datagram(test) ? SOCK_DGRAM : SOCK_STREAM, 0);
	assert_int_equal(bind(descriptor, &address.any, size), 0);
	if (!is_datagram(test))
		assert_int_equal(listen(descriptor, 1), 0);
	size = sizeof(address);
	assert_int_equal(getsockname(descriptor, &address.any, &size), 0);
	any_address_read(&address, &question->ip, &question->port);
	return descriptor;
}

static void
answered(void *context, const struct question *question,
	const struct answer *answer)
{
	const struct server_case *test = context;
	const char *reason = answer->reason != NULL ? answer->reason : "-";
	const char *expected = test->reason != NULL ? test->reason : "-";

	if (answer->verdict != test->verdict || strcmp(reason, expected) != 0)
		fail_msg("%s, IPv%d: %d %s, not %d %s", test->name,
			question->ip.family, answer->verdict, reason,
			test->verdict, expected);
}

static bool
never(void)
{
	return false;
}

static void
ask_server(const struct server_case *test, const char *address)
{
	struct question question = { .talk = test->talk, .name = "t.example" };
	struct asking asking = { .loop = loop_create(),
		.timeout_ms = TIMEOUT_MS,
		.answered = answered,
		.context = (void *)(uintptr_t)test };
	int descriptor;
	pid_t server;

	assert_int_equal(ip_parse(address, &question.ip), 0);
	descriptor = open_socket(test, &question);
	server = serve(test, descriptor);
	(is_datagram(test) ? datagram_ask : stream_ask)(&asking, &question);
	assert_int_equal(loop_run(asking.loop, never), 0);
	kill(server, SIGKILL);
	waitpid(server, NULL, 0);
	close(descriptor);
	loop_free(asking.loop);
}

static void
servers_are_understood(void **state)
{
	(void)state;
	memset(long_line, 'x', sizeof(long_line));
	for (size_t i = 0; i < COUNT(cases); i++) {
		ask_server(&cases[i], "127.0.0.1");
		ask_server(&cases[i], "::1");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(servers_are_understood),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_http.c -- answers at once, answers that come later, and the end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "http.h"
#include "listen.h"

enum { ANSWER_SIZE = 4096, PATIENCE_SECONDS = 10 };

struct stage {
	struct listeners listeners;
	int curtain[2]; /* a byte: "ask again"; closed: the end */
	bool is_ready;
	int64_t longest_wait_ms;
};

static void
answer(void *context, const struct http_request *request,
	struct http_answer *answer)
{
	const struct stage *stage = context;

	answer->status = 200;
	if (strcmp(request->path, "/never") == 0 ||
		(strcmp(request->path, "/later") == 0 && !stage->is_ready))
		answer->later = true;
	if (request->gives_up)
		answer->status = 503;
	if (!answer->later || request->gives_up)
		text_format(&answer->body, "%s of %s", request->path,
			request->method);
}

static enum http_event
hear(void *context)
{
	struct stage *stage = context;
	char byte;

	if (read(stage->curtain[0], &byte, 1) != 1)
		return HTTP_STOP;
	stage->is_ready = byte == '!';
	return HTTP_ASK_AGAIN;
}

static _Noreturn void
play(struct stage *stage)
{
	const struct proxies proxies = { 0 };
	const struct http_watch watch = { stage->curtain[0], hear, stage };
	struct refusals refusals = { 0 };
	const struct http_settings settings = {
		.handler = { answer, stage },
		.sockets = stage->listeners.sockets,
		.socket_count = stage->listeners.count,
		.watches = &watch,
		.watch_count = 1,
		.proxies = &proxies,
		.refusals = &refusals,
		.longest_wait_ms = stage->longest_wait_ms,
	};
	struct http_server *server;
	int result = -1;

	alarm(PATIENCE_SECONDS);
	signal(SIGPIPE, SIG_IGN);
	close(stage->curtain[1]);
	server = http_create(&settings);
	if (server != NULL)
		result = http_run(server);
	http_free(server);
	_exit(result == 0 ? 0 : 1);
}

static pid_t
raise_curtain(struct stage *stage)
{
	pid_t child;

	assert_int_equal(listeners_open(&stage->listeners), 0);
	assert_int_equal(pipe(stage->curtain), 0);
	child = fork();
	if (child == 0)
		play(stage);
	close(stage->curtain[0]);
	return child;
}

/* On the socket of the index-th listener: IPv6, then IPv4. */
static int
ask(const struct stage *stage, size_t index, const char *path)
{
	struct sockaddr_storage address;
	socklen_t length = sizeof(address);
	const struct timeval patience = { .tv_sec = PATIENCE_SECONDS };
	int fd;

	getsockname(stage->listeners.sockets[index],
		(struct sockaddr *)&address, &length);
	fd = socket(address.ss_family, SOCK_STREAM, 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	assert_int_equal(connect(fd, (struct sockaddr *)&address, length), 0);
	dprintf(fd, "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
		path);
	return fd;
}

static void
hears(int fd, const char *status, const char *body)
{
	char text[ANSWER_SIZE] = "";
	size_t length = 0;
	ssize_t got;

	while ((got = read(fd, text + length, sizeof(text) - 1 - length)) > 0)
		length += (size_t)got;
	close(fd);
	if (strncmp(text, status, strlen(status)) != 0 ||
		strstr(text, body) == NULL)
		fail_msg("%s", text);
}

static void
is_silent(int fd)
{
	char byte;

	usleep(100000);
	assert_int_equal(recv(fd, &byte, 1, MSG_DONTWAIT), -1);
}

static void
some_answers_come_later(void **state)
{
	struct stage stage = { 0 };
	pid_t child = raise_curtain(&stage);
	int never = ask(&stage, 0, "/never");
	int gone = ask(&stage, 0, "/later");
	int status;

	(void)state;
	for (size_t i = 0; i < stage.listeners.count; i++) {
		int later = ask(&stage, i, "/later");

		is_silent(later);
		hears(ask(&stage, i, "/now"), "HTTP/1.1 200", "/now of GET");
		assert_int_equal(write(stage.curtain[1], "?", 1), 1);
		is_silent(later);
		if (i == 0)
			close(gone); /* whoever does not wait does no harm */
		assert_int_equal(write(stage.curtain[1], "!", 1), 1);
		hears(later, "HTTP/1.1 200", "/later of GET");
		assert_int_equal(write(stage.curtain[1], "?", 1), 1);
		usleep(50000);
	}
	close(stage.curtain[1]);
	hears(never, "HTTP/1.1 503", "/never of GET");
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	listeners_close(&stage.listeners);
}

static void
who_waits_too_long_gives_up(void **state)
{
	struct stage stage = { .longest_wait_ms = 300 };
	pid_t child = raise_curtain(&stage);
	int never = ask(&stage, 0, "/never");
	int later = ask(&stage, 0, "/later");
	int status;

	(void)state;
	is_silent(never);
	assert_int_equal(write(stage.curtain[1], "!", 1), 1);
	hears(later, "HTTP/1.1 200", "/later of GET");
	is_silent(never); /* it was asked, and can wait a little longer */
	hears(never, "HTTP/1.1 503", "/never of GET");
	close(stage.curtain[1]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	listeners_close(&stage.listeners);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(some_answers_come_later),
		cmocka_unit_test(who_waits_too_long_gives_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

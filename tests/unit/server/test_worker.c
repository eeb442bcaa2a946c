/* test_worker.c -- jobs that end well, badly, late, or take too much. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lockdown.h"
#include "memory.h"
#include "worker_parts.h"

enum { PATIENCE_MS = 10000, GREED = 512 << 20 };

/* No limit of memory holds for the sanitizers. */
#ifdef __SANITIZE_ADDRESS__
enum { GREEDY_RESULT = WORKER_DONE };
#else
enum { GREEDY_RESULT = WORKER_FAILED };
#endif

static int
work_well(const char *request, int file)
{
	return write(file, request, strlen(request)) == (ssize_t)strlen(request)
		? 0
		: -1;
}

static int
take_too_much(void)
{
	char *memory = malloc(GREED);

	if (memory == NULL)
		return -1;
	memset(memory, 1, GREED);
	free(memory);
	return 0;
}

static int
work(void *context, const char *request, int file)
{
	(void)context;
	if (strcmp(request, "die") == 0)
		raise(SIGKILL);
	if (strcmp(request, "sleep") == 0)
		sleep(30);
	if (strcmp(request, "greedy") == 0 && take_too_much() != 0)
		return -1;
	if (strcmp(request, "refuse") == 0)
		return -1;
	if (strcmp(request, "call home") == 0)
		return socket(AF_INET6, SOCK_STREAM, 0) < 0 ? -1 : 0;
	if (strcmp(request, "mount") == 0)
		return mount("none", "/tmp", "tmpfs", 0, NULL);
	if (strcmp(request, "change") == 0)
		return open("/usr/changed", O_WRONLY | O_CREAT, 0600);
	return work_well(request, file);
}

static struct worker_answer
next_answer(struct worker *worker)
{
	struct pollfd readable = { worker_descriptor(worker), POLLIN, 0 };
	struct worker_answer answer;

	assert_int_equal(poll(&readable, 1, PATIENCE_MS), 1);
	assert_true(worker_hear(worker, &answer));
	return answer;
}

static void
check_file(const char *expected, int file)
{
	char text[WORKER_REQUEST_SIZE] = "";

	assert_true(read(file, text, sizeof(text) - 1) >= 0);
	assert_string_equal(text, expected);
	close(file);
}

static void
jobs_end_one_by_one(void **state)
{
	static const struct {
		const char *request;
		enum worker_result result;
	} cases[] = {
		{ "first", WORKER_DONE },
		{ "die", WORKER_FAILED },
		{ "after one that died", WORKER_DONE },
		{ "sleep", WORKER_TOO_SLOW },
		{ "refuse", WORKER_FAILED },
		{ "greedy", (enum worker_result)GREEDY_RESULT },
		{ "call home", WORKER_FAILED },
		{ "mount", WORKER_FAILED },
		{ "change", WORKER_FAILED },
		{ "last", WORKER_DONE },
	};
	const struct lockdown lockdown = {
		.who = "the worker", .readable = { "/usr" }, .readable_count = 1
	};
	const struct worker_rules rules = { .work = work,
		.seconds = 1,
		.memory = GREED / 2,
		.lockdown = &lockdown };
	struct worker *worker = worker_start(&rules);

	(void)state;
	assert_non_null(worker);
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(worker_ask(worker, cases[i].request), i + 1);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct worker_answer answer = next_answer(worker);

		assert_int_equal(answer.job, i + 1);
		if (answer.result != cases[i].result)
			fail_msg("%s: %d", cases[i].request, answer.result);
		if (answer.result == WORKER_DONE)
			check_file(cases[i].request, answer.file);
		else
			assert_int_equal(answer.file, -1);
	}
	worker_free(worker);
}

static void
too_much_is_refused(void **state)
{
	const struct worker_rules rules = {
		.work = work, .seconds = 5, .memory = GREED
	};
	struct worker *worker = worker_start(&rules);
	char request[WORKER_REQUEST_SIZE + 1];
	struct worker_answer answer;

	(void)state;
	assert_non_null(worker);
	memset(request, 'x', WORKER_REQUEST_SIZE);
	request[WORKER_REQUEST_SIZE] = '\0';
	assert_int_equal(worker_ask(worker, request), 0);
	assert_false(worker_hear(worker, &answer));
	for (int i = 0; i < WORKER_QUEUE; i++)
		assert_int_not_equal(worker_ask(worker, "x"), 0);
	assert_int_equal(worker_ask(worker, "x"), 0);
	for (int i = 0; i < WORKER_QUEUE; i++)
		check_file("x", next_answer(worker).file);
	assert_int_not_equal(worker_ask(worker, "x"), 0);
	check_file("x", next_answer(worker).file);
	worker_free(worker);
}

/* What a worker that somebody has taken over may send. */
struct forgery {
	const char *name;
	int result;
	int files;
	size_t length;
	enum worker_result expected;
};

static void
forge(int socket, const struct forgery *forgery)
{
	struct worker_answer answer = { 1, WORKER_DONE, 7 };
	union {
		struct cmsghdr head;
		char bytes[CMSG_SPACE(2 * sizeof(int))];
	} envelope = { .bytes = "" };
	struct iovec place = { &answer, forgery->length };
	struct msghdr message = { .msg_iov = &place, .msg_iovlen = 1 };
	const int files[] = { STDIN_FILENO, STDIN_FILENO };
	size_t length = (size_t)forgery->files * sizeof(int);

	memcpy(&answer.result, &forgery->result, sizeof(forgery->result));
	if (forgery->files > 0) {
		message.msg_control = envelope.bytes;
		message.msg_controllen = CMSG_SPACE(length);
		envelope.head.cmsg_level = SOL_SOCKET;
		envelope.head.cmsg_type = SCM_RIGHTS;
		envelope.head.cmsg_len = CMSG_LEN(length);
		memcpy(CMSG_DATA(&envelope.head), files, length);
	}
	assert_int_equal(sendmsg(socket, &message, 0), forgery->length);
}

/* The lowest one that is free. */
static int
next_descriptor(void)
{
	int file = dup(STDIN_FILENO);

	close(file);
	return file;
}

static void
forgeries_are_failures(void **state)
{
	enum { WHOLE = sizeof(struct worker_answer) };
	static const struct forgery cases[] = {
		{ "honest", WORKER_DONE, 1, WHOLE, WORKER_DONE },
		{ "honest failure", WORKER_FAILED, 0, WHOLE, WORKER_FAILED },
		{ "honest lateness", WORKER_TOO_SLOW, 0, WHOLE,
			WORKER_TOO_SLOW },
		{ "two files", WORKER_DONE, 2, WHOLE, WORKER_DONE },
		{ "done without a file", WORKER_DONE, 0, WHOLE, WORKER_FAILED },
		{ "failed with a file", WORKER_FAILED, 1, WHOLE,
			WORKER_FAILED },
		{ "no result of ours", WORKER_RESULTS, 1, WHOLE,
			WORKER_FAILED },
		{ "below all results", -1, 0, WHOLE, WORKER_FAILED },
		{ "cut short", WORKER_DONE, 1, 8, WORKER_FAILED },
	};
	int pair[2], free_before;
	bool is_gone;

	(void)state;
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair), 0);
	free_before = next_descriptor();
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct worker_answer answer = { .file = -1 };

		forge(pair[1], &cases[i]);
		assert_int_equal(worker_receive(pair[0], &answer, &is_gone), 0);
		if (answer.result != cases[i].expected)
			fail_msg("%s: %d", cases[i].name, answer.result);
		assert_int_equal(
			answer.file >= 0, cases[i].expected == WORKER_DONE);
		if (answer.file >= 0)
			close(answer.file);
		if (next_descriptor() != free_before)
			fail_msg("%s: a file stays open", cases[i].name);
	}
	close(pair[0]);
	close(pair[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(jobs_end_one_by_one),
		cmocka_unit_test(too_much_is_refused),
		cmocka_unit_test(forgeries_are_failures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

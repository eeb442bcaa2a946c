/* test_desk.c -- answers that come later, are kept, fail, or never come. */
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
#include <sys/mman.h>
#include <unistd.h>

#include "desk.h"
#include "memory.h"

enum { PATIENCE_MS = 10000, KEPT = 4, KEPT_BYTES = 100000 };

/* Of any kind of the table: what it does is the test's. */
#define JOB "api-file "

struct fixture {
	char folder[64];
	struct catalogue *catalogue;
	struct worker *worker;
	struct desk *desk;
	int *done; /* jobs, counted in the worker's children */
};

static int
print_answer(const char *job, FILE *answer)
{
	if (strstr(job, "headless") != NULL)
		return fputs("nothing", answer);
	fputs("200 text/plain\tLink: <x>\n", answer);
	for (int i = 0; strstr(job, "large") != NULL && i < KEPT_BYTES / 2; i++)
		fputc(rand() & 0xff, answer);
	return fprintf(answer, "%s\n", job);
}

static int
work(void *context, const char *job, int file)
{
	int *done = context;
	FILE *answer = fdopen(dup(file), "w");

	++*done;
	if (strstr(job, "sleep") != NULL)
		sleep(PATIENCE_MS);
	if (strstr(job, "refuse") != NULL || answer == NULL)
		return -1;
	print_answer(job, answer);
	fclose(answer);
	return parcel_wrap(file);
}

static int
open_desk(void **state)
{
	struct fixture *fixture = memory_zeroed(sizeof(*fixture));
	struct worker_rules rules = {
		.work = work, .seconds = 1, .memory = 1 << 30
	};
	struct desk_settings settings = {
		.most_bytes = KEPT_BYTES,
		.most_answers = KEPT,
	};

	strcpy(fixture->folder, "/tmp/test-desk-XXXXXX");
	assert_non_null(mkdtemp(fixture->folder));
	fixture->done = mmap(NULL, sizeof(int), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	rules.context = fixture->done;
	fixture->catalogue = catalogue_open(fixture->folder);
	fixture->worker = worker_start(&rules);
	settings.catalogue = fixture->catalogue;
	settings.workers[WORKER_QUICK] = fixture->worker;
	settings.workers[WORKER_SLOW] = fixture->worker;
	fixture->desk = desk_open(&settings);
	*state = fixture;
	return 0;
}

static int
close_desk(void **state)
{
	struct fixture *fixture = *state;

	desk_close(fixture->desk);
	worker_free(fixture->worker);
	catalogue_close(fixture->catalogue);
	munmap(fixture->done, sizeof(int));
	rmdir(fixture->folder);
	free(fixture);
	return 0;
}

/* Until a worker has answered. */
static void
hear(struct fixture *fixture)
{
	struct http_watch watch = desk_watch(fixture->desk, WORKER_QUICK);
	struct pollfd readable = { watch.descriptor, POLLIN, 0 };

	assert_int_equal(poll(&readable, 1, PATIENCE_MS), 1);
	watch.readable(watch.context);
}

static enum desk_state
ask(struct fixture *fixture, const char *job)
{
	const struct parcel *parcel;

	return desk_take(fixture->desk, job, &parcel);
}

static enum desk_state
ask_and_wait(struct fixture *fixture, const char *job)
{
	enum desk_state state = ask(fixture, job);

	while (state == DESK_LATER) {
		hear(fixture);
		state = ask(fixture, job);
	}
	return state;
}

static void
several_wait_for_one_job(void **state)
{
	struct fixture *fixture = *state;
	const struct parcel *parcel;
	char body[64] = "";

	for (int i = 0; i < 3; i++)
		assert_int_equal(ask(fixture, JOB "first"), DESK_LATER);
	assert_int_equal(ask_and_wait(fixture, JOB "first"), DESK_READY);
	assert_int_equal(
		desk_take(fixture->desk, JOB "first", &parcel), DESK_READY);
	assert_int_equal(*fixture->done, 1);
	assert_int_equal(parcel->status, 200);
	assert_string_equal(parcel_field(parcel, 0), "text/plain");
	assert_string_equal(parcel_field(parcel, 1), "Link: <x>");
	assert_null(parcel_field(parcel, 2));
	assert_int_equal(pread(parcel->file, body, (size_t)parcel->length,
				 (off_t)parcel->offset),
		parcel->length);
	assert_string_equal(body, JOB "first\n");
}

static void
what_fails_is_not_tried_at_once(void **state)
{
	static const struct {
		const char *job;
		enum desk_state state;
		int done;
	} cases[] = {
		{ JOB "refuse", DESK_FAILED, 1 },
		{ JOB "headless", DESK_FAILED, 1 },
		{ JOB "sleep", DESK_TOO_SLOW, 1 },
		{ "no-such-kind x", DESK_FAILED, 0 },
		{ JOB "well", DESK_READY, 1 },
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT(cases); i++) {
		*fixture->done = 0;
		for (int again = 0; again < 2; again++)
			assert_int_equal(ask_and_wait(fixture, cases[i].job),
				cases[i].state);
		assert_int_equal(*fixture->done, cases[i].done);
	}
}

static void
too_long_a_job_is_refused(void **state)
{
	char job[WORKER_REQUEST_SIZE + 1] = JOB;

	memset(job + strlen(JOB), 'x', sizeof(job) - strlen(JOB) - 1);
	assert_int_equal(ask(*state, job), DESK_FAILED);
}

static void
those_asked_for_last_are_kept(void **state)
{
	static const char *const jobs[] = { JOB "a", JOB "b", JOB "c",
		JOB "d" };
	struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT(jobs); i++)
		assert_int_equal(ask_and_wait(fixture, jobs[i]), DESK_READY);
	assert_int_equal(ask(fixture, jobs[0]), DESK_READY);
	assert_int_equal(ask_and_wait(fixture, JOB "e"), DESK_READY);
	assert_int_equal(ask(fixture, jobs[0]), DESK_READY);
	assert_int_equal(desk_answers_kept(fixture->desk), KEPT);
	assert_int_equal(ask(fixture, jobs[1]), DESK_LATER); /* the oldest */
	hear(fixture);
}

static void
large_ones_go_first(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(ask_and_wait(fixture, JOB "large 1"), DESK_READY);
	assert_int_equal(ask_and_wait(fixture, JOB "small"), DESK_READY);
	assert_int_equal(ask_and_wait(fixture, JOB "large 2"), DESK_READY);
	assert_true(desk_bytes_kept(fixture->desk) <= KEPT_BYTES);
	assert_int_equal(ask(fixture, JOB "large 2"), DESK_READY);
	assert_int_equal(ask(fixture, JOB "large 1"), DESK_LATER);
	hear(fixture);
}

static void
more_than_wait_are_sent_away(void **state)
{
	static const char *const jobs[] = { JOB "1", JOB "2", JOB "3",
		JOB "4" };
	struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT(jobs); i++)
		assert_int_equal(ask(fixture, jobs[i]), DESK_LATER);
	assert_int_equal(ask(fixture, JOB "5"), DESK_FULL);
	for (size_t i = 0; i < COUNT(jobs); i++)
		assert_int_equal(ask_and_wait(fixture, jobs[i]), DESK_READY);
	assert_int_equal(ask_and_wait(fixture, JOB "5"), DESK_READY);
}

/* ------------------------------------------------------- the envelope -- */

static int
file_of(const char *bytes, size_t length)
{
	int file = memfd_create("test", MFD_CLOEXEC);

	assert_int_equal(write(file, bytes, length), length);
	return file;
}

static void
answers_without_a_first_line_are_none(void **state)
{
	static const struct {
		const char *name;
		const char *answer;
		int wrapped, opened;
	} cases[] = {
		{ "as it should be", "200 text/html\n<p>x</p>", 0, 0 },
		{ "without a body", "404 text/html\n", 0, 0 },
		{ "no line", "200 text/html", -1, -1 },
		{ "too short a line", "200\nx", -1, -1 },
		{ "nothing", "", -1, -1 },
		{ "no status", "two text/html\n", 0, -1 },
		{ "a status of its own", "999 text/html\n", 0, -1 },
		{ "a control byte", "200 text/html\tLink: \1\n", 0, -1 },
		{ "another line", "200 text/html\tLink: \r\n", 0, -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int file = file_of(cases[i].answer, strlen(cases[i].answer));
		struct parcel parcel;

		if (parcel_wrap(file) != cases[i].wrapped ||
			parcel_open(&parcel, file) != cases[i].opened)
			fail_msg("%s", cases[i].name);
		close(file);
	}
}

/* Whatever byte of it is changed or missing, no parcel reaches outside. */
static void
broken_parcels_stay_within_their_file(void **state)
{
	static const char answer[] = "200 text/html\n<p>x</p>";
	enum { ROOM = 512 };
	char whole[ROOM];
	int file = file_of(answer, strlen(answer));
	ssize_t size;

	(void)state;
	assert_int_equal(parcel_wrap(file), 0);
	size = pread(file, whole, sizeof(whole), 0);
	close(file);
	for (ssize_t i = 0; i < 2 * size; i++) {
		struct parcel parcel;
		ssize_t length = i < size ? i : size;

		if (i >= size)
			whole[i - size] ^= 0x40;
		file = file_of(whole, (size_t)length);
		if (parcel_open(&parcel, file) == 0)
			assert_true(parcel.offset >= 0 && parcel.length >= 0 &&
				parcel.packed_length >= 0 &&
				parcel.offset + parcel.length +
						parcel.packed_length <=
					size);
		if (i >= size)
			whole[i - size] ^= 0x40;
		close(file);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			several_wait_for_one_job, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(
			what_fails_is_not_tried_at_once, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(
			too_long_a_job_is_refused, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(
			those_asked_for_last_are_kept, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(
			large_ones_go_first, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(
			more_than_wait_are_sent_away, open_desk, close_desk),
		cmocka_unit_test(answers_without_a_first_line_are_none),
		cmocka_unit_test(broken_parcels_stay_within_their_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

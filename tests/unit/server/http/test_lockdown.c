/* test_lockdown.c -- what a process that is locked down can and cannot do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lockdown.h"
#include "memory.h"

enum { CANNOT_LOCK = 99 };

static int
outcome_of(int result)
{
	return result >= 0 ? 0 : errno;
}

static int
read_own(void)
{
	return outcome_of(open("/usr/bin/env", O_RDONLY));
}

static int
list_own(void)
{
	return outcome_of(open("/usr/bin", O_RDONLY | O_DIRECTORY));
}

static int
read_foreign(void)
{
	return outcome_of(open("/etc/passwd", O_RDONLY));
}

static int
list_foreign(void)
{
	return outcome_of(open("/", O_RDONLY | O_DIRECTORY));
}

static int
leave_by_dots(void)
{
	return outcome_of(open("/usr/../etc/passwd", O_RDONLY));
}

static int
write_own(void)
{
	return outcome_of(open("/usr/written", O_WRONLY | O_CREAT, 0644));
}

static int
remove_file(void)
{
	return outcome_of(unlink("/usr/bin/no-such-file"));
}

static int
open_socket(void)
{
	return outcome_of(socket(AF_INET6, SOCK_STREAM, 0));
}

static int
fork_again(void)
{
	return outcome_of(fork());
}

static int
use_memory(void)
{
	return outcome_of(memfd_create("test", 0));
}

static int
run_program(void)
{
	char *const arguments[] = { NULL };

	return outcome_of(execve("/usr/bin/env", arguments, arguments));
}

static int
change_user(void)
{
	return outcome_of(setuid(0));
}

static char scratch[] = "/tmp/twinmap-lockdown-XXXXXX";

/* All that is done there before the folder is empty again. */
static int
use_scratch(void)
{
	FILE *file = NULL;
	int result = -1;

	if (chdir(scratch) != 0 || mkdir("new", 0700) != 0)
		return errno;
	file = fopen("new/file", "w");
	if (file != NULL && fclose(file) == 0)
		file = fopen("new/file", "w"); /* and cut */
	if (file != NULL && fclose(file) == 0 && rename("new", "old") == 0 &&
		unlink("old/file") == 0)
		result = rmdir("old");
	return outcome_of(result);
}

static int
link_in_scratch(void)
{
	if (chdir(scratch) != 0)
		return errno;
	return outcome_of(symlink("/etc/passwd", "link"));
}

static int
write_beside_scratch(void)
{
	return outcome_of(
		open("/tmp/twinmap-lockdown", O_WRONLY | O_CREAT, 0600));
}

/* An errno, 0 for success, minus the signal that ended it. */
static int
try_locked_down(int (*attempt)(void))
{
	const struct lockdown lockdown = {
		.who = "the test", .readable = { "/usr" }, .readable_count = 1
	};
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (lockdown_process(&lockdown) != 0 || lockdown_calls() != 0)
			_exit(CANNOT_LOCK);
		_exit(attempt());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static bool
kernel_has_landlock(void)
{
	const struct lockdown nothing = { .who = "the test" };
	struct text lacking = { 0 };
	pid_t child = fork();
	int status;

	if (child == 0)
		_exit(landlock_restrict(&nothing, &lacking) > 0 ? 0 : 1);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status == 0;
}

/* A worker: without the last step. */
static int
try_with(const struct lockdown *lockdown, int (*attempt)(void))
{
	pid_t child = fork();
	int status;

	if (child == 0)
		_exit(lockdown_process(lockdown) == 0 ? attempt()
						      : CANNOT_LOCK);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WEXITSTATUS(status);
}

static void
little_is_left(void **state)
{
	static const struct {
		const char *name;
		int (*attempt)(void);
		int outcome;
		bool by_landlock;
	} cases[] = {
		{ "to read what it serves", read_own, 0, false },
		{ "to list what it serves", list_own, 0, false },
		{ "to use memory as a file", use_memory, 0, false },
		{ "to read another file", read_foreign, EACCES, true },
		{ "to list another folder", list_foreign, EACCES, true },
		{ "to leave by ..", leave_by_dots, EACCES, true },
		{ "to write what it serves", write_own, EACCES, true },
		{ "to remove a file", remove_file, EPERM, false },
		{ "to open a socket", open_socket, EPERM, false },
#ifndef __SANITIZE_ADDRESS__ /* which forks at the end */
		{ "to fork", fork_again, EPERM, false },
#endif
		{ "to run a program", run_program, -SIGSYS, false },
		{ "to change its user", change_user, -SIGSYS, false },
	};
	bool has_landlock = kernel_has_landlock();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int outcome;

		if (cases[i].by_landlock && !has_landlock)
			continue;
		outcome = try_locked_down(cases[i].attempt);
		if (outcome != cases[i].outcome)
			fail_msg("%s: %d", cases[i].name, outcome);
	}
	(void)fork_again;
}

static void
one_folder_may_be_written(void **state)
{
	const struct lockdown lockdown = { .who = "the test",
		.readable = { "/usr" },
		.readable_count = 1,
		.writable = scratch };

	(void)state;
	assert_non_null(mkdtemp(scratch));
	assert_int_equal(try_with(&lockdown, use_scratch), 0);
	if (kernel_has_landlock()) {
		assert_int_equal(try_with(&lockdown, link_in_scratch), EACCES);
		assert_int_equal(
			try_with(&lockdown, write_beside_scratch), EACCES);
		assert_int_equal(try_with(&lockdown, write_own), EACCES);
		assert_int_equal(try_with(&lockdown, read_foreign), EACCES);
	}
	assert_int_equal(rmdir(scratch), 0); /* nothing is left in it */
}

static void
what_cannot_hold_is_an_error(void **state)
{
	const struct lockdown nowhere = { .readable = { "/no/such/folder" },
		.readable_count = 1 };
	struct lockdown nobody = { .user = "no-such-user" };
	pid_t child = fork();
	int status;

	(void)state;
	if (child == 0)
		_exit(lockdown_process(&nowhere) == 0 ? 0 : CANNOT_LOCK);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (kernel_has_landlock())
		assert_int_equal(WEXITSTATUS(status), CANNOT_LOCK);
	assert_int_equal(lockdown_find_user(&nobody), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(little_is_left),
		cmocka_unit_test(one_folder_may_be_written),
		cmocka_unit_test(what_cannot_hold_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

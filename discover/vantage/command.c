/* command.c -- runs a program of this host for a moment, without a shell. */
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "memory.h"
#include "times.h"

enum { MOST_OUTPUT = 16 * 1024 * 1024 };

extern char **environ;

/* Signals that we keep pending must reach the program all the same. */
static int
start(const char *const *arguments, int output, pid_t *program)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none;
	int error;

	sigemptyset(&none);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(
		&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(
		&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	error = posix_spawnp(program, arguments[0], &files, &attributes,
		(char *const *)(uintptr_t)arguments, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	return error;
}

/* Until it closes its output. */
static enum command_result
read_output(int input, int64_t deadline, struct text *output)
{
	char bytes[16384];

	for (;;) {
		struct pollfd wait = { input, POLLIN, 0 };
		int64_t left = deadline - clock_ms();
		ssize_t length;

		if (left <= 0 || poll(&wait, 1, (int)left) == 0)
			return COMMAND_TOO_SLOW;
		length = read(input, bytes, sizeof(bytes));
		if (length == 0)
			return COMMAND_DONE;
		if (length < 0 && errno == EINTR)
			continue;
		if (length < 0)
			return COMMAND_FAILED;
		text_append_bytes(output, bytes, (size_t)length);
		if (output->length > MOST_OUTPUT)
			return COMMAND_TOO_LONG;
	}
}

/* It may close its output and stay: then it is ended too. */
static enum command_result
await(pid_t program, int64_t deadline, enum command_result result)
{
	const struct timespec pause = { 0, 5000000 };
	int status = 0;

	while (result == COMMAND_DONE &&
		waitpid(program, &status, WNOHANG) == 0) {
		if (clock_ms() >= deadline)
			result = COMMAND_TOO_SLOW;
		nanosleep(&pause, NULL);
	}
	if (result == COMMAND_DONE)
		return WIFEXITED(status) && WEXITSTATUS(status) == 0
			? COMMAND_DONE
			: COMMAND_FAILED;
	kill(program, SIGKILL);
	waitpid(program, NULL, 0);
	return result;
}

enum command_result
command_run(const char *const *arguments, int patience_ms, struct text *output)
{
	int64_t deadline = clock_ms() + patience_ms;
	int ends[2];
	pid_t program;
	enum command_result result;
	int error;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return COMMAND_FAILED;
	error = start(arguments, ends[1], &program);
	close(ends[1]);
	if (error != 0)
		result = error == ENOENT || error == EACCES ? COMMAND_MISSING
							    : COMMAND_FAILED;
	else
		result = await(program, deadline,
			read_output(ends[0], deadline, output));
	close(ends[0]);
	return result;
}

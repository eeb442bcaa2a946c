/* child.c -- a program that is run, watched and ended. */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"
#include "times.h"

enum { SECOND_MS = 1000, MILLION = 1000000 };

/* Waited for with sigtimedwait, so all of them are blocked all the time. */
static void
heard_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGHUP);
	sigaddset(set, SIGCHLD);
}

void
children_begin(void)
{
	sigset_t heard;

	heard_signals(&heard);
	sigprocmask(SIG_BLOCK, &heard, NULL);
	signal(SIGPIPE, SIG_IGN);
}

/* In a group of its own: whatever it starts can be ended with it. Once we are
 * dead nobody is left who could ask twice. */
static _Noreturn void
become(const struct child *child, int output, pid_t parent)
{
	int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
	sigset_t none;

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1); /* died before it was asked for */
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	if (dup2(nothing, STDIN_FILENO) >= 0 &&
		dup2(output, STDOUT_FILENO) >= 0)
		execv(child->program,
			(char *const *)(uintptr_t)child->arguments);
	log_error("%s: %s", child->program, strerror(errno));
	_exit(1);
}

/* The next signal until the deadline; 0: it has passed. */
static int
next_signal(int64_t deadline)
{
	int64_t left = deadline - clock_ms();
	struct timespec wait;
	sigset_t heard;
	int number;

	if (left < 0)
		left = 0;
	wait = (struct timespec){ left / SECOND_MS,
		left % SECOND_MS * MILLION };
	heard_signals(&heard);
	do
		number = sigtimedwait(&heard, NULL, &wait);
	while (number < 0 && errno == EINTR);
	return number > 0 ? number : 0;
}

static bool
has_ended(pid_t pid)
{
	siginfo_t found = { 0 };

	return waitid(P_PID, (id_t)pid, &found, WEXITED | WNOHANG | WNOWAIT) ==
		0 &&
		found.si_pid == pid;
}

/* By force, with all that it started and left; until it is waited for, nobody
 * else gets its number. */
static int
end_group(pid_t pid)
{
	int status = 0;

	kill(-pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	return status;
}

static void
ask_to_end(pid_t pid, const struct child *child)
{
	int64_t deadline = clock_ms() + child->grace * SECOND_MS;

	kill(-pid, SIGTERM);
	while (!has_ended(pid))
		if (next_signal(deadline) == 0) {
			log_warning("%s does not end when asked, and is killed",
				child->arguments[0]);
			return;
		}
}

static enum child_end
end_of(int status)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return CHILD_DONE;
	if (WIFSIGNALED(status))
		log_error("ended by a signal: %s", strsignal(WTERMSIG(status)));
	return CHILD_FAILED;
}

static enum child_end
await(pid_t pid, const struct child *child)
{
	int64_t deadline = clock_ms() + child->seconds * SECOND_MS;

	while (!has_ended(pid)) {
		int number = next_signal(deadline);

		if (number == SIGCHLD)
			continue;
		if (number == 0)
			log_error("%s takes longer than %lld seconds (limits: "
				  "in the file of --config)",
				child->arguments[0], (long long)child->seconds);
		else
			log_info("ends: %s", strsignal(number));
		ask_to_end(pid, child);
		end_group(pid);
		return number == 0 ? CHILD_TOO_SLOW : CHILD_STOPPED;
	}
	return end_of(end_group(pid));
}

static void
read_output(int file, struct text *output)
{
	char bytes[4096];
	ssize_t length;

	text_append(output, "");
	lseek(file, 0, SEEK_SET);
	while ((length = read(file, bytes, sizeof(bytes))) > 0)
		text_append_bytes(output, bytes, (size_t)length);
}

enum child_end
child_run(const struct child *child, struct text *output)
{
	int file = memfd_create("output", MFD_CLOEXEC);
	enum child_end result = CHILD_FAILED;
	pid_t parent = getpid();
	pid_t pid = file >= 0 ? fork() : -1;

	if (pid == 0)
		become(child, file, parent);
	if (pid > 0) {
		setpgid(pid, pid); /* whoever of the two comes first */
		result = await(pid, child);
	} else {
		log_error("%s: %s", child->program, strerror(errno));
	}
	if (file >= 0) {
		read_output(file, output);
		close(file);
	}
	return result;
}

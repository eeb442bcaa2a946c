/* shares.c -- one work in several processes, each of which does its share. */
#include "shares.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"

struct work {
	share_function *run;
	void *data;
};

struct process {
	pid_t id; /* 0: there is none */
	int words; /* file that is its standard error; 0: there is none */
};

static int
start(struct process *process, const struct work *work, int share)
{
	process->words = memfd_create("words", MFD_CLOEXEC);
	if (process->words >= 0)
		process->id = fork();
	if (process->words < 0 || process->id < 0) {
		log_error("a process cannot be started: %s", strerror(errno));
		process->id = 0;
		return -1;
	}
	if (process->id > 0)
		return 0;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	dup2(process->words, STDERR_FILENO);
	_exit(work->run(work->data, share) == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

static void
pass_on(int words)
{
	char piece[4096];
	ssize_t length;
	off_t offset = 0;

	while ((length = pread(words, piece, sizeof(piece), offset)) > 0) {
		fwrite(piece, 1, (size_t)length, stderr);
		offset += length;
	}
}

static int
finish(const struct process *process, bool is_heard)
{
	int status = 0;

	if (process->id > 0) {
		while (waitpid(process->id, &status, 0) < 0 && errno == EINTR)
			continue;
		if (is_heard)
			pass_on(process->words);
		if (WIFSIGNALED(status))
			log_error("a process died of signal %d",
				WTERMSIG(status));
	}
	if (process->words > 0)
		close(process->words);
	return status == 0 ? 0 : -1;
}

int
shares_run(int count, share_function *run, void *data)
{
	struct process *others =
		memory_zeroed((size_t)count * sizeof(others[0]));
	const struct work work = { run, data };
	int result = 0, own = -1;

	fflush(NULL); /* or each would write it again */
	for (int i = 1; i < count && result == 0; i++)
		result = start(&others[i], &work, i);
	if (result == 0)
		own = run(data, 0);
	for (int i = 1; i < count; i++)
		if (finish(&others[i], own == 0) != 0)
			result = -1;
	free(others);
	return own == 0 ? result : -1;
}

/* drawing_child.c -- a process that draws a few pictures. */
#include "drawing_child.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "graph_write.h"
#include "memory.h"

enum { PROCESSOR_SECONDS = 20, CLOCK_SECONDS = 30 };

/* The sanitizers map terabytes of shadow. */
#ifdef __SANITIZE_ADDRESS__
static const rlim_t memory_limit = RLIM_INFINITY;
#else
static const rlim_t memory_limit = 1 << 30;
#endif

struct drawing_progress {
	int drawn; /* DOT and SVG are there */
	int done; /* and what else was asked for */
	off_t said[MOST_TOGETHER + 1]; /* where the words on a task begin */
};

static void
limit(__rlimit_resource_t resource, rlim_t most)
{
	const struct rlimit limits = { most, most };

	setrlimit(resource, &limits);
}

/* The clocks of a task begin now. */
static void
wind_clocks(void)
{
	struct rlimit processor;
	struct rusage used;

	if (getrusage(RUSAGE_SELF, &used) == 0 &&
		getrlimit(RLIMIT_CPU, &processor) == 0) {
		processor.rlim_cur = (rlim_t)used.ru_utime.tv_sec +
			(rlim_t)used.ru_stime.tv_sec + PROCESSOR_SECONDS;
		setrlimit(RLIMIT_CPU, &processor);
	}
	alarm(CLOCK_SECONDS);
}

static void
draw_tasks(struct drawing_child *child, struct graphviz *graphviz,
	const struct drawing_task *tasks, int count)
{
	for (int i = 0; i < count; i++) {
		const struct graph_files files = { tasks[i].stem,
			tasks[i].formats };

		wind_clocks();
		if (graph_draw(graphviz, tasks[i].graph, &files) != 0)
			_exit(EXIT_FAILURE);
		child->progress->drawn = i + 1;
		if (graph_export(graphviz, tasks[i].graph, &files) != 0)
			_exit(EXIT_FAILURE);
		fflush(stderr);
		child->progress->done = i + 1;
		child->progress->said[i + 1] =
			lseek(STDERR_FILENO, 0, SEEK_CUR);
	}
	_exit(EXIT_SUCCESS);
}

static int
open_channels(struct drawing_child *child)
{
	child->errors = memfd_create("errors", MFD_CLOEXEC);
	child->progress = mmap(NULL, sizeof(*child->progress),
		PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (child->progress == MAP_FAILED)
		child->progress = NULL;
	return child->errors >= 0 && child->progress != NULL ? 0 : -1;
}

int
drawing_child_start(struct drawing_child *child, struct graphviz *graphviz,
	const struct drawing_task *tasks, int count)
{
	if (open_channels(child) == 0) {
		fflush(NULL); /* or the child would write it again */
		child->process = fork();
		if (child->process > 0)
			return 0;
		if (child->process == 0) {
			dup2(child->errors, STDERR_FILENO);
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			limit(RLIMIT_AS, memory_limit);
			limit(RLIMIT_CORE, 0);
			draw_tasks(child, graphviz, tasks, count);
		}
	}
	child->process = 0;
	return -1;
}

int
drawing_child_wait(struct drawing_child *child, int *status)
{
	while (waitpid(child->process, status, 0) < 0 && errno == EINTR)
		continue;
	return child->progress->done;
}

bool
drawing_child_has_drawn(const struct drawing_child *child)
{
	return child->progress->drawn > child->progress->done;
}

/* What goes on says so, behind a whole character. */
static void
cut_short(char text[REASON_SIZE])
{
	static const char dots[] = "...";
	size_t end = REASON_SIZE - sizeof(dots);

	while (end > 0 && ((unsigned char)text[end] & 0xc0) == 0x80)
		end--;
	strcpy(text + end, dots);
}

static void
use_blanks(char *text)
{
	for (; *text != '\0'; text++)
		if (*text == '\n')
			*text = ' ';
}

/* Up to where the words on the next task begin, if there are any: Graphviz
 * says what is wrong in the first line, and where in one below. */
void
drawing_child_said(
	const struct drawing_child *child, int task, char text[REASON_SIZE])
{
	const struct drawing_progress *progress = child->progress;
	size_t most = REASON_SIZE - 1;
	ssize_t length;

	if (task < progress->done) {
		size_t own = (size_t)(progress->said[task + 1] -
			progress->said[task]);

		most = own < most ? own : most;
	}
	length = pread(child->errors, text, most, progress->said[task]);
	text[length > 0 ? length : 0] = '\0';
	if (length == REASON_SIZE - 1)
		cut_short(text);
	for (; length > 0 && text[length - 1] == '\n'; length--)
		text[length - 1] = '\0';
	use_blanks(text);
}

static const struct {
	int signal;
	const char *reason;
} deaths[] = {
	{ SIGALRM, "the drawing took more than 30 seconds" },
	{ SIGXCPU, "the drawing took more than 20 seconds of processor time" },
	{ SIGKILL, "the drawing process was killed" },
	{ SIGABRT, "the drawing process gave up (memory?)" },
	{ SIGSEGV, "the drawing process crashed" },
};

void
drawing_child_reason(
	const struct drawing_child *child, int status, char reason[REASON_SIZE])
{
	drawing_child_said(child, child->progress->done, reason);
	if (!WIFSIGNALED(status)) {
		if (reason[0] == '\0')
			snprintf(reason, REASON_SIZE, "the drawing failed");
		return;
	}
	snprintf(reason, REASON_SIZE, "the drawing process died of signal %d",
		WTERMSIG(status));
	for (size_t i = 0; i < COUNT(deaths); i++)
		if (deaths[i].signal == WTERMSIG(status))
			snprintf(reason, REASON_SIZE, "%s", deaths[i].reason);
}

void
drawing_child_forget(struct drawing_child *child)
{
	if (child->errors >= 0)
		close(child->errors);
	if (child->progress != NULL)
		munmap(child->progress, sizeof(*child->progress));
	*child = (struct drawing_child){ 0, -1, NULL };
}

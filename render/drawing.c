/* drawing.c -- draws graphs, each in a process of its own.
 *
 * Graphviz leaks, can die on a hostile label, and its second layout in one
 * process differs from the first of the same graph. A fresh child each time
 * cures all three. The children end in the order in which they were started,
 * as far as the parent cares: with pictures of like size nothing is lost. */
#include "drawing.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"
#include "log.h"
#include "plain.h"

enum { PROCESSOR_SECONDS = 20, CLOCK_SECONDS = 30, REASON_SIZE = 160 };

/* The sanitizers map terabytes of shadow. */
#ifdef __SANITIZE_ADDRESS__
static const rlim_t memory_limit = RLIM_INFINITY;
#else
static const rlim_t memory_limit = 1 << 30;
#endif

struct child {
	pid_t process; /* 0: this place is free */
	int errors; /* file that is the child's standard error */
	char *name;
};

struct drawing_room {
	char *folder;
	char *before; /* "": none */
	struct child *children; /* a ring */
	int count;
	int next; /* the oldest child's place, or a free one */
	int failures;
};

static char *
path_of(const char *folder, const char *name, const char *ending)
{
	struct text path = { 0 };

	text_format(&path, "%s/%s%s", folder, name, ending);
	return path.bytes;
}

static void
set_limits(void)
{
	const struct rlimit processor = { PROCESSOR_SECONDS,
		PROCESSOR_SECONDS + 1 };
	const struct rlimit memory = { memory_limit, memory_limit };
	const struct rlimit core = { 0, 0 };

	setrlimit(RLIMIT_CPU, &processor);
	setrlimit(RLIMIT_AS, &memory);
	setrlimit(RLIMIT_CORE, &core);
	alarm(CLOCK_SECONDS);
}

static void
be_child(const struct drawing_room *room, const struct graph *graph, int errors)
{
	const char *name = graph_name(graph);
	const struct graph_files files = {
		path_of(room->folder, name, ".svg.new"),
		path_of(room->folder, name, ".dot"),
	};
	const struct graph_files before = {
		path_of(room->before, name, ".svg"),
		path_of(room->before, name, ".dot"),
	};
	int result;

	dup2(errors, STDERR_FILENO);
	set_limits();
	result = graph_write(
		graph, &files, room->before[0] != '\0' ? &before : NULL);
	fflush(stderr);
	_exit(result == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

static const struct {
	int signal;
	const char *reason;
} deaths[] = {
	{ SIGALRM, "the layout took more than 30 seconds" },
	{ SIGXCPU, "the layout took more than 20 seconds of processor time" },
	{ SIGKILL, "the drawing process was killed" },
	{ SIGABRT, "the drawing process gave up (memory?)" },
	{ SIGSEGV, "the drawing process crashed" },
};

/* The first line that the child wrote. */
static void
read_errors(const struct child *child, char reason[REASON_SIZE])
{
	ssize_t length = pread(child->errors, reason, REASON_SIZE - 1, 0);

	reason[length > 0 ? length : 0] = '\0';
	reason[strcspn(reason, "\n")] = '\0';
}

static void
find_reason(const struct child *child, int status, char reason[REASON_SIZE])
{
	read_errors(child, reason);
	if (!WIFSIGNALED(status)) {
		if (reason[0] == '\0')
			snprintf(reason, REASON_SIZE, "the layout failed");
		return;
	}
	snprintf(reason, REASON_SIZE, "the drawing process died of signal %d",
		WTERMSIG(status));
	for (size_t i = 0; i < COUNT(deaths); i++)
		if (deaths[i].signal == WTERMSIG(status))
			snprintf(reason, REASON_SIZE, "%s", deaths[i].reason);
}

/* The page that shows the picture needs to know nothing of its failure. */
void
drawing_write_failure(const char *path, const char *reason)
{
	struct text svg = { 0 };

	text_append(&svg,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<svg width=\"480pt\" height=\"30pt\" "
		"viewBox=\"0 0 480 30\" "
		"xmlns=\"http://www.w3.org/2000/svg\">\n"
		"<text x=\"8\" y=\"19\" font-size=\"11\" "
		"font-family=\"Helvetica,Arial,sans-serif\" "
		"fill=\"#475569\">picture not drawn: ");
	escape_markup(&svg, reason);
	text_append(&svg, "</text>\n</svg>\n");
	file_replace(path, svg.bytes, svg.length);
	text_free(&svg);
}

static void
publish(struct drawing_room *room, const struct child *child)
{
	char *draft = path_of(room->folder, child->name, ".svg.new");
	char *path = path_of(room->folder, child->name, ".svg");
	char warning[REASON_SIZE];

	read_errors(child, warning);
	if (warning[0] != '\0')
		log_warning("picture %s: %s", child->name, warning);
	if (rename(draft, path) != 0) {
		log_error("%s: %s", path, strerror(errno));
		room->failures++;
	}
	free(draft);
	free(path);
}

static void
give_up(struct drawing_room *room, const struct child *child,
	const char *reason)
{
	char *draft = path_of(room->folder, child->name, ".svg.new");
	char *path = path_of(room->folder, child->name, ".svg");

	log_warning("picture %s not drawn: %s", child->name, reason);
	drawing_write_failure(path, reason);
	unlink(draft);
	free(draft);
	free(path);
	room->failures++;
}

static void
leave_place(struct child *child)
{
	if (child->errors >= 0)
		close(child->errors);
	free(child->name);
	*child = (struct child){ 0 };
}

static void
wait_for(struct drawing_room *room, struct child *child)
{
	char reason[REASON_SIZE];
	int status = 0;

	if (child->process == 0)
		return;
	while (waitpid(child->process, &status, 0) < 0 && errno == EINTR)
		continue;
	if (status == 0) {
		publish(room, child);
	} else {
		find_reason(child, status, reason);
		give_up(room, child, reason);
	}
	leave_place(child);
}

struct drawing_room *
drawing_room_open(const char *folder, const char *before, int jobs)
{
	struct drawing_room *room = memory_zeroed(sizeof(*room));

	room->folder = memory_text(folder);
	room->before = memory_text(before);
	room->count = jobs < 1 ? 1 : jobs;
	room->children =
		memory_zeroed((size_t)room->count * sizeof(room->children[0]));
	return room;
}

void
drawing_start(struct drawing_room *room, const struct graph *graph)
{
	struct child *child = &room->children[room->next];

	wait_for(room, child);
	child->name = memory_text(graph_name(graph));
	child->errors = memfd_create("errors", MFD_CLOEXEC);
	fflush(NULL); /* or the child would write it again */
	child->process = fork();
	if (child->process == 0)
		be_child(room, graph, child->errors);
	if (child->process < 0) {
		give_up(room, child, strerror(errno));
		leave_place(child);
	}
	room->next = (room->next + 1) % room->count;
}

int
drawing_room_close(struct drawing_room *room)
{
	int failures;

	for (int i = 0; i < room->count; i++)
		wait_for(room, &room->children[(room->next + i) % room->count]);
	failures = room->failures;
	free(room->children);
	free(room->folder);
	free(room->before);
	free(room);
	return failures;
}

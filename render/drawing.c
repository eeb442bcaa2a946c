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
#include "graph_write.h"
#include "graphviz.h"
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
	struct drawing_place place;
	struct graphviz *graphviz;
	struct child *children; /* a ring */
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
be_child(struct drawing_room *room, const struct album_entry *entry, int errors)
{
	const struct graph_files files = {
		path_of(room->place.folder, graph_name(entry->graph), ""),
		entry->formats,
	};
	int result;

	dup2(errors, STDERR_FILENO);
	set_limits();
	result = graph_write(room->graphviz, entry->graph, &files);
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

/* What Graphviz only frowned at. */
static void
pass_on_warning(const struct child *child)
{
	char warning[REASON_SIZE];

	read_errors(child, warning);
	if (warning[0] != '\0')
		log_warning("picture %s: %s", child->name, warning);
}

/* The DOT stays, if there is one: it shows what is wrong. */
static void
remove_files(const struct drawing_room *room, const char *name)
{
	for (int i = 0; i < graph_format_count; i++) {
		char *path = path_of(
			room->place.folder, name, graph_formats[i].ending);

		if (strcmp(graph_formats[i].word, "dot") != 0)
			unlink(path);
		free(path);
	}
}

static void
give_up(struct drawing_room *room, const char *name, const char *reason)
{
	char *path = path_of(room->place.folder, name, ".svg");

	log_warning("picture %s not drawn: %s", name, reason);
	remove_files(room, name);
	drawing_write_failure(path, reason);
	album_not_drawn(room->place.album, name, reason);
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

/* One may have been left out: who lists them lists files. */
static void
tell_formats(const struct drawing_room *room, const char *name)
{
	struct text words = { 0 };

	for (int i = 0; i < graph_format_count; i++) {
		const struct graph_format *format = &graph_formats[i];
		char *path = path_of(room->place.folder, name, format->ending);

		if (!graph_format_is_asked(format, NULL) &&
			access(path, F_OK) == 0)
			text_format(&words, "%s%s", words.length > 0 ? " " : "",
				format->word);
		free(path);
	}
	album_formats(room->place.album, name, words.bytes);
	text_free(&words);
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
		pass_on_warning(child);
		tell_formats(room, child->name);
	} else {
		find_reason(child, status, reason);
		give_up(room, child->name, reason);
	}
	leave_place(child);
}

bool
drawing_is_wanted(const struct drawing_room *room, const char *name)
{
	return room->place.only == NULL || strcmp(room->place.only, name) == 0;
}

struct drawing_room *
drawing_room_open(const struct drawing_place *place)
{
	struct drawing_room *room = memory_zeroed(sizeof(*room));

	room->place = *place;
	if (room->place.jobs < 1)
		room->place.jobs = 1;
	room->graphviz = graphviz_open();
	room->children = memory_zeroed(
		(size_t)room->place.jobs * sizeof(room->children[0]));
	return room;
}

/* ---------------------------------------------------------- taken over ---- */

static void
add_text(struct digest *digest, const char *text)
{
	if (text != NULL)
		digest_add(digest, text, strlen(text));
	digest_add(digest, "", 1);
}

static void
digest_entry(const struct drawing_room *room, const struct album_entry *entry,
	char text[DIGEST_TEXT_SIZE])
{
	struct digest *digest = digest_begin();
	uint8_t result[DIGEST_SIZE];

	add_text(digest, room->place.maker);
	add_text(digest, graphviz_version(room->graphviz));
	add_text(digest, entry->formats);
	graph_digest(entry->graph, digest);
	digest_end(digest, result);
	digest_text(result, text);
}

static bool
link_file(const struct drawing_room *room, const char *name,
	const struct graph_format *format)
{
	char *old = path_of(room->place.before, name, format->ending);
	char *new = path_of(room->place.folder, name, format->ending);
	bool linked = link(old, new) == 0 ||
		(errno == ENOENT && !graph_format_is_asked(format, NULL));

	free(old);
	free(new);
	return linked;
}

/* False when a file is gone, or the file system gives no file two names. Only
 * formats that were asked for can have been left out. */
static bool
take_over(const struct drawing_room *room, const struct album_entry *entry)
{
	const char *name = graph_name(entry->graph);
	bool taken = true;

	for (int i = 0; i < graph_format_count && taken; i++)
		if (graph_format_is_asked(&graph_formats[i], entry->formats))
			taken = link_file(room, name, &graph_formats[i]);
	if (!taken)
		remove_files(room, name);
	else
		tell_formats(room, name);
	return taken;
}

/* -------------------------------------------------------------- started --- */

static void
start_child(struct drawing_room *room, const struct album_entry *entry)
{
	struct child *child = &room->children[room->next];

	wait_for(room, child);
	child->name = memory_text(graph_name(entry->graph));
	child->errors = memfd_create("errors", MFD_CLOEXEC);
	fflush(NULL); /* or the child would write it again */
	child->process = fork();
	if (child->process == 0)
		be_child(room, entry, child->errors);
	if (child->process < 0) {
		give_up(room, child->name, strerror(errno));
		leave_place(child);
	}
	room->next = (room->next + 1) % room->place.jobs;
}

int
drawing_start(struct drawing_room *room, const struct album_entry *ordered)
{
	struct album_entry entry = *ordered;
	char digest[DIGEST_TEXT_SIZE];

	if (room->place.formats != NULL)
		entry.formats = room->place.formats;
	digest_entry(room, &entry, digest);
	if (album_add(room->place.album, &entry, digest) != 0)
		return -1;
	if (!album_had(room->place.album, graph_name(entry.graph), digest) ||
		!take_over(room, &entry))
		start_child(room, &entry);
	return 0;
}

int
drawing_room_close(struct drawing_room *room)
{
	int jobs = room->place.jobs;
	int failures;

	for (int i = 0; i < jobs; i++)
		wait_for(room, &room->children[(room->next + i) % jobs]);
	failures = room->failures;
	graphviz_close(room->graphviz);
	free(room->children);
	free(room);
	return failures;
}

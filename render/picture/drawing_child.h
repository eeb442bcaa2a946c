/* drawing_child.h -- a process that draws a few pictures; private to
 * drawing*.c.
 *
 * Each picture has 20 seconds of processor time and 30 of the clock; the
 * process has 1 GB. It ends at the first picture that fails, be it only in one
 * of its formats. */
#ifndef RENDER_DRAWING_CHILD_H
#define RENDER_DRAWING_CHILD_H

#include <sys/types.h>

#include "graph.h"

struct graphviz;

enum { MOST_TOGETHER = 50, REASON_SIZE = 1024 };

struct drawing_task {
	struct graph *graph;
	const char *formats; /* words, or NULL */
	const char *stem; /* FOLDER/NAME */
	const char *template; /* the file that ordered it */
};

struct drawing_child {
	pid_t process; /* 0: there is none */
	int errors; /* file that is its standard error */
	struct drawing_progress *progress; /* memory that both see */
};

/* -1 with errno: no process was started. At most MOST_TOGETHER tasks. */
int drawing_child_start(struct drawing_child *, struct graphviz *,
	const struct drawing_task *tasks, int count);
/* Waits for its end; how many of its tasks are done. */
int drawing_child_wait(struct drawing_child *, int *status);
/* Of the first task that it did not do: are DOT and SVG there? */
bool drawing_child_has_drawn(const struct drawing_child *);
/* What Graphviz said of a task, "" for nothing. */
void drawing_child_said(
	const struct drawing_child *, int task, char text[REASON_SIZE]);
/* Why it did not do the first task that it did not do. */
void drawing_child_reason(
	const struct drawing_child *, int status, char reason[REASON_SIZE]);
void drawing_child_forget(struct drawing_child *);

#endif

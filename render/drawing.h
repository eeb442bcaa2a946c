/* drawing.h -- draws graphs, each in a process of its own.
 *
 * The parent lays nothing out. A child has 20 seconds of processor time, 30 of
 * the clock and 1 GB; one that fails leaves a picture that says so, so that
 * each picture that was ordered exists. */
#ifndef RENDER_DRAWING_H
#define RENDER_DRAWING_H

#include "graph.h"

struct drawing_room;

/* `folder` receives NAME.svg and NAME.dot; a picture whose DOT is the same as
 * in the folder `before` ("": there is none) is taken from there; `jobs` is how
 * many children may run at once, at least 1. */
struct drawing_room *drawing_room_open(
	const char *folder, const char *before, int jobs);
/* Waits for a free place, then starts; the graph may be freed afterwards. */
void drawing_start(struct drawing_room *, const struct graph *);
/* Waits for all; returns how many pictures could not be drawn. */
int drawing_room_close(struct drawing_room *);

/* A picture that says why it is not there. */
void drawing_write_failure(const char *svg_path, const char *reason);

#endif

/* drawing.h -- draws graphs, each in a process of its own, or with its likes.
 *
 * The parent lays nothing out. A picture has 20 seconds of processor time and
 * 30 of the clock, a process 1 GB; one that fails leaves a picture that says
 * so, so that each picture that was ordered exists. */
#ifndef RENDER_DRAWING_H
#define RENDER_DRAWING_H

#include "album.h"

struct drawing_room;

struct drawing_place {
	struct album *album; /* learns of each picture */
	const char *folder; /* gets NAME.svg, NAME.dot and other formats */
	const char
		*before; /* where the same may have been drawn; "": nowhere */
	const char *maker; /* the program: another draws all anew */
	int jobs; /* children that may run at once, at least 1 */
	const char *only; /* name of the one picture that is wanted, or NULL */
	int reader; /* draws each picture whose number, counted over all, */
	int readers; /* leaves `reader`; 0: there is one reader */
	const char *formats; /* of all, NULL: as they are ordered */
};

/* The texts are not copied. */
struct drawing_room *drawing_room_open(const struct drawing_place *);
/* Each picture is offered once, all in the same order; false: it is not wanted
 * here. */
bool drawing_offer(struct drawing_room *, const char *name);
/* Takes over what was the same before; else waits for a free place and starts.
 * The graph and its arena are the room's now. -1 after logging: the name is
 * taken. */
int drawing_start(struct drawing_room *, const struct album_entry *);
/* Waits for all; returns how many pictures could not be drawn. */
int drawing_room_close(struct drawing_room *);

/* A picture that says why it is not there. */
void drawing_write_failure(const char *svg_path, const char *reason);

#endif

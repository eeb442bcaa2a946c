/* place.h -- the work folder: what a run makes lies there until it is
 * published, and what a run that failed had made lies there still.
 *
 *   lock                  who holds the folder
 *   topology.db.partial   a crawl that was cut short
 *   topology.db           a whole one
 *   unpublished.db        one that nobody went on with
 *   previous.db, site     made of it */
#ifndef SERVER_PLACE_H
#define SERVER_PLACE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

struct place {
	char folder[PATH_MAX];
	char lock_path[PATH_MAX];
	char partial[PATH_MAX];
	char state[PATH_MAX];
	char unpublished[PATH_MAX];
	char previous[PATH_MAX];
	char site[PATH_MAX];
	int lock;
};

enum place_answer { PLACE_OURS, PLACE_HELD, PLACE_FAILED };

/* Names alone; -1 after logging. */
int place_name(struct place *, const char *folder);
/* Makes the folder and takes the lock, or logs who holds it. */
enum place_answer place_take(struct place *);
void place_leave(struct place *);

enum place_left { LEFT_NOTHING, LEFT_PARTIAL, LEFT_STATE };

enum place_left place_left(const struct place *);
/* A run begins anew: what was left is said and kept aside, one of it. */
void place_set_aside(const struct place *);
/* A crawl that was cut short is the state. -1 after logging. */
int place_take_partial(const struct place *);
/* All is published; what was kept aside stays. */
void place_empty(const struct place *);

struct weight {
	int64_t files;
	int64_t bytes;
};

/* Of all that lies below a folder. */
struct weight weight_of(const char *folder);
/* Where the folder is; -1 when nobody knows. */
int64_t bytes_free(const char *folder);

#endif

/* scratch.h -- a folder that a worker may write to.
 *
 * A process of its own removes it when all who may use it have ended, however
 * they did: those that were forked after it was made. Whoever is locked down
 * could not. */
#ifndef SERVER_SCRATCH_H
#define SERVER_SCRATCH_H

#include <limits.h>

struct lockdown;

struct scratch {
	char folder[PATH_MAX]; /* with both of these in it */
	char work[PATH_MAX]; /* of the job, which empties it */
	char states[PATH_MAX]; /* of states.h */
};

/* Below $TMPDIR, else /tmp, for whom the worker will be. -1 after logging. */
int scratch_make(struct scratch *, const struct lockdown *owner);
/* -1 after logging. */
int scratch_empty(const char *folder);

#endif

/* scratch.h -- a folder that a worker may write to: empty before each job.
 *
 * A process of its own removes it when all who may use it have ended, however
 * they did: those that were forked after it was made. Whoever is locked down
 * could not. */
#ifndef SERVER_SCRATCH_H
#define SERVER_SCRATCH_H

#include <limits.h>

struct lockdown;

/* Below $TMPDIR, else /tmp, for whom the worker will be. -1 after logging. */
int scratch_make(char folder[PATH_MAX], const struct lockdown *owner);
/* -1 after logging. */
int scratch_empty(const char *folder);

#endif

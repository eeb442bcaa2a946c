/* unpacked.h -- the topology.db of a snapshot as a file for a while. */
#ifndef SERVER_UNPACKED_H
#define SERVER_UNPACKED_H

#include "archive.h"

/* All in an empty folder of its own below $TMPDIR, else /tmp. */
struct unpacked {
	char folder[PATH_MAX]; /* "": there is none */
	char path[PATH_MAX];
	char id[SNAPSHOT_ID_SIZE];
};

/* By id, tag, "latest" or "prev"; -1 after logging, with nothing left. */
int unpacked_make(struct unpacked *, const struct archive *, const char *name);
/* Of one that was not made too. */
void unpacked_remove(struct unpacked *);

#endif

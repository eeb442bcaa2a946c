/* before.h -- what the archive has already: the snapshot before, perhaps this
 * one. */
#ifndef SERVER_BEFORE_H
#define SERVER_BEFORE_H

#include "archive.h"

struct before {
	char id[SNAPSHOT_ID_SIZE]; /* the newest older one; "": none */
	bool is_published; /* this one is there */
};

/* Looks for what came before the snapshot `id`, and writes its topology.db to
 * `path` unless that is NULL. An archive that is not there yet holds nothing.
 * -1 after logging. */
int before_find(struct before *, const char *archive_path, const char *id,
	const char *path);

#endif

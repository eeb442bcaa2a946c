/* seen.h -- hashes of files that were read already: a file that many snapshots
 * share is one inode, and is read once. */
#ifndef SERVER_SEEN_H
#define SERVER_SEEN_H

#include <sys/stat.h>

#include "hash.h"

/* Starts as { 0 }. */
struct seen {
	void *tree;
};

/* The file's SHA-256, read only if no link to it was; -1 after logging. */
int seen_hash(struct seen *, const char *path, const struct stat *,
	char hash[HASH_SIZE]);
void seen_free(struct seen *);

#endif

/* archive_store.h -- how bytes get into an archive, for archive_add alone.
 *
 * Whatever is being written has a name that begins with ".tmp-" until it is
 * whole; only rename makes it visible. All functions log and return -1. */
#ifndef SERVER_ARCHIVE_STORE_H
#define SERVER_ARCHIVE_STORE_H

#include "archive.h"
#include "manifest.h"

#define DRAFT_PREFIX ".tmp-"

/* Creates the archive if need be and waits until no other add runs in it.
 * Returns a descriptor that holds the lock until it is closed. */
int store_lock(const char *archive);
/* Removes what adds left behind that did not reach their end. */
int store_sweep(const char *archive);
/* Replaces ARCHIVE/NAME by a read-only file that is on the disk. */
int store_text(const char *archive, const char *name, const struct text *);
/* Points the symlink ARCHIVE/NAME at the target. */
int store_link(const char *archive, const char *name, const char *target);
/* Waits until everything written below the folder is on the disk. */
int store_sync(const char *folder);
/* Adds the line to the log: with it the snapshot is published. */
int store_publication(
	struct archive *, const struct manifest *, const char *manifest_hash);
/* Makes tags and `latest` as they follow from the log. */
int store_index(const struct archive *);
/* Completes what an add that died left between rename and log. */
int store_recover(struct archive *);
/* Time, phase and devices, from SITE/topology.db, and the hash of that file. */
int manifest_read_state(
	struct manifest *, const char *site, char hash[HASH_SIZE]);
/* Makes TO a read-only file with the bytes of FROM, whose hash is known: a hard
 * link to `twin`, which should hold the same bytes (NULL: there is none), else
 * a copy. Fills in the size. */
int store_file(const char *from, const char *twin, const char *to,
	struct manifest_file *);

#endif

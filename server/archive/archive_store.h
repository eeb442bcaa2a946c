/* archive_store.h -- how bytes get into an archive, for its writers alone.
 *
 * Whatever is being written has a name that begins with ".tmp-" until it is
 * whole; only rename makes it visible, and only the log makes it published.
 * A writer that dies leaves drafts, an unlogged snapshot that ARCHIVE/.tmp-
 * intent names, an index that is older than the log, or files of a snapshot
 * that was pruned: the next writer takes them back or completes them.
 * All functions log and return -1. */
#ifndef SERVER_ARCHIVE_STORE_H
#define SERVER_ARCHIVE_STORE_H

#include "archive.h"
#include "manifest.h"
#include "record.h"

#define DRAFT_PREFIX ".tmp-"
#define INTENT_NAME DRAFT_PREFIX "intent"

/* The one who may change the archive. */
struct writer {
	struct archive archive;
	int64_t at; /* the time of its records */
	int lock;
	bool is_open;
};

/* Waits for other writers to end, then mends what one that died left. Creates
 * the archive if it may; `at` is 0 for the present. */
int writer_open(struct writer *, const char *path, bool may_create, int64_t at);
void writer_close(struct writer *);
/* For one who reads for long: writers wait until the descriptor is closed. -1
 * without words where nobody can write anyway. */
int reader_lock(const char *path);
/* One more record, in memory; writer_commit makes all of them lasting, at once,
 * and then tags and `latest` as they follow. */
int writer_record(struct writer *, const struct record *);
int writer_commit(struct writer *);
/* The whole draft of a snapshot, and its records, the publication first. */
struct publishing {
	const char *draft; /* its path */
	const char *id;
	const struct record *records;
	size_t count;
};

/* Makes the draft visible and publishes it with all of its records or none. */
int writer_publish(struct writer *, const struct publishing *);
/* "ARCHIVE/.tmp-ID". */
int writer_draft(char path[PATH_MAX], const struct writer *, const char *id);
/* Whether a snapshot may get this id; -1 after logging. */
int writer_check_new(const struct writer *, const char *id);

/* Puts in order what a writer that died left behind. */
int store_recover(const struct archive *);
/* Removes the folder of a snapshot that the log calls pruned. */
int store_discard(const struct archive *, const char *id);
/* Makes tags and `latest` as they follow from the log. */
int store_index(const struct archive *);
/* The id in ARCHIVE/.tmp-intent; "" when there is none. */
void store_read_intent(const struct archive *, char id[SNAPSHOT_ID_SIZE]);

/* Replaces ARCHIVE/NAME by a read-only file that is on the disk. */
int store_text(const char *archive, const char *name, const struct text *);
/* Points the symlink ARCHIVE/NAME at the target. */
int store_link(const char *archive, const char *name, const char *target);
/* Waits until everything written below the folder is on the disk. */
int store_sync(const char *folder);
/* The same for the names in this one folder. */
int store_sync_names(const char *folder);

/* Time, phase, devices and figures, from SITE/topology.db, its size and hash.
 */
int manifest_read_state(struct manifest *, const char *site);

/* Makes TO a read-only file with the bytes of FROM, whose hash is known: a hard
 * link to `twin`, which should hold the same bytes (NULL: there is none), else
 * a copy. Fills in the size. */
int store_file(const char *from, const char *twin, const char *to,
	struct manifest_file *file);
/* Links TO to the twin if that has this hash; no words when it has not. */
bool store_twin(const char *twin, const char *to, struct manifest_file *file);

#endif

/* archive.h -- dated snapshots that never change, and the chain that shows it.
 *
 *   ARCHIVE/20260917T081500Z/  one snapshot: a site, its topology.db,
 *                              manifest.json and SHA256SUMS
 *   ARCHIVE/log                a line for each publication, oldest first:
 *                              id, SHA-256 of its manifest.json, tag or "-"
 *   ARCHIVE/latest             symlink to the snapshot that is newest by time
 *   ARCHIVE/tags/NAME          the id that bears the tag; below, earlier ones
 *   ARCHIVE/.lock, .tmp-ID     of an add that is running
 *
 * The log is the truth; `latest` and `tags` follow from it. A manifest holds
 * the hash of the manifest that was published before it, so the last line of
 * the log vouches for every byte of the archive.
 *
 * Times are seconds since 1970 UTC, hashes lower-case hex text. What an empty
 * id points at does not exist. */
#ifndef SERVER_ARCHIVE_H
#define SERVER_ARCHIVE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hash.h"
#include "memory.h"

enum {
	SNAPSHOT_ID_SIZE = sizeof("20260917T081500Z"),
	TAG_SIZE = 64 + 1,
};

struct publication {
	char id[SNAPSHOT_ID_SIZE];
	char manifest_hash[HASH_SIZE];
	char tag[TAG_SIZE]; /* "": none */
};

struct archive {
	char path[PATH_MAX];
	struct publication *publications; /* in the order they were made */
	size_t count;
	size_t capacity;
};

/* -1 for a time that no snapshot can have. */
int snapshot_id(int64_t observed_at, char id[SNAPSHOT_ID_SIZE]);
/* The id's time; -1 when the text is no id. */
int64_t snapshot_time(const char *id);
/* A letter or digit, then letters, digits, ".", "_", "-"; up to 64. */
bool tag_is_valid(const char *tag);
/* Below a snapshot: printable ASCII, no part of it empty or begun by a dot. */
bool path_is_publishable(const char *path);

/* Reads the log; an archive without one is empty. -1 after logging. */
int archive_open(struct archive *, const char *path);
void archive_close(struct archive *);
/* The same from the text of a log, which `name` stands for in messages. */
int archive_parse_log(struct archive *, const char *name, const char *text);
void archive_append(struct archive *, const struct publication *);
void archive_print_log(const struct archive *, struct text *);

/* NULL when there is none. */
const struct publication *archive_last(const struct archive *);
const struct publication *archive_find(const struct archive *, const char *id);
const struct publication *archive_newest(const struct archive *);
/* The newest of the first `count` publications that is older than `id`. */
const struct publication *archive_before(
	const struct archive *, size_t count, const char *id);
const struct publication *archive_tagged(
	const struct archive *, const char *tag);
/* What ARCHIVE/tags/TAG must hold. */
void archive_print_tag(const struct archive *, const char *tag, struct text *);

/* A link or a pipe in its place is refused; -1 after logging. */
int check_plain_file(const char *path);
/* The text of a plain file; NULL after logging. */
char *archive_read_file(const char *path, size_t *length);
/* "ARCHIVE/ID/NAME" (or "ARCHIVE/ID" for a NULL name); -1 after logging. */
int archive_path(char path[PATH_MAX], const struct archive *, const char *id,
	const char *name);

/* The verbs; each returns 0, or -1 after logging. */
int archive_add(const char *archive, const char *site, const char *tag);
int archive_list(const char *archive);
/* A NULL id: all snapshots, and what ties them together. */
int archive_verify(const char *archive, const char *id);

#endif

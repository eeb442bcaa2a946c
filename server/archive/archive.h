/* archive.h -- dated snapshots that never change, and the chain that shows it.
 *
 *   ARCHIVE/20260917T081500Z/  one snapshot: a site, its topology.db.gz,
 *                              manifest.json and SHA256SUMS; beside a page
 *                              NAME the same compressed, NAME.gz
 *   ARCHIVE/log                a line for each record, oldest first (record.h)
 *   ARCHIVE/latest             symlink to the snapshot that is newest by time
 *   ARCHIVE/tags/NAME          the id that bears the tag; below, each time that
 *                              it was given, newest first
 *   ARCHIVE/pruned/ID.json     the manifest of a snapshot that was pruned
 *   ARCHIVE/.lock, .tmp-*      of a writer that is running
 *
 * The log is the truth; `latest` and `tags` follow from it. Its lines form a
 * chain, and a manifest holds the chain's hash as it was before it: the chain
 * hash of the last line vouches for every byte of the archive.
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

enum snapshot_kind {
	KIND_STATE, /* any day */
	KIND_PHASE_CLOSE, /* the state a phase ended with */
	KIND_FINAL, /* the last phase's, signed */
	KIND_COUNT,
};

extern const char *const kind_names[KIND_COUNT]; /* "state" ... */

struct publication {
	char id[SNAPSHOT_ID_SIZE];
	char manifest_hash[HASH_SIZE];
	char tag[TAG_SIZE]; /* as published, see archive_tagged; "": none */
	enum snapshot_kind kind;
	int64_t published_at; /* 0: by an older program, which kept no time */
	size_t place; /* of its record in the log */
	bool is_imported; /* made in another archive's chain */
	bool is_pruned; /* only its manifest is left */
};

struct record;

struct archive {
	char path[PATH_MAX];
	struct publication *publications; /* in the order they were made */
	size_t count;
	size_t capacity;
	struct record *records; /* all that happened, oldest first: record.h */
	size_t record_count;
	size_t record_capacity;
	struct arena *arena; /* what the records say */
};

/* -1 for a time that no snapshot can have. */
int snapshot_id(int64_t observed_at, char id[SNAPSHOT_ID_SIZE]);
/* The id's time; -1 when the text is no id. */
int64_t snapshot_time(const char *id);
/* -1 when the word is no kind. */
int snapshot_kind(const char *word);
/* A letter or digit, then letters, digits, ".", "_", "-"; up to 64; no id, and
 * neither "latest" nor "prev". */
bool tag_is_valid(const char *tag);
/* Below a snapshot: printable ASCII, no part of it empty or begun by a dot. */
bool path_is_publishable(const char *path);
/* What a note may hold: UTF-8 text of one line. */
bool text_is_noteworthy(const char *text);

/* Reads the log; an archive without one is empty. -1 after logging. */
int archive_open(struct archive *, const char *path);
void archive_close(struct archive *);
/* The same from the text of a log, which `name` stands for in messages. */
int archive_parse_log(struct archive *, const char *name, const char *text);
void archive_print_log(const struct archive *, struct text *);

/* NULL when there is none. Pruned snapshots are found too. */
const struct publication *archive_last(const struct archive *);
const struct publication *archive_find(const struct archive *, const char *id);
const struct publication *archive_newest(const struct archive *);
/* The newest of the first `count` publications that is older than `id`. */
const struct publication *archive_before(
	const struct archive *, size_t count, const char *id);
/* The newest that is older than `id` and still has its files. */
const struct publication *archive_kept_before(
	const struct archive *, const char *id);
/* By id, tag, "latest" or "prev" (the newest before the latest that is not
 * pruned). NULL when there is none. */
const struct publication *archive_named(
	const struct archive *, const char *name);
/* The same; NULL after logging. */
const struct publication *archive_resolve(
	const struct archive *, const char *name);

/* The snapshot that bears the tag: the last that was given it by hand or as the
 * end of a phase, else the last state published with it. */
const struct publication *archive_tagged(
	const struct archive *, const char *tag);
/* The tags there are, sorted by name; NULL past the last one. */
const char *archive_tag(const struct archive *, size_t index);
/* Whether any tag is its own now. */
bool archive_bears_tag(const struct archive *, const struct publication *);
/* What ARCHIVE/tags/TAG must hold. */
void archive_print_tag(const struct archive *, const char *tag, struct text *);

/* A link or a pipe in its place is refused; -1 after logging. */
int check_plain_file(const char *path);
/* The text of a plain file; NULL after logging. */
char *archive_read_file(const char *path, size_t *length);
/* "ARCHIVE/ID/NAME" (or "ARCHIVE/ID" for a NULL name); -1 after logging. */
int archive_path(char path[PATH_MAX], const struct archive *, const char *id,
	const char *name);

#endif

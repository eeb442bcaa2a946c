/* manifest.h -- what one snapshot holds: manifest.json and SHA256SUMS.
 *
 * A manifest is trusted once its hash is the one in the log.
 * Ownership: all of a manifest dies with manifest_free. */
#ifndef SERVER_MANIFEST_H
#define SERVER_MANIFEST_H

#include "archive.h"

#define MANIFEST_NAME "manifest.json"
#define SUMS_NAME "SHA256SUMS"
#define STATE_NAME "topology.db"

enum { CLASS_COUNT = 5 };

/* The words of device.class in topology.db, in the order people read them. */
extern const char *const class_names[CLASS_COUNT];

struct manifest_file {
	const char *path;
	int64_t size;
	char hash[HASH_SIZE];
};

struct manifest_pointer {
	char id[SNAPSHOT_ID_SIZE]; /* "": there is none */
	char manifest_hash[HASH_SIZE];
};

struct manifest {
	struct arena *arena;
	char id[SNAPSHOT_ID_SIZE];
	char tag[TAG_SIZE]; /* "": none */
	const char *phase; /* as declared; NULL: none */
	const char *tool;
	bool complete; /* the crawl came to its end */
	int64_t devices[CLASS_COUNT];
	const char *figures; /* a JSON object: run, facts, metrics, history */
	struct manifest_pointer previous; /* by time, when it was published */
	struct manifest_pointer published_after;
	struct manifest_file *files; /* sorted by path */
	size_t file_count;
	size_t file_capacity;
	size_t json_length; /* of the manifest.json it was read from */
};

struct manifest *manifest_create(void);
void manifest_free(struct manifest *);
/* The hash of a new file is filled in by the caller. */
struct manifest_file *manifest_add(struct manifest *, const char *path);
void manifest_sort(struct manifest *);
/* NULL when the snapshot holds no such file. */
const struct manifest_file *manifest_find(
	const struct manifest *, const char *path);
int64_t manifest_size(const struct manifest *);

struct manifest_pointer pointer_to(const struct publication *);

/* Text for manifest.json; -1 after logging. */
int manifest_print(const struct manifest *, struct text *);
/* NULL after logging; `name` stands for the text in messages. */
struct manifest *manifest_parse(
	const char *name, const char *text, size_t length);
/* For `sha256sum -c`: all files and manifest.json. */
void manifest_print_sums(
	const struct manifest *, const char *manifest_hash, struct text *);

/* Reads and checks ARCHIVE/ID/manifest.json against the log; NULL after
 * logging. */
struct manifest *manifest_read(
	const struct archive *, const struct publication *);

#endif

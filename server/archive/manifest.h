/* manifest.h -- what one snapshot holds: manifest.json and SHA256SUMS.
 *
 * Schema 3 is written; schema 2, which knew no kinds, notes, root hashes and no
 * compressed files, is read.
 * A manifest is trusted once its hash is the one in the log.
 * Ownership: all of a manifest dies with manifest_free. */
#ifndef SERVER_MANIFEST_H
#define SERVER_MANIFEST_H

#include "archive.h"

#define MANIFEST_NAME "manifest.json"
#define SUMS_NAME "SHA256SUMS"
#define STATE_NAME "topology.db"
#define STATE_PACKED STATE_NAME ".gz"
#define PRUNED_FOLDER "pruned"

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
	char root_hash[HASH_SIZE]; /* of a schema 2 manifest: "" */
};

struct manifest {
	struct arena *arena;
	char id[SNAPSHOT_ID_SIZE];
	enum snapshot_kind kind;
	char tag[TAG_SIZE]; /* "": none */
	const char *phase; /* as declared; NULL: none */
	const char *note; /* NULL: none */
	char replaces[SNAPSHOT_ID_SIZE]; /* what it corrects; "": nothing */
	const char *tool;
	const char *tools; /* a JSON object: program or library, its version */
	bool complete; /* the crawl came to its end */
	int64_t devices[CLASS_COUNT];
	/* a JSON object: run, facts, coverage, metrics, history */
	const char *figures;
	struct manifest_pointer previous; /* by time, when it was published */
	struct manifest_pointer published_after;
	char chain[HASH_SIZE]; /* of the log before it; "": the first line */
	char root_hash[HASH_SIZE]; /* over the sorted list of files */
	struct manifest_file state; /* its path here, size and hash unpacked */
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

/* Without the root hash, which the log does not know. */
struct manifest_pointer pointer_to(const struct publication *);
/* SHA-256 over "HASH  PATH" lines in the order of the list. */
void manifest_root(const struct manifest *, char hash[HASH_SIZE]);

/* Appends a JSON string, "null" for NULL; -1 when it is no UTF-8 text. */
int json_quote(struct text *, const char *string);
/* Text for manifest.json; -1 after logging. */
int manifest_print(const struct manifest *, struct text *);
/* NULL after logging; `name` stands for the text in messages. */
struct manifest *manifest_parse(
	const char *name, const char *text, size_t length);
/* For `sha256sum -c`: all files and manifest.json. */
void manifest_print_sums(
	const struct manifest *, const char *manifest_hash, struct text *);

/* ARCHIVE/ID/manifest.json, or what pruning kept of it; -1 after logging. */
int manifest_path(char path[PATH_MAX], const struct archive *,
	const struct publication *);
/* Reads the manifest and checks it against the log; NULL after logging. */
struct manifest *manifest_read(
	const struct archive *, const struct publication *);

/* Of the newest snapshot before the id that still has its files; NULL when
 * there is none. */
struct manifest *manifest_read_before(const struct archive *, const char *id);

#endif

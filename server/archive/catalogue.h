/* catalogue.h -- the archive as the server sees it: fresh, cached, read-only.
 *
 * The log is looked at before each answer, so that a new snapshot appears by
 * itself. Manifests are kept for the snapshots asked for last; all but the list
 * of files is kept for all. Files are opened beneath the
 * archive's folder only, and no link is followed.
 * Ownership: all belongs to the catalogue; a manifest is good until the next
 * call of catalogue_manifest. */
#ifndef SERVER_CATALOGUE_H
#define SERVER_CATALOGUE_H

#include "archive.h"
#include "manifest.h"

struct catalogue;

/* What is known of one snapshot without its list of files. */
struct summary {
	const struct publication *publication;
	bool readable; /* false: its manifest is not as published */
	bool complete;
	int64_t devices[CLASS_COUNT];
	size_t file_count;
	int64_t bytes; /* of them */
	struct manifest *head; /* without files; NULL when not readable */
};

/* NULL after logging. */
struct catalogue *catalogue_open(const char *archive);
void catalogue_close(struct catalogue *);

/* Looks whether there is something new. -1 after logging: what was known
 * before stays in use. */
int catalogue_refresh(struct catalogue *);
/* False when the last look failed. */
bool catalogue_is_fresh(const struct catalogue *);
const struct archive *catalogue_archive(const struct catalogue *);
/* Newest by time first; `count` of them. */
const struct summary *catalogue_summaries(
	const struct catalogue *, size_t *count);

/* NULL when it is not as published. It lists manifest.json and SHA256SUMS too,
 * and the topology.db that lies packed in it. Of a pruned snapshot nothing but
 * the manifest is left. */
const struct manifest *catalogue_manifest(
	struct catalogue *, const struct publication *);
/* Writes its topology.db to the descriptor; -1 after logging, also when it is
 * not as published. */
int catalogue_unpack_state(
	const struct catalogue *, const struct manifest *, int to);
/* A descriptor; -1 when it is not a file of the size it was published with, and
 * of the topology.db that lies packed. */
int catalogue_open_file(const struct catalogue *, const struct manifest *,
	const struct manifest_file *);

#endif

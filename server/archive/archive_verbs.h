/* archive_verbs.h -- what 'twinmap archive' does; each returns 0, or after
 * logging -1 or VERB_MISUSED. A NAME is an id, a tag, "latest" or "prev". */
#ifndef SERVER_ARCHIVE_VERBS_H
#define SERVER_ARCHIVE_VERBS_H

#include <stdbool.h>
#include <stdint.h>

#include "archive.h"
#include "record.h"

enum { VERB_MISUSED = -2 }; /* the command line was wrong */

struct retention;
struct search_order;

/* What is asked of a new snapshot, good words; NULL: nothing. */
struct addition {
	enum snapshot_kind kind;
	const char *tag; /* NULL: the phase */
	const char *note;
	const char *replaces; /* a NAME */
	int64_t at; /* 0: the present */
};

int archive_add(const char *archive, const char *site, const struct addition *);
int archive_list(const char *archive, bool as_json);
int archive_show(const char *archive, const char *name, bool as_json);
/* A NULL name: all snapshots, and what ties them together. */
int archive_verify(const char *archive, const char *name);
/* Adds one of EVENT_TAG, EVENT_NOTE, EVENT_SIGN to a snapshot. */
int archive_record(const char *archive, const char *name, const struct record *,
	int64_t at);
int archive_prune(const char *archive, const struct retention *, int64_t at,
	bool dry_run);
/* A tar file at `output`, "-" for standard output; `path` is the archive. */
int archive_export(
	const char *path, const char *name, const char *output, bool compress);
int archive_import(const char *archive, const char *path, int64_t at);
/* Makes ARCHIVE/search.db anew. */
int archive_index(const char *archive);
int archive_search(
	const char *archive, const struct search_order *, bool as_json);

#endif

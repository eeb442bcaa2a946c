/* record.h -- a line of the log: what happened to which snapshot, and when.
 *
 *   CHAIN <tab> TIME <tab> EVENT <tab> ID <tab> NAME <tab> TEXT
 *
 *   event     name         text
 *   publish   tag or ""    SHA-256 of manifest.json, kind
 *   import    tag or ""    the same, of a snapshot made in another archive
 *   tag       the tag      why it was given
 *   note      who          what is to be known of the snapshot
 *   sign      who          what is signed
 *   prune     ""           why it could go
 *
 * CHAIN is the SHA-256 of the chain hash of the line before and of the rest of
 * this line, its end included. TIME is as in 2026-09-17T08:15:00Z. An older
 * form, "ID HASH TAG", stands for a publication and states no chain hash. */
#ifndef SERVER_RECORD_H
#define SERVER_RECORD_H

#include "archive.h"

enum event {
	EVENT_PUBLISH,
	EVENT_IMPORT,
	EVENT_TAG,
	EVENT_NOTE,
	EVENT_SIGN,
	EVENT_PRUNE,
	EVENT_COUNT,
};

extern const char *const event_names[EVENT_COUNT];

struct record {
	enum event event;
	int64_t at; /* 0 in the older form */
	char id[SNAPSHOT_ID_SIZE];
	const char *name;
	const char *text;
	char chain[HASH_SIZE];
	bool is_old; /* of the older form */
};

enum { TIME_SIZE = sizeof("2026-09-17T08:15:00Z") };

const char *time_text(int64_t seconds, char text[TIME_SIZE]);

/* Of the record before, "" for the first one. */
const char *archive_chain(const struct archive *);
/* Reads one line, end included. -1 when it is none, or has another chain hash
 * than follows from the records before. */
int record_parse(
	struct archive *, const char *line, size_t length, struct record *);
void record_print(const struct record *, struct text *);
/* Adds a record to those in memory, its chain hash made or checked already. -1
 * without words when it cannot follow on those before: its snapshot is unknown
 * or pruned, or published twice. */
int record_append(struct archive *, const struct record *);
/* The chain hash of a record to be appended; copies its words. */
void record_link(struct archive *, struct record *);
bool record_is_publication(const struct record *);

#endif

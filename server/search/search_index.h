/* search_index.h -- search.db: what the states of an archive say, to be
 * searched.
 *
 * templates/archive/search/tables.sql is the manual of the format, objects.sql
 * says what of a state goes into it. The file is written where nobody reads it,
 * without a journal: one that was broken off is thrown away. */
#ifndef SERVER_SEARCH_INDEX_H
#define SERVER_SEARCH_INDEX_H

#include <stdbool.h>
#include <stdint.h>

struct database;

/* All functions return -1 after logging. */
int search_index_create(const char *path);

struct indexed_state {
	const char *path; /* of the topology.db */
	const char *id;
	const char *manifest_hash;
	int64_t observed_at;
};

/* Adds a state of any time, older ones too. */
int search_index_add(const char *path, const struct indexed_state *);

/* For reading; NULL after logging. */
struct database *search_index_open(const char *path);
/* Whether this program can read the file; no words. */
bool search_index_is_ours(const char *path);
/* As schema `search` of another database. */
int search_index_attach(struct database *, const char *path);

#endif

/* store.h -- writes devices and candidates into topology.db.
 *
 * One device is one transaction: whoever reads an unfinished file sees whole
 * devices only. Of credentials the file gets the label and the level. Every
 * failure was logged when -1 comes back. */
#ifndef DISCOVER_STORE_H
#define DISCOVER_STORE_H

#include <stddef.h>
#include <stdint.h>

struct candidate_report;
struct credential;
struct database;
struct device;
struct ip_address;
struct store;
struct walk_outcome;

/* Drops the indexes that only reading needs and prepares every statement; NULL
 * when that fails. The database stays the caller's and must outlive the store.
 */
struct store *store_create(struct database *);
void store_free(struct store *);

struct device_report {
	struct device *device;
	const struct credential *credential; /* NULL: no agent was asked */
	const struct candidate_report *candidate; /* that it answered at */
	int64_t asked_at;
	const struct walk_outcome *outcomes;
	size_t outcome_count;
};

/* The row's id, or -1. */
int64_t store_device(struct store *, const struct device_report *);

/* What came of an address that the crawl thought of. */
struct candidate_report {
	const struct ip_address *ip;
	const char *found_by, *result;
	const char *detail; /* or NULL */
	int64_t found_on, device; /* row ids, 0 none */
	int requests;
};

/* Candidates are many: a transaction holds them all. One that is written again
 * replaces itself. */
int store_begin(struct store *);
int store_candidate(struct store *, const struct candidate_report *);
/* Ends it as `result` says; -1 unless all went well. */
int store_end(struct store *, int result);

/* The run itself: begun with complete = 0. Its end builds the indexes. */
int store_run_begins(struct store *, int64_t observed_at, int64_t started_at);
int store_run_ends(struct store *, int64_t finished_at, int complete);
int store_setting(struct store *, const char *name, const char *value);

/* Rows of the network written so far, coverage and settings left out. */
int64_t store_row_count(const struct store *);

#endif

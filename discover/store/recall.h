/* recall.h -- what an unfinished file knows of its devices, as far as the crawl
 * that goes on with it needs that: who they are, how they were found, their own
 * addresses, and all that leads to others. */
#ifndef DISCOVER_RECALL_H
#define DISCOVER_RECALL_H

#include <stdbool.h>
#include <stdint.h>

struct database;
struct device;
struct recall;

struct recalled {
	int64_t id; /* of its row */
	struct device *device;
	const char *credential; /* its label; NULL: no agent was asked */
	const char *found_by; /* NULL: it was not asked, but looked at */
	const char *detail; /* on its candidate, or NULL */
	int64_t found_on;
	int requests;
};

/* NULL after logging. Nothing may be written until it is freed. */
struct recall *recall_begin(struct database *);
void recall_free(struct recall *);
/* The next device, in the order in which they were written; it belongs to the
 * recall until the next call. False at the end, or when reading failed. */
bool recall_next(struct recall *, struct recalled *);
bool recall_failed(const struct recall *);

#endif

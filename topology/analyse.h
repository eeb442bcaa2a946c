/* analyse.h -- what follows from what devices said and people wrote.
 *
 * Drops and rebuilds the derived rows in one transaction, so a changed answer
 * needs no new crawl, and a mistake leaves the file as it was. */
#ifndef TOPOLOGY_ANALYSE_H
#define TOPOLOGY_ANALYSE_H

#include <stdint.h>

struct database;

enum { KEEP_TIME = -1 };

/* NULL keeps what the file has of it; of vendors, the usual folder. */
struct analysis {
	const char *facts; /* facts.yaml, replaces the stated rows */
	const char *phase; /* declared: an id of the facts; "" for none */
	const char *previous; /* topology.db of the state before; "": none */
	const char *templates; /* DIR: its rules/ and checks/ too; NULL: none */
	const char *vendors; /* folder of the IEEE registry; "": none */
	int64_t observed_at; /* seconds since 1970 UTC, or KEEP_TIME */
};

/* -1 after logging; nothing is changed then. */
int analyse(struct database *, const struct analysis *);

#endif

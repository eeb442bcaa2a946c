/* visit.h -- asks one address, and reads the device behind it if it is new.
 *
 * The crawl's own state, shared by its two files. */
#ifndef DISCOVER_VISIT_H
#define DISCOVER_VISIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "leads.h"
#include "progress.h"

struct crawl_order;
struct discover_config;
struct engine;
struct keyring;
struct registry;
struct store;

struct crawl {
	const struct crawl_order *order;
	const struct discover_config *config;
	struct store *store;
	struct engine *engine;
	struct candidates *candidates;
	struct registry *registry;
	struct keyring *keyring;
	struct leads leads;
	struct progress progress;
	size_t devices; /* written */
	int64_t walks; /* begun */
	bool has_failed; /* a write failed: logged */
	bool has_own_host; /* written, or none is to be */
	struct visit *visits; /* under way */
	int visit_count;
	volatile int stop;
};

/* Begins visits while there are candidates and the engine has room. */
void visit_more(struct crawl *);
/* Forgets those under way, when a crawl is stopped. */
void visits_free(struct crawl *);

#endif

/* crawl.h -- from seeds to the whole network, one visit a device. */
#ifndef DISCOVER_CRAWL_H
#define DISCOVER_CRAWL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine.h"

struct candidates;
struct credentials;
struct database;
struct discover_config;
struct store;
struct vantage;

struct crawl_order {
	const struct discover_config *config;
	const struct credentials *credentials;
	struct database *database;
	struct store *store; /* of that database */
	const struct vantage *vantage; /* NULL: not looked at */
	/* Called about five times a second; true ends the crawl. */
	bool (*should_stop)(void);
};

struct crawl_summary {
	size_t devices;
	int64_t rows;
	bool is_complete; /* false: stopped, or a write failed */
	struct engine_figures figures;
};

/* Writes devices and candidates; -1 after logging. */
int crawl_run(const struct crawl_order *, struct crawl_summary *);

#endif

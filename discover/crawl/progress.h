/* progress.h -- how far a crawl is, on a terminal, and what it cost.
 *
 * Programs read the closing line: its words do not change. */
#ifndef DISCOVER_PROGRESS_H
#define DISCOVER_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"

struct crawl_summary;

struct progress {
	double started; /* seconds of the monotonic clock */
	bool is_shown; /* standard error is a terminal */
	double longest; /* seconds that one device took */
	struct ip_address slowest; /* which, when it took any time */
};

struct progress_state {
	size_t devices; /* written */
	size_t known; /* addresses thought of */
	int in_flight;
	int64_t rows;
};

/* Seconds of the monotonic clock. */
double progress_now(void);
void progress_begin(struct progress *);
void progress_show(const struct progress *, const struct progress_state *);
void progress_clear(const struct progress *);
/* A device was read that was begun with then. */
void progress_note(struct progress *, const struct ip_address *, double began);
/* "9 devices, 5210 rows, 620 requests, 1.2 seconds, 7.5 devices/s, ..." */
void progress_report(const struct progress *, const struct crawl_summary *);

#endif

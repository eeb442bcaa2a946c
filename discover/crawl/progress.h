/* progress.h -- how far a crawl is, on a terminal, and what it cost.
 *
 * Programs read the closing line: its words do not change. */
#ifndef DISCOVER_PROGRESS_H
#define DISCOVER_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct crawl_summary;

struct progress {
	double started; /* seconds of the monotonic clock */
	bool is_shown; /* standard error is a terminal */
};

struct progress_state {
	size_t devices; /* written */
	size_t known; /* addresses thought of */
	int in_flight;
	int64_t rows;
};

void progress_begin(struct progress *);
void progress_show(const struct progress *, const struct progress_state *);
void progress_clear(const struct progress *);
/* "9 devices, 5210 rows, 620 requests, 1.2 seconds, 7.5 devices/s, ..." */
void progress_report(const struct progress *, const struct crawl_summary *);

#endif

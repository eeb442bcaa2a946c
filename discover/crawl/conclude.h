/* conclude.h -- what a crawl concludes from a device that was read, be it over
 * the network or out of the file of a run that goes on. */
#ifndef DISCOVER_CONCLUDE_H
#define DISCOVER_CONCLUDE_H

#include <stdbool.h>

struct candidate;
struct crawl;
struct device;
struct known_device;

struct finding {
	const struct device *device;
	struct known_device *known; /* with its row id */
	struct candidate *candidate; /* that it answered at; NULL: none */
	const char *remark; /* on the candidate, or NULL */
	bool is_leaf; /* what it speaks of is not followed */
};

/* It is walked: its own addresses need no visit, whoever waits for it learns
 * whether he is it, and what it speaks of is visited next. */
void conclude(struct crawl *, const struct finding *);

#endif

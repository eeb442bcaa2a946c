/* retention.h -- which snapshots are kept, and what for.
 *
 * For ever: what bears a tag, closes a phase, is final or was signed, and the
 * latest. Of the others the last so many, and the newest one of each of the
 * last so many days, weeks (from Monday) and months that have any, UTC. Time
 * passes by snapshots alone: a pause in the crawls costs none. */
#ifndef SERVER_RETENTION_H
#define SERVER_RETENTION_H

#include "archive.h"

enum period {
	PERIOD_LAST,
	PERIOD_DAY,
	PERIOD_WEEK,
	PERIOD_MONTH,
	PERIOD_COUNT
};

#define KEEP_ALL INT64_MAX

struct retention {
	int64_t keep[PERIOD_COUNT];
};

extern const struct retention default_retention;

struct verdict {
	const struct publication *publication;
	const char *kept_for; /* NULL: it may go */
};

/* One verdict for each snapshot that still has its files, newest first; `count`
 * of them, to be freed. */
struct verdict *retention_judge(
	const struct archive *, const struct retention *, size_t *count);
/* "last 14, daily 30, weekly 26, monthly all" */
void retention_print(const struct retention *, struct text *);

#endif

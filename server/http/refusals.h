/* refusals.h -- says why clients are refused, without filling the disk.
 *
 * A reason is logged the first time; within the minute after, it is counted
 * only, and the sum is told with the next one.
 * Times are milliseconds of one clock that never goes back. */
#ifndef SERVER_REFUSALS_H
#define SERVER_REFUSALS_H

#include <stdint.h>

#include "address.h"

enum refusal {
	REFUSED_NO_ROOM,
	REFUSED_PASSWORD,
	REFUSED_TRIES,
	REFUSED_PROXY,
	REFUSED_HOST,
	REFUSED_SLOW,
	REFUSAL_COUNT,
};

/* One word each, for programs. */
extern const char *const refusal_names[REFUSAL_COUNT];

struct refusals {
	struct {
		int64_t quiet_until;
		int64_t untold;
		int64_t total;
	} items[REFUSAL_COUNT];
};

void refusals_tell(struct refusals *, enum refusal, const struct ip_address *,
	int64_t now);

#endif

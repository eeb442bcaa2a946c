/* pace.h -- how much one request asks for, as far as the agent kept up. */
#ifndef DISCOVER_PACE_H
#define DISCOVER_PACE_H

#include <stdbool.h>
#include <stddef.h>

#include "walker.h"

struct pace {
	size_t budget; /* varbinds to ask for in one request */
	size_t largest; /* varbinds that came in one answer */
	size_t cap; /* what fits into an answer, once one was cut */
};

void pace_begin(struct pace *);
size_t varbinds_asked_for(const struct snmp_request *);
/* Rows of each column; depends on the ranges of the request. */
int pace_repetitions(const struct pace *, const struct walk_request *);
/* It was too much, or nobody answered. */
void pace_halve(struct pace *, const struct snmp_request *);
/* `kept`: the varbinds of the answer that were of use. */
void pace_follow(struct pace *, const struct snmp_request *,
	const struct snmp_response *, size_t kept);

#endif

/* walker.h -- what to ask an agent next, and what its answers mean.
 *
 * Columns of all tables travel together, up to ten in a request. When a
 * request comes back its columns return to the pool, and as many of them as
 * there are idle slots for share the next requests: a column that ends makes
 * room for another one, and long columns end up alone. Those are then cut into
 * ranges, as long as slots are idle. How much one request asks for follows what
 * the agent managed so far.
 *
 * It knows no socket and no clock: whoever has them sends the requests and
 * says what became of each. */
#ifndef DISCOVER_WALKER_H
#define DISCOVER_WALKER_H

#include "table.h"

enum { WALK_COLUMNS = 10 };

struct walk_request {
	struct snmp_request message; /* complete but for its id */
	struct range *ranges[WALK_COLUMNS]; /* message.name_count of them */
	struct snmp_name names[WALK_COLUMNS];
	uint32_t ids[WALK_COLUMNS][OID_IDS];
	struct walk_request *next; /* while it is not in use */
};

struct walker;

/* Everything lies in the order's arena; there is nothing to free. */
struct walker *walker_create(const struct walk_order *, int64_t row_limit);

/* The next request when `idle_slots` may be sent now; NULL when there is
 * nothing to ask, or nothing until an answer has come. Every request is to be
 * given back once, to walker_answered or walker_failed. */
struct walk_request *walker_next(struct walker *, int idle_slots);

/* `is_steady`: the agent answered as fast as usual. Returns the number of
 * values kept. */
size_t walker_answered(struct walker *, struct walk_request *,
	const struct snmp_response *, bool is_steady);
/* Nobody answered a first or second sending: asks for half as much, also in
 * this request when it is sent again. */
void walker_repeat(struct walker *, struct walk_request *);
/* Nobody answered at all; `reason` must stay. */
void walker_failed(struct walker *, struct walk_request *, const char *reason);

/* Ends all the tables that are not complete, as nobody answers or for another
 * reason. Requests that are still out must not be given back any more. */
void walker_give_up(struct walker *, const char *reason, bool is_silent);
bool walker_is_done(const struct walker *);
/* In the order of the collectors; complete when the walker is done. */
const struct walk_outcome *walker_outcomes(struct walker *, size_t *count);

#endif

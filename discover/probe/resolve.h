/* resolve.h -- questions to DNS. The door to c-ares. */
#ifndef DISCOVER_RESOLVE_H
#define DISCOVER_RESOLVE_H

#include "question.h"

/* The records of question.record under question.name. The talk says of whom:
 * "dns" of the resolvers; "dns-server" of the server at question.ip alone, what
 * it knows itself; "dns-service" of the same as its users ask it. These two
 * over TCP or UDP as the question says. */
ask resolve_ask;

#endif

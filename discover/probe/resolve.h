/* resolve.h -- questions to DNS. The door to c-ares. */
#ifndef DISCOVER_RESOLVE_H
#define DISCOVER_RESOLVE_H

#include "question.h"

struct records;

/* The records of question.record under question.name, or of PTR under
 * question.ip: from the resolvers when the question is recursive, else from
 * the server at question.ip alone, over TCP or UDP as it says. */
ask resolve_ask;

/* Takes the records of one type out of a message; the word of what is wrong
 * with it, or NULL. The type must be one that is asked for. */
const char *resolve_read(struct records *, const char *record,
	const unsigned char *bytes, size_t length);

#endif

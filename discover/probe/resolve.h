/* resolve.h -- questions to DNS. The door to c-ares. */
#ifndef DISCOVER_RESOLVE_H
#define DISCOVER_RESOLVE_H

#include "question.h"

/* The library's tables; -1 after logging. */
int resolve_begin(void);
void resolve_end(void);

/* The records of question.record under question.name, or of PTR under
 * question.ip: from the resolvers when the question is recursive, else from
 * the server at question.ip alone, over TCP or UDP as it says. */
ask resolve_ask;

/* "1.2.0.192.in-addr.arpa": the name of an address for PTR. To be freed. */
char *reverse_name(const struct ip_address *);

struct lookup_answer {
	struct answer_record *records; /* free() them */
	size_t count;
};

/* Takes the records of one type out of a message; the word of what is wrong
 * with it, or NULL. The type must be one that is asked for. */
const char *resolve_read(struct lookup_answer *, const char *record,
	const unsigned char *bytes, size_t length);

#endif

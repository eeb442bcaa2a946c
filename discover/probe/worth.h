/* worth.h -- what an answer of DNS is worth, by who gave it.
 *
 * A resolver that refuses has said nothing of the name; a server that does so
 * has said no; a service that knows no such name speaks DNS all the same. */
#ifndef DISCOVER_WORTH_H
#define DISCOVER_WORTH_H

#include "question.h"

struct message;
struct records;

enum asked_one { ASKED_RESOLVER, ASKED_SERVER, ASKED_SERVICE, ASKED_COUNT };

/* Of a message, whose records of the type are taken out. */
struct answer worth_of_message(enum asked_one, struct records *,
	const char *record, const struct message *);

#endif

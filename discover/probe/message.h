/* message.h -- what a message of DNS says. */
#ifndef DISCOVER_MESSAGE_H
#define DISCOVER_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

struct records;

struct message {
	const unsigned char *bytes;
	size_t length;
};

/* The number of a type that is asked for ("AAAA"); 0 for all others. */
int message_type(const char *record);

/* Takes the records of one type out of an answer, whoever they belong to: a
 * name may be an alias of another. The word of probe.reason why there are none,
 * or NULL. */
const char *message_read(
	struct records *, const char *record, const struct message *);

/* May a resolver's answer without records be believed? Who neither knows
 * himself nor asks others has only said so. */
bool message_is_final(const struct message *);

#endif

/* scrub.h -- what a recording must not tell when it is given away.
 *
 * Left out: the tables that hold or name communities, users and targets, and
 * every variable whose index spells a secret of the credential. Replaced:
 * contact, location, command lines, and every value that holds such a secret.
 * Names of systems become pseudonyms when asked for: the same name gives the
 * same pseudonym in every recording, so that neighbours still match. Whoever
 * guesses a name can confirm it. */
#ifndef DISCOVER_SCRUB_H
#define DISCOVER_SCRUB_H

#include "credentials.h"
#include "snmp.h"

enum { SCRUB_TEXT_SIZE = 24 };

struct scrub {
	const struct credential *credential; /* whose secrets */
	bool names; /* replace names of systems too */
	char text[SCRUB_TEXT_SIZE]; /* the newest pseudonym */
};

/* May replace the value, by one that is good until the next call. False when
 * the variable is to be left out. */
bool scrub_variable(
	struct scrub *, struct snmp_name name, struct mib_value *value);

#endif

/* secrets.h -- certificate, key and passwords, read again when they change. */
#ifndef SERVER_SECRETS_H
#define SERVER_SECRETS_H

#include "access.h"
#include "digest.h"
#include "keeper.h"
#include "tls.h"

struct secrets {
	const char *certificate; /* with its key, or NULL */
	const char *key;
	const char *users; /* NULL: no passwords */
	struct tls *tls; /* filled in by secrets_open when there is one */
	struct access *access; /* gets the users */
	struct keeper keeper;
	uint8_t certificate_seen[DIGEST_SIZE]; /* what is in use */
	uint8_t users_seen[DIGEST_SIZE];
};

/* Reads the files and starts their keeper, if there are any; -1 after logging.
 */
int secrets_open(struct secrets *);
void secrets_close(struct secrets *);
bool secrets_are_kept(const struct secrets *);

/* When the keeper has something new. What is wrong is logged, and what was
 * right before stays in use. */
void secrets_reload(struct secrets *);

#endif

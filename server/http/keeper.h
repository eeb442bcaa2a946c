/* keeper.h -- a process that opens a few files for one that no longer may.
 *
 * The process that talks to clients gives up its rights, but certificates and
 * passwords change while it runs. The keeper is forked before; it hears nothing
 * but "look now", and hands over descriptors of just those files, all of them
 * whenever one has changed. */
#ifndef SERVER_KEEPER_H
#define SERVER_KEEPER_H

#include <stddef.h>

enum { KEPT_LIMIT = 4 };

struct keeper {
	const char *paths[KEPT_LIMIT];
	size_t count;
	int socket; /* readable when there is something new */
};

/* What the files hold is freed by keeper_drop. */
struct kept {
	char *texts[KEPT_LIMIT]; /* in the order of the paths */
};

/* With paths and count filled in; -1 after logging. */
int keeper_start(struct keeper *);
/* The files as they are now, through the keeper or without; -1 after logging.
 */
int keeper_read_directly(const struct keeper *, struct kept *);
int keeper_read(const struct keeper *, struct kept *);
void keeper_look_now(const struct keeper *);
void keeper_drop(const struct keeper *, struct kept *);

#endif

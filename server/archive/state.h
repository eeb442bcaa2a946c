/* state.h -- the topology.db of a snapshot, which lies compressed in it.
 *
 * A snapshot of manifest schema 2 holds it as it is; both are read here. */
#ifndef SERVER_STATE_H
#define SERVER_STATE_H

#include "manifest.h"

/* Writes the topology.db to the descriptor `to`, and refuses another one than
 * was published. `folder` is a descriptor of the archive. -1 after logging. */
int state_unpack(int folder, const struct manifest *, int to);
/* The same into the file at `path`, a new one or in the place of what it held.
 */
int state_unpack_to(
	const struct archive *, const struct manifest *, const char *path);
/* The same from the open file that `name` stands for; `to` is -1 to check it
 * alone. */
int state_unpack_file(
	int file, const char *name, const struct manifest *, int to);

/* False for a snapshot of manifest schema 2. */
bool state_is_packed(const struct manifest *);

#endif

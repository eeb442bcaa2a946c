/* states.h -- the topology.db of a few snapshots, unpacked into a folder.
 *
 * They lie compressed in the archive, and to unpack a large one takes seconds.
 * The worker does it before it begins a job, so that they are there for the
 * next one too; those asked for last are kept, up to so many bytes, and never
 * less than two, for a job may compare them. They are files: SQLite opens
 * nothing that has no name. */
#ifndef SERVER_STATES_H
#define SERVER_STATES_H

#include <stdint.h>

#include "catalogue.h"

struct states;

/* In an empty folder, which must live on and is the caller's. */
struct states *states_create(const char *folder, int64_t most_bytes);
/* The files stay. */
void states_free(struct states *);

/* Has it unpacked from now on; -1 after logging, also when the archive has no
 * such snapshot any more. Those of one job are named one after another: what
 * was named last goes last. */
int states_keep(struct states *, struct catalogue *, const char *id);
/* A path that database_open takes, as DATABASE_ARCHIVED or to be attached; NULL
 * when it is not kept. */
const char *state_path(const struct states *, const char *id);

#endif

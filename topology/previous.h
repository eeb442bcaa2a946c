/* previous.h -- the state before this one: what it remembers, and what differs.
 *
 * It is attached to the database as `before` while the derived rows are made
 * anew, where analyse was told of one. SQLite attaches nothing inside a
 * transaction, so that frames it. */
#ifndef TOPOLOGY_PREVIOUS_H
#define TOPOLOGY_PREVIOUS_H

struct database;

/* `path`: its topology.db; NULL: as it was; "": none. -1 after logging, with
 * nothing attached. */
int previous_attach(struct database *, const char *path);
void previous_detach(struct database *);

/* Writes down which one it is. */
int previous_set(struct database *, const char *path);

/* Steps of the analysis (`unused` is what others take). History before this
 * state, and the comparison with the attached one. */
int previous_recall(struct database *, const char *unused);
int previous_compare(struct database *, const char *unused);

#endif

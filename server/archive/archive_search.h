/* archive_search.h -- ARCHIVE/search.db, by which objects are found.
 *
 * It follows from the snapshots, and no hash vouches for it: who distrusts it
 * removes it. Every writer brings it up to date before it ends, on a copy that
 * takes its place, so that readers see all of one or of the other. That a
 * snapshot is published does not depend on it. */
#ifndef SERVER_ARCHIVE_SEARCH_H
#define SERVER_ARCHIVE_SEARCH_H

#include "archive.h"

#define SEARCH_NAME "search.db"

/* For writers, under their lock. What fails is told with what to do. */
void search_refresh(const struct archive *);
/* From nothing; -1 after logging. */
int search_rebuild(const struct archive *);
/* Snapshots that have their files and are not in it. */
size_t search_lacks(const struct archive *);

#endif

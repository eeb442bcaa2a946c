/* settled.h -- a topology.db that nobody writes at the moment. */
#ifndef RENDER_SETTLED_H
#define RENDER_SETTLED_H

/* Rows that are still in SQLite's log are not in the file. -1 after logging. */
int refuse_unsettled(const char *path);

#endif

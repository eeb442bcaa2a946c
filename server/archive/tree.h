/* tree.h -- the files below a folder: list them, remove them. */
#ifndef SERVER_TREE_H
#define SERVER_TREE_H

#include <stdbool.h>

enum tree_kind { TREE_FILE, TREE_FOLDER, TREE_OTHER };

/* Calls `visit` for all that lies below the folder, a folder before what is in
 * it, sorted by name; no link but `folder` itself is followed. `path` is
 * relative to the folder. Stops with -1 at the first visit that returns -1; -1
 * after logging when a folder cannot be read. */
int tree_walk(const char *folder,
	int (*visit)(void *context, const char *path, enum tree_kind),
	void *context);

/* Removes the folder and all below it; -1 after logging. */
int tree_remove(const char *folder);

#endif

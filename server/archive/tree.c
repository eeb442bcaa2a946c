/* tree.c -- the files below a folder: list them, remove them. */
#include "tree.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "memory.h"

static int
by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static FTS *
open_walk(const char *folder, int options)
{
	char *copy = memory_text(folder);
	char *const roots[] = { copy, NULL };
	FTS *walk =
		fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | options, by_name);

	if (walk == NULL)
		log_error("%s: %s", folder, strerror(errno));
	free(copy);
	return walk;
}

static enum tree_kind
kind_of(const FTSENT *entry)
{
	return entry->fts_info == FTS_F    ? TREE_FILE
		: entry->fts_info == FTS_D ? TREE_FOLDER
					   : TREE_OTHER;
}

static bool
is_unreadable(const FTSENT *entry)
{
	return entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR ||
		entry->fts_info == FTS_NS;
}

int
tree_walk(const char *folder,
	int (*visit)(void *context, const char *path, enum tree_kind),
	void *context)
{
	size_t skip = strlen(folder) + 1;
	FTS *walk = open_walk(folder, FTS_COMFOLLOW);
	FTSENT *entry;
	int result = walk != NULL ? 0 : -1;

	while (result == 0 && (entry = fts_read(walk)) != NULL) {
		if (is_unreadable(entry)) {
			log_error("%s: %s", entry->fts_path,
				strerror(entry->fts_errno));
			result = -1;
		} else if (entry->fts_level > 0 && entry->fts_info != FTS_DP) {
			result = visit(context, entry->fts_path + skip,
				kind_of(entry));
		}
	}
	if (walk != NULL)
		fts_close(walk);
	return result;
}

int
tree_remove(const char *folder)
{
	FTS *walk = open_walk(folder, 0);
	FTSENT *entry;
	int result = walk != NULL ? 0 : -1;

	while (result == 0 && (entry = fts_read(walk)) != NULL) {
		if (entry->fts_info == FTS_D)
			continue;
		if (remove(entry->fts_accpath) != 0) {
			log_error("%s: %s", entry->fts_path, strerror(errno));
			result = -1;
		}
	}
	if (walk != NULL)
		fts_close(walk);
	return result;
}

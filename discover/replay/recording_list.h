/* recording_list.h -- the recordings of files and folders, in memory. */
#ifndef DISCOVER_RECORDING_LIST_H
#define DISCOVER_RECORDING_LIST_H

#include "recording.h"

/* Starts as { 0 }. */
struct recording_list {
	struct recording **recordings;
	size_t count, capacity;
};

/* A file, or a folder of which every NAME.snmprec counts, in order of their
 * names; NAME@CONTEXT.snmprec is what NAME, read before, says in a context. -1
 * after logging. */
int recording_list_read(struct recording_list *, const char *path);
/* Takes it over. */
void recording_list_add(struct recording_list *, struct recording *);
/* One line about what no variable could be made of, if there is any. */
void recording_list_warn(const struct recording_list *);
/* The position, or `count` when there is none of this name. */
size_t recording_list_find(const struct recording_list *, const char *name);
void recording_list_free(struct recording_list *);

#endif

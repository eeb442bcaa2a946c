/* template_folders.h -- where templates lie: folders of people before ours. */
#ifndef RENDER_TEMPLATE_FOLDERS_H
#define RENDER_TEMPLATE_FOLDERS_H

#include "memory.h"

struct template_folders {
	const char *const *paths; /* those that win come first */
	int count;
};

/* The first that has the file `name`, in `path` (PATH_MAX octets); -1 after
 * logging. */
int template_find(
	const struct template_folders *, const char *name, char path[]);

/* First the folders of that name inside of each, then all of them; in the
 * arena. */
struct template_folders template_folders_inside(
	struct arena *, const struct template_folders *, const char *name);

#endif

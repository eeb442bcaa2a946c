/* template_folders.h -- where templates lie: folders of people before ours. */
#ifndef RENDER_TEMPLATE_FOLDERS_H
#define RENDER_TEMPLATE_FOLDERS_H

#include <stdbool.h>

#include "memory.h"

struct template_folders {
	const char *const *paths; /* those that win come first */
	int count;
};

/* Both look for the first folder that has the file `name`, and put the file
 * into `path` (PATH_MAX octets): it may be missing, or -1 after logging. */
bool template_exists(
	const struct template_folders *, const char *name, char path[]);
int template_find(
	const struct template_folders *, const char *name, char path[]);

/* First the folders of that name inside of each, then all of them; in the
 * arena. */
struct template_folders template_folders_inside(
	struct arena *, const struct template_folders *, const char *name);

#endif

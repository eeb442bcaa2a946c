/* names.h -- the files of one kind in several folders. */
#ifndef TOPOLOGY_NAMES_H
#define TOPOLOGY_NAMES_H

#include <stddef.h>

struct names {
	char **names; /* sorted, each once */
	size_t count;
	size_t capacity;
};

/* Adds the files of FOLDER/`below` that match the shell pattern. A folder that
 * is not there has none. */
void names_add_folder(struct names *, const char *folder, const char *below,
	const char *pattern);
void names_free(struct names *);

#endif

/* names.c -- the files of one kind in several folders. */
#include "names.h"

#include <dirent.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "paths.h"

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
add_name(struct names *names, const char *name)
{
	names->names = memory_grown(names->names, names->count,
		&names->capacity, sizeof(names->names[0]));
	names->names[names->count++] = memory_text(name);
}

static void
drop_twins(struct names *names)
{
	size_t kept = 0;

	for (size_t i = 0; i < names->count; i++) {
		if (kept > 0 &&
			strcmp(names->names[i], names->names[kept - 1]) == 0)
			free(names->names[i]);
		else
			names->names[kept++] = names->names[i];
	}
	names->count = kept;
}

void
names_add_folder(struct names *names, const char *folder, const char *below,
	const char *pattern)
{
	char path[PATH_MAX];
	struct dirent *entry;
	DIR *list = NULL;

	if (path_join(path, folder, below) == 0)
		list = opendir(path);
	if (list == NULL)
		return;
	while ((entry = readdir(list)) != NULL)
		if (fnmatch(pattern, entry->d_name, FNM_PERIOD) == 0)
			add_name(names, entry->d_name);
	closedir(list);
	if (names->count > 0)
		qsort(names->names, names->count, sizeof(names->names[0]),
			by_name);
	drop_twins(names);
}

void
names_free(struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->names[i]);
	free(names->names);
	*names = (struct names){ 0 };
}

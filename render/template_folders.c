/* template_folders.c -- where templates lie. */
#include "template_folders.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "log.h"

bool
template_exists(
	const struct template_folders *folders, const char *name, char path[])
{
	for (int i = 0; i < folders->count; i++) {
		int length = snprintf(
			path, PATH_MAX, "%s/%s", folders->paths[i], name);

		if (length < PATH_MAX && access(path, R_OK) == 0)
			return true;
	}
	return false;
}

int
template_find(
	const struct template_folders *folders, const char *name, char path[])
{
	if (template_exists(folders, name, path))
		return 0;
	log_error("%s: not found in %s", name,
		folders->count > 0 ? folders->paths[folders->count - 1]
				   : "any folder");
	return -1;
}

struct template_folders
template_folders_inside(struct arena *arena,
	const struct template_folders *folders, const char *name)
{
	int count = folders->count;
	const char **paths =
		arena_allocate(arena, 2 * (size_t)count * sizeof(paths[0]));

	for (int i = 0; i < count; i++) {
		paths[i] =
			arena_format(arena, "%s/%s", folders->paths[i], name);
		paths[count + i] = folders->paths[i];
	}
	return (struct template_folders){ paths, 2 * count };
}

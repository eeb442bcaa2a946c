/* template_folders.c -- where templates lie. */
#include "template_folders.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "log.h"

int
template_find(
	const struct template_folders *folders, const char *name, char path[])
{
	for (int i = 0; i < folders->count; i++) {
		int length = snprintf(
			path, PATH_MAX, "%s/%s", folders->paths[i], name);

		if (length < PATH_MAX && access(path, R_OK) == 0)
			return 0;
	}
	log_error("%s: not found in %s", name,
		folders->count > 0 ? folders->paths[folders->count - 1]
				   : "any folder");
	return -1;
}

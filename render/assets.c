/* assets.c -- what pages need beside themselves: style sheets, scripts. */
#include "assets.h"

#include <stddef.h>

#include "copy.h"
#include "names.h"
#include "paths.h"

static int
copy_asset(const struct template_folders *folders, const char *name,
	const char *folder)
{
	char from[PATH_MAX], to[PATH_MAX];

	if (template_find(folders, name, from) != 0 ||
		path_join(to, folder, name) != 0)
		return -1;
	return copy_file(from, to);
}

int
assets_copy(const struct template_folders *folders, const char *pattern,
	const char *to)
{
	struct names names = { 0 };
	int result = 0;

	for (int i = 0; i < folders->count; i++)
		names_add_folder(&names, folders->paths[i], ".", pattern);
	for (size_t i = 0; i < names.count && result == 0; i++)
		result = copy_asset(folders, names.names[i], to);
	names_free(&names);
	return result;
}

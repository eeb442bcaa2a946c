/* pattern.c -- does a URL's path fit a route? */
#include "pattern.h"

#include <string.h>

/* Moves both cursors over one part of the path; false when it is too long. */
static bool
take_name(const char **path, struct pattern_match *match)
{
	size_t length = strcspn(*path, "/");

	if (length == 0 || length >= sizeof(match->name))
		return false;
	memcpy(match->name, *path, length);
	match->name[length] = '\0';
	*path += length;
	return true;
}

bool
pattern_fits(const char *pattern, const char *path, struct pattern_match *match)
{
	*match = (struct pattern_match){ .rest = "" };
	for (; *pattern != '\0'; pattern++) {
		if (*pattern == '*') {
			match->rest = path;
			return true;
		}
		if (*pattern == ':') {
			if (!take_name(&path, match))
				return false;
		} else if (*pattern != *path++) {
			return false;
		}
	}
	return *path == '\0';
}

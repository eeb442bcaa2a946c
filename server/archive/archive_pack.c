/* archive_pack.c -- compressed twins: NAME.gz beside NAME, for web servers.
 *
 * Readers of the folder need none of them; a server sends them as they are to
 * whoever takes gzip. A twin that saves little is not kept. */
#include "archive_pack.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gzip.h"
#include "log.h"

enum { LEAST_SIZE = 1024 }; /* below, it all fits into one packet */

static bool
is_text(const char *path)
{
	static const char *const endings[] = { ".css", ".csv", ".dot", ".html",
		".js", ".json", ".md", ".svg", ".txt", ".xml" };
	const char *ending = strrchr(path, '.');

	for (size_t i = 0; ending != NULL && i < COUNT(endings); i++)
		if (strcmp(ending, endings[i]) == 0)
			return true;
	return false;
}

bool
pack_is_wanted(const struct manifest_file *file)
{
	return is_text(file->path) && file->size >= LEAST_SIZE;
}

int
pack_file(const char *from, const char *to, struct manifest_file *packed)
{
	struct stat status;

	if (gzip_file(from, to) != 0 || hash_file(to, packed->hash) != 0)
		return -1;
	if (chmod(to, 0444) != 0 || stat(to, &status) != 0) {
		log_error("%s: %s", to, strerror(errno));
		return -1;
	}
	packed->size = status.st_size;
	return 0;
}

bool
pack_is_worth_it(
	const struct manifest_file *file, const struct manifest_file *packed)
{
	return packed->size * 10 <= file->size * 9;
}

/* database_file.c -- a database as files of a folder.
 *
 * Beside NAME there may be NAME-wal, NAME-shm and NAME-journal: what a crawl
 * that was killed had committed or not. */
#include "database_file.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"

bool
database_file_is_accessible(const char *path, bool write)
{
	struct stat found;

	if (stat(path, &found) != 0)
		log_error("%s: %s", path, strerror(errno));
	else if (!S_ISREG(found.st_mode))
		log_error("%s: is not a file", path);
	else if (access(path, write ? R_OK | W_OK : R_OK) != 0)
		log_error("%s: cannot be %s: %s", path,
			write ? "written" : "read", strerror(errno));
	else
		return true;
	return false;
}

bool
database_file_is_frozen(const char *path)
{
	char log[PATH_MAX];
	struct statvfs medium;
	struct stat found;

	if (snprintf(log, sizeof(log), "%s-wal", path) >= PATH_MAX)
		return false;
	if (stat(log, &found) == 0 && found.st_size > 0)
		return false;
	return statvfs(path, &medium) == 0 && (medium.f_flag & ST_RDONLY) != 0;
}

/* The logs first: with a new file of this name SQLite would read them. */
int
database_file_remove(const char *path)
{
	static const char *const endings[] = { "-wal", "-shm", "-journal", "" };

	for (size_t i = 0; i < COUNT(endings); i++) {
		char old[PATH_MAX];
		int length =
			snprintf(old, sizeof(old), "%s%s", path, endings[i]);

		if (length < PATH_MAX && (unlink(old) == 0 || errno == ENOENT))
			continue;
		log_error("%s: cannot be replaced: %s", path, strerror(errno));
		return -1;
	}
	return 0;
}

void
append_file_uri(struct text *uri, const char *path)
{
	/* "//host" would begin an authority */
	text_append(uri, path[0] == '/' ? "file://" : "file:");
	for (; *path != '\0'; path++) {
		unsigned char byte = (unsigned char)*path;

		if (isalnum(byte) || strchr("/._-", byte) != NULL)
			text_append_bytes(uri, path, 1);
		else
			text_format(uri, "%%%02x", byte);
	}
}

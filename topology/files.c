/* files.c -- whole files: read them, write them, replace them by rename. */
#include "files.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"

char *
file_read(const char *path, size_t *length)
{
	FILE *file = fopen(path, "re");
	struct text text = { 0 };
	char chunk[16384];
	size_t count;

	if (file == NULL) {
		log_error("%s: %s", path, strerror(errno));
		return NULL;
	}
	text_append(&text, "");
	while ((count = fread(chunk, 1, sizeof(chunk), file)) > 0)
		text_append_bytes(&text, chunk, count);
	if (ferror(file)) {
		log_error("%s: %s", path, strerror(errno));
		text_free(&text);
	}
	fclose(file);
	if (length != NULL)
		*length = text.length;
	return text.bytes;
}

/* What stands there is no file whose place another could take: a device, a
 * pipe. */
bool
file_is_stream(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 && !S_ISREG(found.st_mode) &&
		!S_ISDIR(found.st_mode);
}

static int
fill(const char *path, const void *bytes, size_t length)
{
	FILE *file = fopen(path, "we");
	int result;

	if (file == NULL)
		return -1;
	result = fwrite(bytes, 1, length, file) == length ? 0 : -1;
	return fclose(file) == 0 ? result : -1;
}

static int
fill_and_rename(const char *path, const void *bytes, size_t length)
{
	char place[PATH_MAX];
	char draft[PATH_MAX];
	int reason;

	if (realpath(path, place) != NULL) /* a link goes on to lead there */
		path = place;
	if (snprintf(draft, sizeof(draft), "%s.new", path) >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	if (fill(draft, bytes, length) == 0 && rename(draft, path) == 0)
		return 0;
	reason = errno;
	unlink(draft);
	errno = reason;
	return -1;
}

int
file_replace(const char *path, const void *bytes, size_t length)
{
	int result = file_is_stream(path)
		? fill(path, bytes, length)
		: fill_and_rename(path, bytes, length);

	if (result != 0)
		log_error("%s: %s", path, strerror(errno));
	return result;
}

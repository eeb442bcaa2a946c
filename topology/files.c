/* files.c -- whole files: read them, write them, replace them by rename. */
#include "files.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

int
file_replace(const char *path, const void *bytes, size_t length)
{
	char draft[PATH_MAX];
	FILE *file = NULL;
	int result = -1;

	if (snprintf(draft, sizeof(draft), "%s.new", path) < PATH_MAX)
		file = fopen(draft, "we");
	if (file == NULL)
		goto out;
	if (fwrite(bytes, 1, length, file) != length || fflush(file) != 0)
		goto out;
	result = rename(draft, path);
out:
	if (result != 0)
		log_error("%s: %s", path, strerror(errno));
	if (result != 0 && file != NULL)
		unlink(draft);
	if (file != NULL)
		fclose(file);
	return result;
}

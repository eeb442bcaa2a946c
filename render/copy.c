/* copy.c -- a file's bytes, as they are, without holding all of them. */
#include "copy.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "log.h"

static int
copy_bytes(FILE *from, FILE *to)
{
	char chunk[65536];
	size_t length;

	while ((length = fread(chunk, 1, sizeof(chunk), from)) > 0)
		if (fwrite(chunk, 1, length, to) != length)
			return -1;
	return ferror(from) || fflush(to) != 0 ? -1 : 0;
}

int
copy_file(const char *from, const char *to)
{
	FILE *source = fopen(from, "re");
	FILE *target = NULL;
	int result = -1;

	if (source != NULL)
		target = fopen(to, "we");
	if (target != NULL)
		result = copy_bytes(source, target);
	if (result != 0)
		log_error("%s to %s: %s", from, to, strerror(errno));
	if (target != NULL)
		fclose(target);
	if (source != NULL)
		fclose(source);
	return result;
}

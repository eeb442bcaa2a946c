/* partial.c -- NAME.partial, the file of a run until it is complete. */
#include "partial.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "log.h"

/* Renaming to it would fail, when all is done. */
static bool
is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

int
partial_name(const char *output, char *path, size_t size)
{
	if (snprintf(path, size, "%s.partial", output) >= (int)size)
		log_error("%s: the name is too long", output);
	else if (is_folder(output))
		log_error("%s: is a folder; name a file in it", output);
	else if (file_is_stream(output))
		log_error("%s: is no file that another could replace", output);
	else
		return 0;
	return -1;
}

int
partial_lock(const char *path, int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
	*descriptor = open(path, O_RDONLY | O_CLOEXEC);
	if (*descriptor < 0 || flock(*descriptor, LOCK_EX | LOCK_NB) == 0 ||
		errno != EWOULDBLOCK)
		return 0; /* where nothing can be locked it works, too */
	log_error("%s: another run writes it; wait for its end, or give "
		  "--output FILE",
		path);
	return -1;
}

/* settled.c -- a topology.db that nobody writes at the moment. */
#include "settled.h"

#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>

#include "log.h"

int
refuse_unsettled(const char *path)
{
	char log[PATH_MAX + sizeof("-wal")];
	struct stat status;

	snprintf(log, sizeof(log), "%s-wal", path);
	if (stat(log, &status) != 0 || status.st_size == 0)
		return 0;
	log_error("%s: is being written (%s exists); wait for its writer, or "
		  "run twinmap analyse on it",
		path, log);
	return -1;
}

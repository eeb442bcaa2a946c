/* scratch.h -- for tests: a folder that goes away, and files in it.
 *
 * Include after cmocka.h. Also points TWINMAP_SHARE at the build's own data,
 * since a test program does not lie where the programs lie. */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "paths.h"

static char scratch_folder[64];

static inline int
scratch_begin(void **state)
{
	char folder[PATH_MAX], share[PATH_MAX];

	(void)state;
	strcpy(scratch_folder, "/tmp/twinmap-test-XXXXXX");
	if (mkdtemp(scratch_folder) == NULL || program_folder(folder) != 0 ||
		path_join(share, folder, "../../../share/twinmap") != 0)
		return -1;
	return setenv("TWINMAP_SHARE", share, 0);
}

static inline int
scratch_end(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", scratch_folder);
	return system(command);
}

/* The path of a file in the folder; good for the next few calls. */
static inline const char *
scratch_path(const char *name)
{
	static char paths[4][PATH_MAX];
	static int turn;
	char *path = paths[turn++ % 4];

	if (path_join(path, scratch_folder, name) != 0)
		fail_msg("%s: too long", name);
	return path;
}

static inline const char *
scratch_file(const char *name, const char *text)
{
	const char *path = scratch_path(name);

	assert_int_equal(file_replace(path, text, strlen(text)), 0);
	return path;
}

#endif

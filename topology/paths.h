/* paths.h -- where the program's own files are, and how paths are joined. */
#ifndef TOPOLOGY_PATHS_H
#define TOPOLOGY_PATHS_H

#include <limits.h>
#include <stddef.h>

/* Writes the folder of built-in data (SQL, templates) into `path`:
 * $TWINMAP_SHARE, else share/twinmap beside or above the running program.
 * -1 after logging when there is none. */
int share_path(char path[PATH_MAX], const char *below);

/* "a" + "b" -> "a/b"; -1 (errno ENAMETOOLONG) when it does not fit. */
int path_join(char path[PATH_MAX], const char *folder, const char *name);

/* The folder of the running program. */
int program_folder(char path[PATH_MAX]);

/* Creates the folder and all above it; -1 with errno. */
int make_folders(const char *path);

/* Makes NAME-XXXXXX below $TMPDIR, else /tmp, for this user alone; -1 after
 * logging. */
int make_own_folder(char path[PATH_MAX], const char *name);

#endif

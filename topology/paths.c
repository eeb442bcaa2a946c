/* paths.c -- where the program's own files are, and how paths are joined.
 *
 * One rule serves the build tree (build/share/twinmap) and an installation
 * (PREFIX/share/twinmap, programs in PREFIX/bin and PREFIX/libexec/twinmap),
 * so an installed tree may be moved. */
#include "paths.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"

int
path_join(char path[PATH_MAX], const char *folder, const char *name)
{
	int length = snprintf(path, PATH_MAX, "%s/%s", folder, name);

	if (length >= 0 && length < PATH_MAX)
		return 0;
	errno = ENAMETOOLONG;
	return -1;
}

int
program_folder(char path[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", path, PATH_MAX - 1);
	char *slash;

	if (length < 0)
		return -1;
	path[length] = '\0';
	slash = strrchr(path, '/');
	if (slash == NULL)
		return -1;
	*slash = '\0';
	return 0;
}

int
share_path(char path[PATH_MAX], const char *below)
{
	static const char *const places[] = { "share/twinmap",
		"../share/twinmap", "../../share/twinmap" };
	const char *given = getenv("TWINMAP_SHARE");
	char folder[PATH_MAX];
	char share[PATH_MAX];

	if (given != NULL)
		return path_join(path, given, below);
	if (program_folder(folder) != 0) {
		log_error("/proc/self/exe: %s", strerror(errno));
		return -1;
	}
	for (size_t i = 0; i < COUNT(places); i++)
		if (path_join(share, folder, places[i]) == 0 &&
			access(share, R_OK) == 0)
			return path_join(path, share, below);
	log_error("%s: no share/twinmap beside the program; "
		  "set TWINMAP_SHARE to the folder that holds it",
		folder);
	return -1;
}

int
make_folders(const char *path)
{
	char partial[PATH_MAX];
	struct stat found;

	if (strlen(path) >= sizeof(partial)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	strcpy(partial, path);
	for (char *slash = strchr(partial + 1, '/'); slash != NULL;
		slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(partial, 0777) != 0 && errno != EEXIST)
			return -1;
		*slash = '/';
	}
	if (mkdir(partial, 0777) == 0)
		return 0;
	if (errno == EEXIST && stat(partial, &found) == 0 &&
		!S_ISDIR(found.st_mode))
		errno = ENOTDIR;
	return errno == EEXIST ? 0 : -1;
}

int
make_own_folder(char path[PATH_MAX], const char *name)
{
	const char *base = getenv("TMPDIR");
	char form[PATH_MAX];

	if (base == NULL || base[0] != '/')
		base = "/tmp";
	if (snprintf(form, sizeof(form), "%s-XXXXXX", name) < PATH_MAX &&
		path_join(path, base, form) == 0 && mkdtemp(path) != NULL)
		return 0;
	log_error("%s: no folder can be made there: %s", base, strerror(errno));
	return -1;
}

/* publish.c -- a folder that takes another's place when it is complete. */
#include "publish.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"
#include "paths.h"

enum { OPEN_FOLDERS = 16 };

static int
remove_entry(const char *path, const struct stat *status, int type,
	struct FTW *place)
{
	(void)status;
	(void)type;
	(void)place;
	return remove(path);
}

static int
remove_folder(const char *path)
{
	if (nftw(path, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0 ||
		errno == ENOENT)
		return 0;
	log_error("%s: cannot be removed: %s", path, strerror(errno));
	return -1;
}

/* Replacing means removing what was there: only its like may go. */
static int
refuse_foreign(const char *output, const char *mark)
{
	char path[PATH_MAX];

	if (rmdir(output) == 0 || errno == ENOENT)
		return 0;
	if (path_join(path, output, mark) == 0 && access(path, F_OK) == 0)
		return 0;
	log_error("%s: exists and is no site of twinmap with a %s; name "
		  "another folder or remove it",
		output, mark);
	return -1;
}

int
publish_begin(const char *output, const char *draft, const char *mark)
{
	if (refuse_foreign(output, mark) != 0 || remove_folder(draft) != 0)
		return -1;
	if (make_folders(draft) == 0)
		return 0;
	log_error("%s: %s", draft, strerror(errno));
	return -1;
}

/* Some file systems cannot exchange two folders in one step. */
static int
replace_in_two_steps(const char *output, const char *draft)
{
	char old[PATH_MAX + sizeof(".old")];

	snprintf(old, sizeof(old), "%s.old", output);
	if (remove_folder(old) != 0 || rename(output, old) != 0)
		return -1;
	if (rename(draft, output) != 0) {
		rename(old, output);
		return -1;
	}
	return remove_folder(old);
}

static int
take_place(const char *output, const char *draft)
{
	if (access(output, F_OK) != 0)
		return rename(draft, output);
	if (renameat2(AT_FDCWD, draft, AT_FDCWD, output, RENAME_EXCHANGE) == 0)
		return remove_folder(draft);
	return replace_in_two_steps(output, draft);
}

int
publish_end(const char *output, const char *draft)
{
	if (take_place(output, draft) == 0)
		return 0;
	log_error("%s: cannot become %s: %s", draft, output, strerror(errno));
	return -1;
}

void
publish_cancel(const char *draft)
{
	remove_folder(draft);
}

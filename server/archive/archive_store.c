/* archive_store.c -- bytes into an archive: write, wait for the disk, rename.
 */
#include "archive_store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"
#include "paths.h"

static int
fail(const char *path)
{
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

static int
write_draft(const char *draft, const struct text *text)
{
	int file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
	size_t done = 0;
	int result = -1;

	if (file < 0)
		return fail(draft);
	while (done < text->length) {
		ssize_t count =
			write(file, text->bytes + done, text->length - done);

		if (count < 0)
			goto out;
		done += (size_t)count;
	}
	if (fchmod(file, 0444) == 0) /* whatever the umask is */
		result = fsync(file);
out:
	if (result != 0)
		fail(draft);
	close(file);
	return result;
}

int
store_text(const char *archive, const char *name, const struct text *text)
{
	char draft[PATH_MAX];
	char path[PATH_MAX];

	if (path_join(draft, archive, DRAFT_PREFIX "text") != 0 ||
		path_join(path, archive, name) != 0)
		return fail(archive);
	if (write_draft(draft, text) != 0 ||
		(rename(draft, path) != 0 && fail(path) != 0)) {
		unlink(draft);
		return -1;
	}
	return 0;
}

int
store_link(const char *archive, const char *name, const char *target)
{
	char draft[PATH_MAX];
	char path[PATH_MAX];

	if (path_join(draft, archive, DRAFT_PREFIX "link") != 0 ||
		path_join(path, archive, name) != 0)
		return fail(archive);
	if (symlink(target, draft) == 0 && rename(draft, path) == 0)
		return 0;
	fail(path);
	unlink(draft);
	return -1;
}

static int
sync_folder(const char *folder, int (*sync)(int descriptor))
{
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int result = -1;

	if (descriptor >= 0)
		result = sync(descriptor);
	if (result != 0)
		fail(folder);
	if (descriptor >= 0)
		close(descriptor);
	return result;
}

/* One syncfs costs less than an fsync for each of ten thousand files. */
int
store_sync(const char *folder)
{
	return sync_folder(folder, syncfs);
}

int
store_sync_names(const char *folder)
{
	return sync_folder(folder, fsync);
}

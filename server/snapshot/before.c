/* before.c -- what the archive has already: the snapshot before, perhaps this
 * one. */
#include "before.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "manifest.h"
#include "state.h"

static int
unpack(const struct archive *archive, const struct manifest *manifest,
	const char *path)
{
	int folder = open(archive->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	int result = -1;

	if (folder < 0 || file < 0)
		log_error("%s: %s", folder < 0 ? archive->path : path,
			strerror(errno));
	else
		result = state_unpack(folder, manifest, file);
	if (folder >= 0)
		close(folder);
	if (file >= 0)
		close(file);
	return result;
}

static int
find(struct before *before, const struct archive *archive, const char *id,
	const char *path)
{
	struct manifest *manifest;
	int result = 0;

	before->is_published = archive_find(archive, id) != NULL;
	if (before->is_published)
		return 0;
	manifest = manifest_read_before(archive, id);
	if (manifest != NULL) {
		strcpy(before->id, manifest->id);
		result = path != NULL ? unpack(archive, manifest, path) : 0;
	}
	manifest_free(manifest);
	return result;
}

int
before_find(struct before *before, const char *archive_path, const char *id,
	const char *path)
{
	struct archive archive;
	int result;

	*before = (struct before){ .id = "" };
	if (access(archive_path, F_OK) != 0 && errno == ENOENT)
		return 0;
	if (archive_open(&archive, archive_path) != 0)
		return -1;
	result = find(before, &archive, id, path);
	archive_close(&archive);
	return result;
}

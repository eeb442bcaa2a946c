/* before.c -- what the archive has already: the snapshot before, perhaps this
 * one. */
#include "before.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "manifest.h"
#include "state.h"

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
		result = path != NULL ? state_unpack_to(archive, manifest, path)
				      : 0;
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

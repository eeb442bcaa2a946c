/* unpacked.c -- the topology.db of a snapshot as a file for a while. */
#include "unpacked.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "paths.h"
#include "state.h"

static int
make_folder(struct unpacked *unpacked)
{
	if (make_own_folder(unpacked->folder, "twinmap-state") != 0) {
		unpacked->folder[0] = '\0';
		return -1;
	}
	if (path_join(unpacked->path, unpacked->folder, STATE_NAME) == 0)
		return 0;
	log_error("%s: %s", unpacked->folder, strerror(errno));
	return -1;
}

int
unpacked_make(struct unpacked *unpacked, const struct archive *archive,
	const char *name)
{
	const struct publication *found = archive_resolve(archive, name);
	struct manifest *manifest = NULL;
	int result = -1;

	*unpacked = (struct unpacked){ .folder = "" };
	if (found != NULL && found->is_pruned)
		log_error("%s: %s was pruned: only its manifest is left",
			archive->path, found->id);
	else if (found != NULL)
		manifest = manifest_read(archive, found);
	if (manifest != NULL && make_folder(unpacked) == 0) {
		strcpy(unpacked->id, found->id);
		result = state_unpack_to(archive, manifest, unpacked->path);
	}
	manifest_free(manifest);
	if (result != 0)
		unpacked_remove(unpacked);
	return result;
}

void
unpacked_remove(struct unpacked *unpacked)
{
	if (unpacked->folder[0] == '\0')
		return;
	unlink(unpacked->path);
	if (rmdir(unpacked->folder) != 0)
		log_warning("%s: %s", unpacked->folder, strerror(errno));
	unpacked->folder[0] = '\0';
}

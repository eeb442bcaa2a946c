/* archive_recover.c -- completes the publication of an add that died.
 *
 * Between the rename that makes a snapshot visible and the new log there is a
 * moment. A snapshot that was left there names the head of the chain as the one
 * it was published after; any other unknown folder is let be, and verify names
 * it. */
#include "archive_store.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hash.h"
#include "log.h"

/* The manifest of a snapshot that the log does not know; NULL without words
 * when it is none that a dead add could have left. */
static struct manifest *
read_unlogged(
	const struct archive *archive, const char *id, char hash[HASH_SIZE])
{
	struct manifest *manifest = NULL;
	char path[PATH_MAX];
	size_t length;
	char *text = NULL;

	if (archive_path(path, archive, id, MANIFEST_NAME) == 0 &&
		access(path, R_OK) == 0)
		text = archive_read_file(path, &length);
	if (text != NULL) {
		hash_bytes(text, length, hash);
		manifest = manifest_parse(path, text, length);
	}
	free(text);
	return manifest;
}

static int
complete(struct archive *archive, const char *id)
{
	struct manifest_pointer head = pointer_to(archive_last(archive));
	char hash[HASH_SIZE];
	struct manifest *manifest = read_unlogged(archive, id, hash);
	int result = 0;

	if (manifest != NULL && strcmp(manifest->id, id) == 0 &&
		memcmp(&manifest->published_after, &head, sizeof(head)) == 0) {
		log_info(
			"%s/%s: completing its publication", archive->path, id);
		result = store_publication(archive, manifest, hash);
		if (result == 0)
			result = store_index(archive);
	}
	manifest_free(manifest);
	return result;
}

int
store_recover(struct archive *archive)
{
	DIR *folder = opendir(archive->path);
	struct dirent *entry;
	int result = 0;

	if (folder == NULL) {
		log_error("%s: %s", archive->path, strerror(errno));
		return -1;
	}
	while (result == 0 && (entry = readdir(folder)) != NULL)
		if (snapshot_time(entry->d_name) >= 0 &&
			archive_find(archive, entry->d_name) == NULL)
			result = complete(archive, entry->d_name);
	closedir(folder);
	return result;
}

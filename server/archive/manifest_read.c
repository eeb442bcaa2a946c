/* manifest_read.c -- a manifest of the archive, once the log vouches for it. */
#include "manifest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"

int
manifest_path(char path[PATH_MAX], const struct archive *archive,
	const struct publication *publication)
{
	char name[sizeof(".json") + SNAPSHOT_ID_SIZE];

	if (!publication->is_pruned)
		return archive_path(
			path, archive, publication->id, MANIFEST_NAME);
	snprintf(name, sizeof(name), "%s.json", publication->id);
	return archive_path(path, archive, PRUNED_FOLDER, name);
}

struct manifest *
manifest_read(
	const struct archive *archive, const struct publication *publication)
{
	struct manifest *manifest = NULL;
	char path[PATH_MAX];
	char hash[HASH_SIZE];
	size_t length;
	char *text;

	if (manifest_path(path, archive, publication) != 0)
		return NULL;
	text = archive_read_file(path, &length);
	if (text == NULL)
		return NULL;
	hash_bytes(text, length, hash);
	if (strcmp(hash, publication->manifest_hash) != 0)
		log_error("%s: was changed: its hash is not the log's", path);
	else
		manifest = manifest_parse(path, text, length);
	free(text);
	return manifest;
}

struct manifest *
manifest_read_before(const struct archive *archive, const char *id)
{
	const struct publication *item = archive_kept_before(archive, id);

	return item != NULL ? manifest_read(archive, item) : NULL;
}

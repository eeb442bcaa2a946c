/* archive_verify.c -- reads every byte of an archive and says what changed.
 *
 * It goes on after the first fault, so that one run names them all. The log
 * vouches for each manifest, the manifest for its files and for the manifest
 * before it; tags and `latest` must be what the log says. */
#include "archive.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_verify.h"
#include "hash.h"
#include "log.h"
#include "manifest.h"
#include "tree.h"

struct check {
	const struct archive *archive;
	const struct manifest *manifest; /* of the snapshot at hand */
};

static void
check_file(const struct check *check, const struct manifest_file *file)
{
	char path[PATH_MAX];
	char hash[HASH_SIZE];
	struct stat status;

	if (archive_path(
		    path, check->archive, check->manifest->id, file->path) != 0)
		return;
	if (lstat(path, &status) != 0)
		log_error("%s: is missing", path);
	else if (!S_ISREG(status.st_mode))
		log_error("%s: is no longer a file", path);
	else if (status.st_size != file->size)
		log_error("%s: was changed: %lld bytes, not %lld", path,
			(long long)status.st_size, (long long)file->size);
	else if (hash_file(path, hash) == 0 && strcmp(hash, file->hash) != 0)
		log_error("%s: was changed: another SHA-256", path);
}

/* Folders need no entry: they are there for the files in them. */
static int
check_known(void *context, const char *path, enum tree_kind kind)
{
	const struct check *check = context;

	if (kind != TREE_FOLDER &&
		manifest_find(check->manifest, path) == NULL &&
		strcmp(path, MANIFEST_NAME) != 0 &&
		strcmp(path, SUMS_NAME) != 0)
		log_error("%s/%s/%s: was added after publication",
			check->archive->path, check->manifest->id, path);
	return 0;
}

static void
check_sums(const struct check *check, const struct publication *publication)
{
	struct text expected = { 0 };
	char path[PATH_MAX];
	char *found = NULL;
	size_t length;

	manifest_print_sums(
		check->manifest, publication->manifest_hash, &expected);
	if (archive_path(path, check->archive, publication->id, SUMS_NAME) == 0)
		found = archive_read_file(path, &length);
	if (found != NULL &&
		(length != expected.length ||
			memcmp(found, expected.bytes, length) != 0))
		log_error("%s: was changed: it is not the manifest's", path);
	free(found);
	text_free(&expected);
}

static void
check_pointer(const struct check *check, const char *name,
	const struct manifest_pointer *found,
	const struct publication *expected)
{
	struct manifest_pointer pointer = pointer_to(expected);

	if (strcmp(found->id, pointer.id) != 0 ||
		strcmp(found->manifest_hash, pointer.manifest_hash) != 0)
		log_error("%s/%s/%s: %s is '%s', by the log it is '%s'",
			check->archive->path, check->manifest->id,
			MANIFEST_NAME, name, found->id, pointer.id);
}

static void
check_chain(const struct check *check, const struct publication *publication)
{
	const struct archive *archive = check->archive;
	const struct manifest *manifest = check->manifest;
	size_t place = (size_t)(publication - archive->publications);

	if (strcmp(manifest->id, publication->id) != 0 ||
		strcmp(manifest->tag, publication->tag) != 0)
		log_error("%s/log: %s '%s' is %s '%s' in its manifest",
			archive->path, publication->id, publication->tag,
			manifest->id, manifest->tag);
	check_pointer(check, "published_after", &manifest->published_after,
		place > 0 ? publication - 1 : NULL);
	check_pointer(check, "previous", &manifest->previous,
		archive_before(archive, place, publication->id));
}

/* Nor a link to one: what it leads to may be changed from elsewhere. */
static int
check_folder(const struct archive *archive,
	const struct publication *publication, char folder[PATH_MAX])
{
	struct stat status;

	if (archive_path(folder, archive, publication->id, NULL) != 0)
		return -1;
	if (lstat(folder, &status) != 0)
		log_error("%s: is missing", folder);
	else if (!S_ISDIR(status.st_mode))
		log_error("%s: is no longer a folder", folder);
	else
		return 0;
	return -1;
}

static void
verify_files(struct check *check, const char *folder)
{
	const struct manifest *manifest = check->manifest;

	for (size_t i = 0; i < manifest->file_count; i++)
		check_file(check, &manifest->files[i]);
	tree_walk(folder, check_known, check);
}

static void
verify_snapshot(
	const struct archive *archive, const struct publication *publication)
{
	struct check check = { archive, NULL };
	struct manifest *manifest = NULL;
	int errors = log_error_count();
	char folder[PATH_MAX];

	if (check_folder(archive, publication, folder) == 0)
		manifest = manifest_read(archive, publication);
	if (manifest == NULL)
		return;
	check.manifest = manifest;
	check_chain(&check, publication);
	check_sums(&check, publication);
	verify_files(&check, folder);
	if (log_error_count() == errors)
		printf("%s: %zu files as published\n", publication->id,
			manifest->file_count + 2);
	manifest_free(manifest);
}

static void
verify_one(const struct archive *archive, const char *id)
{
	const struct publication *publication = archive_find(archive, id);

	if (publication == NULL) {
		log_error("%s: holds no snapshot '%s'; see 'archive list'",
			archive->path, id);
		return;
	}
	verify_snapshot(archive, publication);
}

static void
verify_all(const struct archive *archive)
{
	const struct publication *last = archive_last(archive);

	for (size_t i = 0; i < archive->count; i++)
		verify_snapshot(archive, &archive->publications[i]);
	verify_index(archive);
	if (log_error_count() == 0 && last != NULL)
		printf("chain of %zu snapshots, head %s %s\n", archive->count,
			last->id, last->manifest_hash);
}

int
archive_verify(const char *path, const char *id)
{
	struct archive archive;

	if (archive_open(&archive, path) != 0)
		return -1;
	if (id != NULL)
		verify_one(&archive, id);
	else
		verify_all(&archive);
	archive_close(&archive);
	return log_error_count() == 0 ? 0 : -1;
}

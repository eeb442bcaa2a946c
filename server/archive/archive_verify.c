/* archive_verify.c -- reads every byte of an archive and says what changed.
 *
 * It goes on after the first fault, so that one run names them all. The log
 * vouches for each manifest, the manifest for its files and for the manifest
 * before it; tags and `latest` must be what the log says. */
#include "archive_verbs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unistd.h>

#include "archive_store.h"
#include "archive_verify.h"
#include "hash.h"
#include "log.h"
#include "manifest.h"
#include "record.h"
#include "seen.h"
#include "tree.h"

struct check {
	const struct archive *archive;
	struct seen *seen;
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
	else if (seen_hash(check->seen, path, &status, hash) == 0 &&
		strcmp(hash, file->hash) != 0)
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

/* A snapshot that came from another archive keeps that one's pointers: they
 * need not lead anywhere here, but may not contradict what is here. */
static void
check_foreign_pointer(const struct check *check, const char *name,
	const struct manifest_pointer *pointer)
{
	const struct publication *known =
		archive_find(check->archive, pointer->id);

	if (known != NULL)
		check_pointer(check, name, pointer, known);
}

static void
check_pointers(const struct check *check, const struct publication *publication)
{
	const struct archive *archive = check->archive;
	const struct manifest *manifest = check->manifest;
	size_t count = (size_t)(publication - archive->publications);

	check_pointer(check, "published_after", &manifest->published_after,
		count > 0 ? publication - 1 : NULL);
	check_pointer(check, "previous", &manifest->previous,
		archive_before(archive, count, publication->id));
}

static const char *
chain_before(const struct archive *archive, size_t place)
{
	return place > 0 ? archive->records[place - 1].chain : "";
}

static void
check_chain(const struct check *check, const struct publication *publication)
{
	const struct archive *archive = check->archive;
	const struct manifest *manifest = check->manifest;

	if (strcmp(manifest->id, publication->id) != 0 ||
		strcmp(manifest->tag, publication->tag) != 0 ||
		manifest->kind != publication->kind)
		log_error("%s/log: %s '%s' is %s '%s' in its manifest",
			archive->path, publication->id, publication->tag,
			manifest->id, manifest->tag);
	if (publication->is_imported) {
		check_foreign_pointer(
			check, "published_after", &manifest->published_after);
		check_foreign_pointer(check, "previous", &manifest->previous);
		return;
	}
	check_pointers(check, publication);
	if (!archive->records[publication->place].is_old &&
		strcmp(manifest->chain,
			chain_before(archive, publication->place)) != 0)
		log_error("%s/%s/%s: log_sha256 is not that of the log before "
			  "it",
			archive->path, publication->id, MANIFEST_NAME);
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
verify_published(struct check *check, const struct publication *publication,
	const char *folder)
{
	int errors = log_error_count();

	check_chain(check, publication);
	if (!publication->is_pruned) {
		check_sums(check, publication);
		verify_files(check, folder);
	}
	if (log_error_count() != errors)
		return;
	if (publication->is_pruned)
		printf("%s: pruned, its manifest is as published\n",
			publication->id);
	else
		printf("%s: %zu files as published\n", publication->id,
			check->manifest->file_count + 2);
}

static void
verify_snapshot(const struct archive *archive,
	const struct publication *publication, struct seen *seen)
{
	struct check check = { archive, seen, NULL };
	struct manifest *manifest = NULL;
	char folder[PATH_MAX] = "";

	if (publication->is_pruned ||
		check_folder(archive, publication, folder) == 0)
		manifest = manifest_read(archive, publication);
	if (manifest == NULL)
		return;
	check.manifest = manifest;
	verify_published(&check, publication, folder);
	manifest_free(manifest);
}

static void
verify_all(const struct archive *archive)
{
	const struct publication *last = archive_last(archive);
	struct seen seen = { NULL };

	for (size_t i = 0; i < archive->count; i++)
		verify_snapshot(archive, &archive->publications[i], &seen);
	seen_free(&seen);
	verify_index(archive);
	if (log_error_count() == 0 && last != NULL)
		printf("chain of %zu snapshots and %zu records, head %s\n",
			archive->count, archive->record_count,
			archive_chain(archive));
}

static void
verify_one(const struct archive *archive, const char *name)
{
	const struct publication *found = archive_resolve(archive, name);
	struct seen seen = { NULL };

	if (found != NULL)
		verify_snapshot(archive, found, &seen);
	seen_free(&seen);
}

int
archive_verify(const char *path, const char *name)
{
	struct archive archive;
	int lock = reader_lock(path);

	if (archive_open(&archive, path) == 0) {
		if (name != NULL)
			verify_one(&archive, name);
		else
			verify_all(&archive);
		archive_close(&archive);
	}
	if (lock >= 0)
		close(lock);
	return log_error_count() == 0 ? 0 : -1;
}

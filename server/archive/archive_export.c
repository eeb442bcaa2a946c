/* archive_export.c -- one snapshot as a tar file, with the part of the log that
 * vouches for it: from the first record to the last that speaks of it.
 *
 * The order is log, manifest, sums, files: whoever reads it knows what must
 * come before it comes. */
#include "archive_verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive_store.h"
#include "files.h"
#include "log.h"
#include "tar.h"

struct parcel {
	const struct archive *archive;
	const struct publication *publication;
	struct manifest *manifest;
	struct tar *tar;
};

static int
pack_bytes(const struct parcel *parcel, const char *name, const void *bytes,
	size_t length)
{
	struct tar_member member = {
		.name = name,
		.size = (int64_t)length,
		.time = snapshot_time(parcel->publication->id),
	};

	if (tar_add(parcel->tar, &member) != 0)
		return -1;
	return tar_write(parcel->tar, bytes, length);
}

static int
pack_log(const struct parcel *parcel)
{
	const struct archive *archive = parcel->archive;
	struct text text = { 0 };
	size_t count = 0;
	int result;

	for (size_t i = 0; i < archive->record_count; i++)
		if (strcmp(archive->records[i].id, parcel->publication->id) ==
			0)
			count = i + 1;
	for (size_t i = 0; i < count; i++)
		record_print(&archive->records[i], &text);
	result = pack_bytes(parcel, "log", text.bytes, text.length);
	text_free(&text);
	return result;
}

static int
pour(const struct parcel *parcel, int file, const char *path)
{
	char piece[1 << 16];
	ssize_t count;

	while ((count = read(file, piece, sizeof(piece))) > 0)
		if (tar_write(parcel->tar, piece, (size_t)count) != 0)
			return -1;
	if (count == 0)
		return 0;
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

static int
pack_file(const struct parcel *parcel, const char *name, int64_t size)
{
	struct tar_member member = { .size = size,
		.time = snapshot_time(parcel->publication->id) };
	char path[PATH_MAX];
	int file = -1;
	int result = -1;

	if (archive_path(
		    path, parcel->archive, parcel->publication->id, name) != 0)
		return -1;
	member.name = path + strlen(parcel->archive->path) + 1;
	file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (file < 0)
		log_error("%s: %s", path, strerror(errno));
	else if (tar_add(parcel->tar, &member) == 0)
		result = pour(parcel, file, path);
	if (file >= 0)
		close(file);
	return result;
}

static int
pack_sums(const struct parcel *parcel)
{
	struct text text = { 0 };
	char name[SNAPSHOT_ID_SIZE + sizeof(SUMS_NAME) + 1];
	int result;

	manifest_print_sums(
		parcel->manifest, parcel->publication->manifest_hash, &text);
	snprintf(name, sizeof(name), "%s/" SUMS_NAME, parcel->publication->id);
	result = pack_bytes(parcel, name, text.bytes, text.length);
	text_free(&text);
	return result;
}

static int
pack_all(const struct parcel *parcel)
{
	const struct manifest *manifest = parcel->manifest;

	if (pack_log(parcel) != 0 ||
		pack_file(parcel, MANIFEST_NAME,
			(int64_t)manifest->json_length) != 0 ||
		pack_sums(parcel) != 0)
		return -1;
	for (size_t i = 0; i < manifest->file_count; i++)
		if (pack_file(parcel, manifest->files[i].path,
			    manifest->files[i].size) != 0)
			return -1;
	return 0;
}

static int
export_to(struct parcel *parcel, const char *path, bool compress)
{
	int result;

	parcel->tar = tar_create(path, compress);
	if (parcel->tar == NULL)
		return -1;
	result = pack_all(parcel);
	if (tar_finish(parcel->tar) != 0 || result != 0) {
		if (strcmp(path, "-") != 0 && !file_is_stream(path))
			unlink(path);
		return -1;
	}
	return 0;
}

static const struct publication *
find_whole(const struct archive *archive, const char *name)
{
	const struct publication *found = archive_resolve(archive, name);

	if (found == NULL || !found->is_pruned)
		return found;
	log_error("%s: %s was pruned: only its manifest is left", archive->path,
		found->id);
	return NULL;
}

int
archive_export(
	const char *path, const char *name, const char *output, bool compress)
{
	struct archive archive;
	struct parcel parcel = { .archive = &archive };
	int lock = reader_lock(path);
	int result = -1;

	if (archive_open(&archive, path) == 0) {
		parcel.publication = find_whole(&archive, name);
		if (parcel.publication != NULL)
			parcel.manifest =
				manifest_read(&archive, parcel.publication);
		if (parcel.manifest != NULL)
			result = export_to(&parcel, output, compress);
		manifest_free(parcel.manifest);
		archive_close(&archive);
	}
	if (lock >= 0)
		close(lock);
	return result;
}

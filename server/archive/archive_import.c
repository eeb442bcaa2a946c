/* archive_import.c -- a snapshot from another archive, verified as it is read.
 *
 * The parcel begins with the log it was published in, then its manifest: from
 * there on every name, size and hash is known before the bytes come, and what
 * differs ends the import. Nothing is visible until all of it was right. */
#include "archive_verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_store.h"
#include "digest.h"
#include "import.h"
#include "log.h"
#include "paths.h"
#include "tree.h"

enum { LONGEST_TEXT = 1 << 28 }; /* of log, manifest and sums, in bytes */

static int
refuse(const struct import *import, const char *member, const char *why)
{
	log_error("%s: %s: %s", import->path, member, why);
	return -1;
}

/* A member that has to be here, whole. */
static char *
read_text(struct import *import, const char *name, size_t *length)
{
	struct tar_member member;
	char *text;

	if (tar_next(import->tar, &member) != 1 || !member.is_file ||
		strcmp(member.name, name) != 0 || member.size < 0 ||
		member.size > LONGEST_TEXT) {
		refuse(import, name,
			"should come here; is this a snapshot "
			"that 'archive export' wrote?");
		return NULL;
	}
	text = memory_zeroed((size_t)member.size + 1);
	*length = (size_t)member.size;
	if (tar_read(import->tar, text, *length) != (ptrdiff_t)*length ||
		strlen(text) != *length) {
		refuse(import, name, "is cut short or no text");
		free(text);
		return NULL;
	}
	return text;
}

/* The last record speaks of the snapshot that was exported. */
static int
read_log(struct import *import)
{
	size_t length;
	char *text = read_text(import, "log", &length);
	int result = -1;

	if (text != NULL)
		result =
			archive_parse_log(&import->foreign, import->path, text);
	free(text);
	if (result != 0)
		return -1;
	if (import->foreign.record_count == 0)
		return refuse(import, "log", "is empty");
	import->publication = archive_find(&import->foreign,
		import->foreign.records[import->foreign.record_count - 1].id);
	return 0;
}

static int
write_member(const struct import *import, const char *name, const char *bytes,
	size_t length)
{
	struct text text = { .bytes = memory_text(bytes), .length = length };
	int result = store_text(import->draft, name, &text);

	text_free(&text);
	return result;
}

static const char *
member_name(const struct import *import, const char *name, char path[PATH_MAX])
{
	snprintf(path, PATH_MAX, "%s/%s", import->publication->id, name);
	return path;
}

static int
read_manifest(struct import *import)
{
	char path[PATH_MAX];
	char hash[HASH_SIZE];
	size_t length;
	const char *name = member_name(import, MANIFEST_NAME, path);
	char *text = read_text(import, name, &length);
	int result = -1;

	if (text == NULL)
		return -1;
	hash_bytes(text, length, hash);
	if (strcmp(hash, import->publication->manifest_hash) != 0)
		refuse(import, name, "its hash is not the one in the log");
	else
		import->manifest = manifest_parse(name, text, length);
	if (import->manifest != NULL)
		result = write_member(import, MANIFEST_NAME, text, length);
	free(text);
	return result;
}

static int
read_sums(struct import *import)
{
	char path[PATH_MAX];
	size_t length;
	const char *name = member_name(import, SUMS_NAME, path);
	struct text expected = { 0 };
	char *text = read_text(import, name, &length);
	int result = -1;

	manifest_print_sums(import->manifest,
		import->publication->manifest_hash, &expected);
	if (text != NULL && strcmp(text, expected.bytes) == 0)
		result = write_member(import, SUMS_NAME, text, length);
	else if (text != NULL)
		refuse(import, name, "is not the manifest's");
	text_free(&expected);
	free(text);
	return result;
}

static int
pour(struct import *import, int file, struct digest *digest)
{
	char piece[1 << 16];
	ptrdiff_t count;

	while ((count = tar_read(import->tar, piece, sizeof(piece))) > 0) {
		digest_add(digest, piece, (size_t)count);
		if (file >= 0 && write(file, piece, (size_t)count) != count) {
			log_error("%s: %s", import->draft, strerror(errno));
			return -1;
		}
	}
	return (int)count;
}

static int
pour_checked(
	struct import *import, int file, const struct manifest_file *wanted)
{
	struct digest *digest = digest_begin();
	uint8_t result[DIGEST_SIZE];
	char hash[HASH_SIZE];
	int status = pour(import, file, digest);

	digest_end(digest, result);
	digest_text(result, hash);
	if (status == 0 && strcmp(hash, wanted->hash) != 0)
		return refuse(
			import, wanted->path, "was changed: another SHA-256");
	return status;
}

static int
make_parent(const struct import *import, const char *path)
{
	char folder[PATH_MAX];

	strcpy(folder, path);
	*strrchr(folder, '/') = '\0';
	if (make_folders(folder) == 0)
		return 0;
	log_error("%s: %s", import->draft, strerror(errno));
	return -1;
}

static bool
link_known(const struct import *import, const struct archive *archive,
	const struct manifest_file *wanted, const char *to)
{
	struct manifest_file file = *wanted;
	const struct manifest_file *same = NULL;
	char twin[PATH_MAX];

	if (import->previous != NULL)
		same = manifest_find(import->previous, wanted->path);
	return same != NULL && strcmp(same->hash, wanted->hash) == 0 &&
		archive_path(twin, archive, import->previous->id, same->path) ==
		0 &&
		store_twin(twin, to, &file);
}

static int
write_file(struct import *import, const struct manifest_file *wanted,
	const char *to)
{
	int file = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
	int result;

	if (file < 0) {
		log_error("%s: %s", to, strerror(errno));
		return -1;
	}
	result = pour_checked(import, file, wanted);
	if (result == 0 && fchmod(file, 0444) != 0)
		result = -1;
	close(file);
	return result;
}

/* What is here already comes all the same, and is checked. */
static int
read_file(struct import *import, const struct archive *archive,
	const struct manifest_file *wanted)
{
	char to[PATH_MAX];

	if (path_join(to, import->draft, wanted->path) != 0 ||
		make_parent(import, to) != 0)
		return -1;
	if (link_known(import, archive, wanted, to))
		return pour_checked(import, -1, wanted);
	return write_file(import, wanted, to);
}

static int
read_files(struct import *import, const struct archive *archive)
{
	const struct manifest *manifest = import->manifest;
	struct tar_member member;
	char path[PATH_MAX];

	for (size_t i = 0; i < manifest->file_count; i++) {
		const struct manifest_file *wanted = &manifest->files[i];

		if (tar_next(import->tar, &member) != 1 || !member.is_file ||
			member.size != wanted->size ||
			strcmp(member.name,
				member_name(import, wanted->path, path)) != 0)
			return refuse(import, wanted->path,
				"should come here, with the size that the "
				"manifest states");
		if (read_file(import, archive, wanted) != 0)
			return -1;
	}
	if (tar_next(import->tar, &member) != 0)
		return refuse(import, "its end",
			"more comes than the "
			"manifest states");
	return 0;
}

static int
read_parcel(struct import *import, struct writer *writer)
{
	if (read_log(import) != 0 ||
		writer_check_new(writer, import->publication->id) != 0 ||
		writer_draft(import->draft, writer, import->publication->id) !=
			0)
		return -1;
	if (mkdir(import->draft, 0755) != 0) {
		log_error("%s: %s", import->draft, strerror(errno));
		return -1;
	}
	if (read_manifest(import) != 0 || read_sums(import) != 0)
		return -1;
	import->previous =
		manifest_read_before(&writer->archive, import->publication->id);
	return read_files(import, &writer->archive);
}

static int
import_locked(struct import *import, struct writer *writer)
{
	int result = read_parcel(import, writer);

	if (result == 0)
		result = import_publish(import, writer);
	if (result != 0 && import->draft[0] != '\0' &&
		access(import->draft, F_OK) == 0)
		tree_remove(import->draft);
	manifest_free(import->manifest);
	manifest_free(import->previous);
	archive_close(&import->foreign);
	return result;
}

int
archive_import(const char *archive, const char *path, int64_t at)
{
	struct import import = { .path = path, .tar = tar_open(path) };
	struct writer writer;
	int result = -1;

	if (import.tar == NULL)
		return -1;
	if (writer_open(&writer, archive, true, at) == 0) {
		result = import_locked(&import, &writer);
		writer_close(&writer);
	}
	tar_close(import.tar);
	return result;
}

/* draft.c -- a snapshot in the making: what of a site goes into it, and how. */
#include "draft.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_pack.h"
#include "log.h"
#include "paths.h"
#include "state.h"
#include "tree.h"

static int
fail(const char *path)
{
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

/* The path in the last snapshot of the file, if it was the same there. */
static const char *
find_twin(const struct draft *draft, const struct manifest_file *file,
	char path[PATH_MAX])
{
	const struct manifest_file *same = NULL;

	if (draft->previous != NULL)
		same = manifest_find(draft->previous, file->path);
	if (same == NULL || strcmp(same->hash, file->hash) != 0 ||
		archive_path(path, &draft->writer.archive, draft->previous->id,
			file->path) != 0)
		return NULL;
	return path;
}

/* Equal files had equal twins; the compressor may be another by now. */
static bool
link_packed(const struct draft *draft, const struct manifest_file *file,
	struct manifest_file *packed, const char *to)
{
	const struct manifest_file *same = NULL;
	char path[PATH_MAX];

	if (find_twin(draft, file, path) != NULL)
		same = manifest_find(draft->previous, packed->path);
	if (same == NULL ||
		archive_path(path, &draft->writer.archive, draft->previous->id,
			same->path) != 0)
		return false;
	strcpy(packed->hash, same->hash);
	return store_twin(path, to, packed);
}

static int
add_packed(struct draft *draft, struct manifest_file file, const char *from)
{
	struct arena *arena = draft->manifest->arena;
	struct manifest_file packed = {
		.path = arena_format(arena, "%s" PACKED_ENDING, file.path),
	};
	char to[PATH_MAX];

	if (!pack_is_wanted(&file))
		return 0;
	if (path_join(to, draft->path, packed.path) != 0)
		return fail(packed.path);
	if (!link_packed(draft, &file, &packed, to)) {
		if (pack_file(from, to, &packed) != 0)
			return -1;
		if (!pack_is_worth_it(&file, &packed))
			return unlink(to) == 0 ? 0 : fail(to);
	}
	*manifest_add(draft->manifest, packed.path) = packed;
	return 0;
}

static int
copy_into_draft(struct draft *draft, const char *path, const char *to)
{
	struct manifest_file *file = manifest_add(draft->manifest, path);
	char from[PATH_MAX];
	char twin[PATH_MAX];

	if (path_join(from, draft->site, path) != 0)
		return fail(path);
	if (hash_file(from, file->hash) != 0 ||
		store_file(from, find_twin(draft, file, twin), to, file) != 0)
		return -1;
	return add_packed(draft, *file, to);
}

/* Time, phase and counts were read before: the copy must be of that state. */
static int
check_state(const struct draft *draft, const char *from, const char *packed)
{
	int file = open(packed, O_RDONLY | O_CLOEXEC);
	int result;

	if (file < 0)
		return fail(packed);
	result = state_unpack_file(file, packed, draft->manifest, -1);
	if (result != 0)
		log_error("%s: changed while it was copied", from);
	close(file);
	return result;
}

static int
pack_state(struct draft *draft)
{
	struct manifest_file *file =
		manifest_add(draft->manifest, STATE_PACKED);
	char from[PATH_MAX];
	char to[PATH_MAX];

	if (path_join(from, draft->site, STATE_NAME) != 0 ||
		path_join(to, draft->path, STATE_PACKED) != 0)
		return fail(draft->site);
	if (pack_file(from, to, file) != 0)
		return -1;
	return check_state(draft, from, to);
}

static int
check_name(const char *site, const char *path, enum tree_kind kind)
{
	const char *complaint = NULL;

	if (kind == TREE_OTHER)
		complaint = "is neither a file nor a folder";
	else if (!path_is_publishable(path))
		complaint =
			"this name cannot be published; rename or remove it";
	else if (strcmp(path, MANIFEST_NAME) == 0 ||
		strcmp(path, SUMS_NAME) == 0)
		complaint = "this name is the archive's own";
	if (complaint == NULL)
		return 0;
	log_error("%s/%s: %s", site, path, complaint);
	return -1;
}

/* A NAME.gz of the site gives way to the twin that was made of NAME. */
static int
take_entry(void *context, const char *path, enum tree_kind kind)
{
	struct draft *draft = context;
	char to[PATH_MAX];

	if (check_name(draft->site, path, kind) != 0)
		return -1;
	if (strcmp(path, STATE_NAME) == 0)
		return pack_state(draft);
	if (path_join(to, draft->path, path) != 0)
		return fail(path);
	if (kind == TREE_FILE)
		return access(to, F_OK) == 0 ? 0
					     : copy_into_draft(draft, path, to);
	return mkdir(to, 0755) == 0 ? 0 : fail(to);
}

static int
write_manifest(struct draft *draft, char hash[HASH_SIZE])
{
	struct text json = { 0 };
	struct text sums = { 0 };
	int result = manifest_print(draft->manifest, &json);

	if (result == 0) {
		hash_bytes(json.bytes, json.length, hash);
		manifest_print_sums(draft->manifest, hash, &sums);
		result = store_text(draft->path, MANIFEST_NAME, &json);
	}
	if (result == 0)
		result = store_text(draft->path, SUMS_NAME, &sums);
	text_free(&json);
	text_free(&sums);
	return result;
}

int
draft_fill(struct draft *draft, char hash[HASH_SIZE])
{
	if (mkdir(draft->path, 0755) != 0)
		return fail(draft->path);
	if (tree_walk(draft->site, take_entry, draft) != 0)
		return -1;
	manifest_sort(draft->manifest);
	return write_manifest(draft, hash);
}

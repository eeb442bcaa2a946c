/* archive_add.c -- a site becomes a snapshot: collect, write, rename.
 *
 * Everything is made in ARCHIVE/.tmp-ID and becomes visible by one rename. */
#include "archive.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_store.h"
#include "hash.h"
#include "log.h"
#include "paths.h"
#include "tree.h"

struct addition {
	const char *site;
	struct archive archive;
	struct manifest *manifest; /* of the snapshot to be */
	struct manifest *previous; /* whose files may be linked; may be NULL */
	char state_hash[HASH_SIZE]; /* of the topology.db it was read from */
	char draft[PATH_MAX]; /* ARCHIVE/.tmp-ID */
};

static int
choose_tag(struct manifest *manifest, const char *wanted)
{
	const char *tag = wanted != NULL ? wanted : manifest->phase;

	if (tag == NULL)
		return 0;
	if (!tag_is_valid(tag)) {
		log_error("'%s' cannot be a tag: up to %d letters, digits, "
			  "'.', '_', '-'; give one with --tag",
			tag, TAG_SIZE - 1);
		return -1;
	}
	strcpy(manifest->tag, tag);
	return 0;
}

static int
copy_into_draft(struct addition *addition, const char *path)
{
	struct manifest_file *file = manifest_add(addition->manifest, path);
	const struct manifest_file *same = NULL;
	char from[PATH_MAX];
	char twin[PATH_MAX];
	char to[PATH_MAX];

	if (path_join(from, addition->site, path) != 0 ||
		path_join(to, addition->draft, path) != 0) {
		log_error("%s: %s", path, strerror(errno));
		return -1;
	}
	if (hash_file(from, file->hash) != 0)
		return -1;
	if (addition->previous != NULL)
		same = manifest_find(addition->previous, path);
	if (same == NULL || strcmp(same->hash, file->hash) != 0 ||
		archive_path(twin, &addition->archive, addition->previous->id,
			path) != 0)
		return store_file(from, NULL, to, file);
	return store_file(from, twin, to, file);
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

static int
take_entry(void *context, const char *path, enum tree_kind kind)
{
	struct addition *addition = context;
	char folder[PATH_MAX];

	if (check_name(addition->site, path, kind) != 0)
		return -1;
	if (kind == TREE_FILE)
		return copy_into_draft(addition, path);
	if (path_join(folder, addition->draft, path) == 0 &&
		mkdir(folder, 0755) == 0)
		return 0;
	log_error("%s/%s: %s", addition->draft, path, strerror(errno));
	return -1;
}

static int
write_manifest(struct addition *addition, char hash[HASH_SIZE])
{
	struct text json = { 0 };
	struct text sums = { 0 };
	int result = manifest_print(addition->manifest, &json);

	if (result == 0) {
		hash_bytes(json.bytes, json.length, hash);
		manifest_print_sums(addition->manifest, hash, &sums);
		result = store_text(addition->draft, MANIFEST_NAME, &json);
	}
	if (result == 0)
		result = store_text(addition->draft, SUMS_NAME, &sums);
	text_free(&json);
	text_free(&sums);
	return result;
}

/* Time, phase and counts were read before the copy was made. */
static int
check_state(const struct addition *addition)
{
	const struct manifest_file *state =
		manifest_find(addition->manifest, STATE_NAME);

	if (state != NULL && strcmp(state->hash, addition->state_hash) == 0)
		return 0;
	log_error("%s/%s: changed while it was copied", addition->site,
		STATE_NAME);
	return -1;
}

static int
fill_draft(struct addition *addition, char hash[HASH_SIZE])
{
	if (mkdir(addition->draft, 0755) != 0) {
		log_error("%s: %s", addition->draft, strerror(errno));
		return -1;
	}
	if (tree_walk(addition->site, take_entry, addition) != 0)
		return -1;
	manifest_sort(addition->manifest);
	if (check_state(addition) != 0 || write_manifest(addition, hash) != 0)
		return -1;
	return store_sync(addition->draft);
}

/* Published is what the log has: without its line all is taken back. */
static int
reveal(struct addition *addition, const char *hash)
{
	struct archive *archive = &addition->archive;
	char final[PATH_MAX];

	if (archive_path(final, archive, addition->manifest->id, NULL) != 0)
		return -1;
	if (rename(addition->draft, final) != 0) {
		log_error("%s: %s", final, strerror(errno));
		return -1;
	}
	if (store_publication(archive, addition->manifest, hash) == 0)
		return 0;
	if (rename(final, addition->draft) != 0)
		log_error("%s: %s", final, strerror(errno));
	return -1;
}

static int
publish(struct addition *addition)
{
	char hash[HASH_SIZE];

	if (fill_draft(addition, hash) != 0 || reveal(addition, hash) != 0 ||
		store_index(&addition->archive) != 0)
		return -1;
	printf("%s %s\n", addition->manifest->id, hash);
	return 0;
}

static int
check_new(const struct archive *archive, const char *id)
{
	char path[PATH_MAX];

	if (archive_path(path, archive, id, NULL) != 0)
		return -1;
	if (archive_find(archive, id) == NULL && access(path, F_OK) != 0)
		return 0;
	log_error("%s: is published already; a snapshot never changes", path);
	return -1;
}

static int
prepare(struct addition *addition)
{
	struct archive *archive = &addition->archive;
	struct manifest *manifest = addition->manifest;
	const struct publication *before;
	char draft[sizeof(DRAFT_PREFIX) + SNAPSHOT_ID_SIZE];

	if (store_recover(archive) != 0 ||
		check_new(archive, manifest->id) != 0)
		return -1;
	before = archive_before(archive, archive->count, manifest->id);
	manifest->previous = pointer_to(before);
	manifest->published_after = pointer_to(archive_last(archive));
	if (before != NULL)
		addition->previous = manifest_read(archive, before);
	snprintf(draft, sizeof(draft), DRAFT_PREFIX "%s", manifest->id);
	return archive_path(addition->draft, archive, draft, NULL);
}

static int
add_locked(struct addition *addition, const char *path)
{
	int result = -1;

	if (store_sweep(path) != 0 ||
		archive_open(&addition->archive, path) != 0)
		return -1;
	if (prepare(addition) == 0)
		result = publish(addition);
	if (result != 0 && access(addition->draft, F_OK) == 0)
		tree_remove(addition->draft);
	archive_close(&addition->archive);
	manifest_free(addition->previous);
	return result;
}

int
archive_add(const char *archive, const char *site, const char *tag)
{
	struct addition addition = { .site = site,
		.manifest = manifest_create() };
	int result = -1;
	int lock = -1;

	if (manifest_read_state(addition.manifest, site, addition.state_hash) ==
			0 &&
		choose_tag(addition.manifest, tag) == 0)
		lock = store_lock(archive);
	if (lock >= 0) {
		result = add_locked(&addition, archive);
		close(lock);
	}
	manifest_free(addition.manifest);
	return result;
}

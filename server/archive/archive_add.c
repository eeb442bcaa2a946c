/* archive_add.c -- a site becomes a snapshot: collect, write, publish.
 *
 * Everything is made in ARCHIVE/.tmp-ID and becomes visible by one rename. */
#include "archive_verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_pack.h"
#include "archive_store.h"
#include "log.h"
#include "paths.h"
#include "state.h"
#include "tree.h"

struct draft {
	const char *site;
	struct writer writer;
	struct manifest *manifest; /* of the snapshot to be */
	struct manifest *previous; /* whose files may be linked; may be NULL */
	char path[PATH_MAX]; /* ARCHIVE/.tmp-ID */
};

static int
fail(const char *path)
{
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

static int
choose_tag(struct manifest *manifest, const char *wanted)
{
	const char *tag = wanted != NULL ? wanted : manifest->phase;

	if (tag == NULL)
		return 0;
	if (!tag_is_valid(tag)) {
		log_error("'%s' cannot be a tag: up to %d letters, digits, "
			  "'.', '_', '-', no id; give one with --tag",
			tag, TAG_SIZE - 1);
		return -1;
	}
	strcpy(manifest->tag, tag);
	return 0;
}

static int
choose_kind(struct manifest *manifest, const char *word)
{
	int kind = word != NULL ? snapshot_kind(word) : KIND_STATE;

	if (kind < 0) {
		log_error("--kind: '%s' is neither state, phase-close nor "
			  "final",
			word);
		return -1;
	}
	manifest->kind = (enum snapshot_kind)kind;
	return 0;
}

static int
choose_note(struct manifest *manifest, const char *note)
{
	if (note != NULL && !text_is_noteworthy(note)) {
		log_error("--note: must be one line of UTF-8 text, up to "
			  "2000 bytes");
		return -1;
	}
	manifest->note = note;
	return 0;
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

static int
fill_draft(struct draft *draft, char hash[HASH_SIZE])
{
	if (mkdir(draft->path, 0755) != 0)
		return fail(draft->path);
	if (tree_walk(draft->site, take_entry, draft) != 0)
		return -1;
	manifest_sort(draft->manifest);
	return write_manifest(draft, hash);
}

static int
publish(struct draft *draft)
{
	struct manifest *manifest = draft->manifest;
	char hash[HASH_SIZE];
	char words[HASH_SIZE + sizeof("phase-close")];
	struct record record = {
		.event = EVENT_PUBLISH, .name = manifest->tag, .text = words
	};
	struct publishing publishing = { draft->path, manifest->id, &record,
		1 };

	if (fill_draft(draft, hash) != 0)
		return -1;
	strcpy(record.id, manifest->id);
	snprintf(words, sizeof(words), "%s %s", hash,
		kind_names[manifest->kind]);
	if (writer_publish(&draft->writer, &publishing) != 0)
		return -1;
	printf("%s %s\n", manifest->id, hash);
	return 0;
}

/* The newest before it that still has files. */
static void
read_previous(struct draft *draft)
{
	const struct archive *archive = &draft->writer.archive;
	const char *id = draft->manifest->id;
	const struct publication *item;

	do {
		item = archive_before(archive, archive->count, id);
		id = item != NULL ? item->id : NULL;
	} while (item != NULL && item->is_pruned);
	if (item != NULL)
		draft->previous = manifest_read(archive, item);
}

static struct manifest_pointer
full_pointer(
	const struct archive *archive, const struct publication *publication)
{
	struct manifest_pointer pointer = pointer_to(publication);
	struct manifest *manifest = NULL;

	if (publication != NULL)
		manifest = manifest_read(archive, publication);
	if (manifest != NULL)
		strcpy(pointer.root_hash, manifest->root_hash);
	manifest_free(manifest);
	return pointer;
}

static void
set_pointers(struct draft *draft)
{
	const struct archive *archive = &draft->writer.archive;
	struct manifest *manifest = draft->manifest;

	manifest->previous = full_pointer(
		archive, archive_before(archive, archive->count, manifest->id));
	manifest->published_after =
		full_pointer(archive, archive_last(archive));
	strcpy(manifest->chain, archive_chain(archive));
}

static int
set_replaced(struct draft *draft, const char *name)
{
	const struct publication *replaced;

	if (name == NULL)
		return 0;
	replaced = archive_resolve(&draft->writer.archive, name);
	if (replaced == NULL)
		return -1;
	strcpy(draft->manifest->replaces, replaced->id);
	return 0;
}

static int
add_locked(struct draft *draft, const struct addition *wanted)
{
	int result = -1;

	if (writer_check_new(&draft->writer, draft->manifest->id) != 0 ||
		set_replaced(draft, wanted->replaces) != 0 ||
		writer_draft(
			draft->path, &draft->writer, draft->manifest->id) != 0)
		return -1;
	set_pointers(draft);
	read_previous(draft);
	result = publish(draft);
	if (result != 0 && access(draft->path, F_OK) == 0)
		tree_remove(draft->path);
	manifest_free(draft->previous);
	return result;
}

int
archive_add(
	const char *archive, const char *site, const struct addition *wanted)
{
	struct draft draft = { .site = site, .manifest = manifest_create() };
	int result = -1;

	if (choose_kind(draft.manifest, wanted->kind) == 0 &&
		choose_note(draft.manifest, wanted->note) == 0 &&
		manifest_read_state(draft.manifest, site) == 0 &&
		choose_tag(draft.manifest, wanted->tag) == 0 &&
		writer_open(&draft.writer, archive, true, wanted->at) == 0) {
		result = add_locked(&draft, wanted);
		writer_close(&draft.writer);
	}
	manifest_free(draft.manifest);
	return result;
}

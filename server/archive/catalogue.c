/* catalogue.c -- the archive as the server sees it. */
#include "catalogue.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "beneath.h"
#include "log.h"
#include "paths.h"
#include "state.h"
#include "summary.h"

enum { MANIFESTS_KEPT = 8 };

struct catalogue {
	char path[PATH_MAX];
	int folder;
	struct archive archive;
	struct stat log; /* as it was when it was read */
	struct summary *summaries; /* newest by time first */
	struct manifest *manifests[MANIFESTS_KEPT]; /* asked for last: first */
	bool is_fresh;
};

static int
check_kernel(int folder)
{
	int file = open_beneath(folder, ".");

	if (file < 0 && errno == ENOSYS) {
		log_error("this kernel has no openat2; "
			  "Linux 5.6 or later is needed");
		return -1;
	}
	if (file >= 0)
		close(file);
	return 0;
}

struct catalogue *
catalogue_open(const char *path)
{
	struct catalogue *catalogue = memory_zeroed(sizeof(*catalogue));

	catalogue->folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (catalogue->folder < 0 || strlen(path) >= PATH_MAX)
		log_error("%s: %s", path, strerror(errno));
	else if (check_kernel(catalogue->folder) == 0) {
		strcpy(catalogue->path, path);
		if (catalogue_refresh(catalogue) == 0)
			return catalogue;
	}
	catalogue_close(catalogue);
	return NULL;
}

static void
forget_manifests(struct catalogue *catalogue)
{
	for (size_t i = 0; i < MANIFESTS_KEPT; i++) {
		manifest_free(catalogue->manifests[i]);
		catalogue->manifests[i] = NULL;
	}
}

void
catalogue_close(struct catalogue *catalogue)
{
	if (catalogue == NULL)
		return;
	if (catalogue->folder >= 0)
		close(catalogue->folder);
	forget_manifests(catalogue);
	summaries_free(catalogue->summaries, catalogue->archive.count);
	archive_close(&catalogue->archive);
	free(catalogue);
}

static bool
log_is_same(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_size == b->st_size &&
		a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
		a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static int
look(struct catalogue *catalogue)
{
	struct archive archive;
	struct summary *summaries;
	struct stat log = { 0 };

	if (fstatat(catalogue->folder, "log", &log, 0) == 0 &&
		log_is_same(&log, &catalogue->log))
		return 0;
	if (archive_open(&archive, catalogue->path) != 0)
		return -1;
	summaries = summaries_make(
		&archive, catalogue->summaries, catalogue->archive.count);
	forget_manifests(catalogue);
	summaries_free(catalogue->summaries, catalogue->archive.count);
	archive_close(&catalogue->archive);
	catalogue->archive = archive;
	catalogue->summaries = summaries;
	catalogue->log = log;
	return 0;
}

int
catalogue_refresh(struct catalogue *catalogue)
{
	int result = look(catalogue);

	catalogue->is_fresh = result == 0;
	return result;
}

bool
catalogue_is_fresh(const struct catalogue *catalogue)
{
	return catalogue->is_fresh;
}

const struct archive *
catalogue_archive(const struct catalogue *catalogue)
{
	return &catalogue->archive;
}

const struct summary *
catalogue_summaries(const struct catalogue *catalogue, size_t *count)
{
	*count = catalogue->archive.count;
	return catalogue->summaries;
}

/* A manifest cannot list itself and the sums over it; readers may, and find the
 * topology.db unpacked. */
static void
add_own_files(struct manifest *manifest, const struct publication *publication)
{
	struct text sums = { 0 };
	struct manifest_file *file;

	manifest_print_sums(manifest, publication->manifest_hash, &sums);
	file = manifest_add(manifest, SUMS_NAME);
	file->size = (int64_t)sums.length;
	hash_bytes(sums.bytes, sums.length, file->hash);
	text_free(&sums);
	file = manifest_add(manifest, MANIFEST_NAME);
	file->size = (int64_t)manifest->json_length;
	strcpy(file->hash, publication->manifest_hash);
	if (state_is_packed(manifest)) {
		file = manifest_add(manifest, STATE_NAME);
		file->size = manifest->state.size;
		strcpy(file->hash, manifest->state.hash);
	}
	manifest_sort(manifest);
}

static void
move_to_front(struct manifest **manifests, size_t place)
{
	struct manifest *found = manifests[place];

	for (; place > 0; place--)
		manifests[place] = manifests[place - 1];
	manifests[0] = found;
}

const struct manifest *
catalogue_manifest(
	struct catalogue *catalogue, const struct publication *publication)
{
	struct manifest **kept = catalogue->manifests;
	size_t last = MANIFESTS_KEPT - 1;

	for (size_t i = 0; i < MANIFESTS_KEPT && kept[i] != NULL; i++)
		if (strcmp(kept[i]->id, publication->id) == 0) {
			move_to_front(kept, i);
			return kept[0];
		}
	manifest_free(kept[last]);
	kept[last] = manifest_read(&catalogue->archive, publication);
	if (kept[last] == NULL)
		return NULL;
	add_own_files(kept[last], publication);
	move_to_front(kept, last);
	return kept[0];
}

int
catalogue_unpack_state(const struct catalogue *catalogue,
	const struct manifest *manifest, int to)
{
	return state_unpack(catalogue->folder, manifest, to);
}

int
catalogue_open_file(const struct catalogue *catalogue,
	const struct manifest *manifest, const struct manifest_file *entry)
{
	char path[PATH_MAX];
	struct stat status;
	int file = -1;

	if (path_join(path, manifest->id, entry->path) == 0)
		file = open_beneath(catalogue->folder, path);
	if (file < 0) {
		log_warning(
			"%s/%s: %s", catalogue->path, path, strerror(errno));
		return -1;
	}
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
		status.st_size == entry->size)
		return file;
	log_warning("%s/%s: is not as published", catalogue->path, path);
	close(file);
	return -1;
}

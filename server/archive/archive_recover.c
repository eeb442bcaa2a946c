/* archive_recover.c -- mends what a writer that died left behind.
 *
 * What the log has not is taken back, what the log has is completed. A snapshot
 * that neither the log nor the intent names is nobody's: it is let be, and
 * verify names it. */
#include "archive_store.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "paths.h"
#include "tree.h"

static int
fail(const char *path)
{
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

void
store_read_intent(const struct archive *archive, char id[SNAPSHOT_ID_SIZE])
{
	char path[PATH_MAX];
	char *text = NULL;

	id[0] = '\0';
	if (archive_path(path, archive, INTENT_NAME, NULL) == 0 &&
		access(path, R_OK) == 0)
		text = archive_read_file(path, NULL);
	if (text != NULL) {
		text[strcspn(text, "\n")] = '\0';
		if (snapshot_time(text) >= 0)
			strcpy(id, text);
	}
	free(text);
}

/* No reader shall see it vanish file by file. */
int
store_discard(const struct archive *archive, const char *id)
{
	char name[sizeof(DRAFT_PREFIX "gone-") + SNAPSHOT_ID_SIZE];
	char from[PATH_MAX];
	char to[PATH_MAX];

	snprintf(name, sizeof(name), DRAFT_PREFIX "gone-%s", id);
	if (archive_path(from, archive, id, NULL) != 0 ||
		archive_path(to, archive, name, NULL) != 0)
		return -1;
	if (rename(from, to) != 0)
		return errno == ENOENT ? 0 : fail(from);
	return tree_remove(to);
}

static int
take_back(const struct archive *archive)
{
	char id[SNAPSHOT_ID_SIZE];

	store_read_intent(archive, id);
	if (id[0] == '\0' || archive_find(archive, id) != NULL)
		return 0;
	log_info("%s/%s: its publication was broken off, and is taken back",
		archive->path, id);
	return store_discard(archive, id);
}

static int
finish_prunes(const struct archive *archive)
{
	for (size_t i = 0; i < archive->count; i++) {
		const struct publication *item = &archive->publications[i];

		if (item->is_pruned && store_discard(archive, item->id) != 0)
			return -1;
	}
	return 0;
}

static int
remove_entry(const char *folder, const char *name)
{
	char path[PATH_MAX];

	if (path_join(path, folder, name) != 0)
		return fail(folder);
	return tree_remove(path);
}

/* Removes the entries that `is_left` says were left behind. */
static int
sweep(const struct archive *archive, const char *path,
	bool (*is_left)(const struct archive *, const char *name))
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	int result = 0;

	if (folder == NULL)
		return errno == ENOENT ? 0 : fail(path);
	while (result == 0 && (entry = readdir(folder)) != NULL)
		if (is_left(archive, entry->d_name))
			result = remove_entry(path, entry->d_name);
	closedir(folder);
	return result;
}

static bool
is_draft(const struct archive *archive, const char *name)
{
	(void)archive;
	return strncmp(name, DRAFT_PREFIX, strlen(DRAFT_PREFIX)) == 0;
}

/* The manifest of a snapshot whose pruning was broken off before the log. */
static bool
is_not_pruned(const struct archive *archive, const char *name)
{
	for (size_t i = 0; i < archive->count; i++) {
		const struct publication *item = &archive->publications[i];

		if (!item->is_pruned &&
			strncmp(name, item->id, strlen(item->id)) == 0)
			return true;
	}
	return false;
}

int
store_recover(const struct archive *archive)
{
	char pruned[PATH_MAX];

	if (archive_path(pruned, archive, PRUNED_FOLDER, NULL) != 0 ||
		take_back(archive) != 0 || finish_prunes(archive) != 0 ||
		sweep(archive, archive->path, is_draft) != 0 ||
		sweep(archive, pruned, is_not_pruned) != 0)
		return -1;
	return store_index(archive);
}

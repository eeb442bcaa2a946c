/* archive_index.c -- does what lies beside the snapshots follow from the log?
 *
 * A writer that died between two renames leaves what was right a moment before:
 * that is told, and the next writer mends it. All else is a fault. */
#include "archive_verify.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive_search.h"
#include "archive_store.h"
#include "log.h"

struct index_check {
	const struct archive *archive;
	struct archive before; /* without the last record */
	char intent[SNAPSHOT_ID_SIZE];
};

static void
go_back(struct index_check *check)
{
	struct text text = { 0 };
	size_t end;

	text_append(&text, "");
	archive_print_log(check->archive, &text);
	end = text.length > 0 ? text.length - 1 : 0;
	while (end > 0 && text.bytes[end - 1] != '\n')
		end--;
	text.bytes[end] = '\0';
	archive_parse_log(&check->before, check->archive->path, text.bytes);
	text_free(&text);
}

static const char *
latest_of(const struct archive *archive)
{
	const struct publication *newest = archive_newest(archive);

	return newest != NULL ? newest->id : "";
}

static void
check_latest(const struct index_check *check)
{
	const char *expected = latest_of(check->archive);
	char target[SNAPSHOT_ID_SIZE + 1];
	char path[PATH_MAX];
	ssize_t length = -1;

	if (archive_path(path, check->archive, "latest", NULL) == 0)
		length = readlink(path, target, sizeof(target) - 1);
	target[length > 0 ? length : 0] = '\0';
	if (strcmp(target, expected) == 0)
		return;
	if (strcmp(target, latest_of(&check->before)) == 0)
		log_info("%s: is older than the log; the next writer mends it",
			path);
	else
		log_error("%s: points at '%s', by the log it is '%s'", path,
			target, expected);
}

static bool
is_tag_file(const struct archive *archive, const char *tag, const char *found)
{
	struct text expected = { 0 };
	bool result;

	text_append(&expected, "");
	archive_print_tag(archive, tag, &expected);
	result = strcmp(found, expected.bytes) == 0;
	text_free(&expected);
	return result;
}

static void
check_tag(const struct index_check *check, const char *tag)
{
	char path[PATH_MAX];
	char *found = NULL;

	if (archive_path(path, check->archive, "tags", tag) != 0)
		return;
	if (access(path, F_OK) != 0 &&
		archive_tagged(&check->before, tag) == NULL)
		found = memory_text("");
	else
		found = archive_read_file(path, NULL);
	if (found == NULL || is_tag_file(check->archive, tag, found)) {
		free(found);
		return;
	}
	if (is_tag_file(&check->before, tag, found))
		log_info("%s: is older than the log; the next writer mends it",
			path);
	else
		log_error("%s: is not what the log says; the next writer "
			  "mends it",
			path);
	free(found);
}

static void
check_known_tag(const struct index_check *check, const char *name)
{
	if (!tag_is_valid(name) || archive_tagged(check->archive, name) == NULL)
		log_error("%s/tags/%s: is no tag of the log",
			check->archive->path, name);
}

static void
check_known_entry(const struct index_check *check, const char *name)
{
	static const char *const own[] = { "log", "latest", "tags",
		PRUNED_FOLDER, SEARCH_NAME };
	const struct archive *archive = check->archive;
	const struct publication *found = archive_find(archive, name);

	for (size_t i = 0; i < COUNT(own); i++)
		if (strcmp(name, own[i]) == 0)
			return;
	if (found == NULL && strcmp(name, check->intent) == 0)
		log_info("%s/%s: its publication was broken off; the next "
			 "writer takes it back",
			archive->path, name);
	else if (found == NULL)
		log_error("%s/%s: is not in the log", archive->path, name);
	else if (found->is_pruned)
		log_info("%s/%s: was pruned; the next writer removes it",
			archive->path, name);
}

/* "ID.json" of what is not pruned is of a pruning that was broken off. */
static void
check_known_pruned(const struct index_check *check, const char *name)
{
	const struct archive *archive = check->archive;
	char id[SNAPSHOT_ID_SIZE] = "";

	strncpy(id, name, sizeof(id) - 1);
	if (archive_find(archive, id) == NULL ||
		strcmp(name + strlen(id), ".json") != 0)
		log_error("%s/" PRUNED_FOLDER "/%s: is of no snapshot",
			archive->path, name);
}

static void
for_each_entry(const struct index_check *check, const char *name,
	void (*look)(const struct index_check *, const char *name))
{
	struct dirent *entry;
	char path[PATH_MAX];
	DIR *folder;

	if (archive_path(path, check->archive, name, NULL) != 0)
		return;
	folder = opendir(path);
	if (folder == NULL) {
		if (errno != ENOENT)
			log_error("%s: %s", path, strerror(errno));
		return;
	}
	while ((entry = readdir(folder)) != NULL)
		if (entry->d_name[0] != '.') /* the lock, a running writer */
			look(check, entry->d_name);
	closedir(folder);
}

/* No hash vouches for it: it is told what is missing, and no more. */
static void
check_search(const struct archive *archive)
{
	size_t lacking = search_lacks(archive);

	if (lacking > 0)
		log_info("%s/" SEARCH_NAME ": lacks %zu snapshots; the next "
			 "writer adds them",
			archive->path, lacking);
}

void
verify_index(const struct archive *archive)
{
	struct index_check check = { .archive = archive };
	const char *tag;

	go_back(&check);
	store_read_intent(archive, check.intent);
	for (size_t i = 0; (tag = archive_tag(archive, i)) != NULL; i++)
		check_tag(&check, tag);
	check_latest(&check);
	for_each_entry(&check, "", check_known_entry);
	for_each_entry(&check, "tags", check_known_tag);
	for_each_entry(&check, PRUNED_FOLDER, check_known_pruned);
	check_search(archive);
	archive_close(&check.before);
}

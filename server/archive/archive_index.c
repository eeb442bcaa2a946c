/* archive_index.c -- does what lies beside the snapshots follow from the log?
 */
#include "archive_verify.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"

static void
check_latest(const struct archive *archive)
{
	const struct publication *newest = archive_newest(archive);
	char target[SNAPSHOT_ID_SIZE + 1];
	char path[PATH_MAX];
	ssize_t length = -1;

	if (archive_path(path, archive, "latest", NULL) == 0)
		length = readlink(path, target, sizeof(target) - 1);
	target[length > 0 ? length : 0] = '\0';
	if (strcmp(target, newest != NULL ? newest->id : "") != 0)
		log_error("%s: points at '%s', by the log it is '%s'", path,
			target, newest != NULL ? newest->id : "");
}

static void
check_tag(const struct archive *archive, const char *tag)
{
	struct text expected = { 0 };
	char path[PATH_MAX];
	char *found = NULL;
	size_t length;

	text_append(&expected, "");
	archive_print_tag(archive, tag, &expected);
	if (archive_path(path, archive, "tags", tag) == 0)
		found = archive_read_file(path, &length);
	if (found != NULL &&
		(length != expected.length ||
			memcmp(found, expected.bytes, length) != 0))
		log_error("%s: is not what the log says; "
			  "the next 'archive add' mends it",
			path);
	free(found);
	text_free(&expected);
}

static void
check_known_tag(const struct archive *archive, const char *name)
{
	if (!tag_is_valid(name) || archive_tagged(archive, name) == NULL)
		log_error("%s/tags/%s: is no tag of the log", archive->path,
			name);
}

static void
check_known_entry(const struct archive *archive, const char *name)
{
	static const char *const own[] = { "log", "latest", "tags" };

	for (size_t i = 0; i < COUNT(own); i++)
		if (strcmp(name, own[i]) == 0)
			return;
	if (archive_find(archive, name) == NULL)
		log_error("%s/%s: is not in the log", archive->path, name);
}

static void
for_each_entry(const struct archive *archive, const char *folder_name,
	void (*check)(const struct archive *, const char *name))
{
	struct dirent *entry;
	DIR *folder = opendir(folder_name);

	if (folder == NULL) {
		if (errno != ENOENT)
			log_error("%s: %s", folder_name, strerror(errno));
		return;
	}
	while ((entry = readdir(folder)) != NULL)
		if (entry->d_name[0] != '.') /* the lock, a running add */
			check(archive, entry->d_name);
	closedir(folder);
}

void
verify_index(const struct archive *archive)
{
	char tags[PATH_MAX];

	for (size_t i = 0; i < archive->count; i++) {
		const struct publication *item = &archive->publications[i];

		if (item->tag[0] != '\0' &&
			archive_tagged(archive, item->tag) == item)
			check_tag(archive, item->tag);
	}
	check_latest(archive);
	for_each_entry(archive, archive->path, check_known_entry);
	if (archive_path(tags, archive, "tags", NULL) == 0)
		for_each_entry(archive, tags, check_known_tag);
}

/* archive_store_index.c -- tags and `latest`, made as they follow from the log.
 */
#include "archive_store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "paths.h"

static bool
file_holds(const char *path, const struct text *text)
{
	size_t length = 0;
	char *found = NULL;
	bool result;

	if (access(path, R_OK) == 0)
		found = archive_read_file(path, &length);
	result = found != NULL && length == text->length &&
		memcmp(found, text->bytes, length) == 0;
	free(found);
	return result;
}

static int
store_tag(const struct archive *archive, const char *tag)
{
	char name[sizeof("tags/") + TAG_SIZE];
	char path[PATH_MAX];
	struct text text = { 0 };
	int result = 0;

	snprintf(name, sizeof(name), "tags/%s", tag);
	if (archive_path(path, archive, name, NULL) != 0)
		return -1;
	archive_print_tag(archive, tag, &text);
	if (!file_holds(path, &text))
		result = store_text(archive->path, name, &text);
	text_free(&text);
	return result;
}

static int
make_tags_folder(const struct archive *archive)
{
	char folder[PATH_MAX];

	if (archive_path(folder, archive, "tags", NULL) != 0)
		return -1;
	if (make_folders(folder) == 0)
		return 0;
	log_error("%s: %s", folder, strerror(errno));
	return -1;
}

/* All of them: a writer that died may have left an older one behind. */
static int
store_tags(const struct archive *archive)
{
	const char *tag;

	for (size_t i = 0; (tag = archive_tag(archive, i)) != NULL; i++)
		if ((i == 0 && make_tags_folder(archive) != 0) ||
			store_tag(archive, tag) != 0)
			return -1;
	return 0;
}

static int
store_latest(const struct archive *archive)
{
	const struct publication *newest = archive_newest(archive);
	char found[SNAPSHOT_ID_SIZE + 1] = "";
	char path[PATH_MAX];

	if (newest == NULL)
		return 0;
	if (archive_path(path, archive, "latest", NULL) != 0)
		return -1;
	if (readlink(path, found, sizeof(found) - 1) > 0 &&
		strcmp(found, newest->id) == 0)
		return 0;
	return store_link(archive->path, "latest", newest->id);
}

int
store_index(const struct archive *archive)
{
	if (store_tags(archive) != 0 || store_latest(archive) != 0)
		return -1;
	return archive->count > 0 ? store_sync_names(archive->path) : 0;
}

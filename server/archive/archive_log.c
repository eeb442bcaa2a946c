/* archive_log.c -- the log of an archive, and what order it gives. */
#include "archive.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "log.h"
#include "paths.h"
#include "record.h"

static int
parse_line(struct archive *archive, const char *line, size_t length,
	const char **complaint)
{
	struct record record;

	*complaint = "is no line of an archive's log, or it or one before it "
		     "was changed";
	if (record_parse(archive, line, length, &record) != 0)
		return -1;
	*complaint = "cannot follow on the lines before";
	return record_append(archive, &record);
}

int
archive_parse_log(struct archive *archive, const char *name, const char *text)
{
	for (int number = 1; *text != '\0'; number++) {
		size_t length = strcspn(text, "\n");
		const char *complaint;

		length += text[length] == '\n';
		if (parse_line(archive, text, length, &complaint) != 0) {
			log_error("%s:%d: %s", name, number, complaint);
			return -1;
		}
		text += length;
	}
	return 0;
}

int
check_plain_file(const char *path)
{
	struct stat status;

	if (lstat(path, &status) != 0)
		log_error("%s: %s", path, strerror(errno));
	else if (!S_ISREG(status.st_mode))
		log_error("%s: is not a file", path);
	else
		return 0;
	return -1;
}

char *
archive_read_file(const char *path, size_t *length)
{
	return check_plain_file(path) == 0 ? file_read(path, length) : NULL;
}

static int
read_log(struct archive *archive, const char *name)
{
	size_t length;
	char *text = archive_read_file(name, &length);
	int result = -1;

	if (text == NULL)
		return -1;
	if (strlen(text) != length)
		log_error("%s: holds a zero byte", name);
	else
		result = archive_parse_log(archive, name, text);
	free(text);
	return result;
}

int
archive_open(struct archive *archive, const char *path)
{
	char name[PATH_MAX];
	struct stat status;

	*archive = (struct archive){ 0 };
	if (access(path, R_OK | X_OK) != 0 ||
		path_join(name, path, "log") != 0) {
		log_error("%s: %s", path, strerror(errno));
		return -1;
	}
	strcpy(archive->path, path);
	if (lstat(name, &status) != 0 && errno == ENOENT)
		return 0;
	if (read_log(archive, name) == 0)
		return 0;
	archive_close(archive);
	return -1;
}

void
archive_close(struct archive *archive)
{
	free(archive->publications);
	free(archive->records);
	arena_free(archive->arena);
	*archive = (struct archive){ 0 };
}

void
archive_print_log(const struct archive *archive, struct text *text)
{
	for (size_t i = 0; i < archive->record_count; i++)
		record_print(&archive->records[i], text);
}

const struct publication *
archive_last(const struct archive *archive)
{
	if (archive->count == 0)
		return NULL;
	return &archive->publications[archive->count - 1];
}

const struct publication *
archive_find(const struct archive *archive, const char *id)
{
	for (size_t i = 0; i < archive->count; i++)
		if (strcmp(archive->publications[i].id, id) == 0)
			return &archive->publications[i];
	return NULL;
}

const struct publication *
archive_before(const struct archive *archive, size_t count, const char *id)
{
	const struct publication *newest = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct publication *item = &archive->publications[i];

		if (strcmp(item->id, id) < 0 &&
			(newest == NULL || strcmp(item->id, newest->id) > 0))
			newest = item;
	}
	return newest;
}

const struct publication *
archive_newest(const struct archive *archive)
{
	static const char after_all[] = "~";

	return archive_before(archive, archive->count, after_all);
}

int
archive_path(char path[PATH_MAX], const struct archive *archive, const char *id,
	const char *name)
{
	int length = snprintf(path, PATH_MAX, "%s/%s%s%s", archive->path, id,
		name != NULL ? "/" : "", name != NULL ? name : "");

	if (length >= 0 && length < PATH_MAX)
		return 0;
	log_error("%s: %s", archive->path, strerror(ENAMETOOLONG));
	return -1;
}

const struct publication *
archive_kept_before(const struct archive *archive, const char *id)
{
	const struct publication *item;

	do {
		item = archive_before(archive, archive->count, id);
		id = item != NULL ? item->id : NULL;
	} while (item != NULL && item->is_pruned);
	return item;
}

static const struct publication *
find_prev(const struct archive *archive)
{
	const struct publication *newest = archive_newest(archive);

	return newest != NULL ? archive_kept_before(archive, newest->id) : NULL;
}

const struct publication *
archive_named(const struct archive *archive, const char *name)
{
	if (strcmp(name, "latest") == 0)
		return archive_newest(archive);
	if (strcmp(name, "prev") == 0)
		return find_prev(archive);
	if (snapshot_time(name) >= 0)
		return archive_find(archive, name);
	return archive_tagged(archive, name);
}

const struct publication *
archive_resolve(const struct archive *archive, const char *name)
{
	const struct publication *found = archive_named(archive, name);

	if (found == NULL)
		log_error("%s: holds no snapshot '%s'; see 'archive list'",
			archive->path, name);
	return found;
}

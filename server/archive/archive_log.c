/* archive_log.c -- the log of publications, and what follows from it.
 *
 * A line is read and printed again: only what comes out as it went in is
 * accepted, so that not one byte of the log can be changed unseen. */
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

static void
print_publication(const struct publication *publication, struct text *text)
{
	text_format(text, "%s %s %s\n", publication->id,
		publication->manifest_hash,
		publication->tag[0] != '\0' ? publication->tag : "-");
}

static int
parse_publication(
	const char *line, size_t length, struct publication *publication)
{
	struct text again = { 0 };
	int result = -1;

	*publication = (struct publication){ 0 };
	if (sscanf(line, "%16[0-9TZ] %64[0-9a-f] %64[0-9A-Za-z._-]",
		    publication->id, publication->manifest_hash,
		    publication->tag) != 3)
		return -1;
	if (strcmp(publication->tag, "-") == 0)
		publication->tag[0] = '\0';
	print_publication(publication, &again);
	if (snapshot_time(publication->id) >= 0 &&
		strlen(publication->manifest_hash) == HASH_SIZE - 1 &&
		(publication->tag[0] == '\0' ||
			tag_is_valid(publication->tag)) &&
		again.length == length &&
		memcmp(again.bytes, line, length) == 0)
		result = 0;
	text_free(&again);
	return result;
}

void
archive_append(struct archive *archive, const struct publication *publication)
{
	archive->publications = memory_grown(archive->publications,
		archive->count, &archive->capacity, sizeof(*publication));
	archive->publications[archive->count++] = *publication;
}

int
archive_parse_log(struct archive *archive, const char *name, const char *text)
{
	for (int number = 1; *text != '\0'; number++) {
		size_t length = strcspn(text, "\n");
		struct publication publication;

		length += text[length] == '\n';
		if (parse_publication(text, length, &publication) != 0) {
			log_error("%s:%d: is no line of an archive's log", name,
				number);
			return -1;
		}
		if (archive_find(archive, publication.id) != NULL) {
			log_error("%s:%d: %s was published before", name,
				number, publication.id);
			return -1;
		}
		archive_append(archive, &publication);
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
	*archive = (struct archive){ 0 };
}

void
archive_print_log(const struct archive *archive, struct text *text)
{
	for (size_t i = 0; i < archive->count; i++)
		print_publication(&archive->publications[i], text);
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

const struct publication *
archive_tagged(const struct archive *archive, const char *tag)
{
	for (size_t i = archive->count; i-- > 0;)
		if (strcmp(archive->publications[i].tag, tag) == 0)
			return &archive->publications[i];
	return NULL;
}

void
archive_print_tag(
	const struct archive *archive, const char *tag, struct text *text)
{
	for (size_t i = archive->count; i-- > 0;)
		if (strcmp(archive->publications[i].tag, tag) == 0)
			text_format(text, "%s\n", archive->publications[i].id);
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

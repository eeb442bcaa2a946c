/* it stays while what it speaks of lies there unpublished */
/* archive_writer.c -- the one who may change an archive: lock, record, commit.
 *
 * A snapshot is published in this order: its files and the intent are on the
 * disk, rename, its name is on the disk, the log. Whatever comes later follows
 * from the log. */
#include "archive_store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "archive_search.h"
#include "log.h"
#include "paths.h"

static int
fail(const char *path)
{
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

static int
take_lock(const char *archive)
{
	char path[PATH_MAX];
	int lock;

	if (path_join(path, archive, ".lock") != 0)
		return fail(archive);
	lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (lock < 0)
		return fail(path);
	if (flock(lock, LOCK_EX | LOCK_NB) == 0)
		return lock;
	if (errno == EWOULDBLOCK)
		log_info("%s: waits for another writer to end", archive);
	if (flock(lock, LOCK_EX) == 0)
		return lock;
	fail(path);
	close(lock);
	return -1;
}

int
reader_lock(const char *archive)
{
	char path[PATH_MAX];
	int lock;

	if (path_join(path, archive, ".lock") != 0)
		return -1;
	lock = open(path, O_RDONLY | O_CLOEXEC);
	if (lock >= 0 && flock(lock, LOCK_SH) != 0) {
		close(lock);
		lock = -1;
	}
	return lock;
}

int
writer_open(
	struct writer *writer, const char *path, bool may_create, int64_t at)
{
	*writer =
		(struct writer){ .at = at != 0 ? at : time(NULL), .lock = -1 };
	if (may_create && make_folders(path) != 0)
		return fail(path);
	writer->lock = take_lock(path);
	if (writer->lock < 0)
		return -1;
	writer->is_open = archive_open(&writer->archive, path) == 0 &&
		store_recover(&writer->archive) == 0;
	if (writer->is_open)
		return 0;
	writer_close(writer);
	return -1;
}

/* What the search knows follows last: nothing depends on it. */
void
writer_close(struct writer *writer)
{
	if (writer->is_open)
		search_refresh(&writer->archive);
	archive_close(&writer->archive);
	if (writer->lock >= 0)
		close(writer->lock);
	writer->lock = -1;
}

int
writer_record(struct writer *writer, const struct record *words)
{
	struct record record = *words;

	if (record.at == 0 && !record.is_old)
		record.at = writer->at;
	record_link(&writer->archive, &record);
	if (record_append(&writer->archive, &record) == 0)
		return 0;
	log_error("%s: has no snapshot '%s' to %s", writer->archive.path,
		record.id, event_names[record.event]);
	return -1;
}

/* Renamed it is published, whatever happens later: nothing that can fail may
 * come behind. */
static int
write_log(const struct archive *archive)
{
	struct text text = { 0 };
	int result;

	archive_print_log(archive, &text);
	result = store_text(archive->path, "log", &text);
	text_free(&text);
	return result;
}

int
writer_commit(struct writer *writer)
{
	if (write_log(&writer->archive) != 0)
		return -1;
	return store_index(&writer->archive);
}

int
writer_draft(char path[PATH_MAX], const struct writer *writer, const char *id)
{
	char name[sizeof(DRAFT_PREFIX) + SNAPSHOT_ID_SIZE];

	snprintf(name, sizeof(name), DRAFT_PREFIX "%s", id);
	return archive_path(path, &writer->archive, name, NULL);
}

int
writer_check_new(const struct writer *writer, const char *id)
{
	char path[PATH_MAX];

	if (archive_path(path, &writer->archive, id, NULL) != 0)
		return -1;
	if (archive_find(&writer->archive, id) == NULL &&
		access(path, F_OK) != 0)
		return 0;
	log_error("%s: is published already; a snapshot never changes", path);
	return -1;
}

static int
write_intent(const struct archive *archive, const char *id)
{
	struct text text = { 0 };
	int result;

	text_format(&text, "%s\n", id);
	result = store_text(archive->path, INTENT_NAME, &text);
	text_free(&text);
	return result;
}

static void
remove_intent(const struct archive *archive)
{
	char path[PATH_MAX];

	if (archive_path(path, archive, INTENT_NAME, NULL) == 0)
		unlink(path);
}

static int
record_all(struct writer *writer, const struct publishing *publishing)
{
	for (size_t i = 0; i < publishing->count; i++)
		if (writer_record(writer, &publishing->records[i]) != 0)
			return -1;
	return write_log(&writer->archive);
}

/* Published is what the log has: without its lines all is taken back. */
static int
reveal(struct writer *writer, const struct publishing *publishing,
	const char *final)
{
	if (rename(publishing->draft, final) != 0)
		return fail(final);
	if (store_sync_names(writer->archive.path) == 0 &&
		record_all(writer, publishing) == 0)
		return 0;
	if (rename(final, publishing->draft) != 0)
		fail(final);
	return -1;
}

int
writer_publish(struct writer *writer, const struct publishing *publishing)
{
	struct archive *archive = &writer->archive;
	char final[PATH_MAX];
	int result = -1;

	if (archive_path(final, archive, publishing->id, NULL) != 0)
		return -1;
	if (write_intent(archive, publishing->id) == 0 &&
		store_sync(publishing->draft) == 0)
		result = reveal(writer, publishing, final);
	if (result == 0 || access(final, F_OK) != 0)
		remove_intent(archive);
	return result == 0 ? store_index(archive) : -1;
}

/* archive_prune.c -- removes the files of snapshots that nobody needs.
 *
 * Their manifests stay in ARCHIVE/pruned, so that the chain goes on to be
 * complete. Manifests first, then the log, then the files: what dies between
 * two steps is completed or taken back by the next writer. */
#include "archive_verbs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archive_store.h"
#include "log.h"
#include "paths.h"
#include "retention.h"

static void
print_verdicts(const struct verdict *verdicts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct verdict *verdict = &verdicts[i];
		bool is_kept = verdict->kept_for != NULL;

		printf("%s  %s%s\n", verdict->publication->id,
			is_kept ? "stays: " : "goes",
			is_kept ? verdict->kept_for : "");
	}
}

static int
keep_manifest(
	const struct archive *archive, const struct publication *publication)
{
	struct publication pruned = *publication;
	struct manifest_file file = { 0 };
	char from[PATH_MAX];
	char to[PATH_MAX];

	pruned.is_pruned = true;
	strcpy(file.hash, publication->manifest_hash);
	if (manifest_path(from, archive, publication) != 0 ||
		manifest_path(to, archive, &pruned) != 0)
		return -1;
	return store_file(from, from, to, &file);
}

static int
keep_manifests(const struct archive *archive, const struct verdict *verdicts,
	size_t count)
{
	char folder[PATH_MAX];

	if (archive_path(folder, archive, PRUNED_FOLDER, NULL) != 0)
		return -1;
	if (make_folders(folder) != 0) {
		log_error("%s: %s", folder, strerror(errno));
		return -1;
	}
	for (size_t i = 0; i < count; i++)
		if (verdicts[i].kept_for == NULL &&
			keep_manifest(archive, verdicts[i].publication) != 0)
			return -1;
	return store_sync(folder);
}

static int
record_prunes(struct writer *writer, const struct verdict *verdicts,
	size_t count, const struct retention *retention)
{
	struct record record = { .event = EVENT_PRUNE, .name = "" };
	struct text why = { 0 };
	int result = 0;

	text_append(&why, "not kept by ");
	retention_print(retention, &why);
	record.text = why.bytes;
	for (size_t i = 0; result == 0 && i < count; i++) {
		if (verdicts[i].kept_for != NULL)
			continue;
		strcpy(record.id, verdicts[i].publication->id);
		result = writer_record(writer, &record);
	}
	text_free(&why);
	return result == 0 ? writer_commit(writer) : -1;
}

static int
prune(struct writer *writer, const struct verdict *verdicts, size_t count,
	const struct retention *retention)
{
	const struct archive *archive = &writer->archive;

	if (keep_manifests(archive, verdicts, count) != 0 ||
		record_prunes(writer, verdicts, count, retention) != 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (verdicts[i].kept_for == NULL &&
			store_discard(archive, verdicts[i].publication->id) !=
				0)
			return -1;
	return 0;
}

static size_t
count_going(const struct verdict *verdicts, size_t count)
{
	size_t going = 0;

	for (size_t i = 0; i < count; i++)
		going += verdicts[i].kept_for == NULL;
	return going;
}

static int
judge(const char *path, const struct retention *retention)
{
	struct archive archive;
	struct verdict *verdicts;
	size_t count;

	if (archive_open(&archive, path) != 0)
		return -1;
	verdicts = retention_judge(&archive, retention, &count);
	print_verdicts(verdicts, count);
	free(verdicts);
	archive_close(&archive);
	return 0;
}

static int
prune_locked(struct writer *writer, const struct retention *retention)
{
	struct verdict *verdicts;
	size_t count;
	int result = 0;

	verdicts = retention_judge(&writer->archive, retention, &count);
	if (count_going(verdicts, count) > 0)
		result = prune(writer, verdicts, count, retention);
	if (result == 0)
		print_verdicts(verdicts, count);
	free(verdicts);
	return result;
}

int
archive_prune(const char *path, const struct retention *retention, int64_t at,
	bool dry_run)
{
	struct writer writer;
	int result;

	if (dry_run)
		return judge(path, retention);
	if (writer_open(&writer, path, false, at) != 0)
		return -1;
	result = prune_locked(&writer, retention);
	writer_close(&writer);
	return result;
}

/* archive_record.c -- tags, notes and sign-offs: what is said of a snapshot
 * after it was published. */
#include "archive_verbs.h"

#include <string.h>

#include "archive_store.h"
#include "log.h"

/* 0 or VERB_MISUSED. */
static int
check_words(const struct record *record)
{
	if (record->event == EVENT_TAG && !tag_is_valid(record->name)) {
		log_error("'%s' cannot be a tag: up to %d letters, digits, "
			  "'.', '_', '-', no id",
			record->name, TAG_SIZE - 1);
		return VERB_MISUSED;
	}
	if (text_is_noteworthy(record->name) &&
		text_is_noteworthy(record->text))
		return 0;
	log_error("what is kept must be one line of UTF-8 text, up to 2000 "
		  "bytes");
	return VERB_MISUSED;
}

static int
check_files(
	const struct archive *archive, const struct publication *publication)
{
	if (!publication->is_pruned)
		return 0;
	log_error("%s: %s was pruned; a tag would lead nowhere", archive->path,
		publication->id);
	return -1;
}

static int
record_locked(
	struct writer *writer, const char *name, const struct record *words)
{
	const struct publication *found =
		archive_resolve(&writer->archive, name);
	struct record record = *words;

	if (found == NULL)
		return -1;
	if (record.event == EVENT_TAG &&
		check_files(&writer->archive, found) != 0)
		return -1;
	strcpy(record.id, found->id);
	if (writer_record(writer, &record) != 0)
		return -1;
	return writer_commit(writer);
}

int
archive_record(const char *archive, const char *name,
	const struct record *words, int64_t at)
{
	struct writer writer;
	int result = check_words(words);

	if (result != 0)
		return result;
	if (writer_open(&writer, archive, false, at) != 0)
		return -1;
	result = record_locked(&writer, name, words);
	writer_close(&writer);
	return result;
}

/* record.c -- a line of the log, to read and to write.
 *
 * A line is read and printed again: only what comes out as it went in is
 * accepted, so that not one byte of the log can be changed unseen. */
#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char time_form[] = "%Y-%m-%dT%H:%M:%SZ";

const char *const event_names[EVENT_COUNT] = {
	[EVENT_PUBLISH] = "publish",
	[EVENT_IMPORT] = "import",
	[EVENT_TAG] = "tag",
	[EVENT_NOTE] = "note",
	[EVENT_SIGN] = "sign",
	[EVENT_PRUNE] = "prune",
};

enum { CHAIN, TIME, EVENT, ID, NAME, TEXT, FIELD_COUNT };

const char *
time_text(int64_t seconds, char text[TIME_SIZE])
{
	time_t time = seconds;
	struct tm when;

	text[0] = '\0';
	if (gmtime_r(&time, &when) != NULL)
		strftime(text, TIME_SIZE, time_form, &when);
	return text;
}

bool
record_is_publication(const struct record *record)
{
	return record->event == EVENT_PUBLISH || record->event == EVENT_IMPORT;
}

const char *
archive_chain(const struct archive *archive)
{
	if (archive->record_count == 0)
		return "";
	return archive->records[archive->record_count - 1].chain;
}

static void
print_words(const struct record *record, struct text *text)
{
	char time[TIME_SIZE];

	if (record->is_old)
		text_format(text, "%s %.*s %s\n", record->id, HASH_SIZE - 1,
			record->text,
			record->name[0] != '\0' ? record->name : "-");
	else
		text_format(text, "\t%s\t%s\t%s\t%s\t%s\n",
			time_text(record->at, time), event_names[record->event],
			record->id, record->name, record->text);
}

void
record_print(const struct record *record, struct text *text)
{
	if (!record->is_old)
		text_append(text, record->chain);
	print_words(record, text);
}

void
record_link(struct archive *archive, struct record *record)
{
	struct text text = { 0 };

	if (archive->arena == NULL)
		archive->arena = arena_create();
	record->name = arena_text(archive->arena, record->name);
	record->text = arena_text(archive->arena, record->text);
	text_append(&text, archive_chain(archive));
	print_words(record, &text);
	hash_bytes(text.bytes, text.length, record->chain);
	text_free(&text);
}

/* Splits in place; how many fields there are. */
static size_t
split(char *line, char *fields[FIELD_COUNT + 1])
{
	size_t count = 0;
	char *field;

	while (count <= FIELD_COUNT && (field = strsep(&line, "\t")) != NULL)
		fields[count++] = field;
	return count;
}

static int
find_event(const char *word)
{
	for (int i = 0; i < EVENT_COUNT; i++)
		if (strcmp(event_names[i], word) == 0)
			return i;
	return -1;
}

static int
read_fields(char *line, struct record *record)
{
	char *fields[FIELD_COUNT + 1];
	struct tm when = { 0 };
	int event;

	if (split(line, fields) != FIELD_COUNT ||
		strptime(fields[TIME], time_form, &when) == NULL ||
		strlen(fields[ID]) >= SNAPSHOT_ID_SIZE ||
		(event = find_event(fields[EVENT])) < 0)
		return -1;
	record->event = (enum event)event;
	record->at = timegm(&when);
	strcpy(record->id, fields[ID]);
	record->name = fields[NAME];
	record->text = fields[TEXT];
	return 0;
}

/* The kind was always "state"; none was written. */
static int
read_old_form(struct archive *archive, const char *line, struct record *record)
{
	char hash[HASH_SIZE];
	char tag[TAG_SIZE];

	if (sscanf(line, "%16[0-9TZ] %64[0-9a-f] %64[0-9A-Za-z._-]", record->id,
		    hash, tag) != 3)
		return -1;
	record->is_old = true;
	record->name =
		strcmp(tag, "-") == 0 ? "" : arena_text(archive->arena, tag);
	record->text = arena_format(
		archive->arena, "%s %s", hash, kind_names[KIND_STATE]);
	return 0;
}

static bool
comes_out_again(const struct record *record, const char *line, size_t length)
{
	struct text again = { 0 };
	bool result;

	record_print(record, &again);
	result = again.length == length &&
		memcmp(again.bytes, line, length) == 0;
	text_free(&again);
	return result;
}

int
record_parse(struct archive *archive, const char *line, size_t length,
	struct record *record)
{
	char *copy;

	*record = (struct record){ 0 };
	if (length == 0 || line[length - 1] != '\n')
		return -1;
	if (archive->arena == NULL)
		archive->arena = arena_create();
	copy = arena_copy(archive->arena, line, length);
	copy[length - 1] = '\0';
	if ((strchr(copy, '\t') != NULL
			    ? read_fields(copy, record)
			    : read_old_form(archive, copy, record)) != 0 ||
		snapshot_time(record->id) < 0)
		return -1;
	record_link(archive, record);
	return comes_out_again(record, line, length) ? 0 : -1;
}

static bool
publication_from(const struct record *record, struct publication *publication)
{
	const char *kind = record->text + HASH_SIZE;

	*publication = (struct publication){ 0 };
	if (strlen(record->text) <= HASH_SIZE ||
		record->text[HASH_SIZE - 1] != ' ' || snapshot_kind(kind) < 0 ||
		strspn(record->text, "0123456789abcdef") != HASH_SIZE - 1 ||
		(record->name[0] != '\0' && !tag_is_valid(record->name)))
		return false;
	strcpy(publication->id, record->id);
	memcpy(publication->manifest_hash, record->text, HASH_SIZE - 1);
	strcpy(publication->tag, record->name);
	publication->kind = (enum snapshot_kind)snapshot_kind(kind);
	publication->published_at = record->at;
	publication->is_imported = record->event == EVENT_IMPORT;
	return true;
}

static int
append_publication(struct archive *archive, const struct record *record)
{
	struct publication publication;

	if (archive_find(archive, record->id) != NULL ||
		!publication_from(record, &publication))
		return -1;
	publication.place = archive->record_count;
	archive->publications = memory_grown(archive->publications,
		archive->count, &archive->capacity, sizeof(publication));
	archive->publications[archive->count++] = publication;
	return 0;
}

/* The index, for what archive_find gives is not to be written to. */
static int
apply(struct archive *archive, const struct record *record)
{
	const struct publication *found = archive_find(archive, record->id);

	if (record_is_publication(record))
		return append_publication(archive, record);
	if (found == NULL)
		return -1;
	if (record->event == EVENT_TAG)
		return tag_is_valid(record->name) && !found->is_pruned ? 0 : -1;
	if (record->event == EVENT_PRUNE) {
		if (found->is_pruned)
			return -1;
		archive->publications[found - archive->publications].is_pruned =
			true;
	}
	return 0;
}

int
record_append(struct archive *archive, const struct record *record)
{
	if (apply(archive, record) != 0)
		return -1;
	archive->records = memory_grown(archive->records, archive->record_count,
		&archive->record_capacity, sizeof(*record));
	archive->records[archive->record_count++] = *record;
	return 0;
}

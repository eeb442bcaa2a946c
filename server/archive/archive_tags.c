/* archive_tags.c -- which snapshot bears a tag, and which ones did.
 *
 * A publication takes its tag from a state, never from what was tagged by hand
 * or closed the phase: those yield to their like alone. */
#include "archive.h"

#include <string.h>

#include "record.h"

enum rank { RANK_NONE, RANK_STATE, RANK_CHOSEN };

static bool
gives_tag(const struct record *record)
{
	return record->event == EVENT_TAG ||
		(record_is_publication(record) && record->name[0] != '\0');
}

/* RANK_NONE when the record has nothing to do with the tag. */
static enum rank
rank_of(const struct archive *archive, const struct record *record,
	const char *tag)
{
	if (!gives_tag(record) || strcmp(record->name, tag) != 0)
		return RANK_NONE;
	return record->event != EVENT_TAG &&
			archive_find(archive, record->id)->kind == KIND_STATE
		? RANK_STATE
		: RANK_CHOSEN;
}

/* The record that gave the tag last, among the first `count`. */
static const struct record *
last_gift(const struct archive *archive, size_t count, const char *tag)
{
	const struct record *state = NULL;

	while (count-- > 0) {
		const struct record *record = &archive->records[count];
		enum rank rank = rank_of(archive, record, tag);

		if (rank == RANK_CHOSEN)
			return record;
		if (rank == RANK_STATE && state == NULL)
			state = record;
	}
	return state;
}

const struct publication *
archive_tagged(const struct archive *archive, const char *tag)
{
	const struct record *gift =
		last_gift(archive, archive->record_count, tag);

	return gift != NULL ? archive_find(archive, gift->id) : NULL;
}

/* The least name above `floor`. */
static const char *
next_tag(const struct archive *archive, const char *floor)
{
	const char *least = NULL;

	for (size_t i = 0; i < archive->record_count; i++) {
		const struct record *record = &archive->records[i];

		if (gives_tag(record) && strcmp(record->name, floor) > 0 &&
			(least == NULL || strcmp(record->name, least) < 0))
			least = record->name;
	}
	return least;
}

const char *
archive_tag(const struct archive *archive, size_t index)
{
	const char *tag = next_tag(archive, "");

	while (index-- > 0 && tag != NULL)
		tag = next_tag(archive, tag);
	return tag;
}

bool
archive_bears_tag(
	const struct archive *archive, const struct publication *publication)
{
	const char *tag = "";

	while ((tag = next_tag(archive, tag)) != NULL)
		if (archive_tagged(archive, tag) == publication)
			return true;
	return false;
}

static void
print_gift(const struct record *gift, struct text *text)
{
	char time[TIME_SIZE];

	text_format(text, "%s %s", gift->id,
		gift->is_old ? "-" : time_text(gift->at, time));
	if (record_is_publication(gift))
		text_append(text, " published");
	else if (gift->text[0] != '\0')
		text_format(text, " %s", gift->text);
	text_append(text, "\n");
}

void
archive_print_tag(
	const struct archive *archive, const char *tag, struct text *text)
{
	const struct record *gift =
		last_gift(archive, archive->record_count, tag);

	if (gift != NULL)
		text_format(text, "%s\n", gift->id);
	while (gift != NULL) {
		print_gift(gift, text);
		gift = last_gift(
			archive, (size_t)(gift - archive->records), tag);
	}
}

/* retention.c -- which snapshots are kept, and what for. */
#include "retention.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "record.h"

const struct retention default_retention = {
	{ [PERIOD_LAST] = 14,
		[PERIOD_DAY] = 30,
		[PERIOD_WEEK] = 26,
		[PERIOD_MONTH] = KEEP_ALL },
};

static const char *const period_names[PERIOD_COUNT] = {
	[PERIOD_LAST] = "last",
	[PERIOD_DAY] = "daily",
	[PERIOD_WEEK] = "weekly",
	[PERIOD_MONTH] = "monthly",
};

enum { DAY = 86400, DAYS_OF_WEEK = 7, MONTHS = 12 };

/* Two snapshots of one period have the same number. */
static int64_t
period_of(enum period period, const char *id)
{
	time_t seconds = snapshot_time(id);
	struct tm when;

	gmtime_r(&seconds, &when);
	switch (period) {
	case PERIOD_DAY:
		return seconds / DAY;
	case PERIOD_WEEK: /* 1 January 1970 was a Thursday */
		return (seconds / DAY + 3) / DAYS_OF_WEEK;
	case PERIOD_MONTH:
		return (int64_t)when.tm_year * MONTHS + when.tm_mon;
	default:
		return seconds;
	}
}

static bool
is_signed(const struct archive *archive, const struct publication *publication)
{
	for (size_t i = 0; i < archive->record_count; i++)
		if (archive->records[i].event == EVENT_SIGN &&
			strcmp(archive->records[i].id, publication->id) == 0)
			return true;
	return false;
}

static const char *
kept_for_ever(
	const struct archive *archive, const struct publication *publication)
{
	if (publication == archive_newest(archive))
		return "latest";
	if (archive_bears_tag(archive, publication))
		return "tagged";
	if (publication->kind != KIND_STATE)
		return kind_names[publication->kind];
	return is_signed(archive, publication) ? "signed" : NULL;
}

/* Those that have files, newest first. */
static struct verdict *
list_all(const struct archive *archive, size_t *count)
{
	struct verdict *verdicts =
		memory_zeroed((archive->count + 1) * sizeof(*verdicts));
	const struct publication *item = archive_newest(archive);

	*count = 0;
	for (; item != NULL;
		item = archive_before(archive, archive->count, item->id))
		if (!item->is_pruned)
			verdicts[(*count)++] = (struct verdict){ item,
				kept_for_ever(archive, item) };
	return verdicts;
}

/* The newest of a period comes first: it is the one that stays. */
static void
keep_period(struct verdict *verdicts, size_t count, enum period period,
	int64_t keep)
{
	int64_t last = -1;
	int64_t kept = 0;

	for (size_t i = 0; i < count && kept < keep; i++) {
		int64_t number = period_of(period, verdicts[i].publication->id);

		if (number == last)
			continue;
		last = number;
		kept++;
		if (verdicts[i].kept_for == NULL)
			verdicts[i].kept_for = period_names[period];
	}
}

struct verdict *
retention_judge(const struct archive *archive,
	const struct retention *retention, size_t *count)
{
	struct verdict *verdicts = list_all(archive, count);

	for (int i = 0; i < PERIOD_COUNT; i++)
		keep_period(
			verdicts, *count, (enum period)i, retention->keep[i]);
	return verdicts;
}

void
retention_print(const struct retention *retention, struct text *text)
{
	for (int i = 0; i < PERIOD_COUNT; i++) {
		text_format(text, "%s%s ", i > 0 ? ", " : "", period_names[i]);
		if (retention->keep[i] == KEEP_ALL)
			text_append(text, "all");
		else
			text_format(
				text, "%lld", (long long)retention->keep[i]);
	}
}

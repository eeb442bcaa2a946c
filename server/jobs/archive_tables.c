/* archive_tables.c -- the archive as tables, so that templates can ask it. */
#include "archive_tables.h"

#include <string.h>

#include "record.h"
#include "script.h"

static struct value
text_or_null(const char *text)
{
	return text != NULL && text[0] != '\0' ? text_value(text)
					       : null_value();
}

static struct value
time_or_null(int64_t seconds)
{
	return seconds > 0 ? integer_value(seconds) : null_value();
}

/* ---------------------------------------------------------- snapshots -- */

static const char insert_snapshot[] =
	"INSERT INTO snapshot (id, ordinal, observed_at, published_at, kind,"
	" tag, is_latest, is_readable, is_pruned, is_imported, previous, next,"
	" manifest_sha256)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/* The figures of a state hold those of all before it, which are here already.
 */
static const char add_head[] =
	"UPDATE snapshot SET phase = ?2, note = ?3, replaces = ?4,"
	" complete = ?5, files = ?6, bytes = ?7, state_bytes = ?8,"
	" state_sha256 = ?9, root_sha256 = ?10, tool = ?11, tools = ?12,"
	" figures = json_remove(?13, '$.history') WHERE id = ?1";

static const char add_devices[] =
	"UPDATE snapshot SET dual = ?2, v6_only = ?3, v4_only = ?4, none = ?5,"
	" unknown = ?6, devices = ?2 + ?3 + ?4 + ?5 + ?6 WHERE id = ?1";

static int
add_figures(struct database *database, const struct summary *summary)
{
	const struct manifest *head = summary->head;
	const struct value heads[] = { text_value(head->id),
		text_or_null(head->phase), text_or_null(head->note),
		text_or_null(head->replaces), integer_value(head->complete),
		integer_value((int64_t)summary->file_count),
		integer_value(summary->bytes), integer_value(head->state.size),
		text_value(head->state.hash), text_or_null(head->root_hash),
		text_or_null(head->tool), text_or_null(head->tools),
		text_or_null(head->figures) };
	struct value devices[1 + CLASS_COUNT] = { text_value(head->id) };

	for (int i = 0; i < CLASS_COUNT; i++)
		devices[1 + i] = integer_value(head->devices[i]);
	if (database_run_with(database, add_head, heads, COUNT(heads)) != 0)
		return -1;
	return database_run_with(
		database, add_devices, devices, COUNT(devices));
}

/* The ids of the nearest that have their files. */
struct neighbours {
	const char *previous, *next;
};

static struct neighbours
neighbours_of(const struct summary *summaries, size_t count, size_t place)
{
	struct neighbours found = { NULL, NULL };

	for (size_t i = place; i-- > 0 && found.next == NULL;)
		if (!summaries[i].publication->is_pruned)
			found.next = summaries[i].publication->id;
	for (size_t i = place + 1; i < count && found.previous == NULL; i++)
		if (!summaries[i].publication->is_pruned)
			found.previous = summaries[i].publication->id;
	return found;
}

static int
add_snapshot(struct database *database, const struct summary *summaries,
	size_t count, size_t place)
{
	const struct summary *summary = &summaries[place];
	const struct publication *item = summary->publication;
	struct neighbours near = neighbours_of(summaries, count, place);
	const struct value values[] = { text_value(item->id),
		integer_value((int64_t)(count - place)),
		integer_value(snapshot_time(item->id)),
		time_or_null(item->published_at),
		text_value(kind_names[item->kind]), text_or_null(item->tag),
		integer_value(place == 0), integer_value(summary->readable),
		integer_value(item->is_pruned),
		integer_value(item->is_imported), text_value(near.previous),
		text_value(near.next), text_value(item->manifest_hash) };

	if (database_run_with(
		    database, insert_snapshot, values, COUNT(values)) != 0)
		return -1;
	return summary->readable ? add_figures(database, summary) : 0;
}

static int
add_snapshots(struct database *database, const struct catalogue *catalogue)
{
	size_t count;
	const struct summary *summaries =
		catalogue_summaries(catalogue, &count);

	for (size_t i = 0; i < count; i++)
		if (add_snapshot(database, summaries, count, i) != 0)
			return -1;
	return 0;
}

/* --------------------------------------------------- records and tags -- */

static int
add_record(
	struct database *database, const struct record *record, size_t ordinal)
{
	bool says_what = !record_is_publication(record);
	const struct value values[] = { integer_value((int64_t)ordinal),
		time_or_null(record->at),
		text_value(event_names[record->event]), text_value(record->id),
		text_or_null(record->name),
		says_what ? text_or_null(record->text) : null_value(),
		text_value(record->chain) };

	return database_run_with(database,
		"INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?)", values,
		COUNT(values));
}

static int
add_records(struct database *database, const struct archive *archive)
{
	for (size_t i = 0; i < archive->record_count; i++)
		if (add_record(database, &archive->records[i], i + 1) != 0)
			return -1;
	return 0;
}

static int
add_tags(struct database *database, const struct archive *archive)
{
	const char *tag;

	for (size_t i = 0; (tag = archive_tag(archive, i)) != NULL; i++) {
		const struct value values[] = { text_value(tag),
			text_value(archive_tagged(archive, tag)->id) };

		if (database_run_with(database,
			    "INSERT INTO bearer VALUES (?, ?)", values,
			    COUNT(values)) != 0)
			return -1;
	}
	return 0;
}

/* ---------------------------------------------------------- all of it -- */

static int
make_tables(struct database *database, const struct job_place *place)
{
	char path[PATH_MAX];

	if (template_find(&place->templates, "archive/schema.sql", path) != 0)
		return -1;
	return script_run(database, path);
}

struct database *
archive_tables_open(const struct job_place *place)
{
	const struct archive *archive = catalogue_archive(place->catalogue);
	struct database *database = database_in_memory();

	if (database == NULL)
		return NULL;
	if (make_tables(database, place) == 0 &&
		database_run(database, "BEGIN") == 0 &&
		add_snapshots(database, place->catalogue) == 0 &&
		add_records(database, archive) == 0 &&
		add_tags(database, archive) == 0 &&
		database_run(database, "COMMIT") == 0)
		return database;
	database_close(database);
	return NULL;
}

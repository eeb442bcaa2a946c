/* archive_find_object.c -- verbs that make the search index, and ask it. */
#include "archive_verbs.h"

#include <stdio.h>

#include "archive_search.h"
#include "archive_store.h"
#include "database.h"
#include "log.h"
#include "plain.h"
#include "script.h"
#include "search_ask.h"
#include "search_index.h"
#include "table_writer.h"

/* --------------------------------------------------------------- index ---- */

static int
print_size(const struct archive *archive)
{
	char path[PATH_MAX];
	struct database *index = NULL;

	if (archive_path(path, archive, SEARCH_NAME, NULL) == 0)
		index = search_index_open(path);
	if (index == NULL)
		return -1;
	printf("%s: %lld objects of %lld snapshots\n", path,
		(long long)database_integer(
			index, "SELECT count(*) FROM object", 0),
		(long long)database_integer(
			index, "SELECT count(*) FROM snapshot", 0));
	return database_close(index);
}

int
archive_index(const char *path)
{
	struct writer writer;
	int result;

	if (writer_open(&writer, path, false, 0) != 0)
		return -1;
	result = search_rebuild(&writer.archive);
	if (result == 0)
		result = print_size(&writer.archive);
	writer_close(&writer);
	return result;
}

/* -------------------------------------------------------------- search ---- */

static int
note_archive(struct database *database, const struct archive *archive)
{
	size_t lacking = search_lacks(archive);

	if (lacking > 0)
		log_warning("%s/" SEARCH_NAME ": lacks %zu snapshots; 'twinmap "
			    "archive index %s' adds them",
			archive->path, lacking, archive->path);
	for (size_t i = 0; i < archive->count; i++)
		if (archive->publications[i].is_pruned &&
			search_note_pruned(
				database, archive->publications[i].id) != 0)
			return -1;
	return 0;
}

/* Nothing is paged here. */
static const char all_answers[] =
	"CREATE TEMP TABLE parameter (name TEXT, value TEXT);"
	"INSERT INTO parameter VALUES ('limit', 1000), ('offset', 0);";

static int
refuse_impossible(struct database *database)
{
	struct text complaint = { 0 };
	int result = search_complaint(database, &complaint);

	if (complaint.length > 0) {
		log_error("%s", complaint.bytes);
		result = VERB_MISUSED;
	}
	text_free(&complaint);
	return result;
}

static int
ask(struct database *database, const struct archive *archive,
	const struct search_order *order)
{
	char path[PATH_MAX];

	if (archive_path(path, archive, SEARCH_NAME, NULL) != 0 ||
		search_begin(database, path) != 0 ||
		note_archive(database, archive) != 0 ||
		search_ask(database, order) != 0)
		return -1;
	return refuse_impossible(database);
}

static int
print_json(struct query *answers)
{
	struct text text = { 0 };
	int result = table_format_find("json")->write(&text, answers);

	if (result == 0)
		fputs(text.bytes, stdout);
	text_free(&text);
	return result;
}

static void
print_plain(const char *before, const char *value)
{
	struct text text = { 0 };

	plain_append(&text, value != NULL ? value : "");
	if (text.length > 0)
		printf("%s%s", before, text.bytes);
	text_free(&text);
}

static int
print_lines(struct query *answers)
{
	enum { TYPE, NAME, DETAIL, FIELD, NEARNESS, SINCE, LAST_SEEN, PATH };

	while (query_next(answers)) {
		print_plain("", query_text(answers, TYPE));
		print_plain(" ", query_text(answers, NAME));
		print_plain(": ", query_text(answers, DETAIL));
		print_plain("\n    ", query_text(answers, FIELD));
		print_plain(", ", query_text(answers, NEARNESS));
		print_plain(", ", query_text(answers, SINCE));
		print_plain(" to ", query_text(answers, LAST_SEEN));
		print_plain("\n    ", query_text(answers, PATH));
		putchar('\n');
	}
	return query_failed(answers) ? -1 : 0;
}

static int
print_answers(struct database *database, bool as_json)
{
	struct query *answers = query_prepare(database,
		"SELECT type_word AS type, name, detail, field, nearness,"
		" since, last_seen, coalesce(path, 'pruned') AS path,"
		" is_past, intervals"
		" FROM answer ORDER BY answer.type, ordinal");
	int result = -1;

	if (answers != NULL)
		result = as_json ? print_json(answers) : print_lines(answers);
	query_free(answers);
	return result;
}

static int
tell_answers(struct database *database, bool as_json)
{
	if (database_run(database, all_answers) != 0 ||
		script_run_shared(database, "templates/archive/search.sql") !=
			0 ||
		print_answers(database, as_json) != 0)
		return -1;
	if (database_integer(database, "SELECT count(*) FROM answer", 0) > 0)
		return 0;
	log_error("nothing fits in any snapshot");
	return -1;
}

int
archive_search(const char *path, const struct search_order *order, bool as_json)
{
	struct database *database = database_in_memory();
	struct archive archive;
	int result = -1;

	if (database != NULL && archive_open(&archive, path) == 0) {
		result = ask(database, &archive, order);
		if (result == 0)
			result = tell_answers(database, as_json);
		archive_close(&archive);
	}
	database_close(database);
	return result;
}

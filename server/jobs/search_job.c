/* search_job.c -- what a worker does to find objects of all states. */
#include "search_job.h"

#include <stdlib.h>
#include <string.h>

#include "archive_page.h"
#include "archive_search.h"
#include "archive_tables.h"
#include "json_file.h"
#include "paths.h"
#include "problem.h"
#include "script.h"
#include "search_ask.h"
#include "search_index.h"
#include "url.h"

enum { BAD_REQUEST = 400, UNAVAILABLE = 503 };

enum part { FORMAT, STAMP, TYPE, LIMIT, OFFSET, PART_COUNT };

struct searching {
	const struct job_place *place;
	char *parts[PART_COUNT];
	const char *words;
	struct database *database;
	FILE *answer;
};

static bool
is_for_programs(const struct searching *searching)
{
	return strcmp(searching->parts[FORMAT], "json") == 0;
}

/* --------------------------------------------------------- parameters -- */

static int
note_parameters(const struct searching *searching)
{
	struct database *database = searching->database;
	struct text code = { 0 };
	int result = -1;

	text_append(&code, "");
	url_encode(&code, searching->words);
	if (archive_page_parameter(database, "q", searching->words) == 0 &&
		archive_page_parameter(database, "code", code.bytes) == 0 &&
		archive_page_parameter(
			database, "type", searching->parts[TYPE]) == 0 &&
		archive_page_parameter(
			database, "limit", searching->parts[LIMIT]) == 0)
		result = archive_page_parameter(
			database, "offset", searching->parts[OFFSET]);
	text_free(&code);
	return result;
}

/* -------------------------------------------------------------- index -- */

static int
note_pruned(const struct searching *searching, const struct archive *archive)
{
	for (size_t i = 0; i < archive->count; i++)
		if (archive->publications[i].is_pruned &&
			search_note_pruned(searching->database,
				archive->publications[i].id) != 0)
			return -1;
	return 0;
}

static int
open_index(const struct searching *searching, const char *path)
{
	const struct archive *archive =
		catalogue_archive(searching->place->catalogue);

	if (search_begin(searching->database, path) != 0 ||
		note_parameters(searching) != 0)
		return -1;
	return note_pruned(searching, archive);
}

/* ------------------------------------------------------------ answers -- */

static int
answer_json(const struct searching *searching)
{
	const struct template_folders *folders = &searching->place->templates;
	char queries[PATH_MAX];

	fputs("200 application/json\n", searching->answer);
	if (script_run_shared(
		    searching->database, "templates/archive/search.sql") != 0 ||
		template_find(folders, "archive/search.yaml", queries) != 0)
		return -1;
	return json_write(searching->database, queries, searching->answer);
}

static int
answer_page(const struct searching *searching)
{
	return archive_page(searching->place, searching->database, "search",
		searching->answer);
}

static int
answer_program(const struct searching *searching)
{
	struct text complaint = { 0 };
	int result = search_complaint(searching->database, &complaint);

	if (result == 0 && complaint.length == 0)
		result = answer_json(searching);
	else if (result == 0) {
		text_append(&complaint, ".");
		result = problem_answer(
			searching->answer, BAD_REQUEST, complaint.bytes);
	}
	text_free(&complaint);
	return result;
}

static int
answer(const struct searching *searching)
{
	const char *type = searching->parts[TYPE];
	const struct search_order order = { searching->words,
		strcmp(type, "-") == 0 ? NULL : type };

	if (search_ask(searching->database, &order) != 0)
		return -1;
	return is_for_programs(searching) ? answer_program(searching)
					  : answer_page(searching);
}

static int
refuse_unsearched(const struct searching *searching)
{
	if (is_for_programs(searching))
		return problem_answer(searching->answer, UNAVAILABLE,
			"The archive cannot be searched yet: 'twinmap archive "
			"index' makes it so.");
	return archive_page(searching->place, searching->database, "unsearched",
		searching->answer);
}

static int
search(struct searching *searching)
{
	char path[PATH_MAX];
	int result = -1;

	if (archive_path(path, catalogue_archive(searching->place->catalogue),
		    SEARCH_NAME, NULL) != 0)
		return -1;
	if (is_for_programs(searching) &&
		searching->words[strspn(searching->words, " ")] == '\0')
		return problem_answer(searching->answer, BAD_REQUEST,
			"What is searched for? Say it as q.");
	searching->database = archive_tables_open(searching->place);
	if (searching->database == NULL)
		return -1;
	if (!search_index_is_ours(path))
		result = refuse_unsearched(searching);
	else if (open_index(searching, path) == 0)
		result = answer(searching);
	database_close(searching->database);
	return result;
}

int
job_search(const struct job_place *place, const char *rest, FILE *answer)
{
	struct searching searching = { .place = place, .answer = answer };
	char *copy = memory_text(rest);
	char *next = copy;
	int result = -1;

	for (int i = 0; i < PART_COUNT && next != NULL; i++)
		searching.parts[i] = strsep(&next, " ");
	searching.words = next;
	if (next != NULL)
		result = search(&searching);
	free(copy);
	return result;
}

/* api.c -- the archive for programs: what a worker does for it. */
#include "api.h"

#include <stdlib.h>
#include <string.h>

#include "archive_tables.h"
#include "collection.h"
#include "files.h"
#include "plain.h"
#include "problem.h"

enum { NOT_FOUND = 404 };

const char *const api_formats[API_FORMAT_COUNT] = {
	[API_JSON] = "json",
	[API_ONE] = "one",
	[API_CSV] = "csv",
};

/* The text of api/FOLDER/NAME in the first folder of templates that has it;
 * NULL without words. */
static char *
read_template(
	const struct job_place *place, const char *name, const char *ending)
{
	struct text file = { 0 };
	char path[PATH_MAX];
	char *text = NULL;

	text_format(&file, "api/%s%s", name, ending);
	if (is_slug(name) &&
		template_exists(&place->templates, file.bytes, path))
		text = file_read(path, NULL);
	text_free(&file);
	return text;
}

/* Without what ends a statement, for it is put into another. */
static char *
read_query(const struct job_place *place, const char *folder, const char *name)
{
	struct text file = { 0 };
	char *sql;

	text_format(&file, "%s/%s", folder, name);
	sql = read_template(place, file.bytes, ".sql");
	text_free(&file);
	for (size_t end = sql != NULL ? strlen(sql) : 0;
		end > 0 && strchr("; \t\n", sql[end - 1]) != NULL; end--)
		sql[end - 1] = '\0';
	return sql;
}

/* Moves the words of the job into the order; false when it is none. */
static bool
take_words(char *words, bool is_of_state, struct collection_order *order)
{
	const char *format = strsep(&words, " ");
	int i = 0;

	while (i < API_FORMAT_COUNT && strcmp(api_formats[i], format) != 0)
		i++;
	order->format = (enum api_format)i;
	if (is_of_state)
		order->snapshot = strsep(&words, " ");
	order->name = strsep(&words, " ");
	order->query = words != NULL ? words : "";
	return i < API_FORMAT_COUNT && order->name != NULL &&
		strchr(order->name, '/') == NULL;
}

/* Nothing may be written to a disk. */
static struct database *
open_state(const struct job_place *place, const char *id)
{
	const char *path = state_path(place->states, id);
	struct database *database =
		path != NULL ? database_open(path, DATABASE_ARCHIVED) : NULL;

	if (database == NULL ||
		database_run(database, "PRAGMA temp_store = memory") == 0)
		return database;
	database_close(database);
	return NULL;
}

static int
answer_collection(const struct job_place *place, struct database *database,
	struct collection_order *order, FILE *answer)
{
	const char *folder = order->snapshot != NULL ? "snapshot" : "archive";
	char *sql = read_query(place, folder, order->name);
	int result;

	if (sql == NULL)
		return problem_answer(
			answer, NOT_FOUND, "There is no such collection.");
	order->sql = sql;
	result = collection_answer(database, order, answer);
	free(sql);
	return result;
}

static int
answer_words(const struct job_place *place, struct collection_order *order,
	FILE *answer)
{
	struct database *database = order->snapshot != NULL
		? open_state(place, order->snapshot)
		: archive_tables_open(place);
	int result = -1;

	if (database != NULL)
		result = answer_collection(place, database, order, answer);
	database_close(database);
	return result;
}

int
job_api_archive(const struct job_place *place, const char *rest, FILE *answer)
{
	struct collection_order order = { 0 };
	char *words = memory_text(rest);
	int result = -1;

	if (take_words(words, false, &order))
		result = answer_words(place, &order, answer);
	free(words);
	return result;
}

int
job_api_state(const struct job_place *place, const char *rest, FILE *answer)
{
	struct collection_order order = { 0 };
	char *words = memory_text(rest);
	int result = -1;

	if (take_words(words, true, &order))
		result = answer_words(place, &order, answer);
	free(words);
	return result;
}

int
job_api_file(const struct job_place *place, const char *name, FILE *answer)
{
	char *text = read_template(place, name, "");

	if (text == NULL)
		return problem_answer(
			answer, NOT_FOUND, "There is no such file.");
	fprintf(answer, "200 application/json\n%s", text);
	free(text);
	return 0;
}

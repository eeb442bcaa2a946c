/* search_ask.c -- who asks search.db, and what it answers. */
#include "search_ask.h"

#include <string.h>

#include "database.h"
#include "script.h"
#include "search_index.h"
#include "search_words.h"

#define FOLDER "templates/archive/search/"

enum { MOST_MS = 2000, LEAST_OF_PATTERN = 3 };

int
search_begin(struct database *database, const char *index)
{
	if (database_run(database, "PRAGMA temp_store = MEMORY") != 0 ||
		search_sql_add(database) != 0 ||
		search_index_attach(database, index) != 0)
		return -1;
	return script_run_shared(database, FOLDER "asked.sql");
}

int
search_note_pruned(struct database *database, const char *id)
{
	const struct value value = text_value(id);

	return database_run_with(
		database, "INSERT OR IGNORE INTO pruned VALUES (?)", &value, 1);
}

/* ----------------------------------------------------- what is wanted -- */

/* "*a[*]b*": signs of a pattern that are meant as they are stand in brackets.
 * The index finds what has three characters in a row. */
static void
append_pattern(struct text *pattern, const char *word)
{
	static const char signs[] = "*?[";
	size_t longest = 0, run = 0;

	text_append(pattern, "*");
	for (; *word != '\0'; word++) {
		bool is_sign = strchr(signs, *word) != NULL;

		text_format(pattern, is_sign ? "[%c]" : "%c", *word);
		if (is_sign)
			run = 0;
		else if ((*word & 0xc0) != 0x80)
			run++;
		if (run > longest)
			longest = run;
	}
	text_append(pattern, "*");
	if (longest < LEAST_OF_PATTERN)
		text_clear(pattern);
}

static int
note_word(struct database *database, int64_t number,
	const struct search_word *word)
{
	struct text pattern = { 0 };
	struct value values[] = { integer_value(number),
		text_value(word->text.bytes), null_value(),
		integer_value(word->is_no_address) };
	int result;

	append_pattern(&pattern, word->text.bytes);
	if (pattern.length > 0)
		values[2] = text_value(pattern.bytes);
	result = database_run_with(database,
		"INSERT INTO asked VALUES (?, ?, ?, ?)", values, COUNT(values));
	text_free(&pattern);
	return result;
}

static struct value
reading_value(
	const struct reading *reading, const uint8_t *bytes, int64_t number)
{
	switch (reading->kind) {
	case READ_ADDRESS:
		return bytes_value(bytes, PREFIX_VALUE_SIZE - 1);
	case READ_PREFIX:
		return bytes_value(bytes, PREFIX_VALUE_SIZE);
	default:
		return integer_value(number);
	}
}

static int
note_readings(struct database *database, int64_t number,
	const struct search_word *word)
{
	struct query *query = query_prepare(
		database, "INSERT INTO reading VALUES (?, ?, ?, ?, ?)");
	int result = query != NULL ? 0 : -1;

	for (size_t i = 0; result == 0 && i < word->reading_count; i++) {
		const struct reading *reading = &word->readings[i];
		const struct value values[] = { integer_value(number),
			integer_value(reading->kind),
			integer_value(reading->nearness),
			reading_value(
				reading, reading->low, reading->low_number),
			reading_value(
				reading, reading->high, reading->high_number) };

		result = query_run(query, values, COUNT(values));
	}
	query_free(query);
	return result;
}

static int
note_question(struct database *database, const struct search_question *question)
{
	for (size_t i = 0; i < question->word_count; i++) {
		const struct search_word *word = &question->words[i];

		if (note_word(database, (int64_t)i, word) != 0 ||
			note_readings(database, (int64_t)i, word) != 0)
			return -1;
	}
	return 0;
}

static int
note_types(struct database *database, const char *type, bool is_alone)
{
	const struct value values[] = { text_value(type),
		integer_value(is_alone) };

	return database_run_with(database,
		"INSERT INTO wanted_type"
		" SELECT id, word = ?1 OR ?1 IS NULL FROM search.type"
		" WHERE word = ?1 OR ?1 IS NULL OR NOT ?2",
		values, COUNT(values));
}

/* ----------------------------------------------------------- what fits ---- */

/* The ranges lie nearest first, so that the limit cuts what is farthest. What
 * is comes before what was. */
static const char fitting_one_word[] =
	"INSERT OR IGNORE INTO hit"
	" SELECT t.object, t.type, w.nearness, w.nearness, t.is_past,"
	" t.kind, t.value, t.field"
	" FROM wanted w CROSS JOIN search.term t"
	" ON t.kind = w.kind AND t.type = w.type"
	" AND t.value BETWEEN w.low AND w.high"
	" WHERE w.word = 0 AND w.type = ?1 AND t.is_past = ?2"
	" LIMIT max(0, ?3 - (SELECT count(*) FROM hit WHERE type = ?1))";

static int
find_of_type(struct query *query, int64_t type)
{
	for (int is_past = 0; is_past <= 1; is_past++) {
		const struct value values[] = { integer_value(type),
			integer_value(is_past), integer_value(SEARCH_MOST) };

		if (query_run(query, values, COUNT(values)) != 0)
			return -1;
	}
	return 0;
}

/* Type by type, so that no type crowds out another. */
static int
find_alone(struct database *database)
{
	struct query *types = query_prepare(
		database, "SELECT type FROM wanted_type ORDER BY type");
	struct query *query = query_prepare(database, fitting_one_word);
	int result = types != NULL && query != NULL ? 0 : -1;

	while (result == 0 && query_next(types))
		result = find_of_type(query, query_integer(types, 0));
	if (result == 0 && query_failed(types))
		result = -1;
	query_free(types);
	query_free(query);
	return result;
}

static int
find(struct database *database, const struct search_question *question)
{
	if (script_run_shared(database, FOLDER "wanted.sql") != 0)
		return -1;
	if (question->word_count == 1)
		return find_alone(database);
	return script_run_shared(database, FOLDER "together.sql");
}

int
search_ask(struct database *database, const struct search_order *order)
{
	struct search_question *question = search_question_read(order->words);
	int result = -1;

	database_limit_time(database, MOST_MS);
	if (note_types(database, order->type, question->word_count < 2) == 0 &&
		note_question(database, question) == 0)
		result =
			question->word_count > 0 ? find(database, question) : 0;
	search_question_free(question);
	return result;
}

int
search_complaint(struct database *database, struct text *complaint)
{
	struct query *query =
		query_prepare(database, "SELECT sentence FROM complaint");
	int result = -1;

	text_append(complaint, "");
	if (query == NULL)
		return -1;
	if (query_next(query))
		text_append(complaint, query_text(query, 0));
	result = query_failed(query) ? -1 : 0;
	query_free(query);
	return result;
}

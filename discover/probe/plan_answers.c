/* plan_answers.c -- answers as rows, and the end of a plan. */
#include "plan_parts.h"

#include <stdio.h>
#include <time.h>

#include "database.h"
#include "memory.h"

struct value
plan_number(int64_t number)
{
	return number < 0 ? null_value() : integer_value(number);
}

int64_t
plan_time(const struct plan *plan)
{
	return plan->settings->is_still ? plan->settings->at : time(NULL);
}

static int
write_records(struct plan *plan, int64_t id, const struct answer *answer)
{
	for (size_t i = 0; i < answer->record_count; i++) {
		const struct value values[] = { integer_value(id),
			text_value(answer->records[i].value),
			plan_number(answer->records[i].number) };

		if (query_run(plan->record, values, COUNT(values)) != 0)
			return -1;
	}
	return 0;
}

static int
write_certificate(
	struct plan *plan, int64_t id, const struct certificate *certificate)
{
	const struct value values[] = { integer_value(id),
		text_value(certificate->fingerprint),
		text_value(certificate->names),
		integer_value(certificate->expires) };

	return query_run(plan->certificate, values, COUNT(values));
}

static int
write_echo(struct plan *plan, int64_t id, const struct echo_figures *echo)
{
	const struct value values[] = { integer_value(id),
		integer_value(echo->sent), integer_value(echo->received),
		plan_number(echo->median_us), plan_number(echo->jitter_us) };

	return query_run(plan->echo, values, COUNT(values));
}

int
plan_answer(struct plan *plan, const struct question *question,
	const struct answer *answer)
{
	static const char *const words[] = { [VERDICT_UNKNOWN] = "unknown",
		[VERDICT_FALSE] = "false",
		[VERDICT_TRUE] = "true" };
	const struct value values[] = { text_value(words[answer->verdict]),
		text_value(answer->reason), text_value(answer->detail),
		integer_value(plan_time(plan)), integer_value(question->id) };

	if (query_run(plan->answer, values, COUNT(values)) != 0 ||
		write_records(plan, question->id, answer) != 0)
		return -1;
	if (answer->certificate != NULL &&
		write_certificate(plan, question->id, answer->certificate) != 0)
		return -1;
	return answer->echo != NULL
		? write_echo(plan, question->id, answer->echo)
		: 0;
}

/* ------------------------------------------------------------ the end -- */

int
plan_keep(struct plan *plan)
{
	if (plan_run_script(plan, "judge") != 0 ||
		database_run(plan->database, "BEGIN IMMEDIATE") != 0)
		return -1;
	if (plan_run_script(plan, "keep") == 0 &&
		database_run(plan->database, "COMMIT") == 0)
		return 0;
	database_run(plan->database, "ROLLBACK");
	return -1;
}

int
plan_print(struct plan *plan)
{
	struct query *query = query_prepare(plan->database,
		"SELECT kind, count(*), sum(result = 'true'),"
		" sum(result = 'false'), sum(result = 'unknown')"
		" FROM question WHERE kind IN (SELECT kind FROM asked_kind)"
		" GROUP BY kind ORDER BY kind");
	int result;

	if (query == NULL)
		return -1;
	while (query_next(query))
		printf("%s: %lld asked, %lld true, %lld false, %lld unknown\n",
			query_text(query, 0),
			(long long)query_integer(query, 1),
			(long long)query_integer(query, 2),
			(long long)query_integer(query, 3),
			(long long)query_integer(query, 4));
	result = query_failed(query) ? -1 : 0;
	query_free(query);
	return result;
}

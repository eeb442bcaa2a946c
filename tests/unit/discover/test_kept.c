/* test_kept.c -- what answers become when they are kept: which silence means
 * no, and which earlier rows stay. */
#include "plans.h"

#define WWW \
	"INSERT INTO fact_service (name, port, zone)" \
	" VALUES ('www', 80, 't.example');"

/* Answers T1 and T3 of each family, keeps them, and gives the results back. */
static void
keep_answers(struct database *database, const struct answer *v4,
	const struct answer *v6, struct text *results)
{
	struct plan *plan = full_plan(database, true);
	const struct question *questions;
	struct query *query;
	size_t count;

	questions = plan_questions(plan, false, &count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(plan_answer(plan, &questions[i],
					 questions[i].ip.family == 4 ? v4 : v6),
			0);
	assert_int_equal(plan_keep(plan), 0);
	plan_free(plan);
	query = query_prepare(database,
		"SELECT kind || family || result FROM probe"
		" WHERE kind LIKE 'T%' AND at = 1000 ORDER BY id");
	while (query_next(query))
		text_format(results, "%s ", query_text(query, 0));
	query_free(query);
}

static void
name_reference(struct database *database, const char *address)
{
	struct query *query = query_prepare(database,
		"INSERT INTO fact_reference_target (address)"
		" SELECT ?1 WHERE ?1 IS NOT NULL");
	const struct value value = text_value(address);

	assert_int_equal(query_run(query, &value, 1), 0);
	query_free(query);
}

static void
silence_is_judged(void **state)
{
	static const struct answer yes = { VERDICT_TRUE },
				   silence = { VERDICT_UNKNOWN, "no-answer" },
				   no_way = { VERDICT_UNKNOWN, "unreachable" };
	static const struct {
		const char *name;
		const char *reference; /* NULL: none is named */
		const struct answer *v4, *v6;
		const char *results;
	} judged[] = {
		{ "IPv4 answers, IPv6 does not", "2001:db8::9", &yes, &silence,
			"T14true T16false T34true T36false " },
		{ "... where nothing shows that IPv6 works", NULL, &yes,
			&silence, "T14true T16unknown T34true T36unknown " },
		{ "... where a unique local address shows it", "fd00::9", &yes,
			&silence, "T14true T16unknown T34true T36unknown " },
		{ "... where IPv4 shows that IPv4 works", "192.0.2.9", &yes,
			&silence, "T14true T16unknown T34true T36unknown " },
		{ "neither answers", "2001:db8::9", &silence, &silence,
			"T14unknown T16unknown T34unknown T36unknown " },
		{ "IPv6 answers, IPv4 does not", "2001:db8::9", &silence, &yes,
			"T14unknown T16true T34unknown T36true " },
		{ "no way there", "2001:db8::9", &yes, &no_way,
			"T14true T16unknown T34true T36unknown " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(judged); i++) {
		struct database *database = database_with(OWN WWW);
		struct text results = { 0 };

		name_reference(database, judged[i].reference);
		keep_answers(database, judged[i].v4, judged[i].v6, &results);
		if (strcmp(results.bytes, judged[i].results) != 0)
			fail_msg("%s: %s", judged[i].name, results.bytes);
		text_free(&results);
		assert_int_equal(database_close(database), 0);
	}
}

/* Until they are kept the file holds what it held; rows of other kinds stay. */
static void
earlier_answers_are_replaced(void **state)
{
	static const char *const kinds[] = { "T1" };
	struct plan_settings only = here;
	struct database *database = database_with(OWN
		"INSERT INTO probe (id, kind, target, result, at)"
		" VALUES (1, 'T1', 'x', 'true', 1), (2, 'I1', 'x', 'true', 1)");
	struct plan *plan;

	(void)state;
	only.kinds = kinds;
	only.kind_count = COUNT(kinds);
	plan = plan_create(database, &only);
	assert_non_null(plan);
	add_families(plan, true);
	assert_int_equal(database_integer(database,
				 "SELECT count(*) FROM main.probe", -1),
		2);
	assert_int_equal(plan_keep(plan), 0);
	plan_free(plan);
	assert_int_equal(
		database_integer(database, "SELECT sum(id) FROM probe", -1), 2);
	assert_int_equal(database_close(database), 0);
}

/* What another vantage found stays, as long as the facts ask for it. */
static void
other_vantages_stay(void **state)
{
	struct database *database = database_with(OWN
		"INSERT INTO fact_vantage (name) VALUES ('here'), ('there');"
		"INSERT INTO fact_zone_test (target, port, vantage)"
		" VALUES ('192.0.2.9', 23, 'here'), ('192.0.2.9', 23, 'there'),"
		" ('192.0.2.9', 25, 'there');"
		"INSERT INTO probe (id, kind, target, ip, port, vantage, "
		"result,"
		" at) VALUES"
		" (1, 'X1', '192.0.2.9', '192.0.2.9', 23, 'here', 'true', 1),"
		" (2, 'X1', '192.0.2.9', '192.0.2.9', 23, 'there', 'true', 1),"
		" (3, 'X1', '192.0.2.9', '192.0.2.9', 99, 'there', 'true', 1)");
	struct plan *plan = full_plan(database, true);
	const struct answer no = { VERDICT_FALSE, "refused" };
	const struct question *questions;
	struct text list = { 0 };
	struct query *query;
	size_t count;

	(void)state;
	questions = plan_questions(plan, false, &count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(plan_answer(plan, &questions[i], &no), 0);
	assert_int_equal(plan_keep(plan), 0);
	plan_free(plan);
	query = query_prepare(database,
		"SELECT port || ' ' || vantage || ' ' || result FROM probe"
		" WHERE kind = 'X1' ORDER BY port, vantage");
	while (query_next(query))
		text_format(&list, "%s/", query_text(query, 0));
	query_free(query);
	assert_string_equal(
		list.bytes, "23 here false/23 there true/25 there unknown/");
	text_free(&list);
	assert_int_equal(database_close(database), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(silence_is_judged),
		cmocka_unit_test(earlier_answers_are_replaced),
		cmocka_unit_test(other_vantages_stay),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}

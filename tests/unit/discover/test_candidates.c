/* test_candidates.c -- each address once, groups one after the other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "candidates.h"
#include "memory.h"
#include "rows.h"

static struct candidate *
add(struct candidates *set, const char *ip, const char *group)
{
	return candidates_add(set,
		&(struct discovery){
			.ip = parsed(ip), .found_by = "test", .group = group });
}

static void
each_address_is_asked_once(void **state)
{
	static const char *const spellings[] = { "192.0.2.1", "2001:db8::1",
		"2001:DB8:0:0::1", "192.0.2.1", "192.0.2.2" };
	struct candidates *set = candidates_create();

	(void)state;
	for (size_t i = 0; i < COUNT(spellings); i++)
		add(set, spellings[i], NULL);
	assert_int_equal(candidates_waiting(set), 3);
	for (int i = 0; i < 3; i++)
		assert_non_null(candidates_next(set));
	assert_null(candidates_next(set));
	assert_int_equal(candidates_waiting(set), 0);
	add(set, "192.0.2.2", NULL); /* being asked */
	assert_null(candidates_next(set));
	assert_int_equal(candidates_count(set), 3);
	candidates_free(set);
}

static void
a_group_is_asked_one_by_one(void **state)
{
	struct candidates *set = candidates_create();
	struct candidate *v4 = add(set, "192.0.2.1", "mac a");
	struct candidate *v6 = add(set, "2001:db8::1", "mac a");
	struct candidate *other = add(set, "192.0.2.9", "mac b");

	(void)state;
	assert_ptr_equal(candidates_next(set), v4);
	assert_ptr_equal(candidates_next(set), other);
	assert_null(candidates_next(set));
	candidates_settle(set, v4, RESULT_NO_ANSWER, "no answer");
	assert_ptr_equal(candidates_next(set), v6);
	candidates_settle(set, v6, RESULT_ANSWERED, NULL);
	assert_null(candidates_next(set));
	assert_string_equal(v4->detail, "no answer");
	candidates_free(set);
}

static void
a_silent_member_holds_nobody_up(void **state)
{
	struct candidates *set = candidates_create();
	struct candidate *v6 = add(set, "2001:db8::1", "mac a");
	struct candidate *v4 = add(set, "192.0.2.1", "mac a");
	struct candidate *third = add(set, "192.0.2.2", "mac a");

	(void)state;
	assert_ptr_equal(candidates_next(set), v6);
	candidates_pass_on(set, v6);
	assert_ptr_equal(candidates_next(set), v4);
	candidates_pass_on(set, v6); /* again: nothing happens */
	assert_null(candidates_next(set));
	candidates_settle(set, v6, RESULT_NO_ANSWER, "no answer");
	assert_null(candidates_next(set));
	candidates_settle(set, v4, RESULT_NO_ANSWER, "no answer");
	assert_ptr_equal(candidates_next(set), third);
	candidates_free(set);
}

/* Adds `count` addresses and asks them until none is left: how many were. */
static int
asked_of_silent(struct candidates *set, int count, const char *group)
{
	struct candidate *candidate;
	int asked = 0;

	for (int i = 0; i < count; i++) {
		struct discovery discovery = { .ip = parsed("2001:db8::"),
			.found_by = "test",
			.found_on = 7,
			.group = group };

		memcpy(discovery.ip.bytes + 8, &i, sizeof(i));
		candidates_add(set, &discovery);
	}
	while ((candidate = candidates_next(set)) != NULL) {
		candidates_settle(set, candidate, RESULT_NO_ANSWER, NULL);
		asked++;
	}
	return asked;
}

static void
no_agent_sends_us_round_for_ever(void **state)
{
	static const struct {
		const char *name, *group;
		int count, asked;
	} cases[] = {
		{ "a neighbour with many addresses", "mac a", 200000, 16 },
		{ "a neighbour with some", "mac a", 16, 16 },
		{ "many neighbours", NULL, 200000, 16384 },
		{ "a thousand neighbours", NULL, 1000, 1000 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct candidates *set = candidates_create();
		int asked =
			asked_of_silent(set, cases[i].count, cases[i].group);
		struct candidate *seed = add(set, "192.0.2.1", NULL);

		if (asked != cases[i].asked)
			fail_msg("%s: %d", cases[i].name, asked);
		assert_int_equal(candidates_waiting(set), 1);
		assert_ptr_equal(candidates_next(set), seed);
		candidates_free(set);
	}
}

/* It stands in the queue alone, and is the next of a group as well. */
static void
one_that_joins_a_group_loses_nobody(void **state)
{
	static const char *const waiting[] = { "192.0.2.1", "192.0.2.2",
		"192.0.2.3" };
	struct candidates *set = candidates_create();
	struct candidate *first = add(set, "2001:db8::1", "mac a");

	(void)state;
	for (size_t i = 0; i < COUNT(waiting); i++)
		add(set, waiting[i], NULL);
	add(set, waiting[0], "mac a");
	assert_ptr_equal(candidates_next(set), first);
	candidates_settle(set, first, RESULT_NO_ANSWER, NULL);
	for (size_t i = 0; i < COUNT(waiting); i++)
		assert_ptr_equal(
			candidates_next(set), add(set, waiting[i], NULL));
	assert_null(candidates_next(set));
	candidates_free(set);
}

static struct candidate *
add_at(struct candidates *set, const char *ip, int depth, const char *group)
{
	return candidates_add(set,
		&(struct discovery){ .ip = parsed(ip),
			.found_by = "test",
			.depth = depth,
			.group = group });
}

static void
levels_are_asked_one_after_the_other(void **state)
{
	struct candidates *set = candidates_create();
	struct candidate *deep, *late, *near, *nearer, *other, *far;

	(void)state;
	candidates_set_level(set, 1);
	deep = add_at(set, "192.0.2.1", 2, NULL);
	late = add_at(set, "2001:db8::1", 1, NULL);
	assert_ptr_equal(candidates_next(set), late); /* past the deep one */
	assert_null(candidates_next(set));
	near = add_at(set, "192.0.2.2", 2, NULL);
	assert_ptr_equal(add_at(set, "192.0.2.2", 1, NULL), near);
	assert_ptr_equal(candidates_next(set), near);
	nearer = add_at(set, "192.0.2.3", 3, "mac a");
	other = add_at(set, "2001:db8::3", 1, "mac a");
	assert_ptr_equal(candidates_next(set), nearer); /* as its group is */
	candidates_settle(set, nearer, RESULT_NO_ANSWER, NULL);
	assert_ptr_equal(candidates_next(set), other);
	far = add_at(set, "192.0.2.4", 3, NULL);
	candidates_set_level(set, 2);
	assert_ptr_equal(candidates_next(set), deep);
	assert_null(candidates_next(set));
	candidates_settle_beyond(set, 2, "too deep");
	assert_int_equal(far->result, RESULT_OUT_OF_SCOPE);
	assert_int_equal(candidates_waiting(set), 0);
	candidates_free(set);
}

static void
an_answer_settles_its_group(void **state)
{
	struct candidates *set = candidates_create();
	struct candidate *v4 = add(set, "192.0.2.1", "mac a");
	struct candidate *v6 = add(set, "2001:db8::1", "mac a");
	struct candidate *late;

	(void)state;
	candidates_next(set);
	candidates_group_is(set, "mac a", 5);
	candidates_settle(set, v4, RESULT_ANSWERED, NULL);
	assert_int_equal(v6->result, RESULT_SAME_DEVICE);
	assert_int_equal(v6->device, 5);
	late = add(set, "2001:db8::2", "mac a");
	assert_int_equal(late->result, RESULT_SAME_DEVICE);
	assert_null(candidates_next(set));
	/* a second device with that chassis id: nothing follows any more */
	candidates_group_is(set, "mac a", 6);
	late = add(set, "2001:db8::3", "mac a");
	assert_ptr_equal(candidates_next(set), late);
	candidates_free(set);
}

static void
one_held_back_is_asked_again(void **state)
{
	struct candidates *set = candidates_create();
	struct candidate *held = add(set, "2001:db8::1", NULL);

	(void)state;
	assert_ptr_equal(candidates_next(set), held);
	candidates_hold(set, held);
	assert_null(candidates_next(set));
	candidates_return(set, held);
	assert_int_equal(candidates_waiting(set), 1);
	assert_ptr_equal(candidates_next(set), held);
	candidates_free(set);
}

/* What is too deep was refused, and stands before the last of its level. */
static void
a_refused_one_keeps_nobody_waiting(void **state)
{
	static const char *const addresses[] = { "192.0.2.9", "2001:db8::9" };
	struct candidates *set = candidates_create();
	struct candidate *next;

	(void)state;
	candidates_set_level(set, 1);
	for (int i = 0; i < 2; i++) {
		struct candidate *deep = candidates_add(set,
			&(struct discovery){ .ip = parsed(addresses[i]),
				.found_by = "test",
				.depth = 2 });

		assert_null(candidates_next(set)); /* not on this level */
		candidates_settle(set, deep, RESULT_OUT_OF_SCOPE, NULL);
		next = add(set, i == 0 ? "192.0.2.1" : "2001:db8::1", NULL);
		assert_ptr_equal(candidates_next(set), next);
	}
	candidates_free(set);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refused_one_keeps_nobody_waiting),
		cmocka_unit_test(each_address_is_asked_once),
		cmocka_unit_test(a_group_is_asked_one_by_one),
		cmocka_unit_test(a_silent_member_holds_nobody_up),
		cmocka_unit_test(no_agent_sends_us_round_for_ever),
		cmocka_unit_test(one_that_joins_a_group_loses_nobody),
		cmocka_unit_test(levels_are_asked_one_after_the_other),
		cmocka_unit_test(an_answer_settles_its_group),
		cmocka_unit_test(one_held_back_is_asked_again),
	};

	return cmocka_run_group_tests_name("candidates", tests, NULL, NULL);
}

/* test_timers.c -- deadlines come in order; timeouts follow round trips. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "memory.h"
#include "timers.h"

enum { MANY = 500 };

static void
earliest_first(void **state)
{
	static struct timer several[MANY];
	struct timers *timers = timers_create();
	int64_t before = -1;
	int count = 0;

	(void)state;
	assert_null(timers_first(timers));
	assert_null(timers_due(timers, INT64_MAX));
	for (int i = 0; i < MANY; i++)
		timers_set(timers, &several[i], (i * 7919) % 1009);
	for (struct timer *timer;
		(timer = timers_due(timers, INT64_MAX)) != NULL; count++) {
		assert_true(timer->at >= before);
		before = timer->at;
	}
	assert_int_equal(count, MANY);
	timers_free(timers);
}

static void
only_what_is_due(void **state)
{
	struct timers *timers = timers_create();
	struct timer early = { 0 }, late = { 0 };

	(void)state;
	timers_set(timers, &late, 200);
	timers_set(timers, &early, 100);
	assert_null(timers_due(timers, 99));
	assert_ptr_equal(timers_due(timers, 100), &early);
	assert_null(timers_due(timers, 100));
	assert_ptr_equal(timers_first(timers), &late);
	timers_free(timers);
}

static void
moved_and_cancelled(void **state)
{
	static struct timer several[MANY];
	struct timers *timers = timers_create();
	int count = 0;

	(void)state;
	for (int i = 0; i < MANY; i++)
		timers_set(timers, &several[i], i);
	for (int i = 0; i < MANY; i++) {
		if (i % 3 == 0)
			timers_cancel(timers, &several[i]);
		else if (i % 3 == 1)
			timers_set(timers, &several[i], 10 * MANY - i);
	}
	timers_cancel(timers, &several[0]); /* again: nothing happens */
	assert_ptr_equal(timers_first(timers), &several[2]);
	for (int64_t before = -1; timers_first(timers) != NULL; count++) {
		struct timer *timer = timers_due(timers, INT64_MAX);

		assert_true(timer->at > before);
		assert_int_not_equal((timer - several) % 3, 0);
		before = timer->at;
	}
	assert_int_equal(count, MANY - (MANY + 2) / 3);
	timers_free(timers);
}

static const struct {
	const char *name;
	int64_t samples[4]; /* until 0 */
	int sending;
	int64_t timeout;
} timeouts[] = {
	{ "nothing measured: the first timeout", { 0 }, 1, 1000000 },
	{ "it doubles", { 0 }, 3, 4000000 },
	{ "and ends at five seconds", { 0 }, 7, 5000000 },
	{ "one round trip of 100 ms: three times that", { 100000 }, 1, 300000 },
	{ "never below 100 ms", { 200, 200 }, 1, 100000 },
	{ "which doubles, too", { 200, 200 }, 2, 200000 },
	{ "a slow agent has its time", { 3000000 }, 1, 5000000 },
	{ "an even agent is waited for less", { 100000, 100000, 100000 }, 1,
		212500 },
};

static void
timeouts_follow_round_trips(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(timeouts); i++) {
		struct round_trip trip = { 0 };

		for (int k = 0; k < 4 && timeouts[i].samples[k] > 0; k++)
			round_trip_add(&trip, timeouts[i].samples[k]);
		if (round_trip_timeout(&trip, 1000000, timeouts[i].sending) !=
			timeouts[i].timeout)
			fail_msg("%s: %lld", timeouts[i].name,
				(long long)round_trip_timeout(
					&trip, 1000000, timeouts[i].sending));
	}
}

static void
steady_until_answers_slow_down(void **state)
{
	struct round_trip trip = { 0 };

	(void)state;
	assert_true(round_trip_is_steady(&trip, 3000000));
	round_trip_add(&trip, 100000);
	assert_true(round_trip_is_steady(&trip, 200000));
	assert_false(round_trip_is_steady(&trip, 300000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(earliest_first),
		cmocka_unit_test(only_what_is_due),
		cmocka_unit_test(moved_and_cancelled),
		cmocka_unit_test(timeouts_follow_round_trips),
		cmocka_unit_test(steady_until_answers_slow_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

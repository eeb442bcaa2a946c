/* test_tries.c -- a guesser has to wait, others have not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "memory.h"
#include "tries.h"

static const struct try_limits limits = {
	.burst = 3,
	.interval_ms = 1000,
	.total_burst = 5,
	.total_interval_ms = 100,
};

static struct ip_address
address(const char *text)
{
	struct ip_address ip;

	assert_int_equal(ip_parse(text, &ip), 0);
	return ip;
}

static void
fail_often(struct tries *tries, const char *text, int count, int64_t now)
{
	struct ip_address ip = address(text);

	while (count-- > 0)
		tries_failed(tries, &ip, now);
}

static void
guessers_wait_and_others_do_not(void **state)
{
	static const struct {
		const char *address;
		int64_t now;
		bool allowed;
	} cases[] = {
		{ "192.0.2.1", 5000, false },
		{ "192.0.2.2", 5000, true },
		{ "2001:db8:0:1::1", 5000, false },
		{ "2001:db8:0:1:ffff::9", 5000, false }, /* of the same /64 */
		{ "2001:db8:0:2::1", 5000, true },
		{ "192.0.2.1", 5999, false },
		{ "192.0.2.1", 6000, true },
		{ "2001:db8:0:1::1", 6000, true },
	};
	struct tries *tries =
		tries_create((struct try_limits){ 3, 1000, 100, 1 });

	(void)state;
	fail_often(tries, "192.0.2.1", 3, 5000);
	fail_often(tries, "2001:db8:0:1::1", 3, 5000);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = address(cases[i].address);

		if (tries_allow(tries, &ip, cases[i].now) != cases[i].allowed)
			fail_msg("%s at %d", cases[i].address,
				(int)cases[i].now);
	}
	tries_free(tries);
}

static void
many_guessers_wait_together(void **state)
{
	struct tries *tries = tries_create(limits);
	struct ip_address other = address("2001:db8::1");

	(void)state;
	fail_often(tries, "192.0.2.1", 2, 5000);
	fail_often(tries, "192.0.2.2", 2, 5000);
	assert_true(tries_allow(tries, &other, 5000));
	fail_often(tries, "198.51.100.3", 1, 5000);
	assert_false(tries_allow(tries, &other, 5000));
	assert_true(tries_allow(tries, &other, 5100));
	tries_free(tries);
}

static void
more_guessers_than_places(void **state)
{
	struct tries *tries =
		tries_create((struct try_limits){ 3, 1000, 1 << 20, 1 });
	struct ip_address last;

	(void)state;
	for (unsigned int i = 0; i < 2000; i++) {
		const uint8_t octets[4] = { 198, 18, (uint8_t)(i >> 8),
			(uint8_t)i };

		assert_int_equal(ip_from_octets(octets, 4, &last), 0);
		tries_failed(tries, &last, 5000);
	}
	tries_failed(tries, &last, 5000);
	tries_failed(tries, &last, 5000);
	assert_false(tries_allow(tries, &last, 5000));
	tries_free(tries);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(guessers_wait_and_others_do_not),
		cmocka_unit_test(many_guessers_wait_together),
		cmocka_unit_test(more_guessers_than_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

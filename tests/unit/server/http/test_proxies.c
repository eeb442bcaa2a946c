/* test_proxies.c -- from where a request came, on whose word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "proxies.h"

static void
the_client_is_the_last_one_a_proxy_names(void **state)
{
	static const struct {
		const char *peer;
		const char *field;
		const char *client;
	} cases[] = {
		{ "192.0.2.1", "198.51.100.7", "198.51.100.7" },
		{ "2001:db8:0:9::1", "3fff::7", "3fff::7" },
		{ "192.0.2.1", "203.0.113.1, 198.51.100.7", "198.51.100.7" },
		{ "192.0.2.1", "198.51.100.7, 2001:db8:0:9::5",
			"198.51.100.7" },
		{ "192.0.2.1", "198.51.100.7,192.0.2.1 , 192.0.2.1 ",
			"198.51.100.7" },
		{ "192.0.2.1", NULL, "192.0.2.1" },
		{ "192.0.2.1", "", "192.0.2.1" },
		{ "192.0.2.1", ", ,", "192.0.2.1" },
		{ "192.0.2.1", "198.51.100.7, unknown", "192.0.2.1" },
		{ "192.0.2.1", "198.51.100.0/24", "192.0.2.1" },
		/* not from a proxy: its word does not count */
		{ "198.51.100.9", "203.0.113.1", "198.51.100.9" },
		{ "2001:db8:0:8::1", "203.0.113.1", "2001:db8:0:8::1" },
	};
	struct proxies proxies = { 0 };

	(void)state;
	assert_int_equal(proxies_add(&proxies, "192.0.2.1"), 0);
	assert_int_equal(proxies_add(&proxies, "2001:db8:0:9::/64"), 0);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address peer;
		struct ip_address client;
		char text[IP_TEXT_SIZE];

		assert_int_equal(ip_parse(cases[i].peer, &peer), 0);
		client = proxies_client(&proxies, &peer, cases[i].field);
		if (strcmp(ip_text(&client, text), cases[i].client) != 0)
			fail_msg("%s %s: %s", cases[i].peer, cases[i].field,
				text);
	}
}

static void
words_that_are_no_proxies(void **state)
{
	static const char *const words[] = { "", "proxy.example.net",
		"192.0.2.0/33", "192.0.2.1:80", "unix:" };
	struct proxies proxies = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++)
		if (proxies_add(&proxies, words[i]) == 0)
			fail_msg("'%s'", words[i]);
	assert_int_equal(proxies.count, 0);
	for (size_t i = 0; i < PROXY_LIMIT; i++)
		assert_int_equal(proxies_add(&proxies, "::1"), 0);
	assert_int_equal(proxies_add(&proxies, "::1"), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_client_is_the_last_one_a_proxy_names),
		cmocka_unit_test(words_that_are_no_proxies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

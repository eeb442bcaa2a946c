/* test_url.c -- paths are decoded once, and what is broken stays harmless. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "url.h"

static void
paths_are_decoded_once(void **state)
{
	static const struct {
		const char *url;
		const char *path;
	} cases[] = {
		{ "/", "/" },
		{ "", "" },
		{ "/a%20b", "/a b" },
		{ "/%41%5a%7A", "/AZz" },
		{ "/caf%c3%a9", "/caf\xc3\xa9" },
		{ "/a+b", "/a+b" },
		{ "/..%2fetc", "/../etc" },
		{ "/%252e", "/%2e" },
		{ "/%2525", "/%25" },
		/* what no file is called */
		{ "/a%00b",
			"/a\1"
			"00b" },
		{ "/%", "/\1" },
		{ "/%4",
			"/\1"
			"4" },
		{ "/%zz", "/\1zz" },
		{ "/%4g",
			"/\1"
			"4g" },
		{ "/%%41", "/\1A" },
		{ "/%u0041", "/\1u0041" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char url[64];
		size_t length;

		strcpy(url, cases[i].url);
		length = url_decode(url);
		if (strcmp(url, cases[i].path) != 0 || length != strlen(url))
			fail_msg("%s: %s", cases[i].url, url);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_decoded_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

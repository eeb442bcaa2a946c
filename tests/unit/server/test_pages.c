/* test_pages.c -- what the server's own pages do with foreign words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "media.h"
#include "pages.h"

static void
a_sentence_stays_text(void **state)
{
	struct text page = { 0 };

	(void)state;
	page_sentence(&page, "../\"><b>", "<script>alert(1)</script>",
		"a & b <img src=x onerror='x'>\x01");
	assert_null(strstr(page.bytes, "<script"));
	assert_null(strstr(page.bytes, "<img"));
	assert_null(strstr(page.bytes, "<b>"));
	assert_null(strchr(page.bytes, 1));
	assert_non_null(strstr(
		page.bytes, "<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"));
	assert_non_null(strstr(
		page.bytes, "a &amp; b &lt;img src=x onerror=&#39;x&#39;&gt;"));
	text_free(&page);
}

static void
names_tell_what_a_file_is(void **state)
{
	static const struct {
		const char *path, *type;
	} cases[] = {
		{ "index.html", "text/html; charset=utf-8" },
		{ "a/b.md", "text/markdown; charset=utf-8" },
		{ "x.svg", "image/svg+xml" },
		{ "topology.db", "application/vnd.sqlite3" },
		{ "SHA256SUMS", "text/plain; charset=utf-8" },
		{ "x.html.exe", "application/octet-stream" },
		{ "html", "application/octet-stream" },
		{ "", "application/octet-stream" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(
			media_of(cases[i].path)->type, cases[i].type);
	assert_non_null(strstr(media_of("x.svg")->policy, "sandbox"));
	assert_non_null(
		strstr(media_of("x.html")->policy, "script-src 'self'"));
	assert_null(media_of("x.csv")->policy);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_stays_text),
		cmocka_unit_test(names_tell_what_a_file_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_pages.c -- what the server's own pages do with foreign words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>

#include "answers.h"
#include "catalogue.h"
#include "media.h"
#include "pages.h"
#include "record.h"
#include "scratch.h"

#define ID "20260917T081500Z"

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

/* An archive of one snapshot that was never copied: log and manifest do. */
static void
make_archive(void)
{
	struct manifest *manifest = manifest_create();
	char words[HASH_SIZE + sizeof(" state")];
	struct record record = { .event = EVENT_PUBLISH,
		.at = 1789632900,
		.id = ID,
		.name = "p1",
		.text = words };
	struct archive archive = { 0 };
	struct text json = { 0 };
	struct text log = { 0 };

	strcpy(manifest->id, ID);
	strcpy(manifest->tag, "p1");
	manifest->tool = "<b>tool</b>";
	manifest->phase = "<b>phase</b>";
	manifest->devices[0] = 41;
	manifest->devices[1] = 1;
	manifest_add(manifest, STATE_PACKED);
	hash_bytes("", 0, manifest->files[0].hash);
	manifest->state = manifest->files[0];
	assert_int_equal(manifest_print(manifest, &json), 0);
	hash_bytes(json.bytes, json.length, words);
	strcat(words, " state");
	record_link(&archive, &record);
	assert_int_equal(record_append(&archive, &record), 0);
	archive_print_log(&archive, &log);
	assert_int_equal(mkdir(scratch_path(ID), 0755), 0);
	scratch_file(ID "/manifest.json", json.bytes);
	scratch_file("log", log.bytes);
	archive_close(&archive);
	manifest_free(manifest);
	text_free(&json);
	text_free(&log);
}

static void
the_timeline_counts_devices(void **state)
{
	struct catalogue *catalogue = catalogue_open(scratch_folder);
	struct text page = { 0 };

	(void)state;
	assert_non_null(catalogue);
	page_timeline(&page, catalogue);
	assert_non_null(strstr(page.bytes, "holds no snapshot yet"));
	make_archive();
	assert_int_equal(catalogue_refresh(catalogue), 0);
	text_clear(&page);
	page_timeline(&page, catalogue);
	assert_non_null(strstr(
		page.bytes, "<a href=\"s/" ID "/\">2026-09-17 08:15:00</a>"));
	assert_non_null(strstr(page.bytes, "<a href=\"tag/p1/\">p1</a>"));
	assert_non_null(strstr(page.bytes,
		"<td class=\"number\">42</td><td class=\"number\">41</td>"));
	assert_non_null(strstr(page.bytes, "the crawl was cut short"));
	assert_null(strstr(page.bytes, "<b>"));
	text_free(&page);
	catalogue_close(catalogue);
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
		cmocka_unit_test(the_timeline_counts_devices),
		cmocka_unit_test(names_tell_what_a_file_is),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}

/* test_log.c -- the log of publications, and what follows from it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "archive.h"
#include "capture.h"
#include "record.h"

#define HASH_A \
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B \
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Published out of order: the oldest by time came last. */
static const char log_text[] = "20260917T081500Z " HASH_A " p1\n"
			       "20261001T000000Z " HASH_B " p2\n"
			       "20260920T000000Z " HASH_A " p1\n"
			       "20260801T000000Z " HASH_B " -\n";

static struct archive
parsed(const char *text)
{
	struct archive archive = { 0 };

	assert_int_equal(archive_parse_log(&archive, "log", text), 0);
	return archive;
}

static void
comes_out_as_it_went_in(void **state)
{
	struct archive archive = parsed(log_text);
	struct text text = { 0 };

	(void)state;
	assert_int_equal(archive.count, 4);
	assert_string_equal(archive.publications[1].tag, "p2");
	assert_string_equal(archive.publications[3].tag, "");
	archive_print_log(&archive, &text);
	assert_string_equal(text.bytes, log_text);
	text_free(&text);
	archive_close(&archive);
}

static void
knows_order_by_time(void **state)
{
	struct archive archive = parsed(log_text);
	const struct publication *all = archive.publications;

	(void)state;
	assert_ptr_equal(archive_newest(&archive), &all[1]);
	assert_ptr_equal(archive_last(&archive), &all[3]);
	assert_ptr_equal(archive_find(&archive, "20260920T000000Z"), &all[2]);
	assert_null(archive_find(&archive, "20260921T000000Z"));
	assert_ptr_equal(
		archive_before(&archive, 4, "20261001T000000Z"), &all[2]);
	/* when it was published, the third was not there yet */
	assert_ptr_equal(
		archive_before(&archive, 1, "20261001T000000Z"), &all[0]);
	assert_null(archive_before(&archive, 4, "20260801T000000Z"));
	archive_close(&archive);
}

static void
knows_history_of_tags(void **state)
{
	struct archive archive = parsed(log_text);
	struct text text = { 0 };

	(void)state;
	assert_string_equal(
		archive_tagged(&archive, "p1")->id, "20260920T000000Z");
	assert_null(archive_tagged(&archive, "p3"));
	archive_print_tag(&archive, "p1", &text);
	assert_string_equal(text.bytes,
		"20260920T000000Z\n"
		"20260920T000000Z - published\n"
		"20260917T081500Z - published\n");
	text_free(&text);
	archive_close(&archive);
}

/* Each record made to follow on the one before, as a writer does. */
static void
append(struct archive *archive, enum event event, const char *id,
	const char *name, const char *text)
{
	struct record record = {
		.event = event, .at = 1789632900, .name = name, .text = text
	};

	strcpy(record.id, id);
	record_link(archive, &record);
	assert_int_equal(record_append(archive, &record), 0);
}

#define A "20260917T000000Z"
#define B "20260918T000000Z"
#define C "20260919T000000Z"

static struct archive
tagged_archive(void)
{
	struct archive archive = { 0 };

	append(&archive, EVENT_PUBLISH, A, "p1", HASH_A " state");
	append(&archive, EVENT_NOTE, A, "Ines Harbour", "2001:db8::1 moved");
	append(&archive, EVENT_PUBLISH, B, "p1", HASH_A " phase-close");
	append(&archive, EVENT_IMPORT, C, "p1", HASH_B " state");
	append(&archive, EVENT_SIGN, B, "Ines Harbour", "");
	return archive;
}

static void
a_phase_leads_to_its_close(void **state)
{
	struct archive archive = tagged_archive();

	(void)state;
	assert_string_equal(archive_tagged(&archive, "p1")->id, B);
	assert_true(
		archive_bears_tag(&archive, archive_tagged(&archive, "p1")));
	assert_false(archive_bears_tag(&archive, archive_find(&archive, C)));
	append(&archive, EVENT_TAG, A, "p1", "by hand");
	assert_string_equal(archive_tagged(&archive, "p1")->id, A);
	append(&archive, EVENT_TAG, C, "a-pilot", "");
	assert_string_equal(archive_tag(&archive, 0), "a-pilot");
	assert_string_equal(archive_tag(&archive, 1), "p1");
	assert_null(archive_tag(&archive, 2));
	archive_close(&archive);
}

static void
finds_by_every_name(void **state)
{
	struct archive archive = tagged_archive();

	(void)state;
	assert_string_equal(archive_resolve(&archive, A)->id, A);
	assert_string_equal(archive_resolve(&archive, "p1")->id, B);
	assert_string_equal(archive_resolve(&archive, "latest")->id, C);
	assert_string_equal(archive_resolve(&archive, "prev")->id, B);
	append(&archive, EVENT_PRUNE, B, "", "not kept");
	assert_string_equal(archive_resolve(&archive, "prev")->id, A);
	capture_begin();
	assert_null(archive_resolve(&archive, "p2"));
	assert_int_equal(capture_lines(), 1);
	archive_close(&archive);
}

static void
every_byte_of_a_record_counts(void **state)
{
	struct archive archive = tagged_archive();
	struct archive again = { 0 };
	struct text text = { 0 };

	(void)state;
	archive_print_log(&archive, &text);
	assert_int_equal(archive_parse_log(&again, "log", text.bytes), 0);
	assert_string_equal(archive_chain(&again), archive_chain(&archive));
	archive_close(&again);
	for (size_t i = 0; i < text.length; i++) {
		text.bytes[i] ^= 1;
		capture_begin();
		if (archive_parse_log(&again, "log", text.bytes) == 0)
			fail_msg("byte %zu was changed unseen", i);
		assert_int_equal(capture_lines(), 1);
		text.bytes[i] ^= 1;
		archive_close(&again);
	}
	text_free(&text);
	archive_close(&archive);
}

static void
goes_on_from_the_older_form(void **state)
{
	struct archive archive = parsed(log_text);
	struct archive again;
	struct text text = { 0 };

	(void)state;
	append(&archive, EVENT_TAG, "20260801T000000Z", "p0", "first");
	archive_print_log(&archive, &text);
	assert_memory_equal(text.bytes, log_text, strlen(log_text));
	again = parsed(text.bytes);
	assert_string_equal(
		archive_tagged(&again, "p0")->id, "20260801T000000Z");
	text_free(&text);
	archive_close(&archive);
	archive_close(&again);
}

static void
refuses_what_cannot_follow(void **state)
{
	static const struct {
		const char *name;
		enum event event;
		const char *id, *words, *text;
	} cases[] = {
		{ "published twice", EVENT_PUBLISH, A, "p1", HASH_A " state" },
		{ "no kind", EVENT_PUBLISH, "20270101T000000Z", "", HASH_A },
		{ "a kind that is none", EVENT_PUBLISH, "20270101T000000Z", "",
			HASH_A " x" },
		{ "a short hash", EVENT_IMPORT, "20270101T000000Z", "",
			"aaaa state" },
		{ "a tag that is none", EVENT_PUBLISH, "20270101T000000Z",
			"latest", HASH_A " state" },
		{ "of no snapshot", EVENT_NOTE, "20270101T000000Z", "", "x" },
		{ "tagged as what it cannot be", EVENT_TAG, A, "../x", "" },
		{ "pruned of no snapshot", EVENT_PRUNE, "20270101T000000Z", "",
			"" },
	};
	struct archive archive = tagged_archive();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct record record = { .event = cases[i].event,
			.at = 1,
			.name = cases[i].words,
			.text = cases[i].text };

		strcpy(record.id, cases[i].id);
		record_link(&archive, &record);
		if (record_append(&archive, &record) == 0)
			fail_msg("accepted: %s", cases[i].name);
	}
	append(&archive, EVENT_PRUNE, A, "", "");
	assert_true(archive_find(&archive, A)->is_pruned);
	archive_close(&archive);
}

static void
refuses_changed_lines(void **state)
{
	static const char *const cases[] = {
		"\n",
		"20260917T081500Z " HASH_A " p1", /* no newline: cut short */
		"20260917T081500Z  " HASH_A " p1\n",
		"20260917T081500Z " HASH_A "  p1\n",
		"20260917T081500Z " HASH_A " p1 \n",
		"20260917T081500Z " HASH_A " p1\r\n",
		" 20260917T081500Z " HASH_A " p1\n",
		"20260917T081500Z " HASH_A "\n",
		"20260917T081500Z " HASH_A " .x\n",
		"20260917T081500Z aaaa p1\n",
		"20260931T081500Z " HASH_A " p1\n",
		"\t2026-09-17T08:15:00Z\tnote\t20260917T081500Z\t\tx\n",
		"20260917T081500Z A" HASH_A " p1\n",
		"20260917T081500Z " HASH_A " p1\n20260917T081500Z " HASH_B
		" p2\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct archive archive = { 0 };
		int result;

		capture_begin();
		result = archive_parse_log(&archive, "log", cases[i]);
		assert_int_equal(capture_lines(), 1);
		if (result != -1)
			fail_msg("'%s' was accepted", cases[i]);
		archive_close(&archive);
	}
}

static void
an_empty_archive_has_nothing(void **state)
{
	struct archive archive = parsed("");

	(void)state;
	assert_int_equal(archive.count, 0);
	assert_null(archive_newest(&archive));
	assert_null(archive_last(&archive));
	archive_close(&archive);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_out_as_it_went_in),
		cmocka_unit_test(knows_order_by_time),
		cmocka_unit_test(knows_history_of_tags),
		cmocka_unit_test(a_phase_leads_to_its_close),
		cmocka_unit_test(finds_by_every_name),
		cmocka_unit_test(every_byte_of_a_record_counts),
		cmocka_unit_test(goes_on_from_the_older_form),
		cmocka_unit_test(refuses_what_cannot_follow),
		cmocka_unit_test(refuses_changed_lines),
		cmocka_unit_test(an_empty_archive_has_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

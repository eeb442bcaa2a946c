/* test_retention.c -- which snapshots stay, and what for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "record.h"
#include "retention.h"

#define HASH_A \
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

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

/* Ids with what must keep each, "" for what may go; newest first. */
struct expected {
	const char *id;
	const char *kept_for;
};

static void
compare(const struct archive *archive, const struct retention *retention,
	const struct expected *expected)
{
	size_t count;
	struct verdict *verdicts = retention_judge(archive, retention, &count);

	for (size_t i = 0; i < count; i++) {
		const char *kept = verdicts[i].kept_for;

		assert_string_equal(
			verdicts[i].publication->id, expected[i].id);
		assert_string_equal(
			kept != NULL ? kept : "", expected[i].kept_for);
	}
	assert_null(expected[count].id);
	free(verdicts);
}

static void
keeps_one_of_each_period(void **state)
{
	static const char *const ids[] = { "20260130T120000Z",
		"20260131T120000Z", "20260201T120000Z", "20260202T060000Z",
		"20260202T120000Z", "20260203T060000Z", "20260203T120000Z" };
	static const struct retention policy = { { 1, 2, 2, 2 } };
	static const struct expected expected[] = {
		{ "20260203T120000Z", "latest" },
		{ "20260203T060000Z", "" }, /* a later one of its day stays */
		{ "20260202T120000Z", "daily" }, /* a Monday */
		{ "20260202T060000Z", "" },
		{ "20260201T120000Z", "weekly" }, /* a Sunday */
		{ "20260131T120000Z", "monthly" },
		{ "20260130T120000Z", "" },
		{ NULL, NULL },
	};
	struct archive archive = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(ids); i++)
		append(&archive, EVENT_PUBLISH, ids[i], "", HASH_A " state");
	compare(&archive, &policy, expected);
	archive_close(&archive);
}

static void
keeps_for_ever_what_people_pointed_at(void **state)
{
	static const struct retention none = { { 0 } };
	static const struct expected expected[] = {
		{ "20260107T000000Z", "latest" },
		{ "20260106T000000Z", "" },
		{ "20260105T000000Z", "final" },
		{ "20260104T000000Z", "phase-close" },
		{ "20260103T000000Z", "signed" },
		{ "20260102T000000Z", "tagged" },
		/* the tag has moved on; the one before is pruned */
		{ "20260101T000000Z", "" },
		{ NULL, NULL },
	};
	struct archive archive = { 0 };

	(void)state;
	append(&archive, EVENT_PUBLISH, "20251231T000000Z", "",
		HASH_A " state");
	append(&archive, EVENT_PUBLISH, "20260101T000000Z", "p1",
		HASH_A " state");
	append(&archive, EVENT_PUBLISH, "20260102T000000Z", "p1",
		HASH_A " state");
	append(&archive, EVENT_PUBLISH, "20260103T000000Z", "",
		HASH_A " state");
	append(&archive, EVENT_PUBLISH, "20260104T000000Z", "",
		HASH_A " phase-close");
	append(&archive, EVENT_PUBLISH, "20260105T000000Z", "",
		HASH_A " final");
	append(&archive, EVENT_PUBLISH, "20260106T000000Z", "",
		HASH_A " state");
	append(&archive, EVENT_PUBLISH, "20260107T000000Z", "",
		HASH_A " state");
	append(&archive, EVENT_SIGN, "20260103T000000Z", "Ines Harbour", "");
	append(&archive, EVENT_PRUNE, "20251231T000000Z", "", "");
	compare(&archive, &none, expected);
	archive_close(&archive);
}

static void
says_what_it_keeps(void **state)
{
	struct text text = { 0 };

	(void)state;
	retention_print(&default_retention, &text);
	assert_string_equal(
		text.bytes, "last 14, daily 30, weekly 26, monthly all");
	text_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_one_of_each_period),
		cmocka_unit_test(keeps_for_ever_what_people_pointed_at),
		cmocka_unit_test(says_what_it_keeps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

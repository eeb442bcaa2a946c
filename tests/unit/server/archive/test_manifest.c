/* test_manifest.c -- a manifest to JSON and back, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "capture.h"
#include "manifest.h"

#define HASH_A \
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B \
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
add_file(struct manifest *manifest, const char *path, int64_t size)
{
	struct manifest_file *file = manifest_add(manifest, path);

	file->size = size;
	strcpy(file->hash, HASH_B);
}

static struct manifest *
sample(void)
{
	static const struct publication before = { "20260917T081500Z", HASH_A,
		"p1" };
	struct manifest *manifest = manifest_create();

	strcpy(manifest->id, "20260918T081500Z");
	strcpy(manifest->tag, "p2");
	manifest->phase = "\"second\" <phase> \\ \xc3\xa9";
	manifest->tool = "twinmap 0.1";
	manifest->complete = true;
	manifest->devices[0] = 7;
	manifest->devices[CLASS_COUNT - 1] = 2;
	manifest->figures = "{\"metrics\": [{\"id\": \"K1\", \"part\": 7}]}";
	manifest->previous = pointer_to(&before);
	strcpy(manifest->chain, HASH_A);
	strcpy(manifest->previous.root_hash, HASH_B);
	manifest->kind = KIND_PHASE_CLOSE;
	manifest->note = "as built";
	strcpy(manifest->replaces, "20260916T000000Z");
	manifest->tools = "{\"graphviz\": \"2.43.0\"}";
	manifest->state =
		(struct manifest_file){ "topology.db.gz", 6000000000, HASH_A };
	add_file(manifest, "topology.db.gz", 5000000000);
	add_file(manifest, "index.html", 12);
	add_file(manifest, "devices/a'b \"c\".html", 0);
	manifest_sort(manifest);
	return manifest;
}

static void
comes_back_from_json(void **state)
{
	struct manifest *manifest = sample();
	struct text json = { 0 };
	struct text again = { 0 };
	struct manifest *back;

	(void)state;
	assert_int_equal(manifest_print(manifest, &json), 0);
	back = manifest_parse("manifest.json", json.bytes, json.length);
	assert_non_null(back);
	assert_int_equal(manifest_print(back, &again), 0);
	assert_string_equal(json.bytes, again.bytes);
	assert_string_equal(back->phase, manifest->phase);
	assert_int_equal(back->devices[0], 7);
	assert_string_equal(
		back->figures, "{\"metrics\":[{\"id\":\"K1\",\"part\":7}]}");
	assert_string_equal(back->previous.id, "20260917T081500Z");
	assert_string_equal(back->published_after.id, "");
	assert_int_equal(manifest_size(back), 5000000012);
	assert_int_equal(back->kind, KIND_PHASE_CLOSE);
	assert_string_equal(back->note, "as built");
	assert_string_equal(back->replaces, "20260916T000000Z");
	assert_string_equal(back->tools, "{\"graphviz\":\"2.43.0\"}");
	assert_string_equal(back->chain, HASH_A);
	assert_string_equal(back->previous.root_hash, HASH_B);
	assert_string_equal(back->state.path, "topology.db.gz");
	assert_int_equal(back->state.size, 6000000000);
	manifest_free(manifest);
	manifest_free(back);
	text_free(&json);
	text_free(&again);
}

static void
finds_files(void **state)
{
	struct manifest *manifest = sample();

	(void)state;
	assert_int_equal(manifest_find(manifest, "index.html")->size, 12);
	assert_non_null(manifest_find(manifest, "topology.db.gz"));
	assert_null(manifest_find(manifest, "index.htm"));
	assert_null(manifest_find(manifest, ""));
	manifest_free(manifest);
	manifest = manifest_create();
	assert_null(manifest_find(manifest, "index.html"));
	manifest_free(manifest);
}

static void
sums_name_all_files(void **state)
{
	struct manifest *manifest = sample();
	struct text sums = { 0 };

	(void)state;
	manifest_print_sums(manifest, HASH_A, &sums);
	assert_string_equal(sums.bytes,
		HASH_B "  devices/a'b \"c\".html\n" HASH_B
		       "  index.html\n" HASH_B "  topology.db.gz\n" HASH_A
		       "  manifest.json\n");
	text_free(&sums);
	manifest_free(manifest);
}

/* The JSON with one piece of it replaced. */
static struct text
changed(const char *from, const char *to)
{
	struct manifest *manifest = sample();
	struct text json = { 0 };
	struct text result = { 0 };
	const char *found;

	assert_int_equal(manifest_print(manifest, &json), 0);
	found = strstr(json.bytes, from);
	if (found == NULL)
		fail_msg("'%s' is not in the manifest", from);
	text_append_bytes(&result, json.bytes, (size_t)(found - json.bytes));
	text_append(&result, to);
	text_append(&result, found + strlen(from));
	text_free(&json);
	manifest_free(manifest);
	return result;
}

static void
refuses_what_it_did_not_write(void **state)
{
	static const struct {
		const char *name, *from, *to;
	} cases[] = {
		{ "no JSON", "{", "" },
		{ "an older schema", "\"schema\": 3", "\"schema\": 1" },
		{ "a newer schema", "\"schema\": 3", "\"schema\": 4" },
		{ "figures that are none", "\"figures\": {",
			"\"figures\": 0, \"x\": {" },
		{ "no id", "\"id\": \"20260918T081500Z\"", "\"id\": null" },
		{ "an id that is a path", "20260918T081500Z", "../../etc" },
		{ "a path that leaves", "index.html", "../index.html" },
		{ "an absolute path", "index.html", "/etc/passwd" },
		{ "a negative size", "\"size\": 12", "\"size\": -12" },
		{ "a size in words", "\"size\": 12", "\"size\": \"12\"" },
		{ "a short hash", HASH_B, "0123" },
		{ "a hash in capitals", "0123456789abcdef",
			"0123456789ABCDEF" },
		{ "a class too few", "\"none\": 0,", "" },
		{ "files that are no list", "\"files\": [",
			"\"files\": 0, \"x\": [" },
		{ "a field twice", "\"schema\": 3",
			"\"schema\": 3, \"schema\": 3" },
		{ "a field too many in a file", "\"size\": 12",
			"\"size\": 12, \"mode\": 1" },
		{ "a pointer to nothing", HASH_A, "" },
		{ "a kind that is none", "\"phase-close\"", "\"close\"" },
		{ "no kind", "\"kind\"", "\"kinds\"" },
		{ "another root hash", "\n \"root_sha256\": \"",
			"\n \"root_sha256\": \"0" },
		{ "a state that is not listed",
			"\"path\": \"topology.db.gz\",\n  \"size\": 6",
			"\"path\": \"other.db\", \"size\": 6" },
		{ "a note that is no text", "\"as built\"", "7" },
		{ "what it replaces is no id", "\"20260916T000000Z\"",
			"\"yesterday\"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct text json = changed(cases[i].from, cases[i].to);
		struct manifest *manifest;

		capture_begin();
		manifest = manifest_parse("m", json.bytes, json.length);
		assert_int_equal(capture_lines(), 1);
		if (manifest != NULL)
			fail_msg("accepted: %s", cases[i].name);
		text_free(&json);
	}
}

/* As twinmap 0.1 wrote it before there were kinds. */
static const char schema_2[] =
	"{\"schema\": 2, \"id\": \"20260918T081500Z\", \"observed_at\": "
	"1789719300, \"phase\": null, \"tag\": null, \"tool\": \"twinmap\", "
	"\"complete\": true, \"devices\": {\"dual-stack\": 7, \"IPv6 only\": "
	"0, \"IPv4 only\": 0, \"none\": 0, \"unknown\": 2}, \"figures\": {}, "
	"\"previous\": {\"id\": \"20260917T081500Z\", \"manifest_sha256\": "
	"\"" HASH_A "\"}, \"published_after\": null, \"files\": [{\"path\": "
	"\"topology.db\", \"size\": 12, \"sha256\": \"" HASH_B "\"}]}";

static void
reads_what_was_written_before(void **state)
{
	struct manifest *manifest =
		manifest_parse("m", schema_2, strlen(schema_2));

	(void)state;
	assert_non_null(manifest);
	assert_int_equal(manifest->kind, KIND_STATE);
	assert_null(manifest->note);
	assert_string_equal(manifest->replaces, "");
	assert_string_equal(manifest->chain, "");
	assert_string_equal(manifest->previous.root_hash, "");
	assert_string_equal(manifest->state.path, "topology.db");
	assert_string_equal(manifest->state.hash, HASH_B);
	assert_int_equal(manifest->state.size, 12);
	manifest_free(manifest);
}

static void
refuses_a_phase_that_is_no_text(void **state)
{
	struct manifest *manifest = sample();
	struct text json = { 0 };

	(void)state;
	manifest->phase = "\xff\xfe";
	capture_begin();
	assert_int_equal(manifest_print(manifest, &json), -1);
	capture_holds("phase");
	text_free(&json);
	manifest_free(manifest);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back_from_json),
		cmocka_unit_test(finds_files),
		cmocka_unit_test(sums_name_all_files),
		cmocka_unit_test(refuses_what_it_did_not_write),
		cmocka_unit_test(reads_what_was_written_before),
		cmocka_unit_test(refuses_a_phase_that_is_no_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

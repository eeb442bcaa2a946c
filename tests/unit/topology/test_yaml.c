/* test_yaml.c -- reading YAML, and the messages about mistakes in it.
 *
 * Messages go to standard error; a test turns it into a file to read them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "capture.h"
#include "memory.h"
#include "yaml.h"

static const char *const roles[] = { "router", "switch", NULL };

static const struct yaml_field match_fields[] = {
	{ "name", YAML_TEXTS },
	{ "address", YAML_TEXTS },
	{ NULL },
};

static const struct yaml_field device_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "role", YAML_CHOICE, .choices = roles },
	{ "address", YAML_IP },
	{ "prefix", YAML_PREFIX },
	{ "mac", YAML_MAC },
	{ "bought", YAML_DATE },
	{ "ports", YAML_INTEGER, .least = 1, .most = 96 },
	{ "speed", YAML_RATE },
	{ "weight", YAML_NUMBER },
	{ "peers", YAML_TEXTS, .each = YAML_IP },
	{ "spare", YAML_BOOLEAN },
	{ "match", YAML_SECTION, .fields = match_fields },
	{ NULL },
};

static const struct yaml_field fields[] = {
	{ "enterprise", YAML_TEXT },
	{ "devices", YAML_RECORDS, .fields = device_fields },
	{ "queries", YAML_SECTION },
	{ NULL },
};

static struct yaml_document *
read_text(const char *text)
{
	return yaml_read_text("facts.yaml", text, strlen(text), 1);
}

static void
gives_values_and_lines(void **state)
{
	struct yaml_document *document = read_text(
		"# a comment\nenterprise: Marlin Freight\ndevices:\n"
		"  - name: hq-core1\n    role: switch\n    ports: 48\n"
		"    spare: yes\n    address: 192.0.2.1\n"
		"    match: {name: [a, b], address: 2001:db8::1}\n"
		"  - {name: '~', mac: 0000.5e00.5301, role: ~}\n");
	const struct yaml_node *root, *device, *match;

	(void)state;
	assert_non_null(document);
	assert_int_equal(yaml_check(document, fields), 0);
	root = yaml_root(document);
	assert_string_equal(yaml_text(root, "enterprise"), "Marlin Freight");
	assert_int_equal(yaml_get(root, "enterprise")->line, 2);
	device = yaml_first(yaml_get(root, "devices"));
	assert_int_equal(device->line, 4);
	assert_int_equal(yaml_integer(device, "ports", 0), 48);
	assert_true(yaml_boolean(device, "spare", false));
	match = yaml_get(device, "match");
	assert_string_equal(yaml_first(yaml_get(match, "name"))->text, "a");
	assert_string_equal(
		yaml_next(yaml_first(yaml_get(match, "name")))->text, "b");
	assert_null(yaml_next(yaml_first(yaml_get(match, "address"))));
	device = yaml_next(device);
	assert_string_equal(yaml_text(device, "name"), "~");
	assert_null(yaml_text(device, "role"));
	assert_int_equal(yaml_integer(device, "ports", -7), -7);
	assert_null(yaml_next(device));
	yaml_close(document);
}

static void
empty_file_has_no_root(void **state)
{
	struct yaml_document *document = read_text("# nothing\n");

	(void)state;
	assert_non_null(document);
	assert_null(yaml_root(document));
	assert_int_equal(yaml_check(document, fields), 0);
	yaml_close(document);
}

static void
lines_of_a_cut_out_text_are_shifted(void **state)
{
	const char *text = "queries:\n  a: |\n    SELECT 1\n";
	struct yaml_document *document =
		yaml_read_text("page.md", text, strlen(text), 2);
	const struct yaml_node *query;

	(void)state;
	assert_int_equal(yaml_check(document, fields), 0);
	query = yaml_get(yaml_root(document), "queries")->first;
	assert_string_equal(query->key, "a");
	assert_string_equal(query->text, "SELECT 1\n");
	assert_int_equal(query->line, 3);
	yaml_close(document);
}

static void
texts_that_are_refused(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "a: 1\nb: [1, 2\n", "facts.yaml:3: not YAML: " },
		{ "a: 1\n\tb: 2\n", "facts.yaml:2: not YAML: " },
		{ "a: 1\nb: \xff\n", "facts.yaml:2: not YAML: " },
		{ "a: &x 1\n", "facts.yaml:1: 'x': anchors and aliases" },
		{ "a: *x\n", "facts.yaml:1: 'x': anchors and aliases" },
		{ "a: 1\n---\nb: 2\n", "facts.yaml:2: a second document" },
		{ "[a, b]: 1\n", "facts.yaml:1: a field name must be" },
		{ "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
			"facts.yaml:1: nested deeper than 32" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		capture_begin();
		assert_null(read_text(cases[i].text));
		capture_holds(cases[i].message);
	}
}

static void
reading_goes_past_twins(void **state)
{
	struct yaml_document *document;

	(void)state;
	capture_begin();
	document = read_text("enterprise: a\nenterprise: b\n"
			     "queries: {c: 1, c: \"x\\0y\"}\nnone: 1\n");
	assert_non_null(document);
	assert_int_equal(yaml_check(document, fields), 4);
	capture_holds("facts.yaml:3: c: given already in line 3\n");
	yaml_close(document);
}

static void
maps_are_bounded(void **state)
{
	struct text text = { 0 };

	(void)state;
	for (int i = 0; i < 1200; i++)
		text_format(&text, "k%d: %d\n", i, i);
	capture_begin();
	assert_null(read_text(text.bytes));
	capture_holds("facts.yaml:1001: more than 1000 fields in one map\n");
	text_free(&text);
}

static void
mistakes_of_fields(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "devices:\n  - name: a\n    rolle: router\n",
			"facts.yaml:3: rolle: unknown field, did you mean "
			"'role'?\n" },
		{ "devices:\n  - role: router\n",
			"facts.yaml:2: name: is missing, expected a text\n" },
		{ "devices:\n  - name:\n", "facts.yaml:2: name: is missing" },
		{ "devices:\n  - name: ''\n",
			"facts.yaml:2: name: '' is not a text" },
		{ "devices:\n  - name: a\n    role: king\n",
			"facts.yaml:3: role: 'king' is not one of router, "
			"switch\n" },
		{ "devices:\n  - {name: a, address: 192.0.2.256}\n",
			"facts.yaml:2: address: '192.0.2.256' is not an IPv4" },
		{ "devices:\n  - {name: a, address: '2001:db8::1/64'}\n",
			"address: '2001:db8::1/64' is not an IPv4 or IPv6" },
		{ "devices:\n  - {name: a, prefix: 192.0.2.0}\n",
			"prefix: '192.0.2.0' is not a prefix such as" },
		{ "devices:\n  - {name: a, prefix: '2001:db8::/129'}\n",
			"prefix: '2001:db8::/129' is not a prefix" },
		{ "devices:\n  - {name: a, mac: 'x'}\n",
			"mac: 'x' is not a MAC address" },
		{ "devices:\n  - {name: a, bought: 2026-02-31}\n",
			"bought: '2026-02-31' is not a date such as" },
		{ "devices:\n  - {name: a, bought: 2026-2-1}\n",
			"bought: '2026-2-1' is not a date" },
		{ "devices:\n  - {name: a, ports: 4x}\n",
			"ports: '4x' is not a whole number" },
		{ "devices:\n  - {name: a, spare: perhaps}\n",
			"spare: 'perhaps' is not true or false" },
		{ "devices:\n  - {name: a, ports: 97}\n",
			"ports: '97' is not from 1 to 96" },
		{ "devices:\n  - {name: a, ports: 0}\n",
			"ports: '0' is not from 1 to 96" },
		{ "devices:\n  - {name: a, speed: 10 G}\n",
			"speed: '10 G' is not a rate such as 1G" },
		{ "devices:\n  - {name: a, weight: 1e3}\n",
			"weight: '1e3' is not a number" },
		{ "devices:\n  - {name: a, peers: [192.0.2.1, 192.0.2]}\n",
			"peers: '192.0.2' is not an IPv4 or IPv6 address" },
		{ "devices:\n  - {name: a, peers: [[192.0.2.1], "
		  "2001:db8::1]}\n",
			"peers: each entry must be an IPv4 or IPv6" },
		{ "devices:\n  - {nmae: a}\n",
			"facts.yaml:2: nmae: unknown field, did you mean "
			"'name'?" },
		{ "devices:\n  - {name: [a]}\n", "name: must be a text" },
		{ "devices:\n  - {name: a, role: [b]}\n",
			"role: must be one of router, switch" },
		{ "devices: a\n", "facts.yaml:1: devices: must be a list" },
		{ "devices: [a]\n",
			"devices: each entry must be a group of fields" },
		{ "devices:\n  - {name: a, match: b}\n",
			"match: must be a group of fields" },
		{ "devices:\n  - {name: a, match: {name: {a: b}}}\n",
			"name: must be a text or a list of it" },
		{ "devices:\n  - {name: a, match: {name: [a, [b]]}}\n",
			"name: each entry must be a text" },
		{ "queries: {a: [b]}\n", "a: must be a text" },
		{ "- a\n", "facts.yaml:1: must be fields" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct yaml_document *document = read_text(cases[i].text);

		assert_non_null(document);
		capture_begin();
		assert_int_equal(yaml_check(document, fields), 1);
		capture_holds(cases[i].message);
		yaml_close(document);
	}
}

static void
all_mistakes_come_in_one_run(void **state)
{
	struct yaml_document *document = read_text(
		"enterprize: x\ndevices:\n  - role: king\n    ports: many\n");

	(void)state;
	assert_non_null(document);
	capture_begin();
	assert_int_equal(yaml_check(document, fields), 4);
	assert_int_equal(capture_lines(), 4);
	yaml_close(document);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_values_and_lines),
		cmocka_unit_test(empty_file_has_no_root),
		cmocka_unit_test(lines_of_a_cut_out_text_are_shifted),
		cmocka_unit_test(texts_that_are_refused),
		cmocka_unit_test(reading_goes_past_twins),
		cmocka_unit_test(maps_are_bounded),
		cmocka_unit_test(mistakes_of_fields),
		cmocka_unit_test(all_mistakes_come_in_one_run),
	};

	return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}

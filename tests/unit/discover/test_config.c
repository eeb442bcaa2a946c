/* test_config.c -- configuration files and command lines of a crawl. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "capture.h"
#include "config.h"
#include "memory.h"
#include "scratch.h"

static const char whole[] =
	"seeds: [192.0.2.1, \"2001:db8::1\", localhost]\n"
	"scope:\n"
	"  include: [192.0.2.0/24, \"2001:db8::/32\"]\n"
	"  exclude: 192.0.2.128/25\n"
	"  sweep: 192.0.2.0/30\n"
	"  depth: 3\n"
	"  rules:\n"
	"  - { name: \"sep*\", platform: \"*phone*\", then: exclude }\n"
	"  - { prefix: [192.0.2.64/26, \"2001:db8:1::/48\"], then: leaf }\n"
	"probe: neighbours\n"
	"credentials: keys/credentials.yaml\n"
	"output: found.db\n"
	"limits: { window: 12, requests_per_device: 2, tries: 5,\n"
	"  timeout_ms: 250, port: 1161, rows: 1000, devices: 50 }\n";

static void
a_file_says_everything(void **state)
{
	struct discover_config config;
	char text[IP_TEXT_SIZE];

	(void)state;
	config_init(&config);
	assert_int_equal(
		config_read_file(&config, scratch_file("a.yaml", whole)), 0);
	/* localhost may have one address or two */
	assert_true(config.seed_count >= 3);
	assert_string_equal(ip_text(&config.seeds[1].ip, text), "2001:db8::1");
	assert_string_equal(config.seeds[2].text, "localhost");
	assert_int_equal(config.scope.include.count, 2);
	assert_int_equal(config.scope.exclude.count, 1);
	assert_int_equal(config.scope.sweep.count, 1);
	assert_true(config.scope.has_depth);
	assert_int_equal(config.scope.depth, 3);
	assert_int_equal(config.scope.rule_count, 2);
	assert_string_equal(
		config.scope.rules[0].words, "name sep*, platform *phone*");
	assert_int_equal(config.scope.rules[0].then, TREAT_EXCLUDE);
	assert_int_equal(config.scope.rules[1].prefixes.count, 2);
	assert_int_equal(config.device_limit, 50);
	assert_true(config.probes_neighbours);
	assert_string_equal(
		config.credentials, scratch_path("keys/credentials.yaml"));
	assert_string_equal(config.output, "found.db");
	assert_int_equal(config.engine.agent_limit, 12);
	assert_int_equal(config.engine.requests_per_agent, 2);
	assert_int_equal(config.engine.tries, 5);
	assert_int_equal(config.engine.first_timeout_ms, 250);
	assert_int_equal(config.engine.port, 1161);
	assert_int_equal(config.engine.row_limit, 1000);
	assert_int_equal(config.route_limit, 2000);
	config_free(&config);
}

static void
mistakes_are_told_with_their_line(void **state)
{
	static const struct {
		const char *text, *complaint;
	} cases[] = {
		{ "seed: [192.0.2.1]\n", "a.yaml:1: seed" },
		{ "scope:\n  include: [192.0.2.0/33]\n", "a.yaml:2: " },
		{ "scope:\n  exclude:\n  - 192.0.2.0/24\n  - 2001:db8::/129\n",
			"a.yaml:4: " },
		{ "limits: { window: many }\n", "a.yaml:1: " },
		{ "limits:\n  tries: 0\n", "a.yaml:2: limits.tries" },
		{ "limits:\n  port: 65536\n", "a.yaml:2: limits.port" },
		{ "limits:\n  rows: -1\n", "a.yaml:2: limits.rows" },
		{ "limits:\n  devices: 0\n", "a.yaml:2: limits.devices" },
		{ "limits:\n  routes: 0\n", "a.yaml:2: limits.routes" },
		{ "scope:\n  depth: -1\n", "a.yaml:2: scope.depth" },
		{ "scope:\n  sweep: 2001:db8::/112\n",
			"a.yaml:2: scope.sweep" },
		{ "scope:\n  sweep: 192.0.0.0/15\n", "a.yaml:2: scope.sweep" },
		{ "scope:\n  rules:\n  - { then: leaf }\n", "a.yaml:3: " },
		{ "scope:\n  rules:\n  - { name: a, then: forget }\n",
			"a.yaml:3: " },
		{ "scope:\n  rules:\n  - { prefix: 1.2, then: leaf }\n",
			"a.yaml:3: '1.2' is not a prefix" },
		{ "probe: everybody\n", "a.yaml:1: probe" },
		{ "seeds: [192.0.2.1, 192.0.2.0/24]\n", "a.yaml:1: seeds" },
		{ "seeds:\n- 2001:db8::1\n- 2001:db8::/64\n",
			"a.yaml:3: seeds" },
		{ "credentials: [a, b]\n", "a.yaml:1: credentials" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *path = scratch_file("a.yaml", cases[i].text);
		struct discover_config config;
		int result;

		config_init(&config);
		capture_begin();
		result = config_read_file(&config, path);
		capture_holds(cases[i].complaint);
		assert_int_equal(result, -1);
		config_free(&config);
	}
}

static void
the_command_line_adds_and_replaces(void **state)
{
	char line[512];
	char *arguments[32] = { NULL };
	char *rest = line;
	int count = 0;
	struct discover_config config;

	(void)state;
	snprintf(line, sizeof(line),
		"discover --port 162 --seed 192.0.2.9 -o other.db "
		"--include 198.51.100.0/24 --exclude 3fff::/20 "
		"--depth 1 --sweep 192.0.2.16/30 --probe known "
		"--at 2026-09-17T08:15:00Z --config %s",
		scratch_file("a.yaml", whole));
	while ((arguments[count] = strsep(&rest, " ")) != NULL)
		count++;
	config_init(&config);
	assert_int_equal(config_read(&config, count, arguments), 0);
	assert_string_equal(config.seeds[0].text, "192.0.2.9");
	assert_true(config.seed_count >= 4);
	assert_int_equal(config.scope.include.count, 3);
	assert_int_equal(config.scope.exclude.count, 2);
	assert_int_equal(config.scope.depth, 1);
	assert_int_equal(config.scope.sweep.count, 2);
	assert_false(config.probes_neighbours);
	assert_string_equal(config.output, "other.db");
	assert_int_equal(config.engine.port, 162);
	assert_int_equal(config.engine.tries, 5);
	assert_int_equal(config.observed_at, 1789632900);
	config_free(&config);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_says_everything),
		cmocka_unit_test(mistakes_are_told_with_their_line),
		cmocka_unit_test(the_command_line_adds_and_replaces),
	};

	return cmocka_run_group_tests_name(
		"config", tests, scratch_begin, scratch_end);
}

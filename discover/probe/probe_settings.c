/* probe_settings.c -- the options of twinmap probe. */
#include "probe_settings.h"

#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "memory.h"
#include "options.h"
#include "plan.h"

struct given {
	struct probe_settings *settings;
	const char *file, *credentials;
	int64_t port; /* 0: not given */
};

static int
set_vantage(void *given, const char *value)
{
	((struct given *)given)->settings->vantage = value;
	return 0;
}

static int
set_at(void *given, const char *value)
{
	return option_time("at", value, &((struct given *)given)->settings->at);
}

static int
add_kind(struct probe_settings *settings, const char *word)
{
	for (size_t i = 0; i < probe_kind_count; i++)
		if (strcmp(probe_kinds[i], word) == 0 &&
			settings->kind_count < KINDS_MOST) {
			settings->kinds[settings->kind_count++] =
				probe_kinds[i];
			return 0;
		}
	log_error("--only: '%s' is none of D1 D2 T1 T2 T3 I1 M1 V1 X1", word);
	return -1;
}

static int
set_only(void *given, const char *value)
{
	struct probe_settings *settings = ((struct given *)given)->settings;
	char *words = memory_text(value), *rest = words, *word;
	int result = 0;

	while ((word = strsep(&rest, ",")) != NULL && result == 0)
		result = add_kind(settings, word);
	free(words);
	return result;
}

static int
set_number(const char *name, const char *value, int64_t most, int64_t *number)
{
	if (option_number(name, value, 1, number) != 0)
		return -1;
	if (*number <= most)
		return 0;
	log_error("--%s: '%s' is more than %lld", name, value, (long long)most);
	return -1;
}

static int
set_timeout(void *given, const char *value)
{
	return set_number("timeout-ms", value, 60000,
		&((struct given *)given)->settings->timeout_ms);
}

static int
set_rate(void *given, const char *value)
{
	return set_number(
		"rate", value, 10000, &((struct given *)given)->settings->rate);
}

static int
set_target_rate(void *given, const char *value)
{
	return set_number("target-rate", value, 1000,
		&((struct given *)given)->settings->target_rate);
}

static int
set_echo_count(void *given, const char *value)
{
	return set_number("echo-count", value, 100,
		&((struct given *)given)->settings->echo_count);
}

static int
set_echo_interval(void *given, const char *value)
{
	return set_number("echo-interval-ms", value, 60000,
		&((struct given *)given)->settings->echo_interval_ms);
}

static int
set_port(void *given, const char *value)
{
	return set_number(
		"port", value, UINT16_MAX, &((struct given *)given)->port);
}

static int
set_traffic(void *given, const char *value)
{
	return set_number("traffic", value, 86400,
		&((struct given *)given)->settings->traffic_seconds);
}

static const struct option_rule rules[] = {
	{ "config", 'c', "FILE",
		"configuration of discover: its credentials, and its limits "
		"for SNMP",
		KEEP_TEXT(struct given, file) },
	{ "credentials", 0, "FILE",
		"credentials (YAML, mode 0600); without them no SNMP is asked",
		KEEP_TEXT(struct given, credentials) },
	{ "only", 0, "KINDS",
		"ask these kinds of question only, by commas (T1,T3); rows of "
		"the others stay",
		set_only },
	{ "vantage", 0, "NAME", "the vantage of the facts that this host is",
		set_vantage },
	{ "timeout-ms", 0, "MS", "for a whole conversation (5000)",
		set_timeout },
	{ "rate", 0, "N", "questions a second, to all (50)", set_rate },
	{ "target-rate", 0, "N", "questions a second, to one address (5)",
		set_target_rate },
	{ "echo-count", 0, "N", "echo requests to an address (5)",
		set_echo_count },
	{ "echo-interval-ms", 0, "MS", "between two of them (1000)",
		set_echo_interval },
	{ "traffic", 0, "SECONDS",
		"read the counters of uplink routers again, so many seconds "
		"after "
		"the crawl by their own clocks (300 is long enough)",
		set_traffic },
	{ "port", 0, "NUMBER", "UDP port of the SNMP agents (161)", set_port },
	{ "at", 0, "TIME", "say that all was asked then", set_at },
};

static const struct command_line line = {
	.usage = "twinmap probe [OPTION...] DATABASE",
	.summary = "Asks the names, services and addresses of a network as its "
		   "users would, over\nIPv4 and IPv6: those that the facts in "
		   "the file name, and its devices. What they\nanswer replaces "
		   "earlier answers, and all that follows is derived anew.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 1,
	.most_operands = 1,
};

static void
set_defaults(struct probe_settings *settings)
{
	*settings = (struct probe_settings){
		.timeout_ms = 5000,
		.rate = 50,
		.target_rate = 5,
		.echo_count = 5,
		.echo_interval_ms = 1000,
	};
	config_init(&settings->config);
}

/* One limit for all probes: those of SNMP are no exception. */
static void
limit_engine(struct probe_settings *settings)
{
	struct engine_settings *engine = &settings->config.engine;

	engine->requests_per_second = settings->rate;
	engine->requests_per_second_per_agent = settings->target_rate;
}

int
probe_settings_read(struct probe_settings *settings, int argc, char **argv)
{
	struct given given = { .settings = settings };
	int operand;

	set_defaults(settings);
	operand = command_line_read(&line, argc, argv, &given);
	settings->database = argv[operand];
	if (given.file != NULL &&
		config_read_file(&settings->config, given.file) != 0)
		return -1;
	if (given.credentials != NULL)
		config_replace(
			&settings->config.credentials, given.credentials);
	if (given.port != 0)
		settings->config.engine.port = (int)given.port;
	limit_engine(settings);
	return 0;
}

void
probe_settings_free(struct probe_settings *settings)
{
	config_free(&settings->config);
}

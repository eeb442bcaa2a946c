/* outlook_crawl.c -- whom a crawl would ask, with what, and how fast. */
#include "outlook.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "config.h"
#include "credentials.h"
#include "memory.h"

/* One line of the report; frees the words. */
static void
say(const char *label, struct text *words)
{
	printf("  %-12s %s\n", label, words->length > 0 ? words->bytes : "-");
	text_free(words);
}

static void
append_one(struct text *words, const char *one)
{
	text_append(words, words->length > 0 ? ", " : "");
	text_append(words, one);
}

static void
append_prefixes(struct text *words, const struct prefix_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		char text[IP_TEXT_SIZE];

		append_one(
			words, ip_text_with_length(&list->prefixes[i], text));
	}
}

static void
say_seeds(const struct discover_config *config)
{
	struct text words = { 0 };

	for (size_t i = 0; i < config->seed_count; i++) {
		const struct seed *seed = &config->seeds[i];
		char address[IP_TEXT_SIZE];

		append_one(&words, ip_text(&seed->ip, address));
		if (strcmp(seed->text, address) != 0)
			text_format(&words, " (%s)", seed->text);
		if (!scope_allows(&config->scope, &seed->ip))
			text_append(&words, " (not asked: out of scope)");
	}
	if (config->has_auto_seeds)
		append_one(&words,
			"default routers of this host, neighbours of its "
			"lldpd");
	say("begins at", &words);
}

static void
say_scope(const struct scope *scope)
{
	static const char *const treatments[] = {
		[TREAT_WALK] = "walked",
		[TREAT_LEAF] = "asked who they are",
		[TREAT_EXCLUDE] = "left out",
	};
	struct text asked = { 0 }, excluded = { 0 }, sweep = { 0 };

	append_prefixes(&asked, &scope->include);
	say("may ask", &asked);
	append_prefixes(&excluded, &scope->exclude);
	say("never asks", &excluded);
	append_prefixes(&sweep, &scope->sweep);
	say("sweeps", &sweep);
	for (size_t i = 0; i < scope->rule_count; i++)
		printf("  %-12s %s: %s\n", i == 0 ? "by rule" : "",
			scope->rules[i].words,
			treatments[scope->rules[i].then]);
	if (scope->has_depth)
		printf("  %-12s %d steps from where it begins\n", "goes",
			scope->depth);
}

static void
say_credentials(const char *path, const struct credentials *credentials)
{
	static const char *const versions[] = {
		[SNMP_V3] = "SNMPv3",
		[SNMP_V2C] = "SNMPv2c",
		[SNMP_V1] = "SNMPv1",
	};
	size_t counts[COUNT(versions)] = { 0 };
	struct text words = { 0 };

	for (size_t i = 0; i < credentials_count(credentials); i++)
		counts[credentials_at(credentials, i)->version]++;
	for (size_t i = COUNT(versions); i-- > 0;)
		if (counts[i] > 0) {
			text_append(&words, words.length > 0 ? ", " : "");
			text_format(
				&words, "%zu of %s", counts[i], versions[i]);
		}
	text_format(&words, " (%s)", path);
	say("credentials", &words);
}

static void
append_limit(struct text *words, int64_t limit, const char *what)
{
	if (limit > 0) {
		text_append(words, words->length > 0 ? ", " : "");
		text_format(words, "%" PRId64 " %s", limit, what);
	}
}

static void
say_limits(const struct discover_config *config)
{
	const struct engine_settings *engine = &config->engine;
	struct text pace = { 0 }, amount = { 0 };

	append_limit(&pace, engine->agent_limit, "devices at a time");
	append_limit(&pace, engine->requests_per_agent, "requests to each");
	append_limit(&pace, engine->requests_per_second, "requests a second");
	append_limit(&pace, engine->requests_per_second_per_agent,
		"requests a second to each");
	append_limit(&pace, engine->tries, "tries");
	append_limit(&pace, engine->first_timeout_ms, "ms for the first");
	text_format(&pace, ", UDP port %d", engine->port);
	say("asks", &pace);
	append_limit(&amount, config->device_limit, "devices");
	append_limit(&amount, engine->row_limit, "rows of a table");
	append_limit(&amount, config->route_limit, "routes of a device");
	say("reads, most", &amount);
}

void
outlook_crawl(const struct discover_config *config,
	const struct credentials *credentials)
{
	puts("twinmap discover");
	say_seeds(config);
	say_scope(&config->scope);
	say_credentials(config->credentials, credentials);
	say_limits(config);
	printf("  %-12s %s\n", "follows",
		config->probes_neighbours
			? "all that ARP and ND tables hold"
			: "LLDP and CDP neighbours, next hops, known routers");
	if (config->is_vantage)
		printf("  %-12s %s\n", "this host", "is part of the network");
	printf("  %-12s %s\n", "writes",
		config->output != NULL ? config->output : "topology.db");
}

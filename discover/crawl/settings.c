/* settings.c -- what a crawl was told, as rows of topology.db.
 *
 * What nobody said and limits nothing is left out. */
#include "settings.h"

#include <stdio.h>

#include "config.h"
#include "memory.h"
#include "store.h"

static int
store_seeds(struct store *store, const struct discover_config *config)
{
	for (size_t i = 0; i < config->seed_count; i++)
		if (store_setting(store, "seed", config->seeds[i].text) != 0)
			return -1;
	return 0;
}

static int
store_prefixes(
	struct store *store, const char *name, const struct prefix_list *list)
{
	char text[IP_TEXT_SIZE];

	for (size_t i = 0; i < list->count; i++)
		if (store_setting(store, name,
			    ip_text_with_length(&list->prefixes[i], text)) != 0)
			return -1;
	return 0;
}

static int
store_number(struct store *store, const char *name, int64_t number)
{
	char text[32];

	snprintf(text, sizeof(text), "%lld", (long long)number);
	return store_setting(store, name, text);
}

/* What the scope says beside its prefixes. */
static int
store_rules(struct store *store, const struct scope *scope)
{
	static const char *const names[] = { [TREAT_WALK] = "walk",
		[TREAT_LEAF] = "leaf",
		[TREAT_EXCLUDE] = "exclude rule" };

	if (scope->has_depth && store_number(store, "depth", scope->depth) != 0)
		return -1;
	for (size_t i = 0; i < scope->rule_count; i++)
		if (store_setting(store, names[scope->rules[i].then],
			    scope->rules[i].words) != 0)
			return -1;
	return 0;
}

static int
store_scope(struct store *store, const struct scope *scope)
{
	if (store_prefixes(store, "include", &scope->include) != 0 ||
		store_prefixes(store, "exclude", &scope->exclude) != 0 ||
		store_rules(store, scope) != 0)
		return -1;
	return store_prefixes(store, "sweep", &scope->sweep);
}

/* Zero: no such limit. */
static int
store_numbers(struct store *store, const struct discover_config *config)
{
	const struct engine_settings *engine = &config->engine;
	const struct {
		const char *name;
		int64_t number;
	} settings[] = {
		{ "routes", config->route_limit },
		{ "devices", config->device_limit },
		{ "window", engine->agent_limit },
		{ "requests_per_device", engine->requests_per_agent },
		{ "requests_per_second", engine->requests_per_second },
		{ "requests_per_second_per_device",
			engine->requests_per_second_per_agent },
		{ "tries", engine->tries },
		{ "timeout_ms", engine->first_timeout_ms },
		{ "port", engine->port },
		{ "rows", engine->row_limit },
	};

	for (size_t i = 0; i < COUNT(settings); i++)
		if (settings[i].number > 0 &&
			store_number(store, settings[i].name,
				settings[i].number) != 0)
			return -1;
	return 0;
}

int
settings_store(struct store *store, const struct discover_config *config)
{
	if (store_seeds(store, config) != 0 ||
		store_scope(store, &config->scope) != 0 ||
		store_numbers(store, config) != 0)
		return -1;
	if (config->is_vantage && store_setting(store, "vantage", "yes") != 0)
		return -1;
	return config->probes_neighbours
		? store_setting(store, "probe", "neighbours")
		: 0;
}

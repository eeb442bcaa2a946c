/* command_line.c -- the options of twinmap discover.
 *
 * Seeds and prefixes are added to those of the configuration file, single
 * values replace the file's: they are kept aside until it was read. */
#include <limits.h>
#include <string.h>

#include "config.h"
#include "log.h"
#include "memory.h"
#include "options.h"

struct given {
	struct discover_config *config;
	const char *file, *credentials, *output;
	int64_t port;
	int64_t depth; /* -1: not given */
	bool is_vantage;
	const char *probe;
};

static int
set_port(void *settings, const char *value)
{
	struct given *given = settings;

	if (option_number("port", value, 1, &given->port) != 0)
		return -1;
	if (given->port <= UINT16_MAX)
		return 0;
	log_error("--port: '%s' is larger than %d", value, UINT16_MAX);
	return -1;
}

static int
set_at(void *settings, const char *value)
{
	struct given *given = settings;

	return option_time("at", value, &given->config->observed_at);
}

static int
add_seed(void *settings, const char *value)
{
	return config_add_seed(((struct given *)settings)->config, value);
}

static int
add_recordings(void *settings, const char *value)
{
	config_add_recordings(((struct given *)settings)->config, value);
	return 0;
}

static int
add_prefix(struct prefix_list *list, const char *name, const char *value)
{
	if (prefix_list_add(list, value) == 0)
		return 0;
	log_error("--%s: '%s' is not a prefix such as 192.0.2.0/24 or "
		  "2001:db8::/32",
		name, value);
	return -1;
}

static int
add_include(void *settings, const char *value)
{
	struct given *given = settings;

	return add_prefix(&given->config->scope.include, "include", value);
}

static int
add_exclude(void *settings, const char *value)
{
	struct given *given = settings;

	return add_prefix(&given->config->scope.exclude, "exclude", value);
}

static int
add_sweep(void *settings, const char *value)
{
	return scope_add_sweep(
		&((struct given *)settings)->config->scope, value);
}

static int
set_depth(void *settings, const char *value)
{
	struct given *given = settings;

	if (option_number("depth", value, 0, &given->depth) != 0)
		return -1;
	if (given->depth <= INT_MAX)
		return 0;
	log_error("--depth: '%s' is larger than %d", value, INT_MAX);
	return -1;
}

static int
set_probe(void *settings, const char *value)
{
	struct given *given = settings;

	given->probe = value;
	if (strcmp(value, "known") == 0 || strcmp(value, "neighbours") == 0)
		return 0;
	log_error("--probe: '%s' is neither known nor neighbours", value);
	return -1;
}

static int
set_resume(void *settings, const char *value)
{
	(void)value;
	((struct given *)settings)->config->is_resumed = true;
	return 0;
}

static const struct option_rule rules[] = {
	{ "config", 'c', "FILE", "configuration (YAML)",
		KEEP_TEXT(struct given, file) },
	{ "credentials", 0, "FILE", "credentials (YAML, mode 0600)",
		KEEP_TEXT(struct given, credentials) },
	{ "seed", 's', "ADDRESS",
		"address or name to begin at, or auto: default routers and "
		"LLDP neighbours of this host; repeatable",
		add_seed },
	{ "include", 0, "PREFIX", "ask addresses in here; repeatable",
		add_include },
	{ "exclude", 0, "PREFIX", "never ask addresses in here; repeatable",
		add_exclude },
	{ "depth", 0, "STEPS", "go so far from the seeds only", set_depth },
	{ "sweep", 0, "PREFIX",
		"ask every address of this IPv4 prefix; repeatable",
		add_sweep },
	{ "probe", 0, "WHOM",
		"known (devices that others name) or neighbours (all that ARP "
		"and ND tables hold)",
		set_probe },
	{ "vantage", 0, NULL,
		"this host is part of the network: keep what its kernel and "
		"its lldpd know",
		KEEP_SWITCH(struct given, is_vantage) },
	{ "recordings", 0, "PATH",
		"ask these recordings, not the network: a folder or a file "
		"NAME.snmprec; repeatable",
		add_recordings },
	{ "resume", 0, NULL,
		"go on with FILE.partial, which an interrupted run with the "
		"same seeds, scope and limits left behind",
		set_resume },
	{ "output", 'o', "FILE", "the file to write (topology.db)",
		KEEP_TEXT(struct given, output) },
	{ "port", 0, "NUMBER", "UDP port of the agents (161)", set_port },
	{ "at", 0, "TIME", "say that the network was observed then", set_at },
};

static const struct command_line line = {
	.usage = "twinmap discover [OPTION...]",
	.summary = "Walks the network from its seeds and writes topology.db.\n"
		   "An unfinished run leaves FILE.partial behind.",
	.rules = rules,
	.rule_count = COUNT(rules),
};

int
config_read(struct discover_config *config, int argc, char **argv)
{
	struct given given = { .config = config, .depth = -1 };

	command_line_read(&line, argc, argv, &given);
	if (given.file != NULL && config_read_file(config, given.file) != 0)
		return -1;
	if (given.credentials != NULL)
		config_replace(&config->credentials, given.credentials);
	if (given.output != NULL)
		config_replace(&config->output, given.output);
	if (given.port != 0)
		config->engine.port = (int)given.port;
	if (given.depth >= 0) {
		config->scope.has_depth = true;
		config->scope.depth = (int)given.depth;
	}
	if (given.probe != NULL)
		config->probes_neighbours =
			strcmp(given.probe, "neighbours") == 0;
	config->is_vantage = config->is_vantage || given.is_vantage;
	if (config->output == NULL)
		config_replace(&config->output, "topology.db");
	return 0;
}

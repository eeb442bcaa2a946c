/* check_main.c -- twinmap check: are the files right, and what would be done?
 *
 * All files are read, whatever is wrong with one of them, so that one run tells
 * every mistake. The network is not touched; only names of seeds are looked up.
 */
#include <stdlib.h>
#include <time.h>

#include "config.h"
#include "credentials.h"
#include "facts.h"
#include "log.h"
#include "memory.h"
#include "options.h"
#include "outlook.h"

struct check {
	const char *config_path, *credentials_path, *facts_path;
	int64_t at; /* 0: now */
	struct discover_config config;
	struct credentials *credentials;
	struct facts *facts;
};

static int
set_at(void *check, const char *value)
{
	return option_time("at", value, &((struct check *)check)->at);
}

static const struct option_rule rules[] = {
	{ "config", 'c', "FILE", "discover.yaml: seeds, scope, limits",
		KEEP_TEXT(struct check, config_path) },
	{ "credentials", 0, "FILE", "instead of those that it names",
		KEEP_TEXT(struct check, credentials_path) },
	{ "facts", 'f', "FILE", "facts.yaml: what people state",
		KEEP_TEXT(struct check, facts_path) },
	{ "at", 0, "TIME", "the day whose phase is the current one", set_at },
};

static const struct command_line line = {
	.usage = "twinmap check [OPTION...]",
	.summary =
		"Tells every mistake of the files. When there is none, says\n"
		"what a run would do.",
	.rules = rules,
	.rule_count = COUNT(rules),
};

static int
read_credentials(struct check *check)
{
	struct discover_config *config = &check->config;

	if (check->credentials_path != NULL)
		config_replace(&config->credentials, check->credentials_path);
	if (config->credentials == NULL) {
		log_error("%s: no credentials: give the file as credentials:, "
			  "or --credentials FILE",
			check->config_path);
		return -1;
	}
	check->credentials = credentials_read(config->credentials);
	return check->credentials != NULL ? 0 : -1;
}

static int
read_config(struct check *check)
{
	struct discover_config *config = &check->config;
	int result = config_read_file(config, check->config_path);

	if (result == 0 && !config->has_auto_seeds &&
		config->seed_count + config->scope.sweep.count == 0) {
		log_error("%s: no seed: give seeds:, or --seed ADDRESS to "
			  "twinmap discover",
			check->config_path);
		result = -1;
	}
	if (read_credentials(check) != 0)
		result = -1;
	config_complete_scope(config);
	return result;
}

static int
read_files(struct check *check)
{
	int result = 0;

	if (check->config_path != NULL && read_config(check) != 0)
		result = -1;
	if (check->facts_path != NULL) {
		check->facts = facts_read(check->facts_path);
		if (check->facts == NULL)
			result = -1;
	}
	return result;
}

int
main(int argc, char **argv)
{
	struct check check = { .at = 0 };
	int result;

	log_set_program("twinmap check");
	command_line_read(&line, argc, argv, &check);
	if (check.config_path == NULL && check.facts_path == NULL) {
		log_error("nothing to check: give --config FILE or --facts "
			  "FILE");
		return 2;
	}
	config_init(&check.config);
	result = read_files(&check);
	if (result == 0 && check.config_path != NULL)
		outlook_crawl(&check.config, check.credentials);
	if (result == 0 && check.facts != NULL)
		outlook_facts(
			check.facts, check.at != 0 ? check.at : time(NULL));
	facts_free(check.facts);
	credentials_free(check.credentials);
	config_free(&check.config);
	return result == 0 ? 0 : 1;
}

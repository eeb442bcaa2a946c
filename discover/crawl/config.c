/* config.c -- what a crawl is told by its configuration file. */
#include "config.h"

#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "device.h"
#include "log.h"
#include "memory.h"
#include "paths.h"
#include "yaml.h"

void
config_init(struct discover_config *config)
{
	*config = (struct discover_config){ .route_limit = ROUTE_LIMIT };
	engine_settings_default(&config->engine);
}

int64_t
config_clock(const struct discover_config *config)
{
	return config->observed_at != 0 ? config->observed_at : time(NULL);
}

void
config_free(struct discover_config *config)
{
	for (size_t i = 0; i < config->seed_count; i++)
		free(config->seeds[i].text);
	free(config->seeds);
	scope_free(&config->scope);
	for (size_t i = 0; i < config->recording_count; i++)
		free(config->recordings[i]);
	free(config->recordings);
	free(config->credentials);
	free(config->output);
}

void
config_replace(char **text, const char *value)
{
	free(*text);
	*text = memory_text(value);
}

void
config_add_seed_address(struct discover_config *config, const char *text,
	const struct ip_address *ip)
{
	config->seeds = memory_grown(config->seeds, config->seed_count,
		&config->seed_capacity, sizeof(*config->seeds));
	config->seeds[config->seed_count++] =
		(struct seed){ .text = memory_text(text), .ip = *ip };
}

static int
ip_from_socket(const struct addrinfo *info, struct ip_address *ip)
{
	const struct sockaddr_in *v4 = (const void *)info->ai_addr;
	const struct sockaddr_in6 *v6 = (const void *)info->ai_addr;

	if (info->ai_family == AF_INET)
		return ip_from_octets((const uint8_t *)&v4->sin_addr, 4, ip);
	if (info->ai_family == AF_INET6)
		return ip_from_octets((const uint8_t *)&v6->sin6_addr, 16, ip);
	return -1;
}

/* All addresses of a name, of both families. The other seeds may do without
 * one that DNS does not know today. */
static void
add_seed_name(struct discover_config *config, const char *name)
{
	struct addrinfo hints = { .ai_socktype = SOCK_DGRAM };
	struct addrinfo *list = NULL;
	struct ip_address ip;
	int status = getaddrinfo(name, NULL, &hints, &list);

	if (status != 0) {
		log_warning("seed %s: %s; give an address or a name that DNS "
			    "knows",
			name, gai_strerror(status));
		return;
	}
	for (const struct addrinfo *info = list; info != NULL;
		info = info->ai_next)
		if (ip_from_socket(info, &ip) == 0)
			config_add_seed_address(config, name, &ip);
	freeaddrinfo(list);
}

static bool
is_prefix(const char *text)
{
	struct ip_address ip;

	return ip_parse(text, &ip) == 0 && ip.prefix_length != NO_PREFIX_LENGTH;
}

int
config_add_seed(struct discover_config *config, const char *text)
{
	struct ip_address ip;

	if (is_prefix(text)) {
		log_error("seed %s: is a prefix; give one address of it, or "
			  "let it be swept (sweep)",
			text);
		return -1;
	}
	if (strcmp(text, "auto") == 0) {
		config->has_auto_seeds = true;
		return 0;
	}
	if (ip_parse(text, &ip) != 0) {
		add_seed_name(config, text);
		return 0;
	}
	config_add_seed_address(config, text, &ip);
	return 0;
}

void
config_add_recordings(struct discover_config *config, const char *path)
{
	config->recordings =
		memory_grown(config->recordings, config->recording_count,
			&config->recording_capacity, sizeof(char *));
	config->recordings[config->recording_count++] = memory_text(path);
}

static const struct yaml_field limit_fields[] = {
	{ .name = "window", .type = YAML_INTEGER },
	{ .name = "requests_per_device", .type = YAML_INTEGER },
	{ .name = "tries", .type = YAML_INTEGER },
	{ .name = "timeout_ms", .type = YAML_INTEGER },
	{ .name = "port", .type = YAML_INTEGER },
	{ .name = "rows", .type = YAML_INTEGER },
	{ .name = "routes", .type = YAML_INTEGER },
	{ .name = "devices", .type = YAML_INTEGER },
	{ .name = "requests_per_second", .type = YAML_INTEGER },
	{ .name = "requests_per_second_per_device", .type = YAML_INTEGER },
	{ 0 },
};

static const char *const probes[] = { "known", "neighbours", NULL };

static const struct yaml_field fields[] = {
	{ .name = "seeds", .type = YAML_TEXTS },
	{ .name = "scope", .type = YAML_SECTION, .fields = scope_fields },
	{ .name = "credentials", .type = YAML_TEXT },
	{ .name = "output", .type = YAML_TEXT },
	{ .name = "limits", .type = YAML_SECTION, .fields = limit_fields },
	{ .name = "probe", .type = YAML_CHOICE, .choices = probes },
	{ .name = "vantage", .type = YAML_BOOLEAN },
	{ 0 },
};

/* -1 after complaining of a number below 1. */
static int
read_large(const struct yaml_document *document, const struct yaml_node *limits,
	const char *name, int64_t *number)
{
	int64_t value = yaml_integer(limits, name, *number);

	if (yaml_get(limits, name) != NULL && value < 1) {
		yaml_complain(document, yaml_get(limits, name),
			"limits.%s: must be 1 or more", name);
		return -1;
	}
	*number = value;
	return 0;
}

static int
read_large_limits(struct discover_config *config,
	const struct yaml_document *document, const struct yaml_node *limits)
{
	struct engine_settings *engine = &config->engine;
	const struct {
		const char *name;
		int64_t *number;
	} numbers[] = {
		{ "rows", &engine->row_limit },
		{ "routes", &config->route_limit },
		{ "devices", &config->device_limit },
		{ "requests_per_second", &engine->requests_per_second },
		{ "requests_per_second_per_device",
			&engine->requests_per_second_per_agent },
	};
	int result = 0;

	for (size_t i = 0; i < COUNT(numbers); i++)
		result |= read_large(
			document, limits, numbers[i].name, numbers[i].number);
	return result;
}

static int
read_limits(struct engine_settings *engine,
	const struct yaml_document *document, const struct yaml_node *limits)
{
	const struct {
		const char *name;
		int *number;
		int most;
	} numbers[] = {
		{ "window", &engine->agent_limit, 4096 },
		{ "requests_per_device", &engine->requests_per_agent, 64 },
		{ "tries", &engine->tries, 20 },
		{ "timeout_ms", &engine->first_timeout_ms, 60000 },
		{ "port", &engine->port, 65535 },
	};
	int result = 0;

	for (size_t i = 0; i < COUNT(numbers); i++) {
		int64_t value = yaml_integer(
			limits, numbers[i].name, *numbers[i].number);

		if (value < 1 || value > numbers[i].most) {
			yaml_complain(document,
				yaml_get(limits, numbers[i].name),
				"limits.%s: must be 1 to %d", numbers[i].name,
				numbers[i].most);
			result = -1;
		}
		*numbers[i].number = (int)value;
	}
	return result;
}

/* Paths in the file are seen from the file's folder. */
static int
read_credentials_path(
	struct discover_config *config, const char *file, const char *value)
{
	const char *slash = strrchr(file, '/');
	char folder[PATH_MAX], path[PATH_MAX];

	if (value == NULL)
		return 0;
	if (value[0] == '/' || slash == NULL) {
		config_replace(&config->credentials, value);
		return 0;
	}
	snprintf(folder, sizeof(folder), "%.*s", (int)(slash - file), file);
	if (path_join(path, folder, value) != 0)
		return -1;
	config_replace(&config->credentials, path);
	return 0;
}

static int
read_seeds(struct discover_config *config, const struct yaml_document *document,
	const struct yaml_node *seeds)
{
	int result = 0;

	for (const struct yaml_node *item = yaml_first(seeds); item != NULL;
		item = yaml_next(item)) {
		if (item->text == NULL ||
			config_add_seed(config, item->text) == 0)
			continue;
		yaml_complain(
			document, item, "seeds: must be addresses and names");
		result = -1;
	}
	return result;
}

static int
read_document(struct discover_config *config,
	const struct yaml_document *document, const char *path)
{
	const struct yaml_node *root = yaml_root(document);
	const struct yaml_node *limits = yaml_get(root, "limits");
	const char *probe = yaml_text(root, "probe");
	int result = 0;

	result |= read_seeds(config, document, yaml_get(root, "seeds"));
	result |= scope_read(&config->scope, document, yaml_get(root, "scope"));
	result |= read_limits(&config->engine, document, limits);
	result |= read_large_limits(config, document, limits);
	config->is_vantage = yaml_boolean(root, "vantage", false);
	config->probes_neighbours =
		probe != NULL && strcmp(probe, "neighbours") == 0;
	result |= read_credentials_path(
		config, path, yaml_text(root, "credentials"));
	if (yaml_text(root, "output") != NULL)
		config_replace(&config->output, yaml_text(root, "output"));
	return result;
}

int
config_read_file(struct discover_config *config, const char *path)
{
	struct yaml_document *document = yaml_read_file(path);
	int result;

	if (document == NULL)
		return -1;
	result = yaml_check(document, fields) == 0 ? 0 : -1;
	if (read_document(config, document, path) != 0)
		result = -1;
	yaml_close(document);
	return result;
}

bool
config_complete_scope(struct discover_config *config)
{
	static const char *const private_networks[] = { "10.0.0.0/8",
		"172.16.0.0/12", "192.168.0.0/16", "fc00::/7" };
	struct prefix_list *include = &config->scope.include;

	if (include->count > 0)
		return false;
	for (size_t i = 0; i < COUNT(private_networks); i++)
		prefix_list_add(include, private_networks[i]);
	for (size_t i = 0; i < config->seed_count; i++)
		prefix_list_add_address(include, &config->seeds[i].ip);
	for (size_t i = 0; i < config->scope.sweep.count; i++)
		prefix_list_add_address(
			include, &config->scope.sweep.prefixes[i]);
	return true;
}

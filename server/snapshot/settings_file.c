/* settings_file.c -- the YAML file of 'twinmap snapshot'.
 *
 * What the command line said stays. */
#include "settings.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "memory.h"
#include "yaml.h"

static const char *const names[WORD_COUNT] = {
	[ARCHIVE] = "archive",
	[WORK] = "work",
	[DISCOVER] = "discover",
	[CREDENTIALS] = "credentials",
	[RECORDINGS] = "recordings",
	[FACTS] = "facts",
	[TEMPLATES] = "templates",
	[NOTES] = "notes",
	[PHASE] = "phase",
	[TAG] = "tag",
	[KIND] = "kind",
	[NOTE] = "note",
	[FORMATS] = "formats",
	[URL] = "url",
};

static const char *const kinds[] = { "state", "phase-close", "final", NULL };
static const char *const incomplete[] = { "refuse", "publish", NULL };
static const char *const probing[] = { [PROBE_ASKED] = "asked",
	[PROBE_ALWAYS] = "always",
	[PROBE_NEVER] = "never",
	NULL };
static const char *const all[] = { "all", NULL };

/* Of no field is it worth to say here what the program itself will say. */
static const struct yaml_field probe_fields[] = {
	{ "when", YAML_CHOICE, .choices = probing },
	{ "vantage", YAML_TEXT },
	{ "only", YAML_TEXT },
	{ "timeout_ms", YAML_INTEGER, .least = 1, .most = 600000 },
	{ "rate", YAML_INTEGER, .least = 1, .most = 100000 },
	{ "target_rate", YAML_INTEGER, .least = 1, .most = 100000 },
	{ "echo_count", YAML_INTEGER, .least = 1, .most = 1000 },
	{ "echo_interval_ms", YAML_INTEGER, .least = 1, .most = 60000 },
	{ "traffic", YAML_INTEGER, .least = 1, .most = 86400 },
	{ "port", YAML_INTEGER, .least = 1, .most = 65535 },
	{ 0 },
};

#define KEPT(name) \
	{ \
		name, YAML_INTEGER, .choices = all, .least = 0, .most = 100000 \
	}

static const struct yaml_field retention_fields[] = {
	KEPT("last"),
	KEPT("daily"),
	KEPT("weekly"),
	KEPT("monthly"),
	{ 0 },
};

#define LIMIT(name) \
	{ \
		name, YAML_INTEGER, .least = 1, .most = 604800 \
	}

static const struct yaml_field limit_fields[] = {
	LIMIT("check"),
	LIMIT("discover"),
	LIMIT("facts"),
	LIMIT("probe"),
	LIMIT("analyse"),
	LIMIT("render"),
	LIMIT("add"),
	LIMIT("sign"),
	LIMIT("prune"),
	{ 0 },
};

static const struct yaml_field fields[] = {
	{ "archive", YAML_TEXT },
	{ "work", YAML_TEXT },
	{ "discover", YAML_TEXT },
	{ "credentials", YAML_TEXT },
	{ "recordings", YAML_TEXT },
	{ "facts", YAML_TEXT },
	{ "templates", YAML_TEXT },
	{ "notes", YAML_TEXT },
	{ "phase", YAML_TEXT },
	{ "tag", YAML_TEXT },
	{ "kind", YAML_CHOICE, .choices = kinds },
	{ "note", YAML_TEXT },
	{ "formats", YAML_TEXT },
	{ "url", YAML_TEXT },
	{ "incomplete", YAML_CHOICE, .choices = incomplete },
	{ "probe", YAML_SECTION, .fields = probe_fields },
	{ "limits", YAML_SECTION, .fields = limit_fields },
	{ "retention", YAML_SECTION, .fields = retention_fields },
	{ 0 },
};

const char *
word_name(enum word word)
{
	return names[word];
}

static int
choice_of(const char *const *choices, const char *text)
{
	for (int i = 0; text != NULL && choices[i] != NULL; i++)
		if (strcmp(choices[i], text) == 0)
			return i;
	return 0;
}

static const char *
path_beside(struct arena *arena, const char *file, const char *path)
{
	const char *slash = strrchr(file, '/');

	if (path[0] == '/' || slash == NULL)
		return arena_text(arena, path);
	return arena_format(arena, "%.*s/%s", (int)(slash - file), file, path);
}

static void
read_words(struct settings *settings, const struct yaml_node *root,
	const char *path)
{
	for (enum word word = 0; word < FILE_WORDS; word++) {
		const char *text = yaml_text(root, names[word]);

		if (settings->words[word] != NULL || text == NULL ||
			text[0] == '\0')
			continue;
		settings->words[word] = word < PATH_WORDS
			? path_beside(settings->arena, path, text)
			: arena_text(settings->arena, text);
	}
}

/* "target_rate: 100" becomes --target-rate 100. */
static const char *
option_of(struct arena *arena, const char *key)
{
	char *option = arena_format(arena, "--%s", key);

	for (char *c = option; *c != '\0'; c++)
		if (*c == '_')
			*c = '-';
	return option;
}

static void
hand_on(struct settings *settings, enum step step, const struct yaml_node *map)
{
	struct handed_on *handed_on = settings->handed_on[step];
	const struct yaml_node *node = map != NULL ? map->first : NULL;

	for (; node != NULL; node = node->next) {
		if (node->text == NULL || strcmp(node->key, "when") == 0)
			continue;
		handed_on->option = option_of(settings->arena, node->key);
		handed_on->value = arena_text(settings->arena, node->text);
		handed_on++;
	}
}

static void
read_limits(struct settings *settings, const struct yaml_node *limits)
{
	for (enum step step = 0; step < STEP_COUNT; step++)
		settings->seconds[step] = yaml_integer(
			limits, step_name(step), settings->seconds[step]);
}

static void
read_document(struct settings *settings, const struct yaml_node *root,
	const char *path)
{
	const struct yaml_node *probe = yaml_get(root, "probe");
	const struct yaml_node *retention = yaml_get(root, "retention");

	read_words(settings, root, path);
	settings->probing =
		(enum probing)choice_of(probing, yaml_text(probe, "when"));
	settings->publishes_incomplete |=
		choice_of(incomplete, yaml_text(root, "incomplete")) == 1;
	settings->prunes |= retention != NULL;
	hand_on(settings, STEP_PROBE, probe);
	hand_on(settings, STEP_PRUNE, retention);
	read_limits(settings, yaml_get(root, "limits"));
}

int
settings_read_file(struct settings *settings, const char *path)
{
	struct yaml_document *document = yaml_read_file(path);
	int result;

	if (document == NULL)
		return -1;
	result = yaml_check(document, fields) == 0 ? 0 : -1;
	if (result == 0)
		read_document(settings, yaml_root(document), path);
	yaml_close(document);
	return result;
}

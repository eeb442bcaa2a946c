/* scope.c -- whom a crawl may ask, and how much of each it reads. */
#include "scope.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "memory.h"

enum { WIDEST_SWEEP = 16 }; /* 65,534 addresses, some minutes of silence */

static const char *const treatments[] = {
	[TREAT_WALK] = "walk",
	[TREAT_LEAF] = "leaf",
	[TREAT_EXCLUDE] = "exclude",
	NULL,
};

static const struct yaml_field rule_fields[] = {
	{ .name = "name", .type = YAML_TEXT },
	{ .name = "platform", .type = YAML_TEXT },
	{ .name = "object_id", .type = YAML_TEXT },
	{ .name = "prefix", .type = YAML_TEXTS },
	{ .name = "then",
		.type = YAML_CHOICE,
		.required = true,
		.choices = treatments },
	{ 0 },
};

const struct yaml_field scope_fields[] = {
	{ .name = "include", .type = YAML_TEXTS },
	{ .name = "exclude", .type = YAML_TEXTS },
	{ .name = "sweep", .type = YAML_TEXTS },
	{ .name = "depth", .type = YAML_INTEGER },
	{ .name = "rules", .type = YAML_RECORDS, .fields = rule_fields },
	{ 0 },
};

/* ---- reading ---------------------------------------------------------- */

static const char *
sweep_mistake(const struct ip_address *prefix)
{
	if (prefix->family != 4)
		return "an IPv6 prefix is too large to ask every address";
	if (prefix->prefix_length < WIDEST_SWEEP)
		return "is more than a /16";
	return NULL;
}

int
scope_add_sweep(struct scope *scope, const char *text)
{
	struct ip_address prefix;
	const char *mistake = "is not a prefix such as 192.0.2.0/24";

	if (ip_parse(text, &prefix) == 0) {
		if (prefix.prefix_length == NO_PREFIX_LENGTH)
			prefix.prefix_length = prefix.family == 4 ? 32 : 128;
		mistake = sweep_mistake(&prefix);
	}
	if (mistake == NULL)
		return prefix_list_add(&scope->sweep, text);
	log_error("sweep %s: %s", text, mistake);
	return -1;
}

static int
read_sweep(struct scope *scope, const struct yaml_document *document,
	const struct yaml_node *list)
{
	int result = 0;

	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item)) {
		if (item->text != NULL &&
			scope_add_sweep(scope, item->text) == 0)
			continue;
		yaml_complain(document, item,
			"scope.sweep: give IPv4 prefixes "
			"of a /16 or smaller");
		result = -1;
	}
	return result;
}

static int
read_depth(struct scope *scope, const struct yaml_document *document,
	const struct yaml_node *section)
{
	const struct yaml_node *node = yaml_get(section, "depth");
	int64_t depth = yaml_integer(section, "depth", 0);

	if (node == NULL)
		return 0;
	scope->has_depth = true;
	scope->depth = depth < INT_MAX ? (int)depth : INT_MAX;
	if (depth >= 0)
		return 0;
	yaml_complain(document, node,
		"scope.depth: must be 0 (the seeds only) or more");
	return -1;
}

static char *
copy(const struct yaml_node *item, const char *field)
{
	const char *text = yaml_text(item, field);

	return text == NULL ? NULL : memory_text(text);
}

/* "name SEP*, platform *phone*" */
static char *
rule_words(const struct yaml_node *item)
{
	struct text words = { 0 };
	char *result;

	for (const struct yaml_field *field = rule_fields;
		strcmp(field->name, "then") != 0; field++)
		for (const struct yaml_node *value =
				yaml_first(yaml_get(item, field->name));
			value != NULL; value = yaml_next(value))
			text_format(&words, "%s%s %s",
				words.length > 0 ? ", " : "", field->name,
				value->text);
	result = memory_text(words.bytes != NULL ? words.bytes : "");
	text_free(&words);
	return result;
}

static int
read_rule(struct scope *scope, const struct yaml_document *document,
	const struct yaml_node *item)
{
	const char *then = yaml_text(item, "then");
	struct scope_rule *rule;

	scope->rules = memory_grown(scope->rules, scope->rule_count,
		&scope->rule_capacity, sizeof(*scope->rules));
	rule = &scope->rules[scope->rule_count++];
	*rule = (struct scope_rule){
		.name = copy(item, "name"),
		.platform = copy(item, "platform"),
		.object_id = copy(item, "object_id"),
		.words = rule_words(item),
	};
	while (rule->then < TREAT_EXCLUDE &&
		strcmp(treatments[rule->then], then) != 0)
		rule->then++;
	if (rule->words[0] == '\0') {
		yaml_complain(document, item,
			"scope.rules: give name, "
			"platform, object_id or prefix");
		return -1;
	}
	return prefix_list_read(
		&rule->prefixes, document, yaml_get(item, "prefix"));
}

int
scope_read(struct scope *scope, const struct yaml_document *document,
	const struct yaml_node *section)
{
	int result = 0;

	result |= prefix_list_read(
		&scope->include, document, yaml_get(section, "include"));
	result |= prefix_list_read(
		&scope->exclude, document, yaml_get(section, "exclude"));
	result |= read_sweep(scope, document, yaml_get(section, "sweep"));
	result |= read_depth(scope, document, section);
	for (const struct yaml_node *item =
			yaml_first(yaml_get(section, "rules"));
		item != NULL; item = yaml_next(item))
		result |= read_rule(scope, document, item);
	return result;
}

void
scope_free(struct scope *scope)
{
	prefix_list_free(&scope->include);
	prefix_list_free(&scope->exclude);
	prefix_list_free(&scope->sweep);
	for (size_t i = 0; i < scope->rule_count; i++) {
		struct scope_rule *rule = &scope->rules[i];

		free(rule->name);
		free(rule->platform);
		free(rule->object_id);
		free(rule->words);
		prefix_list_free(&rule->prefixes);
	}
	free(scope->rules);
}

/* ---- deciding --------------------------------------------------------- */

bool
scope_allows(const struct scope *scope, const struct ip_address *ip)
{
	return prefix_list_has(&scope->include, ip) &&
		!prefix_list_has(&scope->exclude, ip);
}

/* In this order: the least of the fields is that of the rule. */
enum fit { FITS_NOT, FITS_PERHAPS, FITS };

static enum fit
least(enum fit one, enum fit other)
{
	return one < other ? one : other;
}

static enum fit
fits_pattern(const char *pattern, const char *text)
{
	if (pattern == NULL)
		return FITS;
	if (text == NULL)
		return FITS_PERHAPS;
	return fnmatch(pattern, text, FNM_CASEFOLD) == 0 ? FITS : FITS_NOT;
}

/* 1.3.6.1.4.1.9 is the beginning of 1.3.6.1.4.1.9.1, not of 1.3.6.1.4.1.99 */
static enum fit
fits_below(const char *oid, const char *text)
{
	size_t length;

	if (oid == NULL)
		return FITS;
	if (text == NULL)
		return FITS_PERHAPS;
	length = strlen(oid);
	return strncmp(text, oid, length) == 0 &&
			(text[length] == '.' || text[length] == '\0')
		? FITS
		: FITS_NOT;
}

static enum fit
rule_fits(const struct scope_rule *rule, const struct scope_subject *subject)
{
	enum fit fit = least(fits_pattern(rule->name, subject->name),
		fits_pattern(rule->platform, subject->platform));

	if (rule->prefixes.count > 0 &&
		!prefix_list_has(&rule->prefixes, subject->ip))
		return FITS_NOT;
	return least(fit, fits_below(rule->object_id, subject->object_id));
}

const struct scope_rule *
scope_rule_for(const struct scope *scope, const struct scope_subject *subject)
{
	for (size_t i = 0; i < scope->rule_count; i++)
		if (rule_fits(&scope->rules[i], subject) == FITS)
			return &scope->rules[i];
	return NULL;
}

const struct scope_rule *
scope_rule_beforehand(
	const struct scope *scope, const struct scope_subject *subject)
{
	for (size_t i = 0; i < scope->rule_count; i++) {
		const struct scope_rule *rule = &scope->rules[i];
		enum fit fit = rule_fits(rule, subject);

		if (fit != FITS_NOT && rule->then != TREAT_EXCLUDE)
			return NULL;
		if (fit == FITS)
			return rule;
	}
	return NULL;
}

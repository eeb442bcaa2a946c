/* yaml_check.c -- a YAML tree against a table of fields, and reading it.
 *
 * Goes on after each mistake, so that one run tells them all. */
#include "yaml.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "log.h"
#include "memory.h"
#include "times.h"

struct check {
	const struct yaml_document *document;
	int mistakes;
};

static int check_map(struct check *, const struct yaml_node *map,
	const struct yaml_field *fields);

void
yaml_complain(const struct yaml_document *document,
	const struct yaml_node *node, const char *format, ...)
{
	char message[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	log_error("%s:%d: %s", yaml_name(document),
		node != NULL ? node->line : 1, message);
}

static int
parse_integer(const char *text, int64_t *number)
{
	char *end;

	errno = 0;
	*number = strtoll(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' ? 0 : -1;
}

static int
parse_boolean(const char *text, bool *value)
{
	static const struct {
		const char *word;
		bool value;
	} words[] = {
		{ "true", true },
		{ "yes", true },
		{ "false", false },
		{ "no", false },
	};

	for (size_t i = 0; i < COUNT(words); i++) {
		if (strcmp(text, words[i].word) == 0) {
			*value = words[i].value;
			return 0;
		}
	}
	return -1;
}

static bool
is_text(const char *text)
{
	return text[0] != '\0';
}

static bool
is_integer(const char *text)
{
	int64_t number;

	return parse_integer(text, &number) == 0;
}

static bool
is_boolean(const char *text)
{
	bool value;

	return parse_boolean(text, &value) == 0;
}

static bool
is_date(const char *text)
{
	int64_t seconds;

	return date_parse(text, &seconds) == 0;
}

static bool
is_ip(const char *text)
{
	struct ip_address ip;

	return ip_parse(text, &ip) == 0 && ip.prefix_length == NO_PREFIX_LENGTH;
}

static bool
is_prefix(const char *text)
{
	struct ip_address ip;

	return ip_parse(text, &ip) == 0 && ip.prefix_length != NO_PREFIX_LENGTH;
}

static bool
is_mac(const char *text)
{
	uint8_t mac[6];

	return mac_parse(text, mac) == 0;
}

static const struct {
	bool (*fits)(const char *text); /* NULL: no scalar */
	const char *expected;
} types[] = {
	[YAML_TEXT] = { is_text, "a text" },
	[YAML_INTEGER] = { is_integer, "a whole number" },
	[YAML_BOOLEAN] = { is_boolean, "true or false" },
	[YAML_DATE] = { is_date, "a date such as 2026-09-17" },
	[YAML_IP] = { is_ip, "an IPv4 or IPv6 address" },
	[YAML_PREFIX] = { is_prefix, "a prefix such as 2001:db8::/32" },
	[YAML_MAC] = { is_mac, "a MAC address" },
	[YAML_CHOICE] = { is_text, "a word" },
	[YAML_TEXTS] = { NULL, "a text or a list of texts" },
	[YAML_SECTION] = { NULL, "a group of fields" },
	[YAML_RECORDS] = { NULL, "a list of records" },
};

static void __attribute__((format(printf, 4, 5)))
mistake(struct check *check, const struct yaml_node *node, const char *field,
	const char *format, ...)
{
	char message[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	yaml_complain(check->document, node, "%s: %s", field, message);
	check->mistakes++;
}

static const char *
join_choices(const char *const *choices, struct text *list)
{
	for (; *choices != NULL; choices++) {
		if (list->length > 0)
			text_append(list, ", ");
		text_append(list, *choices);
	}
	return list->bytes;
}

static void
check_choice(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	struct text list = { 0 };

	for (const char *const *choice = field->choices; *choice != NULL;
		choice++)
		if (strcmp(*choice, node->text) == 0)
			return;
	mistake(check, node, field->name, "'%s' is not one of %s", node->text,
		join_choices(field->choices, &list));
	text_free(&list);
}

static void
check_scalar(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	if (node->kind != YAML_SCALAR)
		mistake(check, node, field->name, "must be %s",
			types[field->type].expected);
	else if (!types[field->type].fits(node->text))
		mistake(check, node, field->name, "'%s' is not %s", node->text,
			types[field->type].expected);
	else if (field->type == YAML_CHOICE)
		check_choice(check, node, field);
}

static void
check_texts(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	if (node->kind == YAML_MAP)
		mistake(check, node, field->name, "must be %s",
			types[field->type].expected);
	for (const struct yaml_node *item = yaml_first(node); item != NULL;
		item = yaml_next(item))
		if (item->text == NULL || item->text[0] == '\0')
			mistake(check, item, field->name,
				"each entry must be a text");
}

static void
check_records(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	if (node->kind != YAML_LIST)
		mistake(check, node, field->name,
			"must be %s, each line beginning with '- '",
			types[field->type].expected);
	for (const struct yaml_node *item = yaml_first(node); item != NULL;
		item = yaml_next(item))
		if (item->kind == YAML_MAP)
			check_map(check, item, field->fields);
		else if (node->kind == YAML_LIST)
			mistake(check, item, field->name,
				"each entry must be a group of fields");
}

static void
check_any_texts(struct check *check, const struct yaml_node *map)
{
	for (const struct yaml_node *node = map->first; node != NULL;
		node = node->next)
		if (node->text == NULL)
			mistake(check, node, node->key, "must be a text");
}

static void
check_section(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	if (node->kind != YAML_MAP)
		mistake(check, node, field->name, "must be %s",
			types[field->type].expected);
	else if (field->fields == NULL)
		check_any_texts(check, node);
	else
		check_map(check, node, field->fields);
}

static bool
is_empty(const struct yaml_node *node)
{
	return node == NULL ||
		(node->kind == YAML_SCALAR && node->text == NULL);
}

static void
check_field(struct check *check, const struct yaml_node *map,
	const struct yaml_field *field)
{
	const struct yaml_node *node = yaml_get(map, field->name);

	if (is_empty(node)) {
		if (field->required)
			mistake(check, node != NULL ? node : map, field->name,
				"is missing, expected %s",
				types[field->type].expected);
	} else if (field->type == YAML_TEXTS) {
		check_texts(check, node, field);
	} else if (field->type == YAML_SECTION) {
		check_section(check, node, field);
	} else if (field->type == YAML_RECORDS) {
		check_records(check, node, field);
	} else {
		check_scalar(check, node, field);
	}
}

static void
check_known(struct check *check, const struct yaml_node *node,
	const struct yaml_field *fields)
{
	struct text list = { 0 };

	for (const struct yaml_field *field = fields; field->name != NULL;
		field++) {
		if (strcmp(field->name, node->key) == 0) {
			text_free(&list);
			return;
		}
		text_append(&list, list.length > 0 ? ", " : "");
		text_append(&list, field->name);
	}
	mistake(check, node, node->key, "unknown field, expected one of %s",
		list.bytes);
	text_free(&list);
}

static int
check_map(struct check *check, const struct yaml_node *map,
	const struct yaml_field *fields)
{
	for (const struct yaml_node *node = map->first; node != NULL;
		node = node->next)
		check_known(check, node, fields);
	for (const struct yaml_field *field = fields; field->name != NULL;
		field++)
		check_field(check, map, field);
	return check->mistakes;
}

int
yaml_check(
	const struct yaml_document *document, const struct yaml_field *fields)
{
	static const struct yaml_node empty = { .kind = YAML_MAP, .line = 1 };
	struct check check = { .document = document };
	const struct yaml_node *root = yaml_root(document);

	if (is_empty(root))
		return check_map(&check, &empty, fields);
	if (root->kind == YAML_MAP)
		return check_map(&check, root, fields);
	yaml_complain(document, root, "must be fields, as 'name: value'");
	return 1;
}

const struct yaml_node *
yaml_get(const struct yaml_node *map, const char *key)
{
	if (map == NULL || map->kind != YAML_MAP)
		return NULL;
	for (const struct yaml_node *node = map->first; node != NULL;
		node = node->next)
		if (strcmp(node->key, key) == 0)
			return node;
	return NULL;
}

const char *
yaml_text(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *node = yaml_get(map, key);

	return node != NULL ? node->text : NULL;
}

int64_t
yaml_integer(const struct yaml_node *map, const char *key, int64_t otherwise)
{
	const char *text = yaml_text(map, key);
	int64_t number;

	if (text == NULL || parse_integer(text, &number) != 0)
		return otherwise;
	return number;
}

bool
yaml_boolean(const struct yaml_node *map, const char *key, bool otherwise)
{
	const char *text = yaml_text(map, key);
	bool value;

	if (text == NULL || parse_boolean(text, &value) != 0)
		return otherwise;
	return value;
}

const struct yaml_node *
yaml_first(const struct yaml_node *list)
{
	if (list == NULL || list->kind == YAML_MAP)
		return NULL;
	if (list->kind == YAML_LIST)
		return list->first;
	return list->text != NULL ? list : NULL;
}

/* A scalar that stands for a list of one has a key, and its sibling in the map
 * is not the next entry. */
const struct yaml_node *
yaml_next(const struct yaml_node *item)
{
	return item->key == NULL ? item->next : NULL;
}

/* yaml_values.c -- what the texts of a YAML tree may be, and reading them. */
#include "yaml_values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "memory.h"
#include "quantities.h"
#include "times.h"

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
is_number(const char *text)
{
	double number;

	return number_parse(text, &number) == 0;
}

static bool
is_rate(const char *text)
{
	int64_t bits;

	return rate_parse(text, &bits) == 0;
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
	bool (*fits)(const char *text);
	const char *words;
} types[] = {
	[YAML_TEXT] = { is_text, "a text" },
	[YAML_INTEGER] = { is_integer, "a whole number" },
	[YAML_NUMBER] = { is_number, "a number" },
	[YAML_RATE] = { is_rate,
		"a rate such as 1G or 100M, in bits per second" },
	[YAML_BOOLEAN] = { is_boolean, "true or false" },
	[YAML_DATE] = { is_date, "a date such as 2026-09-17" },
	[YAML_IP] = { is_ip, "an IPv4 or IPv6 address" },
	[YAML_PREFIX] = { is_prefix, "a prefix such as 2001:db8::/32" },
	[YAML_MAC] = { is_mac, "a MAC address" },
	[YAML_NAME] = { is_text, "a name or an address" },
	[YAML_CHOICE] = { is_text, "a word" },
	[YAML_TEXTS] = { NULL, "a text or a list of texts" },
	[YAML_SECTION] = { NULL, "a group of fields" },
	[YAML_RECORDS] = { NULL, "a list of records" },
};

bool
yaml_text_fits(enum yaml_type type, const char *text)
{
	return types[type].fits != NULL && types[type].fits(text);
}

const char *
yaml_type_words(enum yaml_type type)
{
	return types[type].words;
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

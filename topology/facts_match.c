/* facts_match.c -- the selectors of facts.yaml, in one spelling each.
 *
 * People write a MAC or an address as their equipment shows it; the rows of
 * devices hold one spelling, and rules compare texts. */
#include "facts_match.h"

#include <stdbool.h>

#include "address.h"
#include "database.h"
#include "memory.h"
#include "yaml.h"

enum { SPELLING_SIZE = IP_TEXT_SIZE };

/* Returns the text itself, its one spelling in `spelling`, or NULL. */
typedef const char *respell(const char *text, char spelling[SPELLING_SIZE]);

static const char *
as_given(const char *text, char spelling[SPELLING_SIZE])
{
	(void)spelling;
	return text;
}

static const char *
as_mac(const char *text, char spelling[SPELLING_SIZE])
{
	uint8_t mac[6];

	return mac_parse(text, mac) == 0 ? mac_text(mac, spelling) : NULL;
}

static const char *
as_address(const char *text, char spelling[SPELLING_SIZE])
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0 || ip.prefix_length != NO_PREFIX_LENGTH)
		return NULL;
	return ip_text(&ip, spelling);
}

static const char *
as_prefix(const char *text, char spelling[SPELLING_SIZE])
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0 || ip.prefix_length == NO_PREFIX_LENGTH)
		return NULL;
	ip = ip_network(&ip);
	return ip_text_with_length(&ip, spelling);
}

/* A chassis is called by a MAC, an address or any word. */
static const char *
as_chassis(const char *text, char spelling[SPELLING_SIZE])
{
	const char *found = as_mac(text, spelling);

	if (found == NULL)
		found = as_address(text, spelling);
	return found != NULL ? found : text;
}

struct selector {
	const char *name;
	respell *respell;
	const char *expected;
};

/* One row for each text of the list. `sql` takes the record's key, the name of
 * the selector and the text. */
static int
add_selectors(const struct facts *facts, const struct yaml_node *list,
	const struct selector *selector, struct query *insert)
{
	int mistakes = 0;

	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item)) {
		char spelling[SPELLING_SIZE];
		const char *text = selector->respell(item->text, spelling);

		if (text == NULL) {
			yaml_complain(facts->document, item,
				"%s: '%s' is not %s", selector->name,
				item->text, selector->expected);
			mistakes++;
			continue;
		}
		query_bind_name(insert, ":kind", text_value(selector->name));
		query_bind_name(insert, ":value", text_value(text));
		if (query_run(insert, NULL, 0) != 0)
			return -1;
	}
	return mistakes == 0 ? 0 : -1;
}

int
facts_add_site_prefixes(const struct facts *facts, const struct yaml_node *site)
{
	static const struct selector selector = { "prefix", as_prefix,
		"a prefix such as 2001:db8::/32" };
	struct query *insert = query_prepare(facts->database,
		"INSERT OR IGNORE INTO fact_site_prefix (site, prefix)"
		" VALUES (:site, :value)");
	int result = -1;

	if (insert == NULL)
		return -1;
	query_bind_name(insert, ":site", text_value(yaml_text(site, "id")));
	result = add_selectors(facts,
		yaml_get(yaml_get(site, "match"), "prefix"), &selector, insert);
	query_free(insert);
	return result;
}

static int
add_all_kinds(const struct facts *facts, const struct yaml_node *match,
	struct query *insert)
{
	static const struct selector selectors[] = {
		{ "name", as_given, "a name" },
		{ "serial", as_given, "a serial number" },
		{ "chassis", as_chassis, "a chassis id" },
		{ "mac", as_mac, "a MAC address" },
		{ "address", as_address, "an IPv4 or IPv6 address" },
	};
	int result = 0;

	for (size_t i = 0; i < COUNT(selectors); i++)
		if (add_selectors(facts, yaml_get(match, selectors[i].name),
			    &selectors[i], insert) != 0)
			result = -1;
	return result;
}

int
facts_add_device_selectors(
	const struct facts *facts, const struct yaml_node *device)
{
	const char *name = yaml_text(device, "name");
	const struct yaml_node *match = yaml_get(device, "match");
	const struct value by_name[] = { text_value(name), text_value("name"),
		text_value(name) };
	struct query *insert = query_prepare(facts->database,
		"INSERT OR IGNORE INTO fact_device_match (device, kind, value)"
		" VALUES (:device, :kind, :value)");
	int result;

	if (insert == NULL)
		return -1;
	query_bind_name(insert, ":device", text_value(name));
	if (match == NULL || match->first == NULL)
		result = query_run(insert, by_name, COUNT(by_name));
	else
		result = add_all_kinds(facts, match, insert);
	query_free(insert);
	return result;
}

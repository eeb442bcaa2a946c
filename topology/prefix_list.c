/* prefix_list.c -- prefixes of both families, as a user lists them. */
#include "prefix_list.h"

#include <stdlib.h>

#include "memory.h"
#include "yaml.h"

void
prefix_list_add_address(struct prefix_list *list, const struct ip_address *ip)
{
	struct ip_address *prefix;

	list->prefixes = memory_grown(list->prefixes, list->count,
		&list->capacity, sizeof(*list->prefixes));
	prefix = &list->prefixes[list->count++];
	*prefix = *ip;
	if (prefix->prefix_length == NO_PREFIX_LENGTH)
		prefix->prefix_length = ip->family == 4 ? 32 : 128;
}

int
prefix_list_add(struct prefix_list *list, const char *text)
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0)
		return -1;
	prefix_list_add_address(list, &ip);
	return 0;
}

int
prefix_list_read(struct prefix_list *list, const struct yaml_document *document,
	const struct yaml_node *texts)
{
	int result = 0;

	for (const struct yaml_node *item = yaml_first(texts); item != NULL;
		item = yaml_next(item)) {
		if (item->text != NULL &&
			prefix_list_add(list, item->text) == 0)
			continue;
		yaml_complain(document, item,
			"'%s' is not a prefix such as "
			"192.0.2.0/24 or 2001:db8::/32",
			item->text != NULL ? item->text : "");
		result = -1;
	}
	return result;
}

void
prefix_list_free(struct prefix_list *list)
{
	free(list->prefixes);
	*list = (struct prefix_list){ 0 };
}

int
prefix_list_match(const struct prefix_list *list, const struct ip_address *ip)
{
	int longest = -1;

	for (size_t i = 0; i < list->count; i++)
		if (list->prefixes[i].prefix_length > longest &&
			ip_in_prefix(ip, &list->prefixes[i]))
			longest = list->prefixes[i].prefix_length;
	return longest;
}

bool
prefix_list_has(const struct prefix_list *list, const struct ip_address *ip)
{
	return prefix_list_match(list, ip) >= 0;
}

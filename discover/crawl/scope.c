/* scope.c -- which addresses a crawl may ask: prefixes in, prefixes out. */
#include "scope.h"

#include <stdlib.h>

#include "memory.h"

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

bool
prefix_list_has(const struct prefix_list *list, const struct ip_address *ip)
{
	for (size_t i = 0; i < list->count; i++)
		if (ip_in_prefix(ip, &list->prefixes[i]))
			return true;
	return false;
}

void
prefix_list_free(struct prefix_list *list)
{
	free(list->prefixes);
	*list = (struct prefix_list){ 0 };
}

bool
scope_allows(const struct scope *scope, const struct ip_address *ip)
{
	return prefix_list_has(&scope->include, ip) &&
		!prefix_list_has(&scope->exclude, ip);
}

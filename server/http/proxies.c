/* proxies.c -- the proxies whose word counts: who asks, and from where. */
#include "proxies.h"

#include <string.h>

#include "log.h"

static int
whole_length(const struct ip_address *ip)
{
	return ip->family == 6 ? 128 : 32;
}

int
proxies_add(struct proxies *proxies, const char *address)
{
	struct ip_address ip;

	if (ip_parse(address, &ip) != 0) {
		log_error("--proxy: '%s' is no address such as 192.0.2.1 or "
			  "2001:db8::/64",
			address);
		return -1;
	}
	if (proxies->count == PROXY_LIMIT) {
		log_error("--proxy: at most %d addresses", PROXY_LIMIT);
		return -1;
	}
	if (ip.prefix_length == NO_PREFIX_LENGTH)
		ip.prefix_length = whole_length(&ip);
	proxies->prefixes[proxies->count++] = ip;
	return 0;
}

bool
proxies_have(const struct proxies *proxies, const struct ip_address *ip)
{
	for (size_t i = 0; i < proxies->count; i++)
		if (ip_in_prefix(ip, &proxies->prefixes[i]))
			return true;
	return false;
}

/* Takes the last word off the list: "a, b" -> "b". False when it is no address,
 * as in "unknown". */
static bool
take_last(const char *list, size_t *length, struct ip_address *ip)
{
	char word[IP_TEXT_SIZE];
	size_t end = *length;
	size_t start;

	while (end > 0 && strchr(" \t", list[end - 1]) != NULL)
		end--;
	start = end;
	while (start > 0 && strchr(" \t,", list[start - 1]) == NULL)
		start--;
	*length = start;
	while (*length > 0 && strchr(" \t,", list[*length - 1]) != NULL)
		--*length;
	if (end - start >= sizeof(word))
		return false;
	memcpy(word, list + start, end - start);
	word[end - start] = '\0';
	return ip_parse(word, ip) == 0 && ip->prefix_length == NO_PREFIX_LENGTH;
}

struct ip_address
proxies_client(const struct proxies *proxies, const struct ip_address *peer,
	const char *field)
{
	size_t length = field != NULL ? strlen(field) : 0;
	struct ip_address client = *peer;

	while (length > 0 && proxies_have(proxies, &client)) {
		struct ip_address before;

		if (!take_last(field, &length, &before))
			break;
		client = before;
	}
	return client;
}

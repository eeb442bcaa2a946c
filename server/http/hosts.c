/* hosts.c -- the names by which a browser may ask this server. */
#include "hosts.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "log.h"

static bool
is_dns_name(const char *name)
{
	size_t length = strlen(name);

	if (length == 0 || length >= HOST_NAME_SIZE)
		return false;
	for (; *name != '\0'; name++)
		if (!isalnum((unsigned char)*name) &&
			strchr("._-", *name) == NULL)
			return false;
	return true;
}

static int
add_name(struct hosts *hosts, const char *name)
{
	if (hosts->count == HOST_LIMIT) {
		log_error("--host: at most %d names", HOST_LIMIT);
		return -1;
	}
	strcpy(hosts->names[hosts->count++], name);
	return 0;
}

int
hosts_add_address(struct hosts *hosts, const struct ip_address *ip)
{
	char text[IP_TEXT_SIZE];
	char name[IP_TEXT_SIZE + sizeof("[]")];

	snprintf(name, sizeof(name), ip->family == 6 ? "[%s]" : "%s",
		ip_text(ip, text));
	return add_name(hosts, name);
}

int
hosts_add(struct hosts *hosts, const char *name)
{
	struct ip_address ip;

	if (ip_parse(name, &ip) == 0 && ip.prefix_length == NO_PREFIX_LENGTH)
		return hosts_add_address(hosts, &ip);
	if (is_dns_name(name))
		return add_name(hosts, name);
	log_error("--host: '%s' is neither a name such as twin.example.net "
		  "nor an address",
		name);
	return -1;
}

static bool
is_port(const char *text)
{
	return *text == '\0' ||
		(*text == ':' &&
			text[1 + strspn(text + 1, "0123456789")] == '\0');
}

bool
hosts_have(const struct hosts *hosts, const char *field)
{
	for (size_t i = 0; field != NULL && i < hosts->count; i++) {
		const char *name = hosts->names[i];
		size_t length = strlen(name);

		if (strncasecmp(field, name, length) == 0 &&
			is_port(field + length))
			return true;
	}
	return false;
}

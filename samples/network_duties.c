/* network_duties.c -- what a device does beside having interfaces: routes,
 * listening services, traffic, BGP sessions. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "network_parts.h"
#include "yaml.h"

enum { WORD_LIMIT = 10 };

/* Words of one item of a list, without its phases. */
struct duty {
	const struct yaml_node *item;
	struct device *device;
	char *words[WORD_LIMIT];
	size_t count;
};

static int
read_number(const char *word, int64_t most, int64_t *number)
{
	char *end;

	errno = 0;
	*number = strtoll(word, &end, 10);
	return *end == '\0' && end != word && errno == 0 && *number >= 0 &&
			*number <= most
		? 0
		: -1;
}

/* "IPv4": 4, "IPv6": 6, else 0. */
static int
read_family(const char *word)
{
	if (strcmp(word, "IPv4") == 0)
		return 4;
	return strcmp(word, "IPv6") == 0 ? 6 : 0;
}

/* "64:ff9b::/96 to DEVICE" */
static void
read_route(struct reader *reader, const struct duty *duty)
{
	struct fixed_route *route;
	struct ip_address prefix;

	if (duty->count != 3 || strcmp(duty->words[1], "to") != 0 ||
		ip_parse(duty->words[0], &prefix) != 0 ||
		prefix.prefix_length == NO_PREFIX_LENGTH) {
		reader_complain(
			reader, duty->item, "a route is 'PREFIX to DEVICE'");
		return;
	}
	route = arena_allocate(reader->network->arena, sizeof(*route));
	route->prefix = prefix;
	route->to = duty->words[2];
	route->next = duty->device->routes;
	duty->device->routes = route;
}

/* "25" or "25 IPv6" */
static void
read_service(struct reader *reader, const struct duty *duty)
{
	struct service *service;
	int64_t port;
	int family = duty->count == 2 ? read_family(duty->words[1]) : 0;

	if (duty->count < 1 || duty->count > 2 ||
		(duty->count == 2 && family == 0) ||
		read_number(duty->words[0], UINT16_MAX, &port) != 0) {
		reader_complain(reader, duty->item,
			"a service is a TCP port, with IPv4 or IPv6 if of "
			"one only");
		return;
	}
	service = arena_allocate(reader->network->arena, sizeof(*service));
	service->port = (uint32_t)port;
	service->family = family;
	service->next = duty->device->services;
	duty->device->services = service;
}

/* "IPv4 14400000 IPv6 0" */
static void
read_traffic(struct reader *reader, const struct duty *duty)
{
	struct device *device = duty->device;

	if (duty->count != 4 || read_family(duty->words[0]) != 4 ||
		read_family(duty->words[2]) != 6 ||
		read_number(duty->words[1], INT32_MAX, &device->ipv4_octets) !=
			0 ||
		read_number(duty->words[3], INT32_MAX, &device->ipv6_octets) !=
			0) {
		reader_complain(reader, duty->item,
			"traffic is 'IPv4 OCTETS IPv6 OCTETS', a second");
		return;
	}
	device->counts_octets = true;
}

static void
read_list(struct reader *reader, struct device *device,
	const struct yaml_node *list,
	void (*read)(struct reader *, const struct duty *))
{
	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item)) {
		struct duty duty = { .item = item, .device = device };

		duty.count = reader_split(
			reader, item->text, duty.words, WORD_LIMIT);
		if (reader_take_phases(reader, item, duty.words, &duty.count))
			read(reader, &duty);
	}
}

void
duties_read(struct reader *reader, struct device *device,
	const struct yaml_node *record)
{
	device->as_number = yaml_integer(record, "as", 0);
	read_list(reader, device, yaml_get(record, "routes"), read_route);
	read_list(reader, device, yaml_get(record, "services"), read_service);
	read_list(reader, device, yaml_get(record, "traffic"), read_traffic);
}

static struct port *
find_port(struct reader *reader, const struct duty *duty, size_t word)
{
	const struct device *device =
		network_device(reader->network, duty->words[word]);
	struct port *port = device != NULL
		? device_port(device, duty->words[word + 1])
		: NULL;

	if (port == NULL)
		reader_complain(reader, duty->item, "there is no port '%s %s'",
			duty->words[word], duty->words[word + 1]);
	return port;
}

/* The phases at the end are those in which IPv6 is down. */
static void
read_session(struct reader *reader, const struct yaml_node *item)
{
	enum { A, A_PORT, DASHES, B, B_PORT, IPV6, DOWN, ALL };
	struct network *network = reader->network;
	struct session *session = &network->sessions[network->session_count];
	struct duty duty = { .item = item };
	bool now;

	duty.count = reader_split(reader, item->text, duty.words, WORD_LIMIT);
	now = reader_take_phases(reader, item, duty.words, &duty.count);
	if ((duty.count != IPV6 && duty.count != ALL) ||
		strcmp(duty.words[DASHES], "--") != 0 ||
		(duty.count == ALL && strcmp(duty.words[DOWN], "down") != 0)) {
		reader_complain(reader, item,
			"a session is 'DEVICE PORT -- DEVICE PORT'");
		return;
	}
	session->a = find_port(reader, &duty, A);
	session->b = find_port(reader, &duty, B);
	session->ipv6_is_down = duty.count == ALL && now;
	if (session->a != NULL && session->b != NULL)
		network->session_count++;
}

void
sessions_read(struct reader *reader)
{
	const struct yaml_node *list = yaml_get(reader->root, "sessions");
	size_t count = 0;

	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item))
		count++;
	reader->network->sessions = arena_allocate(
		reader->network->arena, (count + 1) * sizeof(struct session));
	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item))
		read_session(reader, item);
}

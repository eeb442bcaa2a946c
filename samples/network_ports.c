/* network_ports.c -- the interfaces of a device and their addresses. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "memory.h"
#include "network_parts.h"
#include "words.h"
#include "yaml.h"

enum { WORD_LIMIT = 8, TUNNEL = 131, LOOPBACK = 24, VIRTUAL = 53, VLAN = 135 };

void
reader_complain(struct reader *reader, const struct yaml_node *node,
	const char *format, ...)
{
	char message[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	yaml_complain(reader->document, node, "%s", message);
	reader->mistakes++;
}

int
reader_phase(const struct reader *reader, const char *name)
{
	int phase = 0;

	for (const struct yaml_node *item =
			yaml_first(yaml_get(reader->root, "phases"));
		item != NULL; item = yaml_next(item), phase++)
		if (strcmp(item->text, name) == 0)
			return phase;
	return -1;
}

size_t
reader_split(
	struct reader *reader, const char *text, char **words, size_t limit)
{
	char *rest = arena_text(reader->network->arena, text), *word;
	size_t count = 0;

	while (count < limit && (word = strtok_r(NULL, " ", &rest)) != NULL)
		words[count++] = word;
	return count;
}

bool
reader_take_phases(struct reader *reader, const struct yaml_node *node,
	char **words, size_t *count)
{
	bool now = true;
	size_t kept = 0;

	for (size_t i = 0; i < *count; i++) {
		bool from = strcmp(words[i], "from") == 0;
		int phase;

		if (!from && strcmp(words[i], "until") != 0) {
			words[kept++] = words[i];
			continue;
		}
		phase = i + 1 < *count ? reader_phase(reader, words[++i]) : -1;
		if (phase < 0)
			reader_complain(reader, node, "there is no such phase");
		if (from ? reader->phase < phase : reader->phase > phase)
			now = false;
	}
	*count = kept;
	return now;
}

bool
reader_is_now(
	struct reader *reader, const struct yaml_node *node, const char *text)
{
	char *words[WORD_LIMIT];
	size_t count = reader_split(reader, text, words, WORD_LIMIT);
	bool now = reader_take_phases(reader, node, words, &count);

	if (count > 0)
		reader_complain(reader, node, "'%s' is no phase", words[0]);
	return now;
}

static void
add_address(struct reader *reader, struct port *port,
	const struct ip_address *ip, enum origin origin)
{
	struct port_address **last = &port->addresses;

	while (*last != NULL)
		last = &(*last)->next;
	*last = arena_allocate(reader->network->arena, sizeof(**last));
	(*last)->ip = *ip;
	(*last)->origin = origin;
}

static enum origin
find_origin(const char *word)
{
	static const struct {
		const char *word;
		enum origin origin;
	} origins[] = {
		{ "manual", MANUAL },
		{ "dhcp", DHCP },
		{ "linklayer", LINKLAYER },
		{ "random", RANDOM },
	};

	for (size_t i = 0; i < COUNT(origins); i++)
		if (strcmp(origins[i].word, word) == 0)
			return origins[i].origin;
	return 0;
}

/* fe80:: with the MAC as RFC 4291, appendix A, spreads it. */
static void
add_link_local(struct reader *reader, struct port *port)
{
	const uint8_t *mac = port->mac;
	const uint8_t octets[16] = { 0xfe, 0x80, 0, 0, 0, 0, 0, 0,
		mac[0] ^ 0x02, mac[1], mac[2], 0xff, 0xfe, mac[3], mac[4],
		mac[5] };
	struct ip_address ip;

	ip_from_octets(octets, sizeof(octets), &ip);
	ip.prefix_length = 64;
	if (port->device->platform->zoned)
		ip.zone = port->index;
	add_address(reader, port, &ip, LINKLAYER);
}

/* Returns whether the port has IPv6 by that address. */
static bool
read_address(
	struct reader *reader, struct port *port, const struct yaml_node *item)
{
	char *words[WORD_LIMIT];
	size_t count = reader_split(reader, item->text, words, WORD_LIMIT);
	bool now = reader_take_phases(reader, item, words, &count);
	enum origin origin = MANUAL;
	struct ip_address ip;

	if (count == 1 && strcmp(words[0], "link-local") == 0)
		return now;
	if (count == 2)
		origin = find_origin(words[1]);
	if (count < 1 || count > 2 || origin == 0 ||
		ip_parse(words[0], &ip) != 0 ||
		ip.prefix_length == NO_PREFIX_LENGTH) {
		reader_complain(reader, item,
			"'%s' is no address with length, origin and phases",
			item->text);
		return false;
	}
	if (now)
		add_address(reader, port, &ip, origin);
	return now && ip.family == 6;
}

static void
read_addresses(
	struct reader *reader, struct port *port, const struct yaml_node *list)
{
	bool ipv6 = false;

	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item))
		ipv6 |= read_address(reader, port, item);
	if (ipv6 && port->has_mac)
		add_link_local(reader, port);
}

static void
give_mac(struct port *port, uint32_t ordinal)
{
	const struct device *device = port->device;

	port->has_mac = port->type != LOOPBACK && port->type != TUNNEL;
	memcpy(port->mac, device->mac, sizeof(port->mac));
	if (port->type == VIRTUAL || (device->has_given_mac && ordinal == 0))
		return;
	memcpy(port->mac,
		(uint8_t[]){ 0x02, 0, 0x5e, (uint8_t)(device->number >> 8),
			(uint8_t)device->number, (uint8_t)(ordinal + 1) },
		sizeof(port->mac));
}

static struct port *
add_port(struct reader *reader, struct device *device, const char *name)
{
	struct port **last = &device->ports;
	uint32_t ordinal = 0;

	for (; *last != NULL; last = &(*last)->next, ordinal++)
		if (strcmp((*last)->name, name) == 0)
			return *last;
	*last = arena_allocate(reader->network->arena, sizeof(**last));
	(*last)->device = device;
	(*last)->name = arena_text(reader->network->arena, name);
	(*last)->kind = port_kind_find(name);
	(*last)->type = strchr(name, '.') != NULL ? VLAN : (*last)->kind->type;
	(*last)->index = device->platform->first_index + ordinal;
	give_mac(*last, ordinal);
	return *last;
}

static void
add_fixed_ports(struct reader *reader, struct device *device)
{
	const struct platform *platform = device->platform;

	for (int64_t i = 1; i <= platform->port_count; i++) {
		char name[64];
		struct port *port;

		snprintf(name, sizeof(name), "%s%lld", platform->ports,
			(long long)i);
		port = add_port(reader, device, name);
		port->bridge_port = device->role->bridges ? (uint32_t)i : 0;
	}
}

/* A tunnel without addresses is gone; its index stays its own. */
static void
drop_idle_tunnels(struct device *device)
{
	for (struct port **port = &device->ports; *port != NULL;) {
		if ((*port)->type == TUNNEL && (*port)->addresses == NULL)
			*port = (*port)->next;
		else
			port = &(*port)->next;
	}
}

void
ports_read(struct reader *reader, struct device *device,
	const struct yaml_node *interfaces)
{
	add_fixed_ports(reader, device);
	for (const struct yaml_node *record = yaml_first(interfaces);
		record != NULL; record = yaml_next(record)) {
		struct port *port =
			add_port(reader, device, yaml_text(record, "name"));

		port->segment = yaml_text(record, "on");
		port->advertises = yaml_boolean(record, "advertises", false);
		port->is_silent = !yaml_boolean(record, "advertises", true);
		if (yaml_text(record, "tunnel") != NULL)
			port->tunnel = SIX_TO_FOUR;
		read_addresses(reader, port, yaml_get(record, "ip"));
	}
	drop_idle_tunnels(device);
}

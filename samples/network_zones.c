/* network_zones.c -- reads which names lead to which devices. */
#include "zones.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "network_parts.h"
#include "yaml.h"

enum { WORD_LIMIT = 10, NAME_SIZE = 256 };

/* "NAME TYPE ... LAST" without its phases. */
struct line {
	const struct yaml_node *item;
	struct zones *zones;
	char *words[WORD_LIMIT];
	size_t count;
};

enum { NAME, TYPE, FIRST };

/* What stands behind the type: numbers, then a name; or a device. */
static const struct record_shape {
	const char *word;
	enum record_type type;
	int family; /* of an address */
	int number_count;
} shapes[] = {
	{ "A", RECORD_A, 4, 0 },
	{ "AAAA", RECORD_AAAA, 6, 0 },
	{ "NS", RECORD_NS, 0, 0 },
	{ "MX", RECORD_MX, 0, 1 },
	{ "SRV", RECORD_SRV, 0, 3 },
};

static const struct record_shape *
shape_find(const char *word)
{
	for (size_t i = 0; i < COUNT(shapes); i++)
		if (strcmp(shapes[i].word, word) == 0)
			return &shapes[i];
	return NULL;
}

static const char *
absolute(struct reader *reader, const struct zones *zones, const char *name)
{
	if (strcmp(name, "@") == 0)
		return zones->forward;
	return arena_format(
		reader->network->arena, "%s.%s", name, zones->forward);
}

/* 192.0.2.1: 1.2.0.192.in-addr.arpa; of IPv6 each half octet. */
static const char *
reverse_name(struct reader *reader, const struct ip_address *ip)
{
	const uint8_t *last = &ip->bytes[15];
	char name[NAME_SIZE];
	size_t used = 0;

	if (ip->family == 4)
		return arena_format(reader->network->arena,
			"%d.%d.%d.%d.in-addr.arpa", last[0], last[-1], last[-2],
			last[-3]);
	for (int i = 0; i < 16; i++)
		used += (size_t)snprintf(name + used, sizeof(name) - used,
			"%x.%x.", last[-i] & 0xf, last[-i] >> 4);
	return arena_format(reader->network->arena, "%sip6.arpa", name);
}

static struct zone_record *
add_record(struct reader *reader, const struct line *line, const char *name,
	enum record_type type)
{
	struct zone_record *record =
		arena_allocate(reader->network->arena, sizeof(*record));

	record->name = name;
	record->type = type;
	record->next = line->zones->records;
	line->zones->records = record;
	return record;
}

/* "NAME A DEVICE [without PTR]" */
static void
read_address(struct reader *reader, const struct line *line,
	const struct record_shape *shape)
{
	const struct device *device =
		network_device(reader->network, line->words[FIRST]);
	const struct ip_address *ip =
		device != NULL ? device_address(device, shape->family) : NULL;
	const char *name = absolute(reader, line->zones, line->words[NAME]);
	bool leads_back = line->count == FIRST + 1;

	if (ip == NULL) {
		reader_complain(reader, line->item,
			"'%s' has no address of IPv%d in this phase",
			line->words[FIRST], shape->family);
		return;
	}
	add_record(reader, line, name, shape->type)->ip = *ip;
	if (leads_back)
		add_record(reader, line, reverse_name(reader, ip), RECORD_PTR)
			->target = name;
}

/* "NAME MX 10 NAME" */
static void
read_target(struct reader *reader, const struct line *line,
	const struct record_shape *shape)
{
	struct zone_record *record = add_record(reader, line,
		absolute(reader, line->zones, line->words[NAME]), shape->type);

	record->number_count = shape->number_count;
	for (int i = 0; i < shape->number_count; i++)
		record->numbers[i] =
			(uint16_t)strtoul(line->words[FIRST + i], NULL, 10);
	record->target = absolute(
		reader, line->zones, line->words[FIRST + shape->number_count]);
}

/* Of 16 bits. */
static bool
is_number(const char *word)
{
	char *end;
	unsigned long number = strtoul(word, &end, 10);

	return *word >= '0' && *word <= '9' && *end == '\0' &&
		number <= UINT16_MAX;
}

static bool
is_complete(const struct line *line, const struct record_shape *shape)
{
	const size_t count = FIRST + 1 + (size_t)shape->number_count;

	for (int i = 0; i < shape->number_count; i++)
		if (line->count <= FIRST + (size_t)i ||
			!is_number(line->words[FIRST + i]))
			return false;
	if (line->count == count)
		return true;
	return shape->family != 0 && line->count == count + 2 &&
		strcmp(line->words[count], "without") == 0 &&
		strcmp(line->words[count + 1], "PTR") == 0;
}

static void
read_record(struct reader *reader, struct line *line)
{
	const struct record_shape *shape;

	line->count =
		reader_split(reader, line->item->text, line->words, WORD_LIMIT);
	if (!reader_take_phases(reader, line->item, line->words, &line->count))
		return;
	shape = line->count > TYPE ? shape_find(line->words[TYPE]) : NULL;
	if (shape == NULL || !is_complete(line, shape))
		reader_complain(reader, line->item,
			"a record is 'NAME A|AAAA DEVICE [without PTR]', "
			"'NAME NS NAME', 'NAME MX N NAME' or 'NAME SRV N N N "
			"NAME'");
	else if (shape->family != 0)
		read_address(reader, line, shape);
	else
		read_target(reader, line, shape);
}

static const char **
read_origins(struct reader *reader, const struct zones *zones,
	const struct yaml_node *list)
{
	const char **origins, **next;
	size_t count = 2;

	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item))
		count++;
	origins = next = arena_allocate(
		reader->network->arena, count * sizeof(*origins));
	*next++ = zones->forward;
	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item))
		*next++ = item->text;
	return origins;
}

void
zones_read(struct reader *reader)
{
	const struct yaml_node *names = yaml_get(reader->root, "names");
	struct zones *zones;

	if (names == NULL)
		return;
	zones = arena_allocate(reader->network->arena, sizeof(*zones));
	zones->forward = yaml_text(names, "zone");
	zones->origins =
		read_origins(reader, zones, yaml_get(names, "reverse"));
	zones->server = absolute(reader, zones, yaml_text(names, "server"));
	zones->serial = (uint32_t)reader->phase + 1;
	for (const struct yaml_node *item =
			yaml_first(yaml_get(names, "records"));
		item != NULL; item = yaml_next(item)) {
		struct line line = { .item = item, .zones = zones };

		read_record(reader, &line);
	}
	reader->network->zones = zones;
}

static bool
lies_in(const char *name, const char *origin)
{
	size_t length = strlen(name), end = strlen(origin);

	if (length < end || strcmp(name + length - end, origin) != 0)
		return false;
	return length == end || name[length - end - 1] == '.';
}

const char *
zones_origin(const struct zones *zones, const char *name)
{
	const char *longest = NULL;

	for (const char **origin = zones->origins; *origin != NULL; origin++)
		if (lies_in(name, *origin) &&
			(longest == NULL || strlen(*origin) > strlen(longest)))
			longest = *origin;
	return longest;
}

bool
zones_know(const struct zones *zones, const char *name)
{
	for (const char **origin = zones->origins; *origin != NULL; origin++)
		if (strcmp(*origin, name) == 0)
			return true;
	for (const struct zone_record *record = zones->records; record != NULL;
		record = record->next)
		if (lies_in(record->name, name))
			return true;
	return false;
}

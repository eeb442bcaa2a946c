/* cells.c -- the values of one column, packed in the order they came.
 *
 * A cell is a head, the index, and the value: a number of eight bytes, octets
 * or sub-identifiers; all in 32-bit words. */
#include "cells.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64, LARGEST_BLOCK = 4096 }; /* words */
enum { HEAD_WORDS = 3, NUMBER_WORDS = 2 };

struct cell_block {
	struct cell_block *next;
	size_t used, size;
	uint32_t words[];
};

/* As it lies in the words. */
struct head {
	uint32_t type;
	uint32_t index_length;
	uint32_t length;
};

_Static_assert(sizeof(struct head) == HEAD_WORDS * sizeof(uint32_t), "packed");

static bool
is_octets(uint32_t type)
{
	return type == MIB_OCTETS || type == MIB_IP_ADDRESS ||
		type == MIB_OPAQUE;
}

static size_t
value_words(uint32_t type, size_t length)
{
	if (is_octets(type))
		return (length + sizeof(uint32_t) - 1) / sizeof(uint32_t);
	return type == MIB_OID ? length : NUMBER_WORDS;
}

static struct cell_block *
block_create(struct arena *arena, size_t least, size_t before)
{
	size_t size = before == 0 ? FIRST_BLOCK : before * 2;
	struct cell_block *block;

	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < least)
		size = least;
	block = arena_allocate(
		arena, sizeof(*block) + size * sizeof(block->words[0]));
	block->size = size;
	return block;
}

static uint32_t *
reserve(struct cells *cells, struct arena *arena, size_t words)
{
	struct cell_block *last = cells->last;
	uint32_t *place;

	if (last == NULL || last->size - last->used < words) {
		last = block_create(
			arena, words, last == NULL ? 0 : last->size);
		if (cells->last == NULL)
			cells->first = last;
		else
			cells->last->next = last;
		cells->last = last;
	}
	place = last->words + last->used;
	last->used += words;
	return place;
}

static void
write_value(uint32_t *to, const struct mib_value *value)
{
	if (is_octets(value->type) && value->length > 0)
		memcpy(to, value->octets, value->length);
	else if (value->type == MIB_OID && value->length > 0)
		memcpy(to, value->oid, value->length * sizeof(*to));
	else if (!is_octets(value->type) && value->type != MIB_OID)
		memcpy(to, &value->number, sizeof(value->number));
}

void
cells_add(struct cells *cells, struct arena *arena, const struct cell *cell)
{
	const struct mib_value *value = &cell->value;
	size_t index_words = cell->index.length;
	struct head head = { value->type, (uint32_t)index_words,
		(uint32_t)value->length };
	uint32_t *place = reserve(cells, arena,
		HEAD_WORDS + index_words +
			value_words(value->type, value->length));

	memcpy(place, &head, sizeof(head));
	place += HEAD_WORDS;
	memcpy(place, cell->index.ids, index_words * sizeof(*place));
	cells->last_index = (struct snmp_name){ place, index_words };
	write_value(place + index_words, value);
	cells->count++;
}

struct cell_reader
cells_read(const struct cells *cells)
{
	return (struct cell_reader){ cells->first, 0 };
}

static struct mib_value
value_at(const uint32_t *words, const struct head *head)
{
	struct mib_value value = { .type = (enum mib_type)head->type,
		.length = head->length };

	if (is_octets(head->type))
		value.octets = (const uint8_t *)words;
	else if (head->type == MIB_OID)
		value.oid = words;
	else
		memcpy(&value.number, words, sizeof(value.number));
	return value;
}

bool
cell_next(struct cell_reader *reader, struct cell *cell)
{
	const uint32_t *words;
	struct head head;

	if (reader->block != NULL && reader->position == reader->block->used)
		*reader = (struct cell_reader){ reader->block->next, 0 };
	if (reader->block == NULL)
		return false;
	words = reader->block->words + reader->position;
	memcpy(&head, words, sizeof(head));
	words += HEAD_WORDS;
	cell->index = (struct snmp_name){ words, head.index_length };
	words += head.index_length;
	cell->value = value_at(words, &head);
	words += value_words(head.type, head.length);
	reader->position = (size_t)(words - reader->block->words);
	return true;
}

struct snmp_name
cells_first_index(const struct cells *cells)
{
	struct cell_reader reader = cells_read(cells);
	struct cell cell = { 0 };

	cell_next(&reader, &cell);
	return cell.index;
}

int
name_compare(struct snmp_name a, struct snmp_name b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;

	for (size_t i = 0; i < shorter; i++)
		if (a.ids[i] != b.ids[i])
			return a.ids[i] < b.ids[i] ? -1 : 1;
	return (a.length > b.length) - (a.length < b.length);
}

bool
name_begins_with(struct snmp_name name, struct snmp_name start)
{
	return name.length >= start.length &&
		memcmp(name.ids, start.ids,
			start.length * sizeof(*start.ids)) == 0;
}

size_t
oid_from_text(const char *text, uint32_t ids[OID_IDS])
{
	size_t count = 0;

	while (*text != '\0' && count < OID_IDS) {
		char *end;

		ids[count++] = (uint32_t)strtoul(text, &end, 10);
		text = *end == '.' ? end + 1 : "";
	}
	return count;
}

/* They fit into 32 bits, and writing never overtakes the ones to be read. */
const uint32_t *
oid_narrowed(unsigned long *wide, size_t count)
{
	char *to = (char *)wide;

	for (size_t i = 0; i < count; i++) {
		uint32_t id = (uint32_t)wide[i];

		memcpy(to + i * sizeof(id), &id, sizeof(id));
	}
	return (const uint32_t *)(const void *)to;
}

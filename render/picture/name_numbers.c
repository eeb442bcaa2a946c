/* name_numbers.c -- numbers for names, counted from 1 in the order of asking.
 */
#include "name_numbers.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* FNV-1a. */
static size_t
hash(const char *name)
{
	uint64_t result = 14695981039346656037u;

	for (; *name != '\0'; name++)
		result = (result ^ (unsigned char)*name) * 1099511628211u;
	return result;
}

/* Where the name is or would go. */
static size_t *
slot_of(const struct name_numbers *numbers, const char *name)
{
	size_t mask = numbers->slot_count - 1;
	size_t slot = hash(name) & mask;

	while (numbers->slots[slot] != 0 &&
		strcmp(numbers->names[numbers->slots[slot] - 1], name) != 0)
		slot = (slot + 1) & mask;
	return &numbers->slots[slot];
}

size_t
name_number(const struct name_numbers *numbers, const char *name)
{
	return numbers->slot_count > 0 ? *slot_of(numbers, name) : 0;
}

/* The number of slots is a power of two, at most half of them taken. */
static void
make_room(struct name_numbers *numbers)
{
	enum { FIRST_SLOTS = 64 };

	if (numbers->count * 2 < numbers->slot_count)
		return;
	free(numbers->slots);
	numbers->slot_count =
		numbers->slot_count > 0 ? numbers->slot_count * 2 : FIRST_SLOTS;
	numbers->slots =
		memory_zeroed(numbers->slot_count * sizeof(numbers->slots[0]));
	for (size_t i = 0; i < numbers->count; i++)
		*slot_of(numbers, numbers->names[i]) = i + 1;
}

size_t
name_number_add(struct name_numbers *numbers, char *name)
{
	make_room(numbers);
	numbers->names = memory_grown(numbers->names, numbers->count,
		&numbers->capacity, sizeof(numbers->names[0]));
	numbers->names[numbers->count++] = name;
	*slot_of(numbers, name) = numbers->count;
	return numbers->count;
}

void
name_numbers_free(struct name_numbers *numbers)
{
	free(numbers->names);
	free(numbers->slots);
	*numbers = (struct name_numbers){ 0 };
}

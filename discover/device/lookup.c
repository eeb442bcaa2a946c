/* lookup.c -- a hash table with open addressing.
 *
 * A device may have 10,000 ND rows and a network 100,000 addresses, so a list
 * would not do. Nothing is ever removed. The hash is FNV-1a from a secret
 * start: agents choose the keys, and 200,000 that fall together would hold up
 * everybody's crawl. */
#include "lookup.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "memory.h"

enum { FIRST_SIZE = 64 };

struct entry {
	const void *key; /* NULL: free */
	size_t length;
	uint64_t hash;
	void *object;
};

struct lookup {
	struct arena *keys;
	uint64_t secret;
	struct entry *entries;
	size_t size; /* a power of two */
	size_t used;
};

struct lookup *
lookup_create(void)
{
	struct lookup *lookup = memory_zeroed(sizeof(*lookup));

	lookup->keys = arena_create();
	lookup->size = FIRST_SIZE;
	lookup->entries = memory_zeroed(FIRST_SIZE * sizeof(struct entry));
	if (getrandom(&lookup->secret, sizeof(lookup->secret), 0) !=
		(ssize_t)sizeof(lookup->secret))
		abort();
	return lookup;
}

void
lookup_free(struct lookup *lookup)
{
	if (lookup == NULL)
		return;
	arena_free(lookup->keys);
	free(lookup->entries);
	free(lookup);
}

static uint64_t
hash_of(const struct lookup *lookup, const void *key, size_t length)
{
	const uint8_t *bytes = key;
	uint64_t hash = 0xcbf29ce484222325 ^ lookup->secret;

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ bytes[i]) * 0x100000001b3;
	return hash ^ hash >> 32;
}

/* The entry with this key, or the free one where it belongs. */
static struct entry *
entry_of(const struct lookup *lookup, const struct entry *wanted)
{
	size_t mask = lookup->size - 1;

	for (size_t i = wanted->hash & mask;; i = (i + 1) & mask) {
		struct entry *entry = &lookup->entries[i];

		if (entry->key == NULL)
			return entry;
		if (entry->hash == wanted->hash &&
			entry->length == wanted->length &&
			memcmp(entry->key, wanted->key, wanted->length) == 0)
			return entry;
	}
}

static void
grow(struct lookup *lookup)
{
	struct entry *old = lookup->entries;
	size_t old_size = lookup->size;

	lookup->size = old_size * 2;
	lookup->entries = memory_zeroed(lookup->size * sizeof(*old));
	for (size_t i = 0; i < old_size; i++)
		if (old[i].key != NULL)
			*entry_of(lookup, &old[i]) = old[i];
	free(old);
}

void **
lookup_place(struct lookup *lookup, const void *key, size_t length)
{
	struct entry wanted = { key, length, hash_of(lookup, key, length),
		NULL };
	struct entry *entry;

	if (lookup->used * 2 >= lookup->size)
		grow(lookup);
	entry = entry_of(lookup, &wanted);
	if (entry->key == NULL) {
		*entry = wanted;
		entry->key = arena_copy(lookup->keys, key, length);
		lookup->used++;
	}
	return &entry->object;
}

void *
lookup_find(const struct lookup *lookup, const void *key, size_t length)
{
	struct entry wanted = { key, length, hash_of(lookup, key, length),
		NULL };

	return entry_of(lookup, &wanted)->object;
}

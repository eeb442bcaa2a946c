/* keys.c -- keys made of passwords, each made once. */
#include "keys.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

struct key_cache {
	hash_password *hash;
	struct keys *first;
};

struct key_cache *
key_cache_create(hash_password *hash)
{
	struct key_cache *key_cache = memory_zeroed(sizeof(*key_cache));

	key_cache->hash = hash;
	return key_cache;
}

void
key_cache_free(struct key_cache *key_cache)
{
	struct keys *next;

	for (struct keys *keys = key_cache->first; keys != NULL; keys = next) {
		next = keys->next;
		explicit_bzero(keys, sizeof(*keys));
		free(keys);
	}
	free(key_cache);
}

const struct keys *
key_cache_find(struct key_cache *key_cache, const struct credential *credential)
{
	struct keys *keys = key_cache->first;

	while (keys != NULL && keys->credential != credential)
		keys = keys->next;
	if (keys != NULL)
		return keys;
	keys = memory_zeroed(sizeof(*keys));
	keys->next = key_cache->first;
	keys->credential = credential;
	if (credential->auth_password != NULL)
		key_cache->hash(credential->auth, credential->auth_password,
			&keys->auth);
	if (credential->privacy_password != NULL)
		key_cache->hash(credential->auth, credential->privacy_password,
			&keys->privacy);
	return key_cache->first = keys;
}

/* keys.h -- keys made of passwords, each made once.
 *
 * RFC 3414, A.2 hashes a megabyte for each password (2 to 4 ms); what depends
 * on the agent is added later and costs nothing. */
#ifndef DISCOVER_KEYS_H
#define DISCOVER_KEYS_H

#include <stddef.h>
#include <stdint.h>

#include "credentials.h"

enum { KEY_SIZE = 64 };

struct key {
	uint8_t bytes[KEY_SIZE];
	size_t length; /* 0: there is none */
};

struct keys {
	struct keys *next;
	const struct credential *credential;
	struct key auth, privacy;
};

struct key_cache;

/* The key that RFC 3414, A.2 makes of a password; length 0 when that fails. */
typedef void hash_password(
	const char *algorithm, const char *password, struct key *);

struct key_cache *key_cache_create(hash_password *);
void key_cache_free(struct key_cache *); /* overwrites the keys */
/* The credential must outlive the cache. */
const struct keys *key_cache_find(
	struct key_cache *, const struct credential *);

#endif

/* lookup.h -- finds objects by a key of bytes: a hash table that only grows.
 *
 * Keys are copied; objects belong to the caller. */
#ifndef DISCOVER_LOOKUP_H
#define DISCOVER_LOOKUP_H

#include <stddef.h>

struct lookup;

struct lookup *lookup_create(void);
void lookup_free(struct lookup *);

/* The place where the object of this key is kept: NULL in it when the key is
 * new. Good until the next call. */
void **lookup_place(struct lookup *, const void *key, size_t length);
/* NULL when there is none. */
void *lookup_find(const struct lookup *, const void *key, size_t length);

#endif

/* hash.h -- SHA-256 as the text that manifests, logs and ETags hold. */
#ifndef SERVER_HASH_H
#define SERVER_HASH_H

#include <stddef.h>

#include "digest.h"

enum { HASH_SIZE = DIGEST_TEXT_SIZE };

void hash_bytes(const void *bytes, size_t length, char hash[HASH_SIZE]);
/* -1 after logging. */
int hash_file(const char *path, char hash[HASH_SIZE]);

#endif

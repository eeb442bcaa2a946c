/* hash.c -- SHA-256 as the text that manifests, logs and ETags hold. */
#include "hash.h"

void
hash_bytes(const void *bytes, size_t length, char hash[HASH_SIZE])
{
	uint8_t digest[DIGEST_SIZE];

	digest_bytes(bytes, length, digest);
	digest_text(digest, hash);
}

int
hash_file(const char *path, char hash[HASH_SIZE])
{
	uint8_t digest[DIGEST_SIZE];

	if (digest_file(path, digest) != 0)
		return -1;
	digest_text(digest, hash);
	return 0;
}

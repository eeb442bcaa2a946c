/* digest.c -- SHA-256 of bytes and files. The only door to GnuTLS here. */
#include "digest.h"

#include <errno.h>
#include <gnutls/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "memory.h"

/* Small pieces are gathered: GnuTLS takes longer to be called than to hash
 * them.
 */
struct digest {
	gnutls_hash_hd_t handle;
	size_t waiting;
	uint8_t gathered[1024];
};

/* Hashing fails only when the library has no SHA-256: as memory, it is there
 * or the program ends. */
static void
must_succeed(int status)
{
	if (status == 0)
		return;
	log_error("SHA-256: %s", gnutls_strerror(status));
	abort();
}

struct digest *
digest_begin(void)
{
	struct digest *digest = memory_zeroed(sizeof(*digest));

	must_succeed(gnutls_hash_init(&digest->handle, GNUTLS_DIG_SHA256));
	return digest;
}

static void
hash(struct digest *digest, const void *bytes, size_t length)
{
	if (length > 0)
		must_succeed(gnutls_hash(digest->handle, bytes, length));
}

static void
hash_gathered(struct digest *digest)
{
	hash(digest, digest->gathered, digest->waiting);
	digest->waiting = 0;
}

void
digest_add(struct digest *digest, const void *bytes, size_t length)
{
	if (length == 0)
		return;
	if (length > sizeof(digest->gathered) - digest->waiting)
		hash_gathered(digest);
	if (length > sizeof(digest->gathered)) {
		hash(digest, bytes, length);
		return;
	}
	memcpy(digest->gathered + digest->waiting, bytes, length);
	digest->waiting += length;
}

void
digest_end(struct digest *digest, uint8_t result[DIGEST_SIZE])
{
	hash_gathered(digest);
	gnutls_hash_deinit(digest->handle, result);
	free(digest);
}

const char *
digest_text(const uint8_t digest[DIGEST_SIZE], char text[DIGEST_TEXT_SIZE])
{
	for (int i = 0; i < DIGEST_SIZE; i++)
		sprintf(text + 2 * i, "%02x", digest[i]);
	return text;
}

void
digest_bytes(const void *bytes, size_t length, uint8_t result[DIGEST_SIZE])
{
	struct digest *digest = digest_begin();

	digest_add(digest, bytes, length);
	digest_end(digest, result);
}

int
digest_file(const char *path, uint8_t result[DIGEST_SIZE])
{
	FILE *file = fopen(path, "re");
	struct digest *digest;
	char chunk[65536];
	size_t count;
	int status = 0;

	if (file == NULL) {
		log_error("%s: %s", path, strerror(errno));
		return -1;
	}
	digest = digest_begin();
	while ((count = fread(chunk, 1, sizeof(chunk), file)) > 0)
		digest_add(digest, chunk, count);
	if (ferror(file)) {
		log_error("%s: %s", path, strerror(errno));
		status = -1;
	}
	digest_end(digest, result);
	fclose(file);
	return status;
}

/* digest.h -- SHA-256 of bytes and files. The only door to GnuTLS here. */
#ifndef TOPOLOGY_DIGEST_H
#define TOPOLOGY_DIGEST_H

#include <stddef.h>
#include <stdint.h>

enum { DIGEST_SIZE = 32, DIGEST_TEXT_SIZE = 65 };

/* Lower-case hex. */
const char *digest_text(
	const uint8_t digest[DIGEST_SIZE], char text[DIGEST_TEXT_SIZE]);

void digest_bytes(
	const void *bytes, size_t length, uint8_t digest[DIGEST_SIZE]);
/* -1 after logging. */
int digest_file(const char *path, uint8_t digest[DIGEST_SIZE]);

/* Piece by piece; digest_end frees it. */
struct digest;

struct digest *digest_begin(void);
void digest_add(struct digest *, const void *bytes, size_t length);
void digest_end(struct digest *, uint8_t result[DIGEST_SIZE]);

#endif

/* gzip.h -- files compressed and unpacked; the only door to zlib.
 *
 * The same bytes give the same file: it keeps no name and no time. */
#ifndef TOPOLOGY_GZIP_H
#define TOPOLOGY_GZIP_H

#include <stddef.h>

struct text;

/* FROM into the new file TO; -1 after logging. */
int gzip_file(const char *from, const char *to);
/* Appends what the bytes are as a gzip file. */
void gzip_bytes(const void *bytes, size_t length, struct text *out);

/* Hands on what the gzip file holds, piece by piece, until `take` returns -1.
 * The descriptor stays open; `name` stands for it in messages. -1 after
 * logging, or when `take` said so. */
int gunzip(int file, const char *name,
	int (*take)(void *context, const void *bytes, size_t length),
	void *context);

#endif

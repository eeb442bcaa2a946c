/* gzip.c -- files compressed and unpacked; the only door to zlib. */
#include "gzip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "log.h"
#include "memory.h"

enum { PIECE = 1 << 16, BUFFER = 1 << 17 };

static int
complain(const char *name, gzFile stream)
{
	int code = Z_ERRNO;
	const char *words = stream != NULL ? gzerror(stream, &code) : "";

	log_error("%s: %s", name, code == Z_ERRNO ? strerror(errno) : words);
	return -1;
}

static int
compress_all(int from, const char *name, gzFile stream, const char *to)
{
	char piece[PIECE];
	ssize_t count;

	while ((count = read(from, piece, sizeof(piece))) > 0)
		if (gzwrite(stream, piece, (unsigned)count) != count)
			return complain(to, stream);
	return count == 0 ? 0 : complain(name, NULL);
}

static gzFile
create(const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	gzFile stream = NULL;

	if (file >= 0)
		stream = gzdopen(file, "wb");
	if (stream == NULL) {
		complain(path, NULL);
		if (file >= 0)
			close(file);
	}
	return stream;
}

int
gzip_file(const char *from, const char *to)
{
	int file = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	gzFile stream;
	int result = -1;

	if (file < 0)
		return complain(from, NULL);
	stream = create(to);
	if (stream != NULL) {
		gzbuffer(stream, BUFFER);
		result = compress_all(file, from, stream, to);
		if (gzclose(stream) != Z_OK && result == 0)
			result = complain(to, NULL);
	}
	close(file);
	return result;
}

void
gzip_bytes(const void *bytes, size_t length, struct text *out)
{
	enum { LEVEL = 6, WINDOW_AND_GZIP = 15 + 16, MEMORY = 8 };
	z_stream stream = { 0 };
	unsigned char piece[PIECE];

	if (deflateInit2(&stream, LEVEL, Z_DEFLATED, WINDOW_AND_GZIP, MEMORY,
		    Z_DEFAULT_STRATEGY) != Z_OK)
		abort(); /* out of memory */
	stream.next_in = (z_const Bytef *)(uintptr_t)bytes;
	stream.avail_in = (uInt)length;
	do {
		stream.next_out = piece;
		stream.avail_out = PIECE;
		deflate(&stream, Z_FINISH);
		text_append_bytes(out, piece, PIECE - stream.avail_out);
	} while (stream.avail_out == 0);
	deflateEnd(&stream);
}

/* What is cut short ends without an error of gzread: gzclose knows. */
int
gunzip(int file, const char *name,
	int (*take)(void *context, const void *bytes, size_t length),
	void *context)
{
	int copy = fcntl(file, F_DUPFD_CLOEXEC, 0);
	gzFile stream = copy >= 0 ? gzdopen(copy, "rb") : NULL;
	char piece[PIECE];
	int count;
	int result = 0;

	if (stream == NULL)
		return complain(name, NULL);
	gzbuffer(stream, BUFFER);
	while (result == 0 && (count = gzread(stream, piece, PIECE)) != 0)
		result = count < 0 ? complain(name, stream)
				   : take(context, piece, (size_t)count);
	if (gzclose_r(stream) != Z_OK && result == 0) {
		log_error("%s: is cut short", name);
		result = -1;
	}
	return result;
}

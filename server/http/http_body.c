/* http_body.c -- a file as the body of an answer, where sendfile is no help.
 *
 * The library sends a header by itself, and reads a file for TLS in pieces of
 * 4 KB, each of which becomes a record and a packet. */
#include "http_body.h"

#include <stdlib.h>
#include <unistd.h>

enum {
	SHORT = 16 * 1024, /* 2,048 of them may be on their way at once */
	BROKEN = -2, /* to libmicrohttpd: the connection has to end */
};

struct http_body {
	int file;
	off_t offset;
};

void
http_body_hold(struct http_answer *answer)
{
	char bytes[SHORT];
	size_t length = (size_t)answer->length;

	if (answer->file < 0 || answer->length > SHORT ||
		pread(answer->file, bytes, length, answer->offset) !=
			(ssize_t)length)
		return;
	text_append_bytes(&answer->body, bytes, length);
	close(answer->file);
	answer->file = -1;
	answer->length = 0;
}

struct http_body *
http_body_of(const struct http_answer *answer)
{
	struct http_body *body = memory_zeroed(sizeof(*body));

	body->file = answer->file;
	body->offset = answer->offset;
	return body;
}

ssize_t
http_body_read(void *context, uint64_t position, char *bytes, size_t most)
{
	const struct http_body *body = context;
	ssize_t got =
		pread(body->file, bytes, most, body->offset + (off_t)position);

	return got > 0 ? got : BROKEN;
}

void
http_body_free(void *context)
{
	struct http_body *body = context;

	if (body->file >= 0)
		close(body->file);
	free(body);
}

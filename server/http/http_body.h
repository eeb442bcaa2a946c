/* http_body.h -- a file as the body of an answer, where sendfile is no help. */
#ifndef SERVER_HTTP_BODY_H
#define SERVER_HTTP_BODY_H

#include <stdint.h>
#include <sys/types.h>

#include "http.h"

/* As much as a record of TLS takes. */
enum { HTTP_BODY_BLOCK = 16 * 1024 };

/* A short file becomes the answer's body: it leaves with the header, in one
 * packet. Longer ones, and what cannot be read, stay as they are. */
void http_body_hold(struct http_answer *);

struct http_body;

/* Takes over the answer's file; -1 for one that will not be read. */
struct http_body *http_body_of(const struct http_answer *);
/* For libmicrohttpd: bytes of the body from there on. */
ssize_t http_body_read(void *body, uint64_t position, char *bytes, size_t most);
void http_body_free(void *body);

#endif

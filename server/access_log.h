/* access_log.h -- a line for each answer, in the combined format that other web
 * servers write and many programs read.
 *
 * It never waits: where a line cannot be written at once it is lost, and the
 * next one that can is preceded by how many were. What follows "?" is not
 * written: it says what people look for. */
#ifndef SERVER_ACCESS_LOG_H
#define SERVER_ACCESS_LOG_H

#include "access.h"
#include "http.h"

struct access_log {
	int file; /* -1: nobody wants one */
	int64_t lost;
};

/* Appends to the file, "-" is standard output; -1 after logging. */
int access_log_open(struct access_log *, const char *path);
void access_log_close(struct access_log *);
void access_log_tell(struct access_log *, const struct access *,
	const struct http_request *, const struct http_answer *);

/* What a client said, with nothing in it that could end a field or a line. */
void access_log_quote(struct text *, const char *said);

#endif

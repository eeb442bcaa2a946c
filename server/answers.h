/* answers.h -- the ways to answer that handlers share. */
#ifndef SERVER_ANSWERS_H
#define SERVER_ANSWERS_H

#include "catalogue.h"
#include "http.h"

/* "../../": from the request's path to the root. */
void append_root(struct text *, const struct http_request *);

/* 302 to a path below the root, of any bytes. */
void answer_redirect(
	const struct http_request *, struct http_answer *, const char *target);

/* A page with one sentence; of the API a problem document. */
void answer_error(const struct http_request *, struct http_answer *, int status,
	const char *sentence);

struct service;

struct delivery {
	struct service *service;
	const struct publication *publication;
	const struct manifest *manifest;
	const struct manifest_file *file;
	const char *caching; /* Cache-Control */
};

/* Of a snapshot that is no more, or (NULL) never was. */
void answer_missing(const struct http_request *, struct http_answer *,
	const struct publication *);

/* Cache-Control of what never changes. */
extern const char keep_for_ever[];

/* The file, a part of it, or word that the client has it already. */
void answer_file(const struct delivery *, const struct http_request *,
	struct http_answer *);

#endif

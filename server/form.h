/* form.h -- the form in which an answer is sent: as it is, or compressed. */
#ifndef SERVER_FORM_H
#define SERVER_FORM_H

#include "http.h"

enum { ETAG_DIGITS = 32 };

struct form {
	bool has_twin; /* another request gets the other form */
	bool is_packed;
	char etag[sizeof("\"\"") + ETAG_DIGITS + sizeof("-gz")]; /* "": none */
};

/* That which the client takes; without a twin there is no choice. */
struct form form_choose(const struct http_request *, bool has_twin);
/* By the hash of what is sent, and a word that tells two of one hash apart. */
void form_name(struct form *, const char *hash, const char *word);
/* The client has it already. */
bool form_is_listed(const struct form *, const char *if_none_match);
/* The fields that the form and the type of its content make necessary. */
void form_tell(const struct form *, const char *type, struct http_answer *);

#endif

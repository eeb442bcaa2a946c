/* tls.h -- TLS over a connected socket that never waits. The door to GnuTLS.
 *
 * Certificates are described, never judged: whoever documents a network wants
 * to see those as well that nobody should trust. */
#ifndef DISCOVER_TLS_H
#define DISCOVER_TLS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "question.h"

struct tls;

/* `server_name` goes into SNI unless it is NULL. NULL after logging. */
struct tls *tls_create(int descriptor, const char *server_name);
void tls_free(struct tls *);

enum tls_progress {
	TLS_DONE,
	TLS_WAITS,
	TLS_REFUSED, /* by the server: an alert, an end, other words than TLS */
	TLS_FAILED, /* here: it may speak what we do not */
};

enum tls_progress tls_handshake(struct tls *);
/* Is it to be gone on with when the socket takes more, not when it has more? */
bool tls_waits_to_write(const struct tls *);
/* As read and write, -1 with errno; 0 at the end. */
ssize_t tls_read(struct tls *, void *bytes, size_t size);
ssize_t tls_write(struct tls *, const void *bytes, size_t length);

/* Of TLS_REFUSED and TLS_FAILED, in words. */
const char *tls_complaint(const struct tls *);
/* "TLS1.3" */
const char *tls_version(const struct tls *);

/* Of a server's certificate; -1 when there is none that can be read. */
int tls_certificate(const struct tls *, struct certificate *);
/* The same of its octets (DER). */
int certificate_read(struct certificate *, const void *octets, size_t length);
void certificate_free(struct certificate *);

#endif

/* tls.h -- TLS for the services of the sample; the only door to GnuTLS here.
 *
 * The key of a host is made from its name and certificates have fixed days:
 * whoever asks twice, in whatever process, gets the same certificate. That is
 * right for a sample and for nothing else. */
#ifndef SAMPLES_TLS_H
#define SAMPLES_TLS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct tls_identity;
struct tls_session;

/* The certificate of a host under these names, which end with NULL. NULL after
 * logging. */
struct tls_identity *tls_identity_create(
	const char *host, const char *const *names);
void tls_identity_free(struct tls_identity *);

/* The socket stays the caller's. */
struct tls_session *tls_begin(const struct tls_identity *, int socket);
void tls_end(struct tls_session *);
/* As recv() and send() of a socket that does not block; the handshake comes
 * first, by itself. */
ssize_t tls_receive(struct tls_session *, void *octets, size_t size);
ssize_t tls_send(struct tls_session *, const void *octets, size_t length);
/* Does it wait until the socket can send? Else until it can receive. */
bool tls_waits_to_send(const struct tls_session *);

#endif

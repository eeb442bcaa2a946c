/* tls.h -- the server's certificate and key, which may change while it runs.
 *
 * The only door to GnuTLS here. TLS 1.2 and 1.3, no renegotiation. */
#ifndef SERVER_TLS_H
#define SERVER_TLS_H

struct handshake;
struct tls;

struct tls *tls_open(void);
void tls_close(struct tls *);

/* From now on new connections get this certificate; old ones stay open. -1
 * after logging: the one before stays in use. */
int tls_use(struct tls *, const char *certificates, const char *key);

/* For libmicrohttpd: of GnuTLS's types, which stay in tls.c. The session gets
 * our certificate, and tells the handshake when it waits and is over. */
void tls_attach(struct tls *, void *session, struct handshake *);
char *tls_priorities(void);
void (*tls_retriever(void))(void);

#endif

/* handshakes.h -- TLS handshakes that wait for their client.
 *
 * Until a handshake is over, the library asks a client that has begun to speak
 * again and again, without a pause: one of them would take a whole core. So it
 * is put off when there is nothing to read, and its socket is looked at here.
 * A handshake is known by its descriptor and lives until it is forgotten. */
#ifndef SERVER_HANDSHAKES_H
#define SERVER_HANDSHAKES_H

#include <stdbool.h>

struct handshake;
struct handshakes;

struct handshake_turns {
	void (*put_off)(void *connection);
	void (*go_on)(void *connection);
};

/* For descriptors below `limit`; NULL after logging. */
struct handshakes *handshakes_create(struct handshake_turns, int limit);
void handshakes_free(struct handshakes *);

struct handshake *handshakes_begin(
	struct handshakes *, int descriptor, void *connection);
void handshakes_forget(struct handshakes *, int descriptor);

/* Readable when handshakes_go_on has something to do. */
int handshakes_descriptor(const struct handshakes *);
void handshakes_go_on(struct handshakes *);
/* All that wait, and none will wait any more. */
void handshakes_end(struct handshakes *);

/* What the layer of TLS tells: there is nothing to read, there will be no more
 * to read before it is done. */
int handshake_socket(const struct handshake *);
void handshake_waits(struct handshake *);
void handshake_is_over(struct handshake *);

#endif

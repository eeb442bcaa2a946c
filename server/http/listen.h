/* listen.h -- sockets that listen, on addresses of both families. */
#ifndef SERVER_LISTEN_H
#define SERVER_LISTEN_H

#include <stdbool.h>
#include <stddef.h>

#include "address.h"
#include "memory.h"

enum { LISTEN_LIMIT = 16 };

struct listeners {
	struct ip_address addresses[LISTEN_LIMIT]; /* none: ::1, 127.0.0.1 */
	size_t address_count;
	int port; /* 0: one that is free on all addresses */
	int sockets[LISTEN_LIMIT];
	size_t count;
	bool is_secure; /* https: for the URLs */
	struct text urls; /* "http://[::1]:8080/ and http://127.0.0.1:8080/" */
};

/* Logs and returns -1 for what is no address. */
int listeners_add_address(struct listeners *, const char *address);
/* Opens them all or none; -1 after logging. */
int listeners_open(struct listeners *);
/* Takes over a socket that listens already; -1: it is of another family. */
int listeners_adopt(struct listeners *, int socket);
/* Can nobody but this host reach them? Without addresses: yes. */
bool listeners_are_private(const struct listeners *);
void listeners_close(struct listeners *);

#endif

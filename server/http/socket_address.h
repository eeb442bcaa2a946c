/* socket_address.h -- from the kernel's addresses to ours. */
#ifndef SERVER_SOCKET_ADDRESS_H
#define SERVER_SOCKET_ADDRESS_H

#include <sys/socket.h>

#include "address.h"

/* A socket of both families shows IPv4 as ::ffff:a.b.c.d: that is IPv4 here.
 * -1 for another family. */
int socket_address_ip(const struct sockaddr_storage *, struct ip_address *);

#endif

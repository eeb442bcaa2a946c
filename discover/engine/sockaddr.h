/* sockaddr.h -- addresses as the kernel wants them. */
#ifndef DISCOVER_SOCKADDR_H
#define DISCOVER_SOCKADDR_H

#include <netinet/in.h>
#include <sys/socket.h>

#include "address.h"

union any_address {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
};

void any_address_fill(
	union any_address *, const struct ip_address *, uint16_t port);
void any_address_read(
	const union any_address *, struct ip_address *, uint16_t *port);
socklen_t any_address_size(const union any_address *);

#endif

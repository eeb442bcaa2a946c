/* replay_socket.c -- a UDP socket that answers for every address. */
#include "replay_socket.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "memory.h"

struct socket_option {
	int family, level, name;
};

/* FREEBIND: as a source, an address counts as ours that only a route of type
 * "local" makes so. */
static const struct socket_option options[] = {
	{ AF_INET, IPPROTO_IP, IP_PKTINFO },
	{ AF_INET, IPPROTO_IP, IP_FREEBIND },
	{ AF_INET6, IPPROTO_IPV6, IPV6_V6ONLY },
	{ AF_INET6, IPPROTO_IPV6, IPV6_RECVPKTINFO },
	{ AF_INET6, IPPROTO_IPV6, IPV6_FREEBIND },
};

static int
set_options(int file, int family)
{
	const int on = 1;

	for (size_t i = 0; i < COUNT(options); i++)
		if (options[i].family == family &&
			setsockopt(file, options[i].level, options[i].name, &on,
				sizeof(on)) != 0)
			return -1;
	return 0;
}

/* Beyond the system's limit only as root; else what is allowed. */
static void
enlarge_buffer(int file, int forced, int allowed)
{
	const int size = 32 << 20;

	if (setsockopt(file, SOL_SOCKET, forced, &size, sizeof(size)) != 0)
		setsockopt(file, SOL_SOCKET, allowed, &size, sizeof(size));
}

static int
bind_to_all(int file, int family, int port)
{
	const struct sockaddr_in v4 = { .sin_family = AF_INET,
		.sin_port = htons((uint16_t)port) };
	const struct sockaddr_in6 v6 = { .sin6_family = AF_INET6,
		.sin6_port = htons((uint16_t)port) };

	if (family == AF_INET)
		return bind(file, (const struct sockaddr *)&v4, sizeof(v4));
	return bind(file, (const struct sockaddr *)&v6, sizeof(v6));
}

int
replay_socket_open(int family, int port)
{
	int file = socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	if (file < 0)
		return -1;
	enlarge_buffer(file, SO_RCVBUFFORCE, SO_RCVBUF);
	enlarge_buffer(file, SO_SNDBUFFORCE, SO_SNDBUF);
	if (set_options(file, family) == 0 &&
		bind_to_all(file, family, port) == 0)
		return file;
	close(file);
	return -1;
}

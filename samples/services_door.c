/* services_door.c -- sockets that listen: at one address, in one family.
 *
 * Where no door is, the kernel refuses for us: that is how a service is not
 * there in a family. */
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "conversation.h"
#include "log.h"
#include "services_parts.h"

enum { DATAGRAM_SIZE = 4096, BACKLOG = 64 };

struct door {
	struct watch watch;
	struct door *next;
	const struct host *host;
	const struct protocol *protocol;
};

union socket_address {
	struct sockaddr any;
	struct sockaddr_in ipv4;
	struct sockaddr_in6 ipv6;
};

static socklen_t
socket_address_make(union socket_address *address, const struct ip_address *ip,
	uint16_t port)
{
	memset(address, 0, sizeof(*address));
	if (ip->family == 4) {
		address->ipv4.sin_family = AF_INET;
		address->ipv4.sin_port = htons(port);
		memcpy(&address->ipv4.sin_addr, ip->bytes + 12, 4);
		return sizeof(address->ipv4);
	}
	address->ipv6.sin6_family = AF_INET6;
	address->ipv6.sin6_port = htons(port);
	memcpy(&address->ipv6.sin6_addr, ip->bytes, 16);
	return sizeof(address->ipv6);
}

/* Linux lets IPv6 sockets have only addresses that stand on an interface,
 * whatever its routes call local, unless they ask for more. */
static int
open_socket(const struct ip_address *ip, uint16_t port, int type)
{
	union socket_address address;
	socklen_t length = socket_address_make(&address, ip, port);
	const int yes = 1;
	int fd = socket(
		address.any.sa_family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	if (ip->family == 6) {
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof(yes));
		setsockopt(fd, IPPROTO_IPV6, IPV6_FREEBIND, &yes, sizeof(yes));
	}
	if (bind(fd, &address.any, length) == 0 &&
		(type != SOCK_STREAM || listen(fd, BACKLOG) == 0))
		return fd;
	close(fd);
	return -1;
}

static void
on_visit(struct services *services, struct watch *watch)
{
	const struct door *door = (const struct door *)watch;
	int fd = accept4(watch->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

	if (fd >= 0)
		guest_welcome(services, door->host, door->protocol, fd);
}

static void
on_datagram(struct services *services, struct watch *watch)
{
	const struct door *door = (const struct door *)watch;
	struct conversation talk = { .protocol = door->protocol,
		.host = door->host->name,
		.zones = door->host->zones };
	union socket_address from;
	socklen_t from_length = sizeof(from);
	uint8_t octets[DATAGRAM_SIZE];
	ssize_t length = recvfrom(
		watch->fd, octets, sizeof(octets), 0, &from.any, &from_length);

	(void)services;
	if (length <= 0)
		return;
	conversation_hear_datagram(&talk, octets, (size_t)length);
	if (talk.said.length > 0)
		sendto(watch->fd, talk.said.bytes, talk.said.length, 0,
			&from.any, from_length);
	conversation_free(&talk);
}

static int
open_door(struct services *services, const struct door *model,
	const struct ip_address *ip, int type)
{
	const struct protocol *protocol = model->protocol;
	struct door *door;
	char text[IP_TEXT_SIZE];
	int fd = open_socket(ip, protocol->port, type);

	if (fd < 0) {
		log_error("%s, port %d: %s (samples/in-namespace has every "
			  "address)",
			ip_text(ip, text), protocol->port, strerror(errno));
		return -1;
	}
	door = memory_zeroed(sizeof(*door));
	*door = *model;
	door->watch.fd = fd;
	door->watch.on_ready = type == SOCK_STREAM ? on_visit : on_datagram;
	door->next = services->doors;
	services->doors = door;
	services->door_count++;
	return services_watch(services, &door->watch);
}

int
services_listen(struct services *services, const struct host *host,
	const struct protocol *protocol, const struct ip_address *ip)
{
	const struct door model = { .host = host, .protocol = protocol };

	if (open_door(services, &model, ip, SOCK_STREAM) != 0)
		return -1;
	return protocol->over_udp ? open_door(services, &model, ip, SOCK_DGRAM)
				  : 0;
}

void
doors_free(struct services *services)
{
	while (services->doors != NULL) {
		struct door *door = services->doors;

		services->doors = door->next;
		close(door->watch.fd);
		free(door);
	}
}

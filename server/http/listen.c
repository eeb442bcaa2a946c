/* listen.c -- sockets that listen, on addresses of both families.
 *
 * One socket an address, each of one family only, so that what is printed is
 * what is open. */
#include "listen.h"

#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "address.h"
#include "log.h"
#include "socket_address.h"

enum { FREE_PORT_TRIES = 16 };

struct endpoint {
	struct sockaddr_storage address;
	socklen_t length;
};

static bool
is_loopback(const struct ip_address *ip)
{
	static const uint8_t ipv6_loopback[16] = { [15] = 1 };

	if (ip->family == 4)
		return ip->bytes[12] == 127;
	return memcmp(ip->bytes, ipv6_loopback, 16) == 0;
}

int
listeners_add_address(struct listeners *all, const char *address)
{
	struct ip_address ip;

	if (ip_parse(address, &ip) != 0 ||
		ip.prefix_length != NO_PREFIX_LENGTH) {
		log_error("--listen: '%s' is no address such as ::1 or "
			  "127.0.0.1",
			address);
		return -1;
	}
	if (all->address_count == LISTEN_LIMIT) {
		log_error("--listen: at most %d addresses", LISTEN_LIMIT);
		return -1;
	}
	all->addresses[all->address_count++] = ip;
	return 0;
}

static struct endpoint
make_endpoint(const struct ip_address *ip, int port)
{
	struct endpoint endpoint = { 0 };

	if (ip->family == 6) {
		struct sockaddr_in6 ipv6 = { .sin6_family = AF_INET6,
			.sin6_port = htons((uint16_t)port) };

		memcpy(&ipv6.sin6_addr, ip->bytes, 16);
		memcpy(&endpoint.address, &ipv6, sizeof(ipv6));
		endpoint.length = sizeof(ipv6);
	} else {
		struct sockaddr_in ipv4 = { .sin_family = AF_INET,
			.sin_port = htons((uint16_t)port) };

		memcpy(&ipv4.sin_addr, ip->bytes + 12, 4);
		memcpy(&endpoint.address, &ipv4, sizeof(ipv4));
		endpoint.length = sizeof(ipv4);
	}
	return endpoint;
}

/* The socket, or -1 with errno. */
static int
open_socket(const struct ip_address *ip, int port)
{
	struct endpoint endpoint = make_endpoint(ip, port);
	int family = endpoint.address.ss_family;
	int on = 1;
	int fd = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (family == AF_INET6)
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof(on));
	if (bind(fd, (struct sockaddr *)&endpoint.address, endpoint.length) ==
			0 &&
		listen(fd, SOMAXCONN) == 0)
		return fd;
	close(fd);
	return -1;
}

static int
port_of(int fd)
{
	struct sockaddr_storage address = { 0 };
	struct sockaddr_in6 ipv6;
	socklen_t length = sizeof(address);

	getsockname(fd, (struct sockaddr *)&address, &length);
	/* the port lies at the same place in both families */
	memcpy(&ipv6, &address, sizeof(ipv6));
	return ntohs(ipv6.sin6_port);
}

static void
add_url(struct listeners *all, const struct ip_address *ip, int port)
{
	bool is_ipv6 = ip->family == 6;
	char text[IP_TEXT_SIZE];

	text_format(&all->urls, "%s%s://%s%s%s:%d/",
		all->urls.length > 0 ? " and " : "",
		all->is_secure ? "https" : "http", is_ipv6 ? "[" : "",
		ip_text(ip, text), is_ipv6 ? "]" : "", port);
}

void
listeners_close(struct listeners *all)
{
	for (size_t i = 0; i < all->count; i++)
		close(all->sockets[i]);
	all->count = 0;
	text_free(&all->urls);
}

/* A host may have been built without one of the families. */
static bool
family_is_missing(void)
{
	return errno == EAFNOSUPPORT || errno == EADDRNOTAVAIL;
}

/* Opens the same port everywhere; -1 with errno and the failed address. */
static int
open_all(struct listeners *all, bool may_miss_family,
	const struct ip_address **failed)
{
	int port = all->port;

	for (size_t i = 0; i < all->address_count; i++) {
		int fd = open_socket(&all->addresses[i], port);

		if (fd < 0 && may_miss_family && family_is_missing())
			continue;
		*failed = &all->addresses[i];
		if (fd < 0)
			return -1;
		all->sockets[all->count++] = fd;
		port = port_of(fd);
		add_url(all, &all->addresses[i], port);
	}
	return all->count > 0 ? 0 : -1;
}

static void
explain(const struct listeners *all, const struct ip_address *ip)
{
	char text[IP_TEXT_SIZE];

	if (errno == EADDRINUSE)
		log_error("port %d of %s is in use; choose another with --port",
			all->port, ip_text(ip, text));
	else
		log_error("port %d of %s: %s", all->port, ip_text(ip, text),
			strerror(errno));
}

bool
listeners_are_private(const struct listeners *all)
{
	for (size_t i = 0; i < all->address_count; i++)
		if (!is_loopback(&all->addresses[i]))
			return false;
	return true;
}

int
listeners_adopt(struct listeners *all, int fd)
{
	struct sockaddr_storage address = { 0 };
	socklen_t length = sizeof(address);
	struct ip_address ip;

	if (all->count == LISTEN_LIMIT ||
		getsockname(fd, (struct sockaddr *)&address, &length) != 0 ||
		socket_address_ip(&address, &ip) != 0)
		return -1;
	all->addresses[all->address_count++] = ip;
	all->sockets[all->count++] = fd;
	add_url(all, &ip, port_of(fd));
	return 0;
}

int
listeners_open(struct listeners *all)
{
	bool by_default = all->address_count == 0;
	int tries = all->port == 0 ? FREE_PORT_TRIES : 1;
	const struct ip_address *failed = &all->addresses[0];

	if (by_default) {
		listeners_add_address(all, "::1");
		listeners_add_address(all, "127.0.0.1");
	}
	while (tries-- > 0) {
		int problem;

		if (open_all(all, by_default, &failed) == 0)
			return 0;
		problem = errno;
		listeners_close(all);
		errno = problem;
		if (problem != EADDRINUSE)
			break;
	}
	explain(all, failed);
	return -1;
}

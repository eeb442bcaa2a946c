/* socket_address.c -- from the kernel's addresses to ours. */
#include "socket_address.h"

#include <netinet/in.h>

int
socket_address_ip(const struct sockaddr_storage *address, struct ip_address *ip)
{
	const void *any = address;
	const struct sockaddr_in6 *ipv6 = any;
	const struct sockaddr_in *ipv4 = any;
	const void *octets = &ipv4->sin_addr;

	if (address->ss_family == AF_INET)
		return ip_from_octets(octets, 4, ip);
	if (address->ss_family != AF_INET6)
		return -1;
	if (IN6_IS_ADDR_V4MAPPED(&ipv6->sin6_addr))
		return ip_from_octets(ipv6->sin6_addr.s6_addr + 12, 4, ip);
	return ip_from_octets(ipv6->sin6_addr.s6_addr, 16, ip);
}

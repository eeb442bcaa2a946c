/* sockaddr.c -- addresses as the kernel wants them. */
#include "sockaddr.h"

#include <string.h>

void
any_address_fill(
	union any_address *to, const struct ip_address *ip, uint16_t port)
{
	*to = (union any_address){ 0 };
	if (ip->family == 4) {
		to->v4.sin_family = AF_INET;
		to->v4.sin_port = htons(port);
		memcpy(&to->v4.sin_addr, ip->bytes + 12, 4);
		return;
	}
	to->v6.sin6_family = AF_INET6;
	to->v6.sin6_port = htons(port);
	to->v6.sin6_scope_id = ip->zone;
	memcpy(&to->v6.sin6_addr, ip->bytes, 16);
}

void
any_address_read(
	const union any_address *from, struct ip_address *ip, uint16_t *port)
{
	if (from->any.sa_family == AF_INET) {
		ip_from_octets((const uint8_t *)&from->v4.sin_addr, 4, ip);
		*port = ntohs(from->v4.sin_port);
		return;
	}
	ip_from_octets((const uint8_t *)&from->v6.sin6_addr, 16, ip);
	ip->zone = from->v6.sin6_scope_id;
	*port = ntohs(from->v6.sin6_port);
}

socklen_t
any_address_size(const union any_address *address)
{
	return address->any.sa_family == AF_INET ? sizeof(address->v4)
						 : sizeof(address->v6);
}

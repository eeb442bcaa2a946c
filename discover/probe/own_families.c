/* own_families.c -- can this host speak a family at all?
 *
 * Connecting a UDP socket sends nothing, but makes the kernel choose a route
 * and an address of its own, or say that it has none. */
#include "own_families.h"

#include <sys/socket.h>
#include <unistd.h>

#include "sockaddr.h"

enum { PORT = 9 }; /* discard: nothing leaves for it */

void
own_family_test(struct plan_family *family, const struct ip_address *far)
{
	union any_address address;
	socklen_t size = sizeof(address);
	struct ip_address own;
	uint16_t port;
	int descriptor;

	any_address_fill(&address, far, PORT);
	descriptor =
		socket(address.any.sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (descriptor < 0)
		return;
	family->has_route = connect(descriptor, &address.any,
				    any_address_size(&address)) == 0;
	if (family->has_route &&
		getsockname(descriptor, &address.any, &size) == 0) {
		any_address_read(&address, &own, &port);
		family->has_address = ip_kind_is_usable(&own);
	}
	close(descriptor);
}

/* record_services.c -- listening sockets, and tunnels. */
#include "record.h"

static bool
listens(const struct device *device, const struct service *service, int family)
{
	if (service->family != 0 && service->family != family)
		return false;
	return device_address(device, family) != NULL;
}

static void
record_listener(const struct recorder *recorder, uint32_t port, int family)
{
	const struct ip_address any = { .family = family };
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.6.20.1");

	row_add_address(&row, &any);
	row_add_number(&row, port);
	row_number(&row, 4, GAUGE32, 0); /* of a process not told */
}

void
record_services(const struct recorder *recorder)
{
	static const int families[] = { 4, 6 };

	for (const struct service *service = recorder->device->services;
		service != NULL; service = service->next)
		for (int i = 0; i < 2; i++)
			if (listens(recorder->device, service, families[i]))
				record_listener(
					recorder, service->port, families[i]);
}

static void
record_tunnel(const struct recorder *recorder, const struct port *port)
{
	enum { IPV4 = 1 };
	struct row row =
		row_begin(recorder->file, "1.3.6.1.2.1.10.131.1.1.1.1");
	const struct ip_address *local = device_address(recorder->device, 4);
	static const uint8_t anybody[4] = { 0 };
	size_t length;
	const uint8_t *octets = ip_octets(local, &length);

	row_add_number(&row, port->index);
	row_ipv4(&row, 1, octets);
	row_ipv4(&row, 2, anybody);
	row_number(&row, 3, INTEGER, port->tunnel);
	row_number(&row, 8, INTEGER, IPV4);
	row_octets(&row, 9, octets, length);
	row_octets(&row, 10, anybody, sizeof(anybody));
}

void
record_tunnels(const struct recorder *recorder)
{
	for (const struct port *port = recorder->device->ports; port != NULL;
		port = port->next)
		if (port->tunnel != NO_TUNNEL &&
			device_address(recorder->device, 4) != NULL)
			record_tunnel(recorder, port);
}

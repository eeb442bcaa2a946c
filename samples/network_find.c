/* network_find.c -- who is who, and who is next to whom. */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "network_parts.h"
#include "yaml.h"

static int
compare_name(const void *name, const void *element)
{
	const struct device *const *device = element;

	return strcmp(name, (*device)->name);
}

struct device *
network_device(const struct network *network, const char *name)
{
	struct device **found = bsearch(name, network->by_name,
		network->device_count, sizeof(struct device *), compare_name);

	return found != NULL ? *found : NULL;
}

struct port *
device_port(const struct device *device, const char *name)
{
	struct port *port = device->ports;

	while (port != NULL && strcmp(port->name, name) != 0)
		port = port->next;
	return port;
}

const char *
network_segment_name(const struct network *network, const char *id)
{
	return id != NULL ? yaml_text(network->segment_names, id) : NULL;
}

struct port *
port_far_end(const struct port *port)
{
	if (port->link == NULL)
		return NULL;
	return port->link->a == port ? port->link->b : port->link->a;
}

const struct ip_address *
port_address(const struct port *port, int family)
{
	for (const struct port_address *address = port->addresses;
		address != NULL; address = address->next)
		if (address->ip.family == family &&
			ip_kind_is_usable(&address->ip))
			return &address->ip;
	return NULL;
}

const struct ip_address *
port_link_local(const struct port *port)
{
	for (const struct port_address *address = port->addresses;
		address != NULL; address = address->next)
		if (address->ip.family == 6 && ip_is_link_local(&address->ip))
			return &address->ip;
	return NULL;
}

bool
port_runs(const struct port *port, int family)
{
	return family == 6 ? port_link_local(port) != NULL
			   : port_address(port, family) != NULL;
}

const struct ip_address *
device_address(const struct device *device, int family)
{
	const struct ip_address *found = NULL;

	for (const struct port *port = device->ports; port != NULL;
		port = port->next) {
		const struct ip_address *ip = port_address(port, family);

		if (ip != NULL && !port->has_mac)
			return ip; /* a loopback's */
		if (found == NULL)
			found = ip;
	}
	return found;
}

static int
compare_segments(const void *a, const void *b)
{
	const struct port *const *left = a, *const *right = b;
	int difference = strcmp((*left)->segment, (*right)->segment);
	uint32_t first = (*left)->device->number;
	uint32_t second = (*right)->device->number;

	if (difference != 0)
		return difference;
	return (first > second) - (first < second);
}

static size_t
collect_ports(const struct network *network, struct port **ports)
{
	size_t count = 0;

	for (size_t i = 0; i < network->device_count; i++)
		for (struct port *port = network->devices[i].ports;
			port != NULL; port = port->next) {
			if (port->segment == NULL)
				continue;
			if (ports != NULL)
				ports[count] = port;
			count++;
		}
	return count;
}

void
segments_join(struct network *network)
{
	size_t count = collect_ports(network, NULL), first = 0;
	struct port **ports = arena_allocate(
		network->arena, (count + 1) * sizeof(struct port *));

	collect_ports(network, ports);
	qsort(ports, count, sizeof(struct port *), compare_segments);
	for (size_t i = 0; i < count; i++) {
		bool last = i + 1 == count ||
			strcmp(ports[i]->segment, ports[i + 1]->segment) != 0;

		ports[i]->neighbour = last ? ports[first] : ports[i + 1];
		if (last)
			first = i + 1;
	}
}

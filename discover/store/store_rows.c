/* store_rows.c -- the lists of one device as rows.
 *
 * What SQL would need functions of ours for is worked out here and stored
 * beside the address: its kind, its interface identifier, its prefix, and
 * whether it counts as a working address. */
#include "store_rows.h"

#include <string.h>

#include "device.h"

struct value
known_number(int64_t number)
{
	return number == 0 ? null_value() : integer_value(number);
}

struct value
number_if_said(int64_t number)
{
	return number < 0 ? null_value() : integer_value(number);
}

struct value
address_value(const struct ip_address *ip, char text[IP_TEXT_SIZE])
{
	return text_value(ip->family != 0 ? ip_text(ip, text) : NULL);
}

struct value
key_value(const struct ip_address *ip)
{
	if (ip->family == 0)
		return null_value();
	return bytes_value(ip->bytes, sizeof(ip->bytes));
}

struct value
interface_value(const struct place *place, uint32_t if_index)
{
	if (if_index == 0)
		return null_value();
	return known_number(device_interface(place->device, if_index)->id);
}

static int
store_interfaces(const struct place *place)
{
	char mac[MAC_TEXT_SIZE];

	for (struct interface *port = place->device->interfaces; port != NULL;
		port = port->next) {
		if (NEXT_ROW(place->store, INSERT_INTERFACE,
			    integer_value(place->id),
			    integer_value(port->index), text_value(port->name),
			    text_value(port->descr), text_value(port->alias),
			    known_number(port->type), known_number(port->mtu),
			    known_number(port->speed),
			    text_value(port->has_mac ? mac_text(port->mac, mac)
						     : NULL),
			    text_value(port->admin_status),
			    text_value(port->oper_status)) != 0)
			return -1;
		port->id = database_last_id(place->store->database);
	}
	return 0;
}

/* Does this status leave an address out of use? */
static bool
status_is_usable(const char *status)
{
	static const char *const unusable[] = { "invalid", "tentative",
		"duplicate" };

	for (size_t i = 0; status != NULL && i < COUNT(unusable); i++)
		if (strcmp(status, unusable[i]) == 0)
			return false;
	return true;
}

static int
store_address(const struct place *place, const struct device_address *address)
{
	const struct ip_address *ip = &address->ip;
	bool has_prefix = ip->prefix_length != NO_PREFIX_LENGTH;
	bool is_random = address->origin != NULL &&
		strcmp(address->origin, "random") == 0;
	char text[IP_TEXT_SIZE], prefix[IP_TEXT_SIZE];
	struct ip_address network;

	if (has_prefix) {
		network = ip_network(ip);
		ip_text_with_length(&network, prefix);
	}
	return NEXT_ROW(place->store, INSERT_ADDRESS, integer_value(place->id),
		interface_value(place, address->if_index),
		known_number(address->if_index), integer_value(ip->family),
		text_value(ip_text(ip, text)), key_value(ip),
		has_prefix ? integer_value(ip->prefix_length) : null_value(),
		text_value(has_prefix ? prefix : NULL),
		text_value(address->type), text_value(address->origin),
		text_value(address->status), text_value(ip_kind(ip)),
		text_value(iid_class(ip, is_random)),
		integer_value(ip_kind_is_usable(ip) &&
			status_is_usable(address->status)),
		text_value(address->sources));
}

static int
store_addresses(const struct place *place)
{
	for (const struct device_address *address = place->device->addresses;
		address != NULL; address = address->next)
		if (store_address(place, address) != 0)
			return -1;
	return 0;
}

static struct value
answer_value(enum answer answer)
{
	return answer == NOT_SAID ? null_value()
				  : integer_value(answer == SAID_YES);
}

static int
store_neighbours(const struct place *place)
{
	char text[IP_TEXT_SIZE], mac[MAC_TEXT_SIZE];

	for (const struct device_neighbour *row = place->device->neighbours;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_NEIGHBOUR,
			    integer_value(place->id),
			    interface_value(place, row->if_index),
			    known_number(row->if_index),
			    integer_value(row->ip.family),
			    text_value(ip_text(&row->ip, text)),
			    key_value(&row->ip),
			    text_value(row->has_mac ? mac_text(row->mac, mac)
						    : NULL),
			    text_value(ip_kind(&row->ip)),
			    text_value(row->type), text_value(row->state),
			    answer_value(row->is_router),
			    text_value(row->sources)) != 0)
			return -1;
	return 0;
}

static int
store_lldp_local_ports(const struct place *place)
{
	for (const struct lldp_local_port *port =
			place->device->lldp_local_ports;
		port != NULL; port = port->next)
		if (NEXT_ROW(place->store, INSERT_LLDP_LOCAL_PORT,
			    integer_value(place->id),
			    integer_value(port->number),
			    text_value(port->id_subtype), text_value(port->id),
			    text_value(port->description)) != 0)
			return -1;
	return 0;
}

static int
store_bridge_ports(const struct place *place)
{
	for (const struct bridge_port *port = place->device->bridge_ports;
		port != NULL; port = port->next)
		if (NEXT_ROW(place->store, INSERT_BRIDGE_PORT,
			    integer_value(place->id), integer_value(port->port),
			    integer_value(port->if_index)) != 0)
			return -1;
	return 0;
}

static int
store_management_addresses(const struct place *place,
	const struct adjacency *adjacency, int64_t id)
{
	char text[IP_TEXT_SIZE];

	for (const struct management_address *row = adjacency->addresses;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_ADJACENCY_ADDRESS,
			    integer_value(id), integer_value(row->ip.family),
			    text_value(ip_text(&row->ip, text)),
			    key_value(&row->ip)) != 0)
			return -1;
	return 0;
}

static int
store_adjacencies(const struct place *place)
{
	int64_t id;

	for (const struct adjacency *row = place->device->adjacencies;
		row != NULL; row = row->next) {
		if (NEXT_ROW(place->store, INSERT_ADJACENCY,
			    integer_value(place->id), text_value(row->protocol),
			    integer_value(row->local_port_number),
			    known_number(row->if_index),
			    integer_value(row->remote_index),
			    text_value(row->chassis_id_subtype),
			    text_value(row->chassis_id),
			    text_value(row->port_id_subtype),
			    text_value(row->port_id),
			    text_value(row->port_description),
			    text_value(row->sys_name),
			    text_value(row->sys_descr),
			    text_value(row->capabilities_supported),
			    text_value(row->capabilities_enabled),
			    text_value(row->device_id),
			    text_value(row->platform), text_value(row->version),
			    text_value(row->vtp_domain),
			    known_number(row->native_vlan),
			    text_value(row->duplex)) != 0)
			return -1;
		id = database_last_id(place->store->database);
		if (store_management_addresses(place, row, id) != 0 ||
			store_extensions(place, row, id) != 0)
			return -1;
	}
	return 0;
}

/* What it calls itself in CDP. */
static int
store_cdp_name(const struct place *place)
{
	const char *name = place->device->cdp_device_id;

	if (name == NULL)
		return 0;
	return NEXT_ROW(place->store, INSERT_CDP_NAME, integer_value(place->id),
		text_value(name));
}

static int
store_routes(const struct place *place)
{
	char prefix[IP_TEXT_SIZE], text[IP_TEXT_SIZE];

	for (const struct device_route *row = place->device->routes;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_ROUTE,
			    integer_value(place->id),
			    integer_value(row->prefix.family),
			    text_value(
				    ip_text_with_length(&row->prefix, prefix)),
			    text_value(row->next_hop.family != 0
					    ? ip_text(&row->next_hop, text)
					    : NULL),
			    key_value(&row->next_hop),
			    interface_value(place, row->if_index),
			    known_number(row->if_index), text_value(row->type),
			    text_value(row->protocol),
			    text_value(row->source)) != 0)
			return -1;
	return 0;
}

static int
store_routers(const struct place *place)
{
	char text[IP_TEXT_SIZE];

	for (const struct device_router *row = place->device->routers;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_DEFAULT_ROUTER,
			    integer_value(place->id),
			    integer_value(row->ip.family),
			    text_value(ip_text(&row->ip, text)),
			    key_value(&row->ip),
			    interface_value(place, row->if_index),
			    known_number(row->if_index),
			    row->lifetime < 0 ? null_value()
					      : integer_value(row->lifetime),
			    text_value(row->preference)) != 0)
			return -1;
	return 0;
}

int
store_device_rows(struct store *store, struct device *device, int64_t id)
{
	/* Interfaces come first: the others point to them. */
	static int (*const lists[])(const struct place *) = {
		store_interfaces,
		store_addresses,
		store_neighbours,
		store_lldp_local_ports,
		store_bridge_ports,
		store_adjacencies,
		store_cdp_name,
		store_routes,
		store_routers,
		store_layer2,
		store_routing,
		store_traffic,
		store_parts,
	};
	struct place place = { store, device, id };

	for (size_t i = 0; i < COUNT(lists); i++)
		if (lists[i](&place) != 0)
			return -1;
	return 0;
}

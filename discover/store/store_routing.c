/* store_routing.c -- routing protocols, announcements, virtual routers as rows.
 *
 * What two tables say of one BGP peer becomes one row by the statement. */
#include "device.h"
#include "routing.h"
#include "store_rows.h"
#include "vrfs.h"

static int
store_bgp_peers(const struct place *place, const struct routing *routing)
{
	char local[IP_TEXT_SIZE], remote[IP_TEXT_SIZE];

	for (const struct bgp_peer *row = routing->bgp_peers; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_BGP_PEER,
			    integer_value(place->id),
			    integer_value(row->instance),
			    integer_value(row->remote.family),
			    address_value(&row->local, local),
			    key_value(&row->local),
			    address_value(&row->remote, remote),
			    key_value(&row->remote),
			    integer_value(row->remote.zone),
			    known_number(row->remote_as),
			    text_value(row->state),
			    text_value(row->source)) != 0)
			return -1;
	return 0;
}

static int
store_bgp_families(const struct place *place, const struct routing *routing)
{
	char text[IP_TEXT_SIZE];

	for (const struct bgp_family *row = routing->bgp_families; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_BGP_FAMILY,
			    integer_value(place->id),
			    text_value(ip_text(&row->remote, text)),
			    key_value(&row->remote), integer_value(row->afi),
			    integer_value(row->safi),
			    number_if_said(row->accepted),
			    number_if_said(row->advertised)) != 0)
			return -1;
	return 0;
}

/* Of the row that was written last. */
static int
store_addresses(const struct place *place, enum statement statement,
	const struct routing_address *first)
{
	int64_t id = database_last_id(place->store->database);
	char text[IP_TEXT_SIZE];

	for (const struct routing_address *row = first; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, statement, integer_value(id),
			    integer_value(row->ip.family),
			    text_value(ip_text(&row->ip, text)),
			    key_value(&row->ip)) != 0)
			return -1;
	return 0;
}

static int
store_igp_neighbours(const struct place *place, const struct routing *routing)
{
	for (const struct igp_neighbour *row = routing->igp_neighbours;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_IGP_NEIGHBOUR,
			    integer_value(place->id), text_value(row->protocol),
			    interface_value(place, row->if_index),
			    known_number(row->if_index),
			    text_value(row->remote_id),
			    text_value(row->state)) != 0 ||
			store_addresses(
				place, INSERT_IGP_ADDRESS, row->addresses) != 0)
			return -1;
	return 0;
}

static int
store_router_adverts(const struct place *place, const struct routing *routing)
{
	for (const struct router_advert *row = routing->router_adverts;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_ROUTER_ADVERT,
			    integer_value(place->id),
			    interface_value(place, row->if_index),
			    integer_value(row->if_index),
			    number_if_said(row->sends),
			    number_if_said(row->managed),
			    number_if_said(row->other),
			    number_if_said(row->lifetime),
			    number_if_said(row->max_interval),
			    number_if_said(row->mtu),
			    number_if_said(row->hop_limit),
			    number_if_said(row->reachable),
			    number_if_said(row->retransmit)) != 0)
			return -1;
	return 0;
}

static int
store_prefixes(const struct place *place, const struct routing *routing)
{
	char text[IP_TEXT_SIZE];

	for (const struct device_prefix *row = routing->prefixes; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_PREFIX,
			    integer_value(place->id),
			    interface_value(place, row->if_index),
			    integer_value(row->if_index),
			    integer_value(row->ip.family),
			    text_value(ip_text_with_length(&row->ip, text)),
			    key_value(&row->ip), text_value(row->origin),
			    number_if_said(row->on_link),
			    number_if_said(row->autonomous),
			    number_if_said(row->preferred_lifetime),
			    number_if_said(row->valid_lifetime)) != 0)
			return -1;
	return 0;
}

static int
store_virtual_routers(const struct place *place, const struct routing *routing)
{
	char text[IP_TEXT_SIZE];

	for (const struct virtual_router *row = routing->virtual_routers;
		row != NULL; row = row->next)
		if (NEXT_ROW(place->store, INSERT_VIRTUAL_ROUTER,
			    integer_value(place->id),
			    interface_value(place, row->if_index),
			    integer_value(row->if_index),
			    integer_value(row->number),
			    integer_value(row->family),
			    text_value(row->protocol), text_value(row->state),
			    number_if_said(row->priority), text_value(row->mac),
			    address_value(&row->master, text),
			    key_value(&row->master)) != 0 ||
			store_addresses(place, INSERT_VIRTUAL_ADDRESS,
				row->addresses) != 0)
			return -1;
	return 0;
}

static int
store_vrfs(const struct place *place)
{
	for (const struct vrf *vrf = place->device->vrfs; vrf != NULL;
		vrf = vrf->next)
		for (const struct vrf_interface *row = vrf->interfaces;
			row != NULL; row = row->next)
			if (NEXT_ROW(place->store, INSERT_VRF_INTERFACE,
				    integer_value(place->id),
				    text_value(vrf->name),
				    integer_value(row->if_index)) != 0)
				return -1;
	return 0;
}

int
store_routing(const struct place *place)
{
	static int (*const lists[])(
		const struct place *, const struct routing *) = {
		store_bgp_peers,
		store_bgp_families,
		store_igp_neighbours,
		store_router_adverts,
		store_prefixes,
		store_virtual_routers,
	};
	const struct routing *routing = place->device->routing;

	for (size_t i = 0; routing != NULL && i < COUNT(lists); i++)
		if (lists[i](place, routing) != 0)
			return -1;
	return store_vrfs(place);
}

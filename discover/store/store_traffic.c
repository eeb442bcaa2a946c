/* store_traffic.c -- counters, sockets, tunnels as rows. */
#include "device.h"
#include "store_rows.h"
#include "traffic.h"

static int
store_icmp_counts(const struct place *place, const struct traffic *traffic)
{
	for (const struct icmp_count *row = traffic->icmp_counts; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_ICMP_COUNT,
			    integer_value(place->id),
			    integer_value(row->family),
			    integer_value(row->type),
			    number_if_said(row->received),
			    number_if_said(row->sent)) != 0)
			return -1;
	return 0;
}

static int
store_listeners_of(const struct place *place, const struct traffic *traffic,
	enum socket_table table)
{
	char text[IP_TEXT_SIZE];

	for (const struct listener *row = traffic->listeners; row != NULL;
		row = row->next)
		if (row->table == table &&
			NEXT_ROW(place->store, INSERT_LISTENER,
				integer_value(place->id),
				text_value(
					table == UDP_ENDPOINTS ? "udp" : "tcp"),
				known_number(row->ip.family),
				text_value(row->ip.family != 0
						? ip_text(&row->ip, text)
						: "*"),
				key_value(&row->ip),
				integer_value(row->ip.zone),
				integer_value(row->port),
				text_value(socket_table_names[table])) != 0)
			return -1;
	return 0;
}

static int
store_listeners(const struct place *place, const struct traffic *traffic)
{
	for (int table = 0; table < SOCKET_TABLE_COUNT; table++)
		if (store_listeners_of(place, traffic, table) != 0)
			return -1;
	return 0;
}

static int
store_ip_counters(const struct place *place, const struct traffic *traffic)
{
	for (const struct ip_counters *row = traffic->ip_counters; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_IP_COUNTERS,
			    integer_value(place->id),
			    integer_value(row->family),
			    interface_value(place, row->if_index),
			    integer_value(row->if_index),
			    integer_value(row->bits),
			    number_if_said(row->in_packets),
			    number_if_said(row->in_octets),
			    number_if_said(row->forwarded),
			    number_if_said(row->out_packets),
			    number_if_said(row->out_octets),
			    number_if_said(row->discontinuity)) != 0)
			return -1;
	return 0;
}

static int
store_ip_interfaces_of(const struct place *place, const struct traffic *traffic,
	enum ip_interface_table table)
{
	for (const struct ip_interface *row = traffic->ip_interfaces;
		row != NULL; row = row->next)
		if (row->table == table &&
			NEXT_ROW(place->store, INSERT_IP_INTERFACE,
				integer_value(place->id),
				interface_value(place, row->if_index),
				integer_value(row->if_index),
				integer_value(table == IPV4_INTERFACES ? 4 : 6),
				number_if_said(row->enabled),
				number_if_said(row->forwards),
				text_value(ip_interface_table_names[table])) !=
				0)
			return -1;
	return 0;
}

static int
store_ip_interfaces(const struct place *place, const struct traffic *traffic)
{
	for (int table = 0; table < IP_INTERFACE_TABLE_COUNT; table++)
		if (store_ip_interfaces_of(place, traffic, table) != 0)
			return -1;
	return 0;
}

static int
store_tunnels(const struct place *place, const struct traffic *traffic)
{
	char local[IP_TEXT_SIZE], remote[IP_TEXT_SIZE];

	for (const struct tunnel *row = traffic->tunnels; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_TUNNEL,
			    integer_value(place->id),
			    interface_value(place, row->if_index),
			    integer_value(row->if_index),
			    text_value(row->method),
			    address_value(&row->local, local),
			    key_value(&row->local),
			    address_value(&row->remote, remote),
			    key_value(&row->remote)) != 0)
			return -1;
	return 0;
}

static int
store_trap_targets(const struct place *place, const struct traffic *traffic)
{
	char text[IP_TEXT_SIZE];

	for (const struct trap_target *row = traffic->trap_targets; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_TRAP_TARGET,
			    integer_value(place->id),
			    integer_value(row->ip.family),
			    text_value(ip_text(&row->ip, text)),
			    key_value(&row->ip), integer_value(row->port)) != 0)
			return -1;
	return 0;
}

int
store_traffic(const struct place *place)
{
	static int (*const lists[])(
		const struct place *, const struct traffic *) = {
		store_icmp_counts,
		store_listeners,
		store_ip_counters,
		store_ip_interfaces,
		store_tunnels,
		store_trap_targets,
	};
	const struct traffic *traffic = place->device->traffic;

	for (size_t i = 0; traffic != NULL && i < COUNT(lists); i++)
		if (lists[i](place, traffic) != 0)
			return -1;
	return 0;
}

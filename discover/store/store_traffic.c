/* store_traffic.c -- counters and sockets as rows. */
#include "store_traffic.h"

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

int
store_traffic(const struct place *place)
{
	static int (*const lists[])(
		const struct place *, const struct traffic *) = {
		store_icmp_counts,
		store_listeners,
	};
	const struct traffic *traffic = place->device->traffic;

	for (size_t i = 0; traffic != NULL && i < COUNT(lists); i++)
		if (lists[i](place, traffic) != 0)
			return -1;
	return 0;
}

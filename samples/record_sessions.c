/* record_sessions.c -- BGP: the peers of both families, and how they are.
 *
 * BGP4-MIB (RFC 4273) has room for IPv4 alone; bgp4V2PeerTable has both. */
#include "record.h"

enum { ACTIVE = 3, ESTABLISHED = 6 };

static void
record_old_peer(const struct recorder *recorder, const struct port *near,
	const struct port *far)
{
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.15.3.1");
	size_t length;
	const uint8_t *local = ip_octets(port_address(near, 4), &length);
	const uint8_t *remote = ip_octets(port_address(far, 4), &length);

	row_add_octets(&row, remote, length);
	row_number(&row, 2, INTEGER, ESTABLISHED);
	row_ipv4(&row, 5, local);
	row_ipv4(&row, 7, remote);
	row_number(&row, 9, INTEGER, far->device->as_number);
}

/* One end of a session in one family. */
struct peering {
	const struct port *near, *far;
	const struct ip_address *remote;
	int state;
};

static void
record_peer(const struct recorder *recorder, const struct peering *peering)
{
	enum { MAIN_INSTANCE = 1 };
	struct row row = row_begin(recorder->file, "1.3.6.1.3.5.1.1.2.1");
	size_t length;
	const uint8_t *local = ip_octets(
		port_address(peering->near, peering->remote->family), &length);

	row_add_number(&row, MAIN_INSTANCE);
	row_add_address(&row, peering->remote);
	row_octets(&row, 3, local, length);
	row_number(&row, 10, GAUGE32, peering->far->device->as_number);
	row_number(&row, 13, INTEGER, peering->state);
}

static void
record_session(const struct recorder *recorder, const struct session *session,
	const struct port *near, const struct port *far)
{
	static const int families[] = { 4, 6 };

	for (int i = 0; i < 2; i++) {
		const struct ip_address *remote =
			port_address(far, families[i]);
		bool is_down = families[i] == 6 && session->ipv6_is_down;

		if (remote == NULL || port_address(near, families[i]) == NULL)
			continue;
		record_peer(recorder,
			&(struct peering){ near, far, remote,
				is_down ? ACTIVE : ESTABLISHED });
		if (families[i] == 4)
			record_old_peer(recorder, near, far);
	}
}

void
record_sessions(const struct recorder *recorder)
{
	const struct network *network = recorder->network;
	const struct row bgp = row_begin(recorder->file, "1.3.6.1.2.1.15");

	if (recorder->device->as_number != 0)
		row_number(&bgp, 2, INTEGER, recorder->device->as_number);
	for (size_t i = 0; i < network->session_count; i++) {
		const struct session *session = &network->sessions[i];

		if (session->a->device == recorder->device)
			record_session(
				recorder, session, session->a, session->b);
		if (session->b->device == recorder->device)
			record_session(
				recorder, session, session->b, session->a);
	}
}

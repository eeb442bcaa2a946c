/* record_traffic.c -- what passes: octets of each family, and how many router
 * advertisements were heard and sent. */
#include "record.h"

static void
record_family(const struct recorder *recorder, uint32_t version, int64_t octets)
{
	enum { OCTETS_OF_A_PACKET = 800 };
	const int64_t packets = octets / OCTETS_OF_A_PACKET;
	struct row row = row_begin(recorder->file, "1.3.6.1.2.1.4.31.1.1");

	row_add_number(&row, version);
	row_growing(&row, 4, packets); /* received */
	row_growing(&row, 6, octets);
	row_growing(&row, 24, packets); /* forwarded */
	row_growing(&row, 31, packets); /* sent */
	row_growing(&row, 33, octets);
	row_number(&row, 46, TIME_TICKS, 0); /* counted since the start */
}

/* Each router sends one as often as it may at least. */
enum { ADVERT_INTERVAL = 600, ADVERTS = UPTIME_SECONDS / ADVERT_INTERVAL };

static int64_t
adverts_sent(const struct device *device)
{
	int64_t count = 0;

	for (const struct port *port = device->ports; port != NULL;
		port = port->next)
		if (port_is_advertised(port))
			count += ADVERTS;
	return count;
}

static int64_t
adverts_heard(const struct device *device)
{
	int64_t count = 0;

	for (const struct port *port = device->ports; port != NULL;
		port = port->next) {
		if (port->neighbour == NULL || !port_runs(port, 6))
			continue;
		for (const struct port *far = port->neighbour; far != port;
			far = far->neighbour)
			if (port_is_advertised(far))
				count += ADVERTS;
	}
	return count;
}

static bool
has_ipv6(const struct device *device)
{
	const struct port *port = device->ports;

	while (port != NULL && !port_runs(port, 6))
		port = port->next;
	return port != NULL;
}

static void
record_adverts_count(const struct recorder *recorder)
{
	enum { IPV6 = 2, ADVERTISEMENT = 134, REDIRECT = 137 };
	struct row adverts = row_begin(recorder->file, "1.3.6.1.2.1.5.30.1");
	struct row redirects = adverts;

	row_add_number(&adverts, IPV6);
	row_add_number(&adverts, ADVERTISEMENT);
	row_number(&adverts, 3, COUNTER32, adverts_heard(recorder->device));
	row_number(&adverts, 4, COUNTER32, adverts_sent(recorder->device));
	row_add_number(&redirects, IPV6);
	row_add_number(&redirects, REDIRECT);
	row_number(&redirects, 3, COUNTER32, 0);
	row_number(&redirects, 4, COUNTER32, 0);
}

void
record_traffic(const struct recorder *recorder)
{
	enum { IPV4 = 1, IPV6 = 2 };
	const struct device *device = recorder->device;

	if (device->counts_octets) {
		record_family(recorder, IPV4, device->ipv4_octets);
		record_family(recorder, IPV6, device->ipv6_octets);
	}
	if (has_ipv6(device))
		record_adverts_count(recorder);
}

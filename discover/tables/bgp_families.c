/* bgp_families.c -- how many prefixes a BGP session carries, of which family.
 *
 * One session may carry IPv4 and IPv6: CISCO-BGP4-MIB has a row for each
 * family (AFI) and use (SAFI) of a peer. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "routing.h"

enum { ACCEPTED, ADVERTISED };

static const uint8_t columns[] = {
	[ACCEPTED] = 1, /* cbgpPeer2AcceptedPrefixes */
	[ADVERTISED] = 6, /* cbgpPeer2AdvertisedPrefixes */
};

/* type.length.address.AFI.SAFI; the last two are taken off first, since an
 * address may come without its length. */
static int
family_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct bgp_family *family;
	struct ip_address ip;
	uint32_t afi, safi;

	if (index.left < 3)
		return -1;
	safi = index.next[--index.left];
	afi = index.next[--index.left];
	if (index_ip_address(&index, &ip) != 0 || index.left != 0)
		return -1;
	family = routing_add_bgp_family(device, &ip);
	family->afi = afi;
	family->safi = safi;
	family->accepted = mib_counter(row, ACCEPTED);
	family->advertised = mib_counter(row, ADVERTISED);
	return 0;
}

const struct collector bgp_families_collector = {
	.name = "CISCO-BGP4-MIB::cbgpPeer2AddrFamilyPrefixTable",
	.entry = "1.3.6.1.4.1.9.9.187.1.2.8.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = family_row,
};

/* vrfs.c -- which interface is in which VRF, and which SNMP context asks a VRF
 * (MPLS-L3VPN-STD-MIB, RFC 4382; CISCO-CONTEXT-MAPPING-MIB).
 *
 * The index is a name: its length, then its letters. */
#include <string.h>

#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "vrfs.h"

enum { NAME_LIMIT = 255 };

static const char *
take_name(struct device *device, struct index_reader *index)
{
	uint8_t octets[NAME_LIMIT];
	uint32_t length, letter;

	if (index_number(index, &length) != 0 || length == 0 ||
		length > sizeof(octets))
		return NULL;
	for (uint32_t i = 0; i < length; i++) {
		if (index_number(index, &letter) != 0 || letter > 0xff)
			return NULL;
		octets[i] = (uint8_t)letter;
	}
	return octets_are_printable(octets, length)
		? text_from_octets(device->arena, octets, length)
		: NULL;
}

static int
interface_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	const char *name = take_name(device, &index);
	uint32_t if_index;

	if (name == NULL || index_number(&index, &if_index) != 0 ||
		index.left != 0 || if_index == 0)
		return -1;
	vrfs_add_interface(device, name, if_index);
	return 0;
}

const struct collector vrf_interfaces_collector = {
	.name = "MPLS-L3VPN-STD-MIB::mplsL3VpnIfConfTable",
	.entry = "1.3.6.1.2.1.10.166.11.1.2.1.1",
	.columns = (const uint8_t[]){ 2 }, /* mplsL3VpnIfVpnClassification */
	.column_count = 1,
	.on_row = interface_row,
};

static int
vrf_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	const char *name = take_name(device, &index);

	if (name == NULL || index.left != 0)
		return -1;
	vrfs_find(device, name);
	return 0;
}

const struct collector vrfs_collector = {
	.name = "MPLS-L3VPN-STD-MIB::mplsL3VpnVrfTable",
	.entry = "1.3.6.1.2.1.10.166.11.1.2.2.1",
	.columns = (const uint8_t[]){ 6 }, /* mplsL3VpnVrfOperStatus */
	.column_count = 1,
	.on_row = vrf_row,
};

static int
context_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	const char *context = take_name(device, &index);
	const char *name = mib_text(device->arena, row, 0);

	if (context == NULL || index.left != 0)
		return -1;
	if (name != NULL) /* else of a routing process */
		vrfs_find(device, name)->snmp_context = context;
	return 0;
}

const struct collector vrf_contexts_collector = {
	.name = "CISCO-CONTEXT-MAPPING-MIB::cContextMappingTable",
	.entry = "1.3.6.1.4.1.9.9.468.1.1.1",
	.columns = (const uint8_t[]){ 2 }, /* cContextMappingVrfName */
	.column_count = 1,
	.on_row = context_row,
};

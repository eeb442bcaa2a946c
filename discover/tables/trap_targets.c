/* trap_targets.c -- to whom a device sends SNMP notifications.
 *
 * Transport addresses (RFC 3419) are octets: an address, its zone if it has
 * one, and a port of two octets. Their length tells the family, whether the
 * domain beside them is the old one of RFC 3417 or a new one. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "traffic.h"

/* Targets of other transports than IP, and those not filled in, are no error.
 */
static int
target_row(struct device *device, const struct mib_row *row)
{
	static const uint8_t zeros[16] = { 0 };
	enum { PORT_OCTETS = 2 };
	struct trap_target *target;
	struct ip_address ip;
	size_t length;
	const uint8_t *octets = mib_octets(row, 0, &length);

	if (octets == NULL)
		return -1;
	if (length < PORT_OCTETS ||
		address_from_octets(octets, length - PORT_OCTETS, &ip) != 0 ||
		bits_equal(ip.bytes + (ip.family == 4 ? 12 : 0), zeros,
			ip.family == 4 ? 32 : 128))
		return 0;
	target = traffic_add_trap_target(device);
	target->ip = ip;
	target->port = (uint32_t)octets[length - 2] << 8 | octets[length - 1];
	return 0;
}

const struct collector trap_targets_collector = {
	.name = "SNMP-TARGET-MIB::snmpTargetAddrTable",
	.entry = "1.3.6.1.6.3.12.1.2.1",
	.columns = (const uint8_t[]){ 3 }, /* snmpTargetAddrTAddress */
	.column_count = 1,
	.on_row = target_row,
};

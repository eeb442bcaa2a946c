/* trap_targets.c -- to whom a device sends SNMP notifications.
 *
 * Transport addresses (RFC 3419) are octets: an address, its zone if it has
 * one, and a port of two octets. Their length tells the family, whether the
 * domain beside them is the old one of RFC 3417 or a new one. */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "traffic.h"

static uint32_t
zone_of(const uint8_t *octets)
{
	return (uint32_t)octets[0] << 24 | (uint32_t)octets[1] << 16 |
		(uint32_t)octets[2] << 8 | octets[3];
}

/* 6 and 18 octets are an address and a port, 10 and 22 one with a zone. */
static int
read_target(const uint8_t *octets, size_t length, struct ip_address *ip,
	uint32_t *port)
{
	bool is_zoned = length == 10 || length == 22;
	size_t size = length - (is_zoned ? 6 : 2);

	if (length < 6 || ip_from_octets(octets, size, ip) != 0)
		return -1;
	if (is_zoned)
		ip->zone = zone_of(octets + size);
	*port = (uint32_t)octets[length - 2] << 8 | octets[length - 1];
	return 0;
}

/* Targets of other transports than IP, and those not filled in, are no error.
 */
static int
target_row(struct device *device, const struct mib_row *row)
{
	static const uint8_t zeros[16] = { 0 };
	struct trap_target *target;
	struct ip_address ip;
	uint32_t port;
	size_t length;
	const uint8_t *octets = mib_octets(row, 0, &length);

	if (octets == NULL)
		return -1;
	if (read_target(octets, length, &ip, &port) != 0 ||
		bits_equal(ip.bytes + (ip.family == 4 ? 12 : 0), zeros,
			ip.family == 4 ? 32 : 128))
		return 0;
	target = traffic_add_trap_target(device);
	target->ip = ip;
	target->port = port;
	return 0;
}

const struct collector trap_targets_collector = {
	.name = "SNMP-TARGET-MIB::snmpTargetAddrTable",
	.entry = "1.3.6.1.6.3.12.1.2.1",
	.columns = (const uint8_t[]){ 3 }, /* snmpTargetAddrTAddress */
	.column_count = 1,
	.on_row = target_row,
};

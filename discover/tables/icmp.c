/* icmp.c -- messages of ICMP and ICMPv6, counted by their type.
 *
 * A host cannot say over SNMP who sent it a router advertisement (134) or a
 * redirect (137), only how many came: icmpMsgStatsTable (RFC 4293). */
#include "collectors.h"
#include "device.h"
#include "mib.h"
#include "traffic.h"

enum { RECEIVED, SENT };

static const uint8_t columns[] = {
	[RECEIVED] = 3, /* icmpMsgStatsInPkts */
	[SENT] = 4, /* icmpMsgStatsOutPkts */
};

static int
message_row(struct device *device, const struct mib_row *row)
{
	enum { IPV4 = 1, IPV6 = 2, LAST_TYPE = 255 };
	struct index_reader index = mib_index(row);
	struct icmp_count *count;
	uint32_t version, type;

	if (index_number(&index, &version) != 0 ||
		(version != IPV4 && version != IPV6) ||
		index_number(&index, &type) != 0 || type > LAST_TYPE ||
		index.left != 0)
		return -1;
	count = traffic_add_icmp_count(device);
	count->family = version == IPV4 ? 4 : 6;
	count->type = type;
	count->received = mib_counter(row, RECEIVED);
	count->sent = mib_counter(row, SENT);
	return 0;
}

const struct collector icmp_messages_collector = {
	.name = "IP-MIB::icmpMsgStatsTable",
	.entry = "1.3.6.1.2.1.5.30.1",
	.columns = columns,
	.column_count = COUNT(columns),
	.on_row = message_row,
};

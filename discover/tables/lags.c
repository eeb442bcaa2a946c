/* lags.c -- which ports work as one: link aggregation (IEEE8023-LAG-MIB).
 *
 * Many agents that do not speak LACP tell the same by ifStackTable (IF-MIB),
 * which stacks all kinds of interfaces: layer2.c keeps aggregates only. */
#include "collectors.h"
#include "layer2.h"
#include "memory.h"
#include "mib.h"

enum { PARTNER, PARTNER_KEY, SELECTED, ATTACHED };

static const uint8_t lacp_columns[] = {
	[PARTNER] = 9, /* dot3adAggPortPartnerOperSystemID */
	[PARTNER_KEY] = 11, /* dot3adAggPortPartnerOperKey */
	[SELECTED] = 12, /* dot3adAggPortSelectedAggID */
	[ATTACHED] = 13, /* dot3adAggPortAttachedAggID */
};

/* A port without an aggregate gives 0, or itself. */
static int
lacp_row(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	int64_t selected = mib_number(row, SELECTED);
	int64_t attached = mib_number(row, ATTACHED);
	int64_t aggregate = attached > 0 ? attached : selected;
	struct stacked_port *port;
	uint32_t member;

	if (index_number(&index, &member) != 0 || index.left != 0 ||
		member == 0)
		return -1;
	if (aggregate <= 0 || aggregate == member)
		return 0;
	port = layer2_add_stacked_port(device, (uint32_t)aggregate, member);
	port->table = STACKED_BY_LACP;
	port->state = attached > 0 ? "attached" : "selected";
	port->has_partner = mib_mac(row, PARTNER, port->partner) == 0;
	port->partner_key = mib_number(row, PARTNER_KEY);
	return 0;
}

const struct collector lags_collector = {
	.name = "IEEE8023-LAG-MIB::dot3adAggPortTable",
	.entry = "1.2.840.10006.300.43.1.2.1.1",
	.columns = lacp_columns,
	.column_count = COUNT(lacp_columns),
	.on_row = lacp_row,
};

/* The index is higher.lower; 0 stands for nothing above or below. */
static int
stack_row(struct device *device, const struct mib_row *row)
{
	enum { ACTIVE = 1 };
	struct index_reader index = mib_index(row);
	uint32_t higher, lower;

	if (index_number(&index, &higher) != 0 ||
		index_number(&index, &lower) != 0 || index.left != 0)
		return -1;
	if (higher == 0 || lower == 0 || mib_number(row, 0) != ACTIVE)
		return 0;
	layer2_add_stacked_port(device, higher, lower)->table =
		STACKED_BY_INTERFACES;
	return 0;
}

const struct collector stacked_ports_collector = {
	.name = "IF-MIB::ifStackTable",
	.entry = "1.3.6.1.2.1.31.1.2.1",
	.columns = (const uint8_t[]){ 3 }, /* ifStackStatus */
	.column_count = 1,
	.on_row = stack_row,
};

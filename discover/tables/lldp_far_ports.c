/* lldp_far_ports.c -- what neighbours say of their port by IEEE 802.1 and
 * 802.3.
 *
 * Whether the far port is in a bundle, which VLAN it sends without a tag, how
 * long its frames may be: LLDP-EXT-DOT1-MIB and LLDP-EXT-DOT3-MIB. */
#include "collectors.h"
#include "device.h"
#include "extensions.h"
#include "lldp.h"
#include "mib.h"

#define DOT1 "1.0.8802.1.1.2.1.5.32962.1.3"
#define DOT3 "1.0.8802.1.1.2.1.5.4623.1.3"

enum { LAST_VLAN = 4094 };

/* The far port of a row whose index is the key and no more, or NULL. */
static struct far_port *
port_of(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct remote_key key;

	if (lldp_read_key(&index, &key) != 0)
		return NULL;
	return extensions_far_port(device, &key);
}

/* ---- IEEE 802.1 ---- */

static int
untagged_row(struct device *device, const struct mib_row *row)
{
	const int64_t vlan = mib_number(row, 0);
	struct far_port *port;

	if (vlan < 0 || vlan > LAST_VLAN)
		return -1;
	port = port_of(device, row);
	if (port == NULL)
		return -1;
	port->vlan = mib_has(row, 0) ? vlan : -1;
	return 0;
}

const struct collector far_untagged_collector = {
	.name = "LLDP-EXT-DOT1-MIB::lldpXdot1RemTable",
	.entry = DOT1 ".1.1",
	.columns = (const uint8_t[]){ 1 }, /* lldpXdot1RemPortVlanId */
	.column_count = 1,
	.on_row = untagged_row,
};

/* timeMark.localPortNum.remIndex.vlan; NULL for anything else. */
static struct far_vlan *
vlan_of(struct device *device, const struct mib_row *row)
{
	struct index_reader index = mib_index(row);
	struct remote_key key;
	uint32_t vlan;

	if (lldp_read_whole_key(&index, &key) != 0 ||
		index_number(&index, &vlan) != 0 || index.left != 0 ||
		vlan == 0 || vlan > LAST_VLAN)
		return NULL;
	return far_port_vlan(device, extensions_far_port(device, &key), vlan);
}

static int
vlan_name_row(struct device *device, const struct mib_row *row)
{
	struct far_vlan *vlan = vlan_of(device, row);

	if (vlan == NULL)
		return -1;
	vlan->name = mib_text(device->arena, row, 0);
	return 0;
}

const struct collector far_vlan_names_collector = {
	.name = "LLDP-EXT-DOT1-MIB::lldpXdot1RemVlanNameTable",
	.entry = DOT1 ".3.1",
	.columns = (const uint8_t[]){ 2 }, /* lldpXdot1RemVlanName */
	.column_count = 1,
	.on_row = vlan_name_row,
};

static int
protocol_vlan_row(struct device *device, const struct mib_row *row)
{
	struct far_vlan *vlan;

	if (row->index_length == 4 && row->index[3] == 0)
		return 0; /* the port knows no such VLANs */
	vlan = vlan_of(device, row);
	if (vlan == NULL)
		return -1;
	vlan->by_protocol = mib_truth(row, 0);
	return 0;
}

const struct collector far_protocol_vlans_collector = {
	.name = "LLDP-EXT-DOT1-MIB::lldpXdot1RemProtoVlanTable",
	.entry = DOT1 ".2.1",
	.columns = (const uint8_t[]){ 3 }, /* lldpXdot1RemProtoVlanEnabled */
	.column_count = 1,
	.on_row = protocol_vlan_row,
};

/* ---- IEEE 802.3 ---- */

static int
speed_row(struct device *device, const struct mib_row *row)
{
	/* lldpXdot3RemPortAutoNegEnabled, -OperMauType */
	enum { NEGOTIATES, MAU };
	struct far_port *port = port_of(device, row);

	if (port == NULL)
		return -1;
	port->negotiates = mib_truth(row, NEGOTIATES);
	port->mau_type = mib_number(row, MAU);
	return 0;
}

const struct collector far_speeds_collector = {
	.name = "LLDP-EXT-DOT3-MIB::lldpXdot3RemPortTable",
	.entry = DOT3 ".1.1",
	.columns = (const uint8_t[]){ 2, 4 },
	.column_count = 2,
	.on_row = speed_row,
};

static int
lag_row(struct device *device, const struct mib_row *row)
{
	/* lldpXdot3RemLinkAggStatus, -PortId */
	enum { STATUS, NUMBER, IS_ABLE = 0x80, IS_MEMBER = 0x40 };
	struct far_port *port = port_of(device, row);
	size_t length;
	const uint8_t *status = mib_octets(row, STATUS, &length);

	if (port == NULL)
		return -1;
	if (status != NULL) {
		port->can_bundle = (status[0] & IS_ABLE) != 0;
		port->is_bundled = (status[0] & IS_MEMBER) != 0;
	}
	port->bundle = mib_number(row, NUMBER);
	return 0;
}

const struct collector far_lags_collector = {
	.name = "LLDP-EXT-DOT3-MIB::lldpXdot3RemLinkAggTable",
	.entry = DOT3 ".3.1",
	.columns = (const uint8_t[]){ 1, 2 },
	.column_count = 2,
	.on_row = lag_row,
};

static int
frame_row(struct device *device, const struct mib_row *row)
{
	struct far_port *port = port_of(device, row);

	if (port == NULL)
		return -1;
	port->max_frame = mib_number(row, 0);
	return 0;
}

const struct collector far_frames_collector = {
	.name = "LLDP-EXT-DOT3-MIB::lldpXdot3RemMaxFrameSizeTable",
	.entry = DOT3 ".4.1",
	.columns = (const uint8_t[]){ 1 }, /* lldpXdot3RemMaxFrameSize */
	.column_count = 1,
	.on_row = frame_row,
};

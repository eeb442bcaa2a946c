/* collectors.h -- the one list of tables that a crawl reads.
 *
 * A new table is one collector in a file of its group and one line here. */
#ifndef DISCOVER_COLLECTORS_H
#define DISCOVER_COLLECTORS_H

#include <stddef.h>

struct arena;
struct collector;
struct device;
struct mib_row;

extern const struct collector system_collector, engine_collector,
	forwarding_collector, old_forwarding_collector, bridge_collector,
	inventory_collector, part_interfaces_collector;
extern const struct collector interfaces_collector, interface_names_collector;
extern const struct collector addresses_collector, cisco_addresses_collector,
	old_ipv4_addresses_collector, old_ipv6_addresses_collector;
extern const struct collector neighbours_collector, cisco_neighbours_collector,
	old_ipv4_neighbours_collector, old_ipv6_neighbours_collector;
extern const struct collector lldp_local_collector, lldp_ports_collector,
	lldp_local_addresses_collector, lldp_neighbours_collector,
	lldp_addresses_collector;
extern const struct collector lldp_v2_local_collector,
	lldp_v2_neighbours_collector, lldp_v2_addresses_collector;
extern const struct collector lldp_v2_ports_collector,
	lldp_v2_local_addresses_collector, nokia_neighbours_collector,
	nokia_addresses_collector, tplink_neighbours_collector,
	tplink_addresses_collector, mikrotik_neighbours_collector;
extern const struct collector far_untagged_collector, far_vlan_names_collector,
	far_protocol_vlans_collector, far_speeds_collector, far_lags_collector,
	far_frames_collector;
extern const struct collector foundry_neighbours_collector, ptopo_collector;
extern const struct collector med_capabilities_collector,
	med_policies_collector, med_inventory_collector,
	old_med_capabilities_collector, old_med_policies_collector,
	old_med_inventory_collector;
extern const struct collector cdp_neighbours_collector, cdp_global_collector;
extern const struct collector bridge_ports_collector;
extern const struct collector static_vlans_collector, current_vlans_collector,
	port_vlans_collector, fdb_by_vlan_collector, fdb_collector,
	spanning_tree_collector, lags_collector, stacked_ports_collector;
extern const struct collector ipv4_routes_collector, ipv6_routes_collector,
	cidr_routes_collector, old_routes_collector, routers_collector;
extern const struct collector bgp_peers_collector, cisco_bgp_peers_collector,
	juniper_bgp_peers_collector, draft_bgp_peers_collector,
	arista_bgp_peers_collector, dell_bgp_peers_collector,
	nokia_bgp_peers_collector;
extern const struct collector ospf_neighbours_collector,
	ospfv3_neighbours_collector, isis_neighbours_collector,
	isis_addresses_collector, isis_circuits_collector;
extern const struct collector router_adverts_collector, prefixes_collector;
extern const struct collector vrrp_collector, vrrp_addresses_collector,
	vrrpv3_collector, vrrpv3_addresses_collector;
extern const struct collector icmp_messages_collector, connections_collector,
	old_connections_collector, listeners_collector, udp_endpoints_collector;
extern const struct collector ip_counters_collector,
	interface_counters_collector, ipv4_interfaces_collector,
	ipv6_interfaces_collector, old_ipv6_interfaces_collector,
	tunnels_collector, hsrp_collector;
extern const struct collector route_counts_collector, all_routes_collector,
	all_cidr_routes_collector, all_old_routes_collector;
extern const struct collector trap_targets_collector, voice_vlans_collector,
	bgp_families_collector;

extern const struct collector cisco_vlans_collector, cisco_access_collector,
	cisco_trunks_collector;
extern const struct collector vrfs_collector, vrf_interfaces_collector,
	vrf_contexts_collector;

extern const struct collector *const collectors[];
extern const size_t collector_count;
/* Of a device that is documented only: who it is. */
extern const struct collector *const leaf_collectors[];
extern const size_t leaf_collector_count;

/* "mac 00:00:5e:00:53:01", "network address 192.0.2.1": subtype and id as one
 * name; NULL when either is missing. */
const char *lldp_chassis_text(struct arena *, const struct mib_row *,
	int subtype_column, int id_column);

/* Once all tables were read: what one table said and a better one corrects.
 * Own addresses leave the neighbour lists, management addresses that came
 * under another remote index join the neighbour of their port, and routes of
 * an old table give way to those of a newer one. */
void device_settle(struct device *);

#endif

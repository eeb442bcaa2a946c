/* collectors.h -- the one list of tables that a crawl reads.
 *
 * A new table is one collector in a file of its group and one line here. Their
 * order is that of the coverage page; nothing else depends on it. */
#ifndef DISCOVER_COLLECTORS_H
#define DISCOVER_COLLECTORS_H

#include <stddef.h>

struct arena;
struct collector;
struct device;
struct mib_row;

/* TABLE(system): system_collector. */
#define COLLECTORS(TABLE) \
	TABLE(system) \
	TABLE(engine) \
	TABLE(forwarding) \
	TABLE(old_forwarding) \
	TABLE(inventory) \
	TABLE(part_interfaces) \
	TABLE(trap_targets) \
	TABLE(interfaces) \
	TABLE(interface_names) \
	TABLE(addresses) \
	TABLE(old_ipv4_addresses) \
	TABLE(old_ipv6_addresses) \
	TABLE(cisco_addresses) \
	TABLE(neighbours) \
	TABLE(old_ipv4_neighbours) \
	TABLE(old_ipv6_neighbours) \
	TABLE(cisco_neighbours) \
	TABLE(lldp_local) \
	TABLE(lldp_ports) \
	TABLE(lldp_local_addresses) \
	TABLE(lldp_neighbours) \
	TABLE(lldp_addresses) \
	TABLE(lldp_v2_local) \
	TABLE(lldp_v2_ports) \
	TABLE(lldp_v2_local_addresses) \
	TABLE(lldp_v2_neighbours) \
	TABLE(lldp_v2_addresses) \
	TABLE(nokia_neighbours) \
	TABLE(nokia_addresses) \
	TABLE(tplink_neighbours) \
	TABLE(tplink_addresses) \
	TABLE(mikrotik_neighbours) \
	TABLE(med_capabilities) \
	TABLE(old_med_capabilities) \
	TABLE(med_policies) \
	TABLE(old_med_policies) \
	TABLE(med_inventory) \
	TABLE(old_med_inventory) \
	TABLE(far_untagged) \
	TABLE(far_vlan_names) \
	TABLE(far_protocol_vlans) \
	TABLE(far_speeds) \
	TABLE(far_lags) \
	TABLE(far_frames) \
	TABLE(cdp_global) \
	TABLE(cdp_neighbours) \
	TABLE(foundry_neighbours) \
	TABLE(ptopo) \
	TABLE(bridge) \
	TABLE(bridge_ports) \
	TABLE(static_vlans) \
	TABLE(current_vlans) \
	TABLE(port_vlans) \
	TABLE(voice_vlans) \
	TABLE(cisco_vlans) \
	TABLE(cisco_access) \
	TABLE(cisco_trunks) \
	TABLE(fdb_by_vlan) \
	TABLE(fdb) \
	TABLE(spanning_tree) \
	TABLE(lags) \
	TABLE(stacked_ports) \
	TABLE(ipv4_routes) \
	TABLE(ipv6_routes) \
	TABLE(cidr_routes) \
	TABLE(old_routes) \
	TABLE(route_counts) \
	TABLE(all_routes) \
	TABLE(all_cidr_routes) \
	TABLE(all_old_routes) \
	TABLE(routers) \
	TABLE(router_adverts) \
	TABLE(prefixes) \
	TABLE(ipv4_interfaces) \
	TABLE(ipv6_interfaces) \
	TABLE(old_ipv6_interfaces) \
	TABLE(tunnels) \
	TABLE(ip_counters) \
	TABLE(interface_counters) \
	TABLE(icmp_messages) \
	TABLE(vrfs) \
	TABLE(vrf_interfaces) \
	TABLE(vrf_contexts) \
	TABLE(bgp_peers) \
	TABLE(cisco_bgp_peers) \
	TABLE(bgp_families) \
	TABLE(juniper_bgp_peers) \
	TABLE(draft_bgp_peers) \
	TABLE(arista_bgp_peers) \
	TABLE(dell_bgp_peers) \
	TABLE(nokia_bgp_peers) \
	TABLE(connections) \
	TABLE(old_connections) \
	TABLE(listeners) \
	TABLE(udp_endpoints) \
	TABLE(ospf_neighbours) \
	TABLE(ospfv3_neighbours) \
	TABLE(isis_neighbours) \
	TABLE(isis_addresses) \
	TABLE(isis_circuits) \
	TABLE(cisco_isis_neighbours) \
	TABLE(cisco_isis_addresses) \
	TABLE(cisco_isis_circuits) \
	TABLE(vrrp) \
	TABLE(vrrp_addresses) \
	TABLE(vrrpv3) \
	TABLE(vrrpv3_addresses) \
	TABLE(hsrp)

#define DECLARE_COLLECTOR(name) extern const struct collector name##_collector;
COLLECTORS(DECLARE_COLLECTOR)
#undef DECLARE_COLLECTOR

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

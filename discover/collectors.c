/* collectors.c -- the one list of tables that a crawl reads.
 *
 * Their order is that of the coverage page; nothing else depends on it. */
#include "collectors.h"

#include "memory.h"

const struct collector *const collectors[] = {
	&system_collector,
	&engine_collector,
	&forwarding_collector,
	&old_forwarding_collector,
	&inventory_collector,
	&interfaces_collector,
	&interface_names_collector,
	&addresses_collector,
	&old_ipv4_addresses_collector,
	&old_ipv6_addresses_collector,
	&cisco_addresses_collector,
	&neighbours_collector,
	&old_ipv4_neighbours_collector,
	&old_ipv6_neighbours_collector,
	&cisco_neighbours_collector,
	&lldp_local_collector,
	&lldp_ports_collector,
	&lldp_local_addresses_collector,
	&lldp_neighbours_collector,
	&lldp_addresses_collector,
	&cdp_global_collector,
	&cdp_neighbours_collector,
	&bridge_collector,
	&bridge_ports_collector,
	&static_vlans_collector,
	&current_vlans_collector,
	&port_vlans_collector,
	&fdb_by_vlan_collector,
	&fdb_collector,
	&ipv4_routes_collector,
	&ipv6_routes_collector,
	&cidr_routes_collector,
	&old_routes_collector,
	&routers_collector,
};

const size_t collector_count = COUNT(collectors);

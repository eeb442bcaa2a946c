/* store_sql.c -- the statements that write observed rows.
 *
 * INSERT OR IGNORE where an agent may send one row twice. */
#include "store_rows.h"

const char *const statements[STATEMENT_COUNT] = {
	[INSERT_DEVICE] =
		"INSERT INTO device (source, sys_name, sys_descr,"
		" sys_object_id, sys_location, sys_contact, sys_services,"
		" sys_uptime, ip_forwarding, ipv6_forwarding, engine_id,"
		" bridge_mac, lldp_sys_name, chassis_id_subtype, chassis_id,"
		" capabilities, serial, manufacturer, hardware_model, software,"
		" address, snmp_version, security_level,"
		" credential, asked_at) VALUES ('agent', ?, ?, ?, ?, ?, ?, ?,"
		" ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_COVERAGE] =
		"INSERT INTO coverage (device, question, result, rows,"
		" refused, reason) VALUES (?, ?, ?, ?, ?, ?)",
	[INSERT_PART] =
		"INSERT OR IGNORE INTO part (device, part, inside, class, name,"
		" descr, model, serial, manufacturer, software, if_index)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_INTERFACE] =
		"INSERT INTO interface (device, if_index, name, descr, alias,"
		" type, mtu, speed, mac, admin_status, oper_status)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_ADDRESS] =
		"INSERT OR IGNORE INTO address (device, interface, if_index,"
		" family, ip, ip_key, prefix_length, prefix, type, origin,"
		" status, kind, iid, usable, sources)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_NEIGHBOUR] =
		"INSERT OR IGNORE INTO neighbour (device, interface, if_index,"
		" family, ip, ip_key, mac, kind, type, state, is_router,"
		" sources) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_LLDP_LOCAL_PORT] =
		"INSERT INTO lldp_local_port (device, port_number, id_subtype,"
		" id, description) VALUES (?, ?, ?, ?, ?)",
	[INSERT_BRIDGE_PORT] =
		"INSERT OR IGNORE INTO bridge_port (device, port, if_index)"
		" VALUES (?, ?, ?)",
	[INSERT_ADJACENCY] =
		"INSERT INTO adjacency (device, protocol, local_port_number,"
		" if_index, remote_index, chassis_id_subtype, chassis_id,"
		" port_id_subtype, port_id, port_description, sys_name,"
		" sys_descr, capabilities_supported, capabilities_enabled,"
		" device_id, platform, version, vtp_domain, native_vlan,"
		" duplex) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
		" ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_ADJACENCY_ADDRESS] =
		"INSERT OR IGNORE INTO adjacency_address (adjacency, family,"
		" ip, ip_key) VALUES (?, ?, ?, ?)",
	[INSERT_ADJACENCY_MED] =
		"INSERT INTO adjacency_med (adjacency, device_class,"
		" capabilities, hardware, firmware, software, serial,"
		" manufacturer, model, asset)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_ADJACENCY_POLICY] =
		"INSERT OR IGNORE INTO adjacency_policy (adjacency,"
		" application, vlan, priority, dscp, tagged, unknown)"
		" VALUES (?, ?, ?, ?, ?, ?, ?)",
	[INSERT_ADJACENCY_PORT] =
		"INSERT INTO adjacency_port (adjacency, vlan, can_bundle,"
		" is_bundled, bundle, negotiates, mau_type, max_frame)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_ADJACENCY_VLAN] =
		"INSERT INTO adjacency_vlan (adjacency, vlan, name,"
		" by_protocol) VALUES (?, ?, ?, ?)",
	[INSERT_CDP_NAME] =
		"INSERT INTO cdp_name (device, device_id) VALUES (?, ?)",
	[INSERT_VANTAGE] =
		"INSERT INTO vantage (device, looked_at) VALUES (?, ?)",
	[INSERT_ROUTE] =
		"INSERT INTO route (device, family, prefix, next_hop,"
		" next_hop_key, interface, if_index, type, protocol, source)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_DEFAULT_ROUTER] =
		"INSERT INTO default_router (device, family, ip, ip_key,"
		" interface, if_index, lifetime, preference)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_VLAN] =
		"INSERT INTO vlan (device, vlan, name) VALUES (?, ?, ?)",
	[INSERT_VLAN_PORT] =
		"INSERT OR IGNORE INTO vlan_port (device, vlan, port,"
		" if_index, tagging) VALUES (?, ?, ?, ?, ?)",
	[INSERT_PORT_VLAN] =
		"INSERT INTO vlan_port (device, vlan, port, if_index, pvid)"
		" VALUES (?1, ?2, ?3, (SELECT if_index FROM bridge_port"
		" WHERE device = ?1 AND port = ?3), 1)"
		" ON CONFLICT (device, vlan, port) DO UPDATE SET pvid = 1",
	[INSERT_CARRIED_VLAN] =
		"INSERT OR IGNORE INTO vlan_port (device, vlan, port,"
		" if_index, tagging, pvid) VALUES (?, ?, ?, ?, ?, ?)",
	[INSERT_FDB] = "INSERT OR IGNORE INTO fdb (device, vlan, mac, port,"
		       " if_index, status) VALUES (?, ?, ?, ?, ?, ?)",
	/* 23456 stands for an AS number of four octets where two have room. */
	[INSERT_BGP_PEER] =
		"INSERT INTO bgp_peer (device, instance, family, local_ip,"
		" local_ip_key, peer_ip, peer_ip_key, if_index, remote_as,"
		" state, sources) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
		" ON CONFLICT (device, instance, peer_ip, if_index)"
		" DO UPDATE SET local_ip = COALESCE(local_ip,"
		" excluded.local_ip), local_ip_key = COALESCE(local_ip_key,"
		" excluded.local_ip_key), remote_as ="
		" COALESCE(NULLIF(remote_as, 23456), excluded.remote_as,"
		" remote_as), state = COALESCE(state, excluded.state),"
		" sources = sources || ', ' || excluded.sources",
	[INSERT_IGP_NEIGHBOUR] =
		"INSERT INTO igp_neighbour (device, protocol, interface,"
		" if_index, remote_id, state) VALUES (?, ?, ?, ?, ?, ?)",
	[INSERT_IGP_ADDRESS] =
		"INSERT OR IGNORE INTO igp_neighbour_address (neighbour,"
		" family, ip, ip_key) VALUES (?, ?, ?, ?)",
	[INSERT_ROUTER_ADVERT] =
		"INSERT OR IGNORE INTO router_advert (device, interface,"
		" if_index, sends, managed, other, lifetime, max_interval,"
		" mtu, hop_limit, reachable, retransmit)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_PREFIX] =
		"INSERT OR IGNORE INTO prefix (device, interface, if_index,"
		" family, prefix, prefix_key, origin, on_link, autonomous,"
		" preferred_lifetime, valid_lifetime)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_VIRTUAL_ROUTER] =
		"INSERT INTO virtual_router (device, interface, if_index,"
		" number, family, protocol, state, priority, mac, master_ip,"
		" master_ip_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_VIRTUAL_ADDRESS] =
		"INSERT OR IGNORE INTO virtual_router_address"
		" (virtual_router, family, ip, ip_key) VALUES (?, ?, ?, ?)",
	[INSERT_VRF_INTERFACE] =
		"INSERT OR IGNORE INTO vrf_interface (device, vrf, if_index)"
		" VALUES (?, ?, ?)",
	[INSERT_LAG_MEMBER] =
		"INSERT OR IGNORE INTO lag_member (device, aggregate, member,"
		" state, partner, partner_key, source)"
		" VALUES (?, ?, ?, ?, ?, ?, ?)",
	[INSERT_STP_PORT] =
		"INSERT OR IGNORE INTO stp_port (device, port, if_index, state,"
		" designated_bridge, designated_port) VALUES (?, ?, ?, ?, ?, "
		"?)",
	[INSERT_ICMP_COUNT] =
		"INSERT OR IGNORE INTO icmp_count (device, family, type,"
		" received, sent) VALUES (?, ?, ?, ?, ?)",
	[INSERT_LISTENER] =
		"INSERT OR IGNORE INTO listener (device, protocol, family, ip,"
		" ip_key, if_index, port, source)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_IP_COUNTERS] =
		"INSERT OR IGNORE INTO ip_counters (device, family, interface,"
		" if_index, bits, in_packets, in_octets, forwarded,"
		" out_packets, out_octets, discontinuity)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_IP_INTERFACE] =
		"INSERT OR IGNORE INTO ip_interface (device, interface,"
		" if_index, family, enabled, forwards, source)"
		" VALUES (?, ?, ?, ?, ?, ?, ?)",
	[INSERT_TUNNEL] =
		"INSERT OR IGNORE INTO tunnel (device, interface, if_index,"
		" method, local_ip, local_ip_key, remote_ip, remote_ip_key)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_TRAP_TARGET] =
		"INSERT OR IGNORE INTO trap_target (device, family, ip, ip_key,"
		" port) VALUES (?, ?, ?, ?, ?)",
	[INSERT_VOICE_VLAN] =
		"INSERT OR IGNORE INTO port_voice_vlan (device, if_index, vlan)"
		" VALUES (?, ?, ?)",
	[INSERT_BGP_FAMILY] =
		"INSERT OR IGNORE INTO bgp_family (device, peer_ip,"
		" peer_ip_key, afi, safi, accepted, advertised)"
		" VALUES (?, ?, ?, ?, ?, ?, ?)",
	[INSERT_CANDIDATE] =
		"INSERT OR REPLACE INTO candidate (ip, ip_key, found_by,"
		" found_on, result, device, detail, requests)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	[INSERT_META] = "INSERT INTO meta (id, observed_at, started_at, tool)"
			" VALUES (1, ?, ?, ?)",
	[UPDATE_META] = "UPDATE meta SET finished_at = ?, complete = ?",
	[INSERT_SETTING] = "INSERT INTO setting (name, value) VALUES (?, ?)",
};

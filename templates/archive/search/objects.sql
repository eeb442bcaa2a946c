-- objects.sql: what a state holds that can be searched, from the tables of its
-- topology.db, which is attached as `state`.
--
-- Into TEMP table found goes each object, with the page that shows it; into told
-- what it is found by. `ref` ties the two together within a type. A text goes
-- through fold(), an address through ip_key(), a prefix through prefix_value(), a
-- MAC through mac_number(); NULL and what is none of these is left out.
-- A state that was never analysed has no keys: what lacks one is no object.

CREATE TEMP TABLE found (
	type INTEGER NOT NULL,
	ref NOT NULL,
	key TEXT NOT NULL,
	above_type INTEGER,
	above_ref,
	name TEXT NOT NULL,
	detail TEXT NOT NULL,
	page TEXT NOT NULL,
	PRIMARY KEY (type, ref)
) WITHOUT ROWID;

CREATE TEMP TABLE told (
	type INTEGER NOT NULL,
	ref NOT NULL,
	kind INTEGER NOT NULL,
	value,
	field TEXT NOT NULL
);

-- ------------------------------------------------------------- devices ----

INSERT OR IGNORE INTO found
SELECT 1, d.id, d.key, NULL, NULL, d.name,
       trim(coalesce(CASE d.role WHEN 'l3switch' THEN 'layer 3 switch'
                                 WHEN 'ap' THEN 'access point'
                                 ELSE d.role END || ', ', '')
            || coalesce(s.name || ', ', '')
            || coalesce(d.vendor || ' ', '') || coalesce(d.model, ''), ', '),
       'devices/' || d.slug || '.html'
FROM   state.device d
LEFT JOIN state.site s ON s.id = d.site;

INSERT INTO told
SELECT 1, id, 1, fold(name), 'name' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(nullif(sys_name, name)), 'sysName' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(nullif(lldp_sys_name, name)), 'LLDP name'
FROM   state.device
UNION ALL
SELECT 1, device, 1, fold(device_id), 'CDP name' FROM state.cdp_name
UNION ALL
SELECT 1, id, 1, fold(serial), 'serial number' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(engine_id), 'engine id' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(chassis_id), 'chassis id' FROM state.device
WHERE  chassis_id_subtype IS NOT 'mac'
UNION ALL
SELECT 1, id, 4, mac_number(chassis_id), 'chassis id' FROM state.device
WHERE  chassis_id_subtype IS 'mac'
UNION ALL
SELECT 1, id, 4, mac_number(bridge_mac), 'bridge MAC' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(vendor), 'vendor' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(model), 'model' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(software), 'software' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(sys_descr), 'description' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(sys_object_id), 'sysObjectID' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(sys_location), 'location' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(sys_contact), 'contact' FROM state.device
UNION ALL
SELECT 1, id, 1, fold(role), 'role' FROM state.device
UNION ALL
SELECT 1, d.id, 1, fold(s.name), 'site'
FROM   state.device d
JOIN   state.site s ON s.id = d.site
UNION ALL
SELECT 1, id, 2, ip_key(address), 'address' FROM state.device;

-- What others call it, where it does not say so itself.
INSERT INTO told
SELECT 1, i.device,
       CASE i.kind WHEN 'mac' THEN 4 WHEN 'address' THEN 2 ELSE 1 END,
       CASE i.kind WHEN 'mac' THEN mac_number(i.value)
                   WHEN 'address' THEN ip_key(i.value)
                   ELSE fold(i.value) END,
       i.kind
FROM   state.device_identity i
JOIN   state.device d ON d.id = i.device
WHERE  d.source <> 'agent'
OR     i.kind NOT IN ('mac', 'address', 'serial', 'engine id', 'chassis id',
                      'bridge mac', 'sysName');

-- What neighbours say of who was never asked.
INSERT INTO told
SELECT 1, a.far_device, 1, fold(a.sys_descr), 'description by LLDP'
FROM   state.adjacency a
JOIN   state.device d ON d.id = a.far_device
WHERE  d.source <> 'agent'
UNION ALL
SELECT 1, a.far_device, 1, fold(a.platform), 'platform by its neighbour'
FROM   state.adjacency a
JOIN   state.device d ON d.id = a.far_device
WHERE  d.source <> 'agent'
UNION ALL
SELECT 1, a.far_device, 2, ip_key(m.ip), 'address by LLDP'
FROM   state.adjacency_address m
JOIN   state.adjacency a ON a.id = m.adjacency
JOIN   state.device d ON d.id = a.far_device
WHERE  d.source <> 'agent'
UNION ALL
SELECT 1, a.far_device, 1, fold(m.serial), 'serial number by LLDP-MED'
FROM   state.adjacency_med m
JOIN   state.adjacency a ON a.id = m.adjacency
WHERE  a.far_device IS NOT NULL
UNION ALL
SELECT 1, a.far_device, 1, fold(m.model), 'model by LLDP-MED'
FROM   state.adjacency_med m
JOIN   state.adjacency a ON a.id = m.adjacency
WHERE  a.far_device IS NOT NULL
UNION ALL
SELECT 1, a.far_device, 1, fold(m.asset), 'asset number by LLDP-MED'
FROM   state.adjacency_med m
JOIN   state.adjacency a ON a.id = m.adjacency
WHERE  a.far_device IS NOT NULL;

-- ---------------------------------------------------------- interfaces ----

CREATE TEMP TABLE port (
	interface INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	label TEXT NOT NULL,
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	page TEXT NOT NULL -- of its device
);

INSERT OR IGNORE INTO port
SELECT i.id, i.device,
       coalesce(nullif(i.name, ''), i.descr, i.if_index, 'unnamed'),
       d.key || '/' || coalesce(nullif(i.name, ''), i.descr, i.if_index, i.id),
       d.name || ' '
           || coalesce(nullif(i.name, ''), i.descr, i.if_index, 'unnamed'),
       'devices/' || d.slug || '.html'
FROM   state.interface i
JOIN   state.device d ON d.id = i.device;

INSERT OR IGNORE INTO found
SELECT 2, i.id, p.key, 1, p.device, p.name,
       trim(coalesce(nullif(i.alias, '') || ', ', '')
            || coalesce('VLAN ' || i.vlan || ', ', '')
            || coalesce(i.mac, ''), ', '),
       p.page || iif(i.source = 'agent', '#interfaces', '')
FROM   state.interface i
JOIN   port p ON p.interface = i.id;

INSERT INTO told
SELECT 2, id, 1, fold(nullif(name, '')), 'name' FROM state.interface
UNION ALL
SELECT 2, id, 1, fold(nullif(nullif(descr, ''), name)), 'ifDescr'
FROM   state.interface
UNION ALL
SELECT 2, id, 1, fold(nullif(alias, '')), 'alias' FROM state.interface
UNION ALL
SELECT 2, id, 4, mac_number(mac), 'MAC' FROM state.interface
UNION ALL
SELECT 2, interface, 1, fold(sys_name), 'its neighbour''s name'
FROM   state.adjacency WHERE interface IS NOT NULL
UNION ALL
SELECT 2, interface, 1, fold(device_id), 'its neighbour''s CDP name'
FROM   state.adjacency WHERE interface IS NOT NULL
UNION ALL
SELECT 2, interface, 1, fold(sys_descr), 'its neighbour''s description'
FROM   state.adjacency WHERE interface IS NOT NULL
UNION ALL
SELECT 2, interface, 1, fold(platform), 'its neighbour''s platform'
FROM   state.adjacency WHERE interface IS NOT NULL
UNION ALL
SELECT 2, interface, 1, fold(version), 'its neighbour''s software'
FROM   state.adjacency WHERE interface IS NOT NULL
UNION ALL
SELECT 2, interface, 1, fold(port_id), 'its neighbour''s port'
FROM   state.adjacency
WHERE  interface IS NOT NULL AND port_id_subtype IS NOT 'mac'
UNION ALL
SELECT 2, interface, 4, mac_number(port_id), 'its neighbour''s port'
FROM   state.adjacency
WHERE  interface IS NOT NULL AND port_id_subtype = 'mac'
UNION ALL
SELECT 2, interface, 1, fold(port_description),
       'its neighbour''s port description'
FROM   state.adjacency WHERE interface IS NOT NULL
UNION ALL
SELECT 2, interface, 1, fold(chassis_id), 'its neighbour''s chassis id'
FROM   state.adjacency
WHERE  interface IS NOT NULL AND chassis_id_subtype IS NOT 'mac'
UNION ALL
SELECT 2, interface, 4, mac_number(chassis_id), 'its neighbour''s chassis id'
FROM   state.adjacency
WHERE  interface IS NOT NULL AND chassis_id_subtype = 'mac'
UNION ALL
SELECT 2, a.interface, 2, ip_key(m.ip), 'its neighbour''s address'
FROM   state.adjacency_address m
JOIN   state.adjacency a ON a.id = m.adjacency
WHERE  a.interface IS NOT NULL;

-- ----------------------------------------------------------- addresses ----

INSERT OR IGNORE INTO found
SELECT 3, a.id, coalesce(p.key, d.key || '/') || ' ' || a.ip,
       iif(p.interface IS NULL, 1, 2), coalesce(p.interface, d.id),
       a.ip || coalesce('/' || a.prefix_length, ''),
       coalesce(p.name, d.name) || ', ' || a.kind
           || coalesce(', ' || a.iid, ''),
       'devices/' || d.slug || '.html#addresses'
FROM   state.address a
JOIN   state.device d ON d.id = a.device
LEFT JOIN port p ON p.interface = a.interface;

INSERT INTO told
SELECT 3, id, 2, ip_key(ip), 'IPv' || family || ' address'
FROM   state.address
UNION ALL
SELECT 3, id, 4, mac_number(iid_mac(ip)), 'MAC in its interface id'
FROM   state.address
WHERE  family = 6
AND    iid = 'EUI-64';

-- --------------------------------------------------------------- hosts ----

CREATE TEMP TABLE host_pages AS
SELECT count(*) <= 2000 AS are_one FROM state.host;

INSERT OR IGNORE INTO found
SELECT 4, h.id,
       coalesce(g.key, 'VLAN ' || h.vlan, 'bridged') || ' ' || h.mac,
       iif(g.id IS NULL, NULL, 7), g.id,
       coalesce(d.name, h.mac),
       trim(iif(d.name IS NULL, '', h.mac || ', ')
            || coalesce(g.name, 'VLAN ' || h.vlan, '')
            || coalesce(', on ' || p.name, '')
            || coalesce(', ' || h.vendor, ''), ', '),
       CASE WHEN g.id IS NULL THEN 'hosts.html#heard-by-bridges-only'
            WHEN (SELECT are_one FROM host_pages)
            THEN 'hosts.html#segment-' || g.slug
            ELSE 'hosts/' || coalesce(s.slug, 'no.site') || '.html#segment-'
                 || g.slug END
FROM   state.host h
LEFT JOIN state.segment g ON g.id = h.segment
LEFT JOIN state.site s ON s.id = g.site
LEFT JOIN state.device d ON d.id = h.device
LEFT JOIN port p ON p.interface = h.port;

INSERT INTO told
SELECT 4, id, 4, mac_number(mac), 'MAC' FROM state.host
UNION ALL
SELECT 4, host, 2, ip_key(ip), 'IPv' || family || ' address'
FROM   state.host_address
UNION ALL
SELECT 4, h.id, 1, fold(d.name), 'name'
FROM   state.host h
JOIN   state.device d ON d.id = h.device
UNION ALL
SELECT 4, id, 1, fold(vendor), 'maker of its MAC' FROM state.host
UNION ALL
SELECT 4, h.id, 1, fold(p.name), 'port it was heard on'
FROM   state.host h
JOIN   port p ON p.interface = h.port;

-- An interface identifier that is another's MAC.
INSERT INTO told
SELECT 4, h.id, 4, mac_number(iid_mac(a.ip)), 'MAC in its interface id'
FROM   state.host_address a
JOIN   state.host h ON h.id = a.host
WHERE  a.family = 6
AND    iid_mac(a.ip) <> h.mac;

-- ---------------------------------------------------------- ARP and ND ----

-- Only what is neither an address of a device nor of a host.
CREATE TEMP TABLE known_address (
	ip TEXT NOT NULL,
	mac TEXT,
	PRIMARY KEY (ip, mac)
);

INSERT OR IGNORE INTO known_address
SELECT a.ip, i.mac
FROM   state.address a
JOIN   state.interface i ON i.id = a.interface
WHERE  i.mac IS NOT NULL;

INSERT OR IGNORE INTO known_address
SELECT a.ip, h.mac
FROM   state.host_address a
JOIN   state.host h ON h.id = a.host;

INSERT OR IGNORE INTO found
SELECT 5, n.id,
       coalesce(p.key, d.key || '/') || ' ' || n.ip || ' '
           || coalesce(n.mac, ''),
       iif(p.interface IS NULL, 1, 2), coalesce(p.interface, d.id),
       n.ip,
       coalesce('at ' || n.mac, 'without a MAC') || ', heard by '
           || coalesce(p.name, d.name),
       'devices/' || d.slug || '.html#arp-and-nd'
FROM   state.neighbour n
JOIN   state.device d ON d.id = n.device
LEFT JOIN port p ON p.interface = n.interface
WHERE  NOT EXISTS (SELECT 1 FROM known_address k
                   WHERE  k.ip = n.ip
                   AND    (n.mac IS NULL OR k.mac = n.mac));

INSERT INTO told
SELECT 5, n.id, 2, ip_key(n.ip), 'IPv' || n.family || ' address'
FROM   found f
JOIN   state.neighbour n ON n.id = f.ref
WHERE  f.type = 5
UNION ALL
SELECT 5, n.id, 4, mac_number(n.mac), 'MAC'
FROM   found f
JOIN   state.neighbour n ON n.id = f.ref
WHERE  f.type = 5;

-- ------------------------------------------------- prefixes, segments ----

INSERT OR IGNORE INTO found
SELECT 6, s.id, s.key, NULL, NULL, s.key,
       trim(s.status || coalesce(', ' || t.name, '')
            || coalesce(', VLAN ' || s.vlan, '')
            || coalesce(', ' || s.use, ''), ', '),
       'ipam/' || iif(s.length = iif(s.family = 6, 128, 32),
                      coalesce(u.slug, s.slug), s.slug) || '.html'
FROM   state.space s
LEFT JOIN state.space u ON u.id = s.parent
LEFT JOIN state.site t ON t.id = s.site;

INSERT INTO told
SELECT 6, id, 3, prefix_value(prefix), 'prefix' FROM state.space
UNION ALL
SELECT 6, id, 1, fold(use), 'use' FROM state.space
UNION ALL
SELECT 6, id, 1, fold(nullif(vrf, '')), 'VRF' FROM state.space
UNION ALL
SELECT 6, s.id, 1, fold(f.source), 'who gave it'
FROM   state.space s
JOIN   state.fact_own_prefix f ON f.prefix = s.prefix
UNION ALL
SELECT 6, s.id, 1, fold(f.registry_ref), 'reference'
FROM   state.space s
JOIN   state.fact_own_prefix f ON f.prefix = s.prefix;

INSERT OR IGNORE INTO found
SELECT 7, g.id, g.key, iif(s.id IS NULL, NULL, 9), s.id, g.name,
       trim(CASE g.kind WHEN 'p2p' THEN 'point-to-point' ELSE 'LAN' END
            || coalesce(', ' || s.name, '')
            || coalesce(', ' || g.class, ''), ', '),
       'segments.html#segment-' || g.slug
FROM   state.segment g
LEFT JOIN state.site s ON s.id = g.site;

INSERT INTO told
SELECT 7, id, 1, fold(name), 'name' FROM state.segment
UNION ALL
SELECT 7, id, 1, fold(vlan), 'VLAN' FROM state.segment
UNION ALL
SELECT 7, id, 1, 'vlan' || vlan, 'VLAN' FROM state.segment
UNION ALL
SELECT 7, segment, 3, prefix_value(prefix), 'prefix'
FROM   state.segment_prefix;

CREATE TEMP TABLE vlan_seen AS
SELECT v.vlan, coalesce(v.name, '') AS name,
       count(DISTINCT v.device) AS switches,
       (SELECT 'segments.html#segment-' || g.slug
        FROM   state.segment g
        WHERE  g.vlan = v.vlan
        ORDER BY g.key
        LIMIT  1) AS segment_page,
       min('devices/' || d.slug || '.html') AS device_page
FROM   state.vlan v
JOIN   state.device d ON d.id = v.device
GROUP BY v.vlan, coalesce(v.name, '');

INSERT OR IGNORE INTO found
SELECT 8, vlan || ' ' || name, vlan || ' ' || name, NULL, NULL,
       trim('VLAN ' || vlan || ' ' || name),
       switches || iif(switches = 1, ' switch has it', ' switches have it'),
       coalesce(segment_page, device_page)
FROM   vlan_seen;

INSERT INTO told
SELECT 8, vlan || ' ' || name, 1, fold(vlan), 'number' FROM vlan_seen
UNION ALL
SELECT 8, vlan || ' ' || name, 1, 'vlan', 'kind' FROM vlan_seen
UNION ALL
SELECT 8, vlan || ' ' || name, 1, 'vlan' || vlan, 'number' FROM vlan_seen
UNION ALL
SELECT 8, vlan || ' ' || name, 1, fold(nullif(name, '')), 'name'
FROM   vlan_seen;

INSERT OR IGNORE INTO found
SELECT 9, id, id, NULL, NULL, name, id, 'sites/' || slug || '.html'
FROM   state.site;

INSERT INTO told
SELECT 9, id, 1, fold(name), 'name' FROM state.site
UNION ALL
SELECT 9, id, 1, fold(nullif(id, name)), 'id' FROM state.site
UNION ALL
SELECT 9, site, 3, prefix_value(prefix), 'prefix'
FROM   state.fact_site_prefix
WHERE  site IN (SELECT id FROM state.site);

-- --------------------------------------------------------------- links ----

INSERT OR IGNORE INTO found
SELECT 10, l.id, l.key, NULL, NULL,
       coalesce(p.name, a.name) || ' - ' || coalesce(q.name, b.name),
       upper(l.protocols) || ', ' || l.evidence, 'links.html'
FROM   state.link l
JOIN   state.device a ON a.id = l.a_device
JOIN   state.device b ON b.id = l.b_device
LEFT JOIN port p ON p.interface = l.a_interface
LEFT JOIN port q ON q.interface = l.b_interface;

INSERT INTO told
SELECT 10, l.id, 1, fold(coalesce(p.name, a.name)), 'end'
FROM   state.link l
JOIN   state.device a ON a.id = l.a_device
LEFT JOIN port p ON p.interface = l.a_interface
UNION ALL
SELECT 10, l.id, 1, fold(coalesce(q.name, b.name)), 'end'
FROM   state.link l
JOIN   state.device b ON b.id = l.b_device
LEFT JOIN port q ON q.interface = l.b_interface;

INSERT OR IGNORE INTO found
SELECT 11, l.id, l.key, NULL, NULL,
       coalesce(p.name, a.name) || ' - ' || coalesce(q.name, b.name),
       l.protocols || ', ' || l.evidence, 'routed-links.html'
FROM   state.routed_link l
JOIN   state.device a ON a.id = l.a_device
JOIN   state.device b ON b.id = l.b_device
LEFT JOIN port p ON p.interface = l.a_interface
LEFT JOIN port q ON q.interface = l.b_interface;

INSERT INTO told
SELECT 11, l.id, 1, fold(coalesce(p.name, a.name)), 'end'
FROM   state.routed_link l
JOIN   state.device a ON a.id = l.a_device
LEFT JOIN port p ON p.interface = l.a_interface
UNION ALL
SELECT 11, l.id, 1, fold(coalesce(q.name, b.name)), 'end'
FROM   state.routed_link l
JOIN   state.device b ON b.id = l.b_device
LEFT JOIN port q ON q.interface = l.b_interface;

-- --------------------------------------------------- services, circuits ----

INSERT OR IGNORE INTO found
SELECT 12, s.id, s.key, iif(d.id IS NULL, NULL, 1), d.id, s.name,
       trim(coalesce(s.fqdn, '') || ', ' || s.kind || ', ' || s.class, ', '),
       'services/' || s.slug || '.html'
FROM   state.service s
LEFT JOIN state.device d ON d.id = s.device;

INSERT INTO told
SELECT 12, id, 1, fold(key), 'name' FROM state.service
UNION ALL
SELECT 12, id, 1, fold(fqdn), 'domain name' FROM state.service
UNION ALL
SELECT 12, id, 1, fold(kind), 'kind' FROM state.service
UNION ALL
SELECT 12, service, 2, ip_key(ip), 'IPv' || family || ' address'
FROM   state.service_family
UNION ALL
SELECT 12, s.id, 1, fold(c.names), 'names of its certificate'
FROM   state.service s
JOIN   state.probe p ON p.target = s.key
JOIN   state.probe_certificate c ON c.probe = p.id
UNION ALL
SELECT 12, s.id, 1, fold(c.fingerprint), 'certificate'
FROM   state.service s
JOIN   state.probe p ON p.target = s.key
JOIN   state.probe_certificate c ON c.probe = p.id;

INSERT OR IGNORE INTO found
SELECT 13, c.id, c.id, NULL, NULL, c.id,
       trim(coalesce(f.provider || ', ', '') || coalesce(p.name || ', ', '')
            || c.class, ', '),
       'uplinks/' || c.slug || '.html'
FROM   state.circuit c
JOIN   state.fact_circuit f ON f.id = c.id
LEFT JOIN port p ON p.interface = c.interface;

INSERT INTO told
SELECT 13, id, 1, fold(id), 'id' FROM state.circuit
UNION ALL
SELECT 13, id, 1, fold(provider), 'provider' FROM state.fact_circuit
UNION ALL
SELECT 13, id, 1, fold(contract), 'contract' FROM state.fact_circuit
UNION ALL
SELECT 13, id, 1, 'as' || provider_as, 'provider''s AS' FROM state.fact_circuit
UNION ALL
SELECT 13, id, 1, fold(device), 'device' FROM state.fact_circuit
UNION ALL
SELECT 13, id, 1, fold(owner), 'owner' FROM state.fact_circuit
UNION ALL
SELECT 13, id, 1, fold(note), 'note' FROM state.fact_circuit
UNION ALL
SELECT 13, circuit, 3, prefix_value(prefix), 'prefix'
FROM   state.fact_circuit_prefix;

-- ------------------------------------------------------ parts of devices ----

INSERT OR IGNORE INTO found
SELECT 14, p.device || ' ' || p.part,
       d.key || '/' || coalesce(nullif(p.serial, ''), p.name, p.part)
           || ' ' || coalesce(p.model, ''),
       1, d.id,
       coalesce(nullif(p.name, ''), nullif(p.descr, ''), p.class, 'part')
           || ' of ' || d.name,
       trim(coalesce(p.class || ', ', '') || coalesce(p.model || ', ', '')
            || coalesce('serial number ' || p.serial, ''), ', '),
       'devices/' || d.slug || '.html#parts'
FROM   state.part p
JOIN   state.device d ON d.id = p.device
WHERE  (p.serial <> '' AND p.serial IS NOT d.serial)
OR     (p.model <> '' AND p.class IS NOT 'chassis');

INSERT INTO told
SELECT 14, p.device || ' ' || p.part, 1, fold(nullif(p.serial, '')),
       'serial number'
FROM   state.part p
UNION ALL
SELECT 14, p.device || ' ' || p.part, 1, fold(nullif(p.model, '')), 'model'
FROM   state.part p
UNION ALL
SELECT 14, p.device || ' ' || p.part, 1, fold(nullif(p.name, '')), 'name'
FROM   state.part p
UNION ALL
SELECT 14, p.device || ' ' || p.part, 1, fold(nullif(p.descr, '')),
       'description'
FROM   state.part p
UNION ALL
SELECT 14, p.device || ' ' || p.part, 1, fold(nullif(p.software, '')),
       'software'
FROM   state.part p;

-- -------------------------------------------------------------- routing ----

INSERT OR IGNORE INTO found
SELECT 15, b.id, d.key || '/' || b.instance || ' ' || b.peer_ip || ' '
           || b.if_index,
       1, d.id, b.peer_ip,
       trim('of ' || d.name || coalesce(', AS ' || b.remote_as, '')),
       'devices/' || d.slug || '.html#bgp-peers'
FROM   state.bgp_peer b
JOIN   state.device d ON d.id = b.device;

INSERT INTO told
SELECT 15, id, 2, ip_key(peer_ip), 'peer' FROM state.bgp_peer
UNION ALL
SELECT 15, id, 2, ip_key(local_ip), 'own address' FROM state.bgp_peer
UNION ALL
SELECT 15, id, 1, fold(remote_as), 'AS' FROM state.bgp_peer
UNION ALL
SELECT 15, id, 1, 'as' || remote_as, 'AS' FROM state.bgp_peer;

INSERT OR IGNORE INTO found
SELECT 16, v.id,
       d.key || '/' || v.if_index || ' ' || v.protocol || ' ' || v.family
           || ' ' || v.number,
       iif(p.interface IS NULL, 1, 2), coalesce(p.interface, d.id),
       v.protocol || ' ' || v.number || ' of ' || coalesce(p.name, d.name),
       coalesce(v.state, ''), 'devices/' || d.slug || '.html'
FROM   state.virtual_router v
JOIN   state.device d ON d.id = v.device
LEFT JOIN port p ON p.interface = v.interface;

INSERT INTO told
SELECT 16, virtual_router, 2, ip_key(ip), 'IPv' || family || ' address'
FROM   state.virtual_router_address
UNION ALL
SELECT 16, id, 4, mac_number(mac), 'MAC' FROM state.virtual_router
UNION ALL
SELECT 16, id, 1, fold(protocol), 'protocol' FROM state.virtual_router;

-- --------------------------------------------------- what people stated ----

INSERT OR IGNORE INTO found
SELECT 17, rowid, name || ' ' || role, NULL, NULL, name,
       trim(role || coalesce(', ' || firm, ''), ', '), 'people.html'
FROM   state.fact_person;

INSERT INTO told
SELECT 17, rowid, 1, fold(name), 'name' FROM state.fact_person
UNION ALL
SELECT 17, rowid, 1, fold(role), 'role' FROM state.fact_person
UNION ALL
SELECT 17, rowid, 1, fold(firm), 'firm' FROM state.fact_person
UNION ALL
SELECT 17, rowid, 1, fold(contract), 'contract' FROM state.fact_person
UNION ALL
SELECT 17, rowid, 1, fold(note), 'note' FROM state.fact_person;

INSERT OR IGNORE INTO found
SELECT 18, name, name, NULL, NULL, name, coalesce(state, ''), 'projects.html'
FROM   state.fact_project;

INSERT INTO told
SELECT 18, name, 1, fold(name), 'name' FROM state.fact_project
UNION ALL
SELECT 18, name, 1, fold(owner), 'owner' FROM state.fact_project
UNION ALL
SELECT 18, name, 1, fold(note), 'note' FROM state.fact_project;

INSERT OR IGNORE INTO found
SELECT 19, 'task ' || id, 'task ' || id, NULL, NULL, title,
       trim(id || ', ' || state || coalesce(', ' || owner, ''), ', '),
       'plan.html'
FROM   state.fact_task
UNION ALL
SELECT 19, 'phase ' || id, 'phase ' || id, NULL, NULL, title, 'phase ' || id,
       'plan.html'
FROM   state.fact_phase;

INSERT INTO told
SELECT 19, 'task ' || id, 1, fold(id), 'id' FROM state.fact_task
UNION ALL
SELECT 19, 'task ' || id, 1, fold(title), 'title' FROM state.fact_task
UNION ALL
SELECT 19, 'task ' || id, 1, fold(owner), 'owner' FROM state.fact_task
UNION ALL
SELECT 19, 'phase ' || id, 1, fold(id), 'id' FROM state.fact_phase
UNION ALL
SELECT 19, 'phase ' || id, 1, fold(title), 'title' FROM state.fact_phase;

-- facts.sql: what people state of a generated network, and what probes of it
-- told: sites, phases, a plan of all prefixes, services, lines, voice,
-- controls, monitoring, devices one by one.
BEGIN;
UPDATE meta SET phase = 'p1';
INSERT INTO fact_phase (id, ordinal, title)
VALUES ('p0', 1, 'Baseline'), ('p1', 2, 'Core'), ('p2', 3, 'Servers'),
       ('p3', 4, 'All');
CREATE TEMP TABLE place AS
SELECT sys_location AS id, ROW_NUMBER() OVER (ORDER BY MIN(id)) AS i,
       MIN(id) AS device
FROM   device
WHERE  sys_location IS NOT NULL
GROUP  BY sys_location;
CREATE TEMP TABLE net AS
SELECT a.prefix, MIN(d.sys_location) AS site, a.family, MIN(a.ip) AS ip,
       MIN(d.id) AS device, MIN(a.ip_key) AS ip_key,
       CAST(LTRIM(n.name, 'Vlan') AS INTEGER) AS vlan,
       ROW_NUMBER() OVER (ORDER BY MIN(a.id)) AS i
FROM   address a
JOIN   device d ON d.id = a.device
JOIN   interface n ON n.id = a.interface
WHERE  a.kind = 'global'
GROUP  BY a.prefix;

INSERT INTO fact_site (id, name, match_location) SELECT id, id, id FROM place;
INSERT INTO fact_site_prefix (site, prefix) SELECT site, prefix FROM net;
INSERT INTO fact_own_prefix (prefix, kind, announce)
VALUES ('198.18.0.0/15', 'PI', 1), ('2001:db8::/32', 'PI', 1);
INSERT INTO fact_plan_prefix (prefix, site, vlan, role, status, target_phase)
SELECT prefix, site, vlan, 'lan', 'active', 'p' || (i % 4) FROM net
UNION  ALL
SELECT printf('2001:db8:%x:ff::/64', i), id, 255, 'lan', 'reserved', 'p3'
FROM   place;
INSERT INTO fact_numbering VALUES (1, 'vlan-decimal');
INSERT INTO fact_device (name, role, site, target_phase, capability)
SELECT sys_name, iif(id % 5 = 0, 'router', 'l3switch'), sys_location,
       'p' || (id % 4), 1 + id % 5
FROM   device
WHERE  sys_name IS NOT NULL;
INSERT INTO fact_device_match (device, kind, value)
SELECT sys_name, 'name', sys_name FROM device WHERE sys_name IS NOT NULL;
INSERT INTO fact_monitor (object, v4, v6)
SELECT sys_name, 1, id % 2 FROM device WHERE sys_name IS NOT NULL;
INSERT INTO fact_nd_limit (device, entries)
SELECT sys_name, 512 FROM device WHERE id % 10 = 0;
INSERT INTO fact_management (vlan, site)
SELECT DISTINCT vlan, site FROM net WHERE i % 5 = 0;
INSERT INTO fact_ra_model (vlan, site, model)
SELECT DISTINCT vlan, site, 'slaac' FROM net WHERE family = 6;
INSERT INTO fact_expect_router (vlan, site, device)
SELECT DISTINCT n.vlan, n.site, d.sys_name
FROM   net n
JOIN   device d ON d.id = n.device
WHERE  n.family = 6;
INSERT INTO fact_ipv4_only (vlan, site)
SELECT DISTINCT vlan, site FROM net WHERE i % 9 = 0;
INSERT INTO fact_voice (vlan, site, registrar, trunk, trunk_ipv6)
SELECT vlan, site, 'sip' || (i % 20), 'Alder', 'planned'
FROM   (SELECT DISTINCT vlan, site, i % 20 AS i FROM net);
INSERT INTO fact_security_control (vlan, site, control, state)
SELECT DISTINCT n.vlan, n.site, c.value, iif(n.i % 3, 'on', 'off')
FROM   net n,
       json_each('["ra-guard", "dhcpv6-guard", "source-guard"]') c;
INSERT INTO fact_security_control (device, control, state)
SELECT sys_name, 'nd-cache-limit', 'on' FROM device WHERE sys_name IS NOT NULL;
INSERT INTO fact_circuit (id, kind, provider, device, interface, target_phase)
SELECT 'line-' || p.i, iif(p.i % 4, 'wan', 'uplink'), 'Alder', d.sys_name,
       (SELECT n.name FROM interface n WHERE n.device = d.id
        ORDER BY n.id LIMIT 1),
       'p1'
FROM   place p
JOIN   device d ON d.id = p.device;
INSERT INTO fact_circuit_prefix (circuit, prefix)
SELECT 'line-' || i, printf('203.0.113.%d/32', i % 256) FROM place
UNION  ALL
SELECT 'line-' || i, printf('3fff:%x::/64', i) FROM place;
INSERT INTO fact_circuit_target (circuit, ip)
SELECT 'line-' || i, printf('203.0.113.%d', i % 256) FROM place;
INSERT INTO fact_answer (item, circuit, value, by_name, date)
SELECT 'REQ' || value, 'line-' || i, 'yes', 'Ines Harbour', 1789000000
FROM   place, json_each('[1, 2, 3, 4]');
INSERT INTO fact_service (name, port, zone, kind, exposure, device,
                          target_phase)
SELECT 'svc' || n.i, 443, 'example.net', 'https',
       iif(n.i % 2, 'public', 'internal'),
       d.sys_name, 'p2'
FROM   net n
JOIN   device d ON d.id = n.device
WHERE  n.i % 5 = 0;
INSERT INTO fact_service (name, port, zone, kind, exposure, device,
                          target_phase)
SELECT 'sip' || (i - 1), 5060, 'example.net', 'sip', 'internal', NULL, 'p3'
FROM   place WHERE i <= 20;
INSERT INTO fact_dns_zone (zone) VALUES ('example.net');
INSERT INTO fact_dns_zone_server VALUES ('example.net', 'svc5.example.net');
INSERT INTO fact_vantage (name, vlan, site, zone)
SELECT 'collector', 1, id, 'inside' FROM place WHERE i = 1;
INSERT INTO fact_zone_policy (from_zone, to_zone, v4, v6)
VALUES ('inside', 'dmz', 1, 0);
INSERT INTO fact_waiver (finding, object, reason, by_name, until)
SELECT 'P-01', prefix, 'old', 'Ines Harbour', 1814313600
FROM   net
WHERE  i % 50 = 0;

INSERT INTO probe_family
VALUES (4, 1, 1, 1, 1, 1789632000), (6, 1, 1, 1, 1, 1789632000);
INSERT INTO probe (kind, target, name, family, ip, ip_key, proto, port, vantage,
                   result, reason, at)
SELECT 'M1', d.sys_name, 'sysName', a.family, a.ip, a.ip_key, 'udp', 161,
       'collector', iif(a.id % 3, 'true', 'false'),
       iif(a.id % 3, NULL, 'no-answer'),
       1789632000
FROM   address a
JOIN   device d ON d.id = a.device
WHERE  a.kind = 'global';
INSERT INTO probe (kind, target, name, record, family, ip, ip_key, vantage,
                   result, reason, at)
SELECT 'D1', d.sys_name, a.ip || '.arpa', 'PTR', a.family, a.ip, a.ip_key,
       'collector', iif(a.id % 2, 'true', 'false'),
       iif(a.id % 2, NULL, 'nxdomain'),
       1789632000
FROM   address a
JOIN   device d ON d.id = a.device
WHERE  a.kind = 'global';
INSERT INTO probe_record (probe, value)
SELECT id, target || '.example.net' FROM probe
WHERE  record = 'PTR' AND result = 'true';
INSERT INTO probe (kind, target, name, record, vantage, result, reason, at)
SELECT 'D1', f.name || ':' || f.port || '/tcp', f.name || '.example.net',
       r.value, 'collector', iif(f.i % 3 OR r.value = 'A', 'true', 'false'),
       NULL, 1789632000
FROM   (SELECT *, ROW_NUMBER() OVER (ORDER BY name) AS i
        FROM   fact_service) f,
       json_each('["A", "AAAA"]') r;
INSERT INTO probe_record (probe, value)
SELECT p.id, a.ip
FROM   probe p
JOIN   fact_service f ON f.name || ':' || f.port || '/tcp' = p.target
JOIN   device d ON d.sys_name = f.device
JOIN   address a ON a.device = d.id AND a.kind = 'global'
               AND a.family = iif(p.record = 'A', 4, 6)
WHERE  p.kind = 'D1' AND p.record IN ('A', 'AAAA') AND p.result = 'true';
INSERT INTO probe (kind, target, name, family, ip, ip_key, proto, port, vantage,
                   result, reason, at)
SELECT k.value, p.target, p.name, iif(p.record = 'A', 4, 6), r.value,
       (SELECT ip_key FROM address WHERE ip = r.value LIMIT 1), 'tcp',
       iif(p.target LIKE 'sip%', 5060, 443), 'collector',
       iif(p.id % 4, 'true', 'false'), iif(p.id % 4, NULL, 'refused'),
       1789632000
FROM   (SELECT * FROM probe) p
JOIN   probe_record r ON r.probe = p.id,
       json_each('["T1", "T2", "T3"]') k
WHERE  p.record IN ('A', 'AAAA');
INSERT INTO probe (kind, target, family, ip, ip_key, proto, vantage, result, at)
SELECT 'I1', circuit, 4, ip, zeroblob(16), 'icmp', 'collector', 'true',
       1789632000
FROM   fact_circuit_target;
INSERT INTO probe_echo
SELECT id, 10, 10, 4000, 100 FROM probe WHERE kind = 'I1';
COMMIT;

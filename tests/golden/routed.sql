-- routed.sql: networks of layer 3, as analyse would leave them, for the tests of
-- logical pictures. What there is stands in four temporary tables before.
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');

INSERT INTO site (id, slug, name, source)
SELECT DISTINCT site, 's' || site, 'Site ' || site, 'sysLocation'
FROM   made_router;

INSERT INTO device (id, source, key, slug, name, tier, site, class, documented,
                    role)
SELECT id, 'agent', name, name, name, tier, site, 'dual-stack', 1, 'router'
FROM   made_router;

INSERT INTO segment (id, key, slug, name, kind, site, vlan, class, class_note)
SELECT id, 'n' || id, 'n' || id, name, kind, site, vlan,
       CASE WHEN note IS NOT NULL THEN 'IPv6 only'
            WHEN prefix6 IS NULL THEN 'IPv4 only'
            WHEN prefix4 IS NULL THEN 'IPv6 only' ELSE 'dual-stack' END, note
FROM   made_net;
INSERT INTO segment_prefix
SELECT id, 6, prefix6, CAST(printf('6%05d', id) AS BLOB) FROM made_net
WHERE  prefix6 IS NOT NULL
UNION ALL
SELECT id, 4, prefix4, CAST(printf('4%05d', id) AS BLOB) FROM made_net
WHERE  prefix4 IS NOT NULL;

-- An interface an end, and its addresses: the number of the router in the net.
CREATE TEMP TABLE made_port AS
SELECT row_number() OVER (ORDER BY net, router) AS port, e.*
FROM   made_end e;
INSERT INTO interface (id, device, if_index, name)
SELECT port, router, port,
       coalesce('Vlan' || vlan, 'Te1/' || net)
FROM   made_port
JOIN   made_net n ON n.id = net;
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, kind, usable, sources)
SELECT router, port, port, 6, replace(prefix6, '::/64', '::' || router),
       zeroblob(16), 64, prefix6, 'global', 1, 'test'
FROM   made_port
JOIN   made_net n ON n.id = net AND prefix6 IS NOT NULL
UNION ALL
SELECT router, port, port, 4, replace(prefix4, '.0/24', '.' || (router % 250)),
       zeroblob(16), 24, prefix4, 'global', 1, 'test'
FROM   made_port
JOIN   made_net n ON n.id = net AND prefix4 IS NOT NULL;
INSERT INTO segment_end (segment, device, interface, is_gateway, has_ipv4,
                         has_ipv6)
SELECT net, router, port, 1, prefix4 IS NOT NULL, prefix6 IS NOT NULL
FROM   made_port
JOIN   made_net n ON n.id = net;
INSERT INTO segment_end (segment, mac, is_gateway, has_ipv4, has_ipv6)
SELECT id, '02:00:00:00:00:01', 0, 1, prefix6 IS NOT NULL
FROM   made_net
WHERE  kind = 'lan';
INSERT INTO vrf_interface
SELECT router, vrf, port FROM made_port WHERE vrf IS NOT NULL;

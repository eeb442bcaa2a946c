-- cards.sql: the devices and links that pictures show.
--
--   card    one row a device: where it stands, its main addresses, its class
--   joint   one row a link, and what stands for one where no link was heard

DROP TABLE IF EXISTS temp.card;
CREATE TEMP TABLE card AS
SELECT id AS device, slug, coalesce(name, slug) AS name, model, source,
       role_name, site, site_slug, site_name, site AS area, documented, class,
       why,
       without_ipv6, without_ipv4,
       coalesce(tier, 4) AS tier, 0 AS depth,
       natural_key(coalesce(name, slug)) AS sort, ipv6, ipv4
FROM   page_device;
CREATE UNIQUE INDEX temp.card_device ON card (device);
CREATE INDEX temp.card_site ON card (site);

-- Who said nothing of its own addresses: what ARP, ND and facts say of them.
DROP TABLE IF EXISTS temp.hearsay;
CREATE TEMP TABLE hearsay AS
SELECT i.device, ip_family(i.value) AS family, i.value AS ip,
       ip_key(i.value) AS ip_key
FROM   device_identity i
JOIN   card c ON c.device = i.device
WHERE  i.kind = 'address' AND c.ipv6 IS NULL AND c.ipv4 IS NULL
UNION
SELECT i.device, n.family, n.ip, n.ip_key
FROM   device_identity i
JOIN   card c ON c.device = i.device
JOIN   neighbour n ON n.mac = i.value
WHERE  i.kind = 'mac' AND c.ipv6 IS NULL AND c.ipv4 IS NULL
  AND  n.kind <> 'link-local';
UPDATE card
SET    ipv6 = (SELECT ip FROM hearsay h
               WHERE h.device = card.device AND family = 6
               ORDER BY ip_key LIMIT 1),
       ipv4 = (SELECT ip FROM hearsay h
               WHERE h.device = card.device AND family = 4
               ORDER BY ip_key LIMIT 1)
WHERE  device IN (SELECT device FROM hearsay);

DROP TABLE IF EXISTS temp.joint;
CREATE TEMP TABLE joint AS
SELECT slug, a_device, a_interface, b_device, b_interface,
       coalesce(class, 'unknown') AS class, evidence
FROM   link
WHERE  a_device <> b_device;

-- Point-to-point segments whose ends no neighbour protocol joined.
INSERT INTO joint
SELECT s.slug || '-addresses', a.device, a.interface, b.device, b.interface,
       coalesce(s.class, 'unknown'), 'from addresses'
FROM   segment s
JOIN   segment_end a ON a.segment = s.id
JOIN   segment_end b ON b.segment = s.id AND b.device > a.device
WHERE  s.kind = 'p2p'
  AND  NOT EXISTS (SELECT 1 FROM link
                   WHERE (a_device = a.device AND b_device = b.device)
                      OR (a_device = b.device AND b_device = a.device));

-- What hangs on a LAN, and no switch says where: on the LAN's first gateway.
INSERT INTO joint
SELECT slug, gateway, gateway_interface, device, interface, class,
       'from addresses'
FROM   (SELECT s.slug || '-' || c.slug AS slug, o.device AS gateway,
               o.interface AS gateway_interface, e.device, e.interface, c.class,
               row_number() OVER (PARTITION BY e.device
                                  ORDER BY g.tier, g.sort, g.slug, s.slug)
                   AS place
        FROM   segment_end e
        JOIN   card c ON c.device = e.device
        JOIN   segment s ON s.id = e.segment AND s.kind = 'lan'
        JOIN   segment_end o ON o.segment = s.id AND o.is_gateway
        JOIN   card g ON g.device = o.device AND g.device <> c.device
        WHERE  e.device NOT IN (SELECT a_device FROM joint
                                UNION SELECT b_device FROM joint))
WHERE  place = 1;

-- The prefixes of a site, the first few of them.
DROP TABLE IF EXISTS temp.site_prefixes;
CREATE TEMP TABLE site_prefixes AS
SELECT site, group_concat(prefix, ' · ') AS prefixes
FROM   (SELECT site, prefix,
               row_number() OVER (
                   PARTITION BY site
                   ORDER BY ip_family(prefix) DESC, prefix_key(prefix))
                   AS place
        FROM   fact_site_prefix
        ORDER BY site, place)
WHERE  place <= 4
GROUP BY site;

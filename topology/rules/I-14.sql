-- I-14: An interface has an address that is none.
--
-- IPv4 written as IPv6, a group, or the address of all routers of a network, the
-- first one (RFC 4291, 2.6.1). A /127 has no such address (RFC 6164), a /128 is
-- no network. Agents list groups that a node listens to as anycast: these do not
-- count. Undecided of a first address whose length is not told.
SELECT 'interface' AS subject_type,
       d.key || '/' || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
           AS subject,
       CASE WHEN MAX(a.kind IN ('v4-mapped', 'v4-compatible', 'multicast')
                     OR a.prefix_length IS NOT NULL) THEN 'fires'
            ELSE 'unknown'
            END AS verdict,
       'W' AS severity,
       MIN(CASE
       WHEN a.kind IN ('v4-mapped', 'v4-compatible')
       THEN a.ip || ' is an IPv4 address written as IPv6.'
       WHEN a.kind = 'multicast' THEN a.ip || ' is the address of a group.'
       WHEN a.prefix_length IS NOT NULL
       THEN a.ip || '/' || a.prefix_length
            || ' is the address of all routers of its network.'
       ELSE a.ip || ' is the first of its network, whose length is not told.'
       END) AS sentence,
       MIN(r.coverage) AS coverage
FROM   address a
JOIN   interface i ON i.id = a.interface
JOIN   device d ON d.id = a.device
JOIN   address_reading r ON r.device = d.id
WHERE  a.type IS NOT 'anycast'
AND    (a.kind IN ('v4-mapped', 'v4-compatible', 'multicast')
        OR (a.family = 6
            AND a.usable
            AND SUBSTR(HEX(ip_key(a.ip)), 17) = '0000000000000000'
            AND (a.prefix_length IS NULL
                 OR (a.prefix_length < 127
                     AND ip_network(a.ip, a.prefix_length)
                         = a.ip || '/' || a.prefix_length))))
GROUP  BY i.id

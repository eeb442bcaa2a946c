-- P-03: A router has IPv6 addresses and does not forward IPv6.
-- Of a whole device by ipv6IpForwarding, of one interface by
-- ipv6InterfaceForwarding where the rest of the device does forward. Ports for
-- management forward nothing and are left out. Undecided where a router with IPv6
-- addresses does not say.
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE d.ipv6_forwarding WHEN 0 THEN 'fires' ELSE 'unknown' END AS verdict,
       'E' AS severity,
       d.name || ' has IPv6 addresses'
       || CASE d.ipv6_forwarding
          WHEN 0 THEN ' but does not forward IPv6.'
          ELSE '; whether it forwards IPv6 it does not say.'
          END AS sentence,
       (SELECT MIN(v.coverage)
        FROM   device_evidence v
        WHERE  v.device = d.id
        AND    v.shows = 'forwarding'
        AND    (v.has_rows OR d.ipv6_forwarding IS NULL)) AS coverage
FROM   device d
WHERE  d.source = 'agent'
AND    d.role IN ('router', 'firewall', 'l3switch')
AND    d.ip_forwarding = 1
AND    d.ipv6_forwarding IS NOT 1
AND    d.id IN (SELECT a.device
                FROM   address a
                LEFT   JOIN interface i ON i.id = a.interface
                WHERE  a.family = 6
                AND    a.usable
                AND    COALESCE(i.type, 0) <> 24
                AND    COALESCE(i.oper_status, 'up') = 'up')
UNION  ALL
SELECT 'interface', d.key || '/' || COALESCE(NULLIF(i.name, ''), i.descr,
                                             i.if_index),
       'fires', 'E',
       d.name || ' ' || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
       || ' has IPv6 addresses but does not forward IPv6.',
       (SELECT MIN(v.id)
        FROM   coverage v
        WHERE  v.device = d.id
        AND    v.question = 'IP-MIB::ipv6InterfaceTable')
FROM   ip_interface f
JOIN   interface i ON i.id = f.interface
JOIN   device d ON d.id = f.device
WHERE  f.family = 6
AND    f.forwards = 0
AND    i.oper_status = 'up'
AND    i.type IS NOT 24
AND    i.class IN ('dual-stack', 'IPv6 only')
AND    d.role IN ('router', 'firewall', 'l3switch')
AND    d.ipv6_forwarding = 1
AND    i.id IN (SELECT interface
                FROM   segment_end
                WHERE  is_gateway)
AND    NOT EXISTS (SELECT 1
                   FROM   vrf_interface v
                   WHERE  v.device = f.device
                   AND    v.if_index = f.if_index
                   AND    LOWER(v.vrf) GLOB '*m*g*m*t*')

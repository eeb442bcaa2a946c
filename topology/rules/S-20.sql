-- S-20: A link between routers has link-local addresses of IPv6 only.
-- It works (RFC 7404), but its ports cannot be pinged from afar, and a
-- traceroute shows another address of the router. Undecided where the addresses
-- of one end were not read to their end.
SELECT 'routed_link' AS subject_type,
       l.key AS subject,
       CASE WHEN a.class IN ('IPv4 only', 'none')
             AND b.class IN ('IPv4 only', 'none')
            THEN 'fires' ELSE 'unknown' END AS verdict,
       'I' AS severity,
       d.name || ' ' || COALESCE(a.name, a.descr, a.if_index) || ' and '
       || e.name || ' ' || COALESCE(b.name, b.descr, b.if_index)
       || CASE
          WHEN a.class IN ('IPv4 only', 'none')
           AND b.class IN ('IPv4 only', 'none')
          THEN ' speak IPv6 by link-local addresses only.'
          ELSE ' speak IPv6; whether by link-local addresses only was not'
               || ' observed.'
          END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = l.a_device
        AND    c.question = 'IP-MIB::ipAddressTable') AS coverage
FROM   routed_link l
JOIN   interface a ON a.id = l.a_interface
JOIN   interface b ON b.id = l.b_interface
JOIN   device d ON d.id = l.a_device
JOIN   device e ON e.id = l.b_device
WHERE  l.ipv6
AND    NOT EXISTS (SELECT 1
                   FROM   address x
                   WHERE  x.device IN (l.a_device, l.b_device)
                   AND    x.interface IN (l.a_interface, l.b_interface)
                   AND    x.family = 6
                   AND    x.usable)
ORDER  BY l.key

-- S-03: A node that is no router forwards IPv6.
-- Such a node may lead packets past the firewall. Undecided where an agent of a
-- node with IPv6 addresses does not say whether it forwards.
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE d.ipv6_forwarding WHEN 1 THEN 'fires' ELSE 'unknown' END
           AS verdict,
       'W' AS severity,
       d.name
       || CASE d.ipv6_forwarding WHEN 1 THEN ' forwards IPv6 though listed as '
          ELSE ': not observed whether it forwards IPv6; it is listed as ' END
       || d.role || '.' AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question IN ('IP-MIB::ip', 'IPV6-MIB::ipv6MIBObjects')
        ORDER  BY c.result = 'rows' DESC, c.question
        LIMIT  1) AS coverage
FROM   device d
WHERE  d.source = 'agent'
AND    d.role IN ('host', 'server', 'phone', 'printer')
AND    (d.ipv6_forwarding = 1
        OR (d.ipv6_forwarding IS NULL
            AND EXISTS (SELECT 1
                        FROM   address a
                        WHERE  a.device = d.id
                        AND    a.family = 6
                        AND    a.usable)))
ORDER  BY d.key

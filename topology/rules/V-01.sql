-- V-01: A voice VLAN does not carry both families.
-- Gap.
-- Of the VLANs that the facts give to telephones; by their gateways, as the
-- class of any LAN.
SELECT 'segment' AS subject_type,
       s.key AS subject,
       CASE COALESCE(s.class, 'unknown') WHEN 'unknown' THEN 'unknown'
       ELSE 'fires' END AS verdict,
       'I' AS severity,
       'Voice ' || s.name
       || CASE COALESCE(s.class, 'unknown')
          WHEN 'unknown' THEN ': its gateways were not observed.'
          WHEN 'IPv4 only' THEN ' has IPv4; IPv6 was not seen on its gateways.'
          WHEN 'IPv6 only' THEN ' has IPv6; IPv4 was not seen on its gateways.'
          ELSE ': no address was seen on its gateways.' END AS sentence,
       (SELECT c.id
        FROM   segment_end e
        JOIN   coverage c ON c.device = e.device
        WHERE  e.segment = s.id
        AND    e.is_gateway
        AND    c.question = 'IP-MIB::ipAddressTable'
        ORDER  BY c.id
        LIMIT  1) AS coverage
FROM   segment s
WHERE  s.kind = 'lan'
AND    s.class IS NOT 'dual-stack'
AND    EXISTS (SELECT 1
               FROM   fact_voice v
               WHERE  v.vlan = s.vlan
               AND    COALESCE(v.site, s.site) = s.site)
ORDER  BY s.key

-- I-01: The IPv6 prefix of a LAN is no /64.
--
-- Hosts make addresses only in a /64 (RFC 4291, RFC 4862). A /128 is a loopback,
-- a /127 a link of two (RFC 6164); a /126 does the same and is noted. Undecided
-- where a device does not tell the length and nobody else on the LAN does.
SELECT 'segment' AS subject_type,
       g.key AS subject,
       'fires' AS verdict,
       CASE MIN(a.prefix_length) WHEN 126 THEN 'I' ELSE 'W' END AS severity,
       g.name || ' has the IPv6 prefix ' || MIN(a.prefix)
       || '; hosts make addresses only in a /64.' AS sentence,
       MIN(r.coverage) AS coverage
FROM   address a
JOIN   interface i ON i.id = a.interface
JOIN   segment_end e ON e.interface = i.id
JOIN   segment g ON g.id = e.segment
JOIN   address_reading r ON r.device = a.device
WHERE  a.family = 6
AND    a.usable
AND    a.prefix_length NOT IN (64, 127, 128)
AND    i.type IN (6, 135, 136, 53, 161, 209)
AND    i.id NOT IN (SELECT interface FROM inside_device)
GROUP  BY g.id
UNION  ALL
SELECT 'device',
       r.device_key,
       'unknown',
       'W',
       r.device_name || ' does not tell the prefix length of ' || COUNT(*)
       || CASE COUNT(*) WHEN 1 THEN ' IPv6 address.' ELSE ' IPv6 addresses.'
          END,
       MIN(r.coverage)
FROM   address a
JOIN   interface i ON i.id = a.interface
JOIN   address_reading r ON r.device = a.device
WHERE  a.family = 6
AND    a.usable
AND    a.prefix_length IS NULL
AND    i.type IN (6, 135, 136, 53, 161, 209)
AND    i.id NOT IN (SELECT interface FROM inside_device)
AND    NOT EXISTS (SELECT 1
                   FROM   segment_end e
                   JOIN   segment_prefix p ON p.segment = e.segment
                                          AND p.family = 6
                   WHERE  e.interface = i.id)
GROUP  BY r.device

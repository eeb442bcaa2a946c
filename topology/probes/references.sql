-- references.sql: the addresses that prove that a family of the collector's own
-- works. A port that refuses proves it as well.
INSERT INTO question (talk, kind, target, family, ip, proto, port)
SELECT CASE WHEN port IS NULL THEN 'echo' ELSE 'connect' END,
       CASE WHEN port IS NULL THEN 'I1' ELSE 'T1' END,
       'reference target',
       ip_family(address),
       address,
       CASE WHEN port IS NULL THEN 'icmp' ELSE 'tcp' END,
       port
FROM   fact_reference_target
ORDER  BY ip_key(address);

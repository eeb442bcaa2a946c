-- checks: which probes speak for a circuit, and which do not
-- Alder's looking glass was not asked, but our own www was; Birch's was. Only
-- others publish IPv6 addresses. One of Alder's servers refuses TCP. Behind Alder
-- one of two addresses answers no echo over IPv6.
INSERT INTO fact_circuit (id, kind, provider)
VALUES ('a', 'uplink', 'Alder'), ('b', 'uplink', 'Birch');
INSERT INTO fact_answer (item, provider, value, text, by_name, date)
VALUES ('R2', 'Alder', 'yes', 'https://www.alder.example/lg', 'R. Reed', 1786924800),
       ('R2', 'Birch', 'yes', 'see https://lg.birch.example', 'R. Reed', 1786924800);
INSERT INTO fact_service (name, port, proto) VALUES ('www', 80, 'tcp');
INSERT INTO fact_dns_zone (zone) VALUES ('marlin.example');
INSERT INTO fact_dns_zone_server (zone, server)
VALUES ('marlin.example', 'ns1.alder.example'),
       ('marlin.example', 'ns1.marlin.example');

INSERT INTO probe (id, kind, target, name, record, family, ip, ip_key, proto,
                   port, result, reason, at)
VALUES (1, 'T3', 'www:80/tcp', 'www', NULL, 6, '2001:db8::80', zeroblob(16),
        'tcp', 80, 'true', NULL, 1789632900),
       (2, 'D1', 'www:80/tcp', 'www', 'AAAA', NULL, NULL, NULL, NULL, NULL,
        'false', 'nodata', 1789632900),
       (3, 'T3', 'lg.birch.example:443/tcp', 'lg.birch.example', NULL, 6,
        '3fff::1', zeroblob(16), 'tcp', 443, 'false', 'refused', 1789632900),
       (4, 'T3', 'lg.birch.example:443/tcp', 'lg.birch.example', NULL, 6,
        '3fff::2', zeroblob(16), 'tcp', 443, 'true', NULL, 1789632900),
       (5, 'D1', 'lg.birch.example:443/tcp', 'lg.birch.example', 'AAAA', NULL,
        NULL, NULL, NULL, NULL, 'true', NULL, 1789632900),
       (6, 'D1', 'marlin.example', 'ns1.alder.example', 'AAAA', NULL, NULL,
        NULL, NULL, NULL, 'true', NULL, 1789632900),
       (7, 'D1', 'marlin.example', 'ns1.marlin.example', 'AAAA', NULL, NULL,
        NULL, NULL, NULL, 'true', NULL, 1789632900),
       (8, 'D2', 'marlin.example', 'marlin.example', 'SOA', 6, '3fff::53',
        x'3fff0000000000000000000000000053', 'udp', 53, 'true', NULL,
        1789632900),
       (9, 'D2', 'marlin.example', 'marlin.example', 'SOA', 6, '3fff::53',
        x'3fff0000000000000000000000000053', 'tcp', 53, 'false', 'refused',
        1789632900),
       (10, 'D2', 'marlin.example', 'marlin.example', 'SOA', 6, '2001:db8::53',
        x'20010db8000000000000000000000053', 'udp', 53, 'true', NULL,
        1789632900),
       (11, 'I1', 'a', NULL, NULL, 4, '198.51.100.1', zeroblob(16), 'icmp', NULL,
        'true', NULL, 1789632900),
       (12, 'I1', 'a', NULL, NULL, 6, '3fff::1', zeroblob(16), 'icmp', NULL,
        'true', NULL, 1789632900),
       (13, 'I1', 'a', NULL, NULL, 6, '3fff::2', zeroblob(16), 'icmp', NULL,
        'unknown', 'no-answer', 1789632900);
INSERT INTO probe_record (probe, value)
VALUES (5, '3fff::1'), (6, '3fff::53'), (7, '2001:db8::53');
INSERT INTO probe_echo (probe, sent, received, median_us, jitter_us)
VALUES (11, 5, 5, 9000, 300), (12, 5, 5, 9100, 400), (13, 5, 0, NULL, NULL);
-- ask
SELECT item, subject, name, value, sentence, probe
FROM   status_check
WHERE  item IN ('R2', 'SV3', 'SV4', 'REQ3')
AND    (item <> 'REQ3' OR subject = 'a')
ORDER  BY item, subject, name, value;

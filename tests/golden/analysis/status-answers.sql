-- statuses: what each answer makes of each evidence
-- Five circuits, by their answers; of each, SV3 is done, SV4 partial, SV5 missing
-- and C1a unknown by evidence; C1 only people can answer.
INSERT INTO fact_circuit (id, kind, provider)
VALUES ('a yes', 'uplink', 'Alder'), ('b partly', 'uplink', 'Birch'),
       ('c no', 'uplink', 'Cedar'), ('d n-a', 'uplink', 'Dogwood'),
       ('e none', 'uplink', 'Elm');

INSERT INTO fact_dns_zone (zone)
VALUES ('marlin.example'), ('8.b.d.0.1.0.0.2.ip6.arpa');
INSERT INTO fact_dns_zone_server (zone, server)
VALUES ('marlin.example', 'ns1.alder.example'),
       ('marlin.example', 'ns2.alder.example');
INSERT INTO fact_service (name, zone, port, proto)
VALUES ('www', 'elsewhere.example', 80, 'tcp');

INSERT INTO probe (kind, target, name, record, family, ip, ip_key, proto, port,
                   result, reason, at)
VALUES ('D1', 'marlin.example', 'ns1.alder.example', 'AAAA', NULL, NULL, NULL,
        NULL, NULL, 'true', NULL, 1789632900),
       ('D1', 'marlin.example', 'ns2.alder.example', 'AAAA', NULL, NULL, NULL,
        NULL, NULL, 'true', NULL, 1789632900),
       ('D1', '8.b.d.0.1.0.0.2.ip6.arpa', '8.b.d.0.1.0.0.2.ip6.arpa', 'NS', 4,
        NULL, NULL, 'udp', 53, 'true', NULL, 1789632900),
       ('D1', 'www:80/tcp', 'www.elsewhere.example', 'AAAA', 4, NULL, NULL,
        'udp', 53, 'true', NULL, 1789632900),
       ('D2', 'marlin.example', 'marlin.example', 'SOA', 6, '2001:db8::53',
        x'20010db8000000000000000000000053', 'udp', 53, 'true', NULL, 1789632900),
       ('D2', 'marlin.example', 'marlin.example', 'SOA', 6, '2001:db8::54',
        x'20010db8000000000000000000000054', 'udp', 53, 'false', 'refused', 1789632900),
       ('T3', 'www:80/tcp', 'www.elsewhere.example', NULL, 6, '2001:db8::80',
        zeroblob(16), 'tcp', 80, 'false', 'refused', 1789632900);
INSERT INTO probe_record (probe, value)
SELECT id, CASE SUBSTR(name, 1, 3) WHEN 'ns1' THEN '2001:db8::53'
           WHEN 'ns2' THEN '2001:db8::54' ELSE '2001:db8::80' END
FROM   probe
WHERE  record = 'AAAA';

INSERT INTO fact_answer (item, circuit, value, text, by_name, date)
SELECT i.value, c.id, SUBSTR(c.id, 3),
       CASE c.id WHEN 'd n-a' THEN 'not offered here' END, 'R. Reed', 1786924800
FROM   fact_circuit c, json_each('["C1", "C1a", "SV3", "SV4", "SV5"]') i
WHERE  c.id <> 'e none';
-- ask
SELECT item, circuit, evidence, status, is_conflict, qualifier, badge
FROM   checklist_status
WHERE  item IN ('C1', 'C1a', 'SV3', 'SV4', 'SV5')
ORDER  BY evidence, item, circuit;

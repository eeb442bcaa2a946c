-- services: of several published addresses one that fails is a failure
INSERT INTO fact_service (name, port, zone, kind)
VALUES ('two', 25, 'example', NULL), ('later', 25, 'example', NULL),
       ('hidden', 25, 'example', NULL), ('ns', 53, 'example', NULL);
INSERT INTO fact_service (name, port, proto, zone)
VALUES ('ns', 53, 'udp', 'example');
-- two: the second address is shut. later: its second was not decided. hidden: not
-- published, one of its host's addresses answers. ns: asked as a server of zones.
INSERT INTO probe (id, kind, target, name, record, family, ip, proto, port,
                   result, reason, at)
VALUES (1, 'D1', 'two:25/tcp', 'two.example', 'A', NULL, NULL, NULL, NULL,
        'true', NULL, 0),
       (2, 'D1', 'two:25/tcp', 'TWO.example.', 'AAAA', NULL, NULL, NULL, NULL,
        'true', NULL, 0),
       (3, 'T3', 'two:25/tcp', 'two.example', NULL, 4, '192.0.2.1', 'tcp', 25,
        'true', NULL, 0),
       (4, 'T3', 'two:25/tcp', 'two.example', NULL, 6, '2001:db8::1', 'tcp', 25,
        'true', NULL, 0),
       (5, 'T3', 'two:25/tcp', 'two.example', NULL, 6, '2001:db8::2', 'tcp', 25,
        'false', 'refused', 0),
       (11, 'D1', 'later:25/tcp', 'later.example', 'A', NULL, NULL, NULL, NULL,
        'true', NULL, 0),
       (12, 'D1', 'later:25/tcp', 'later.example', 'AAAA', NULL, NULL, NULL,
        NULL, 'true', NULL, 0),
       (13, 'T3', 'later:25/tcp', 'later.example', NULL, 4, '192.0.2.1', 'tcp',
        25, 'true', NULL, 0),
       (14, 'T3', 'later:25/tcp', 'later.example', NULL, 6, '2001:db8::1', 'tcp',
        25, 'true', NULL, 0),
       (15, 'T3', 'later:25/tcp', 'later.example', NULL, 6, '2001:db8::2', 'tcp',
        25, 'unknown', 'no-answer', 0),
       (21, 'D1', 'hidden:25/tcp', 'hidden.example', 'A', NULL, NULL, NULL, NULL,
        'true', NULL, 0),
       (22, 'D1', 'hidden:25/tcp', 'hidden.example', 'AAAA', NULL, NULL, NULL,
        NULL, 'false', 'nodata', 0),
       (23, 'T3', 'hidden:25/tcp', 'hidden.example', NULL, 4, '192.0.2.1', 'tcp',
        25, 'true', NULL, 0),
       (24, 'T3', 'hidden:25/tcp', 'hidden.example', NULL, 6, '2001:db8::1',
        'tcp', 25, 'false', 'refused', 0),
       (25, 'T3', 'hidden:25/tcp', 'hidden.example', NULL, 6, '2001:db8::2',
        'tcp', 25, 'true', NULL, 0),
       (31, 'D1', 'ns:53/tcp', 'ns.example', 'A', NULL, NULL, NULL, NULL,
        'true', NULL, 0),
       (32, 'D1', 'ns:53/tcp', 'ns.example', 'AAAA', NULL, NULL, NULL, NULL,
        'true', NULL, 0),
       (33, 'D2', 'example', 'example', 'SOA', 4, '192.0.2.53', 'tcp', 53,
        'true', NULL, 0),
       (34, 'D2', 'example', 'example', 'SOA', 6, '2001:db8::53', 'tcp', 53,
        'true', NULL, 0),
       (35, 'D2', 'example', 'example', 'SOA', 4, '192.0.2.53', 'udp', 53,
        'true', NULL, 0),
       (36, 'D2', 'example', 'example', 'SOA', 6, '2001:db8::53', 'udp', 53,
        'false', 'refused', 0);
INSERT INTO probe_record (probe, value)
VALUES (1, '192.0.2.1'), (2, '2001:DB8::1'), (2, '2001:db8::2'),
       (11, '192.0.2.1'), (12, '2001:db8::1'), (12, '2001:db8::2'),
       (21, '192.0.2.1'), (31, '192.0.2.53'), (32, '2001:db8::53');
-- ask
SELECT name, kind, slug, class, COALESCE(class_note, '')
FROM   service
ORDER  BY key;
SELECT s.key, f.family, COALESCE(f.ip, ''), COALESCE(f.is_operational, '?'),
       COALESCE(f.operational_probe, '')
FROM   service_family f
JOIN   service s ON s.id = f.service
ORDER  BY s.key, f.family DESC;

-- service_views.sql: services and circuits with what was stated and seen of them;
-- as views.sql.

DROP VIEW IF EXISTS page_service_class;
CREATE VIEW page_service_class (class, ordinal, meaning) AS
VALUES ('broken', 1,
        'an AAAA record is published and IPv6 does not serve: worse than none'),
       ('unpublished', 2, 'works over IPv6; no AAAA record was seen'),
       ('dual-stack', 3, 'published, and its protocol answered, in both'),
       ('IPv6 only', 4, 'an AAAA record was seen, and no A record'),
       ('IPv4 only', 5, 'an A record was seen, and no AAAA record'),
       ('none', 6, 'neither record was seen'),
       ('unknown', 7, 'what was asked does not decide');

DROP VIEW IF EXISTS page_service;
CREATE VIEW page_service AS
SELECT s.id,
       s.key,
       s.slug,
       s.name,
       s.fqdn,
       s.kind,
       s.class,
       s.class_note AS why,
       c.ordinal AS class_ordinal,
       c.meaning,
       f.port,
       f.proto,
       f.exposure,
       f.test_name,
       f.owner,
       f.note,
       f.ref,
       p.title AS phase_title,
       d.key AS device_key,
       d.name AS device_name,
       d.slug AS device_slug
FROM   service s
JOIN   fact_service f ON s.key = f.name || ':' || f.port || '/' || f.proto
JOIN   page_service_class c ON c.class = s.class
LEFT JOIN fact_phase p ON p.id = s.target_phase
LEFT JOIN device d ON d.id = s.device;

-- The three steps of each family of each service, with their probes. A step that
-- nothing was asked of has no path.
DROP VIEW IF EXISTS page_service_step;
CREATE VIEW page_service_step AS
SELECT f.service,
       f.family,
       f.ip,
       t.ordinal,
       t.step,
       CASE x.answer WHEN 1 THEN 'yes' WHEN 0 THEN 'no'
            ELSE 'not observed' END AS answer_word,
       e.path AS evidence,
       e.words AS evidence_words,
       COALESCE(p.reason, CASE WHEN x.answer IS NULL THEN f.why END) AS reason,
       p.detail
FROM   service_family f
JOIN   (SELECT 1 AS ordinal, 'published' AS step
        UNION ALL SELECT 2, 'reachable'
        UNION ALL SELECT 3, 'operational') t
JOIN   (SELECT service, family, 1 AS ordinal, is_published AS answer,
               published_probe AS probe
        FROM   service_family
        UNION ALL
        SELECT service, family, 2, is_reachable, reachable_probe
        FROM   service_family
        UNION ALL
        SELECT service, family, 3, is_operational, operational_probe
        FROM   service_family) x
       ON x.service = f.service
      AND x.family = f.family
      AND x.ordinal = t.ordinal
LEFT JOIN page_evidence_probe e ON e.id = x.probe
LEFT JOIN probe p ON p.id = x.probe;

DROP VIEW IF EXISTS page_circuit;
CREATE VIEW page_circuit AS
SELECT c.id,
       c.slug,
       f.kind,
       CASE f.kind WHEN 'uplink' THEN 'uplink' ELSE 'between sites' END
           AS kind_words,
       f.provider,
       f.provider_as,
       f.contract,
       CASE WHEN f.bandwidth >= 1000000000 AND f.bandwidth % 1000000000 = 0
            THEN (f.bandwidth / 1000000000) || ' Gbit/s'
            WHEN f.bandwidth >= 1000000 THEN (f.bandwidth / 1000000)
                 || ' Mbit/s'
            WHEN f.bandwidth > 0 THEN (f.bandwidth / 1000) || ' kbit/s'
            END AS bandwidth,
       strftime('%Y-%m-%d', f.start, 'unixepoch') AS starts,
       strftime('%Y-%m-%d', f.finish, 'unixepoch') AS ends,
       f.owner,
       f.note,
       f.ref,
       p.title AS phase_title,
       c.class,
       c.class_note AS why,
       c.device,
       COALESCE(d.name, f.device) AS device_name,
       d.slug AS device_slug,
       c.interface,
       COALESCE(i.name, f.interface) AS interface_name,
       i.oper_status,
       c.segment,
       s.name AS segment_name,
       s.slug AS segment_slug,
       CASE c.routed_ipv6 WHEN 1 THEN 'seen' WHEN 0 THEN 'not seen'
            ELSE 'not observed' END AS routed_ipv6,
       CASE c.routed_ipv4 WHEN 1 THEN 'seen' WHEN 0 THEN 'not seen'
            ELSE 'not observed' END AS routed_ipv4,
       e.path AS evidence,
       e.words AS evidence_words
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
LEFT JOIN fact_phase p ON p.id = f.target_phase
LEFT JOIN device d ON d.id = c.device
LEFT JOIN interface i ON i.id = c.interface
LEFT JOIN segment s ON s.id = c.segment
LEFT JOIN page_evidence_coverage e ON e.id = c.coverage;

-- Of each family what the contract promises, field by field.
DROP VIEW IF EXISTS page_circuit_promise;
CREATE VIEW page_circuit_promise AS
SELECT id AS circuit, 1 AS ordinal, 'Availability, percent' AS promise,
       sla_v6_avail AS ipv6, sla_v4_avail AS ipv4
FROM   fact_circuit
UNION ALL
SELECT id, 2, 'Latency, ms', sla_v6_latency_ms, sla_v4_latency_ms
FROM   fact_circuit
UNION ALL
SELECT id, 3, 'Loss, percent', sla_v6_loss_pct, sla_v4_loss_pct
FROM   fact_circuit
UNION ALL
SELECT id, 4, 'Jitter, ms', sla_v6_jitter_ms, sla_v4_jitter_ms
FROM   fact_circuit;

-- BGP sessions of the router of a circuit with its provider: by the stated AS,
-- else by who sits on the line.
DROP VIEW IF EXISTS page_circuit_session;
CREATE VIEW page_circuit_session AS
SELECT c.id AS circuit,
       b.family,
       b.peer_ip,
       b.peer_ip_key,
       b.remote_as,
       COALESCE(b.state, 'not observed') AS state,
       SUM(n.accepted) AS accepted,
       SUM(n.advertised) AS advertised
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
JOIN   bgp_peer b ON b.device = c.device
LEFT JOIN bgp_family n ON n.device = b.device
                      AND n.peer_ip = b.peer_ip
                      AND n.afi = CASE b.family WHEN 6 THEN 2 ELSE 1 END
WHERE  b.remote_as = f.provider_as
OR     (f.provider_as IS NULL
        AND b.peer_ip IN (SELECT h.ip
                          FROM   neighbour h
                          WHERE  h.interface = c.interface))
GROUP  BY c.id, b.id;

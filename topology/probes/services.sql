-- services.sql: what addresses are asked: of services, servers of zones,
-- circuits, devices, and ports that policy closes.

-- Addresses of a service: those that DNS gives its names; in a family that DNS
-- does not give, those of the device that runs it.
CREATE TEMP TABLE service_target AS
SELECT q.target, q.name, ip_family(a.value) AS family, a.value AS ip
FROM   question q
JOIN   answer_record a ON a.question = q.id
WHERE  q.kind = 'D1'
AND    q.record IN ('A', 'AAAA')
AND    q.target IN (SELECT target FROM asked_service);

CREATE TEMP TABLE service_device AS
SELECT s.target, s.name, d.id AS device
FROM   asked_service s
JOIN   device d ON d.name = s.device
UNION
SELECT s.target, s.name, a.device
FROM   asked_service s
JOIN   service_target t ON t.target = s.target AND t.name = s.name
JOIN   address a ON a.ip_key = ip_key(t.ip)
WHERE  s.device IS NULL;

INSERT INTO service_target (target, name, family, ip)
SELECT s.target, s.name, a.family, a.ip
FROM   service_device s
JOIN   device_target a ON a.device = s.device AND a.place <= 3
WHERE  NOT EXISTS (
		SELECT 1 FROM service_target t
		WHERE  t.target = s.target AND t.name = s.name
		AND    t.family = a.family)
AND    (SELECT count(DISTINCT other.device) FROM service_device other
        WHERE other.target = s.target) = 1;

-- Which kinds of question fit which kind of service.
CREATE TEMP TABLE service_talk AS
WITH talk (service, proto, kind, talk) AS (VALUES
	('http', 'tcp', 'T3', 'http'),
	('https', 'tcp', 'T2', 'tls'),
	('https', 'tcp', 'T3', 'https'),
	('smtp', 'tcp', 'T2', 'smtp-starttls'),
	('smtp', 'tcp', 'T3', 'smtp'),
	('submission', 'tcp', 'T2', 'smtp-starttls'),
	('submission', 'tcp', 'T3', 'smtp'),
	('imap', 'tcp', 'T2', 'imap-starttls'),
	('imap', 'tcp', 'T3', 'imap'),
	('imaps', 'tcp', 'T2', 'tls'),
	('imaps', 'tcp', 'T3', 'imaps'),
	('ssh', 'tcp', 'T3', 'ssh'),
	('dns', 'tcp', 'T3', 'dns-service'),
	('dns', 'udp', 'T3', 'dns-service'),
	('sips', 'tcp', 'T2', 'tls'),
	('sip', 'tcp', 'V1', 'sip'),
	('sip', 'udp', 'V1', 'sip-udp'),
	('sips', 'tcp', 'V1', 'sips'))
SELECT s.target, t.kind, t.talk, s.proto, s.port, s.zone
FROM   asked_service s
JOIN   talk t ON t.service = s.kind AND t.proto = s.proto
WHERE  t.kind <> 'V1'
OR     s.sip_options = 1
UNION ALL
SELECT target, 'T1', 'connect', proto, port, zone
FROM   asked_service
WHERE  proto = 'tcp';

INSERT INTO question
	(talk, kind, target, name, record, family, ip, proto, port)
SELECT DISTINCT k.talk, k.kind, k.target,
       CASE WHEN k.talk = 'dns-service' THEN COALESCE(k.zone, t.name)
            ELSE t.name END,
       CASE WHEN k.talk = 'dns-service' THEN 'SOA' END,
       t.family, t.ip, k.proto, k.port
FROM   service_talk k
JOIN   service_target t ON t.target = k.target
ORDER  BY k.target, t.name, k.kind, t.family, ip_key(t.ip);

-- Every server of a zone, over UDP and TCP.
INSERT INTO question
	(talk, kind, target, name, record, family, ip, proto, port)
WITH server (zone, ip) AS (
	SELECT zone, server FROM fact_dns_zone_server
	WHERE  ip_key(server) IS NOT NULL
	UNION
	SELECT z.zone, a.value
	FROM   asked_zone z
	JOIN   question q ON q.target = z.zone AND q.record IN ('A', 'AAAA')
	JOIN   answer_record a ON a.question = q.id
	WHERE  q.name IN (
			SELECT server FROM fact_dns_zone_server s
			WHERE  s.zone = z.zone)
	OR     (z.zone NOT IN (SELECT zone FROM fact_dns_zone_server)
	        AND q.name IN (
			SELECT ns.value
			FROM   question n
			JOIN   answer_record ns ON ns.question = n.id
			WHERE  n.target = z.zone AND n.record = 'NS')))
SELECT 'dns-server', 'D2', s.zone, s.zone, 'SOA', ip_family(s.ip), s.ip, p.proto, 53
FROM   server s
JOIN   (SELECT 'udp' AS proto UNION ALL SELECT 'tcp') p
ORDER  BY s.zone, ip_family(s.ip), ip_key(s.ip), p.proto;

INSERT INTO question (talk, kind, target, family, ip, proto)
SELECT 'echo', 'I1', circuit, ip_family(ip), ip, 'icmp'
FROM   fact_circuit_target
ORDER  BY circuit, ip_family(ip), ip_key(ip);

-- Each device at two addresses of each family at most.
INSERT INTO question
	(talk, kind, target, name, family, ip, proto, port, credential)
SELECT 'snmp', 'M1', d.name, 'sysName', t.family, t.ip, 'udp', (SELECT snmp_port FROM here),
       d.credential
FROM   device d
JOIN   device_target t ON t.device = d.id AND t.place <= 2
WHERE  d.source = 'agent'
AND    d.credential IS NOT NULL
AND    d.name IS NOT NULL
ORDER  BY natural_key(d.name), d.key, t.family, t.place;

INSERT INTO question
	(talk, kind, target, family, ip, proto, port, vantage)
SELECT 'connect', 'X1', z.target, COALESCE(t.family, ip_family(z.target)),
       COALESCE(t.ip, z.target), 'tcp', z.port, z.vantage
FROM   fact_zone_test z
LEFT JOIN device d ON d.name = z.target
LEFT JOIN device_target t ON t.device = d.id AND t.place <= 2
WHERE  COALESCE(t.ip, ip_text(z.target)) IS NOT NULL
ORDER  BY z.target, z.port, z.vantage, 4, ip_key(COALESCE(t.ip, z.target));

-- The console and the web of what is no server: may it be managed over both?
INSERT INTO question (talk, kind, target, family, ip, proto, port)
SELECT 'connect', 'T1', d.name, t.family, t.ip, 'tcp', p.port
FROM   device d
JOIN   device_target t ON t.device = d.id AND t.place <= 2
JOIN   (SELECT 22 AS port UNION ALL SELECT 443) p
WHERE  d.source = 'agent'
AND    d.name IS NOT NULL
AND    d.role NOT IN ('server', 'host', 'phone', 'printer')
ORDER  BY natural_key(d.name), d.key, p.port, t.family, t.place;

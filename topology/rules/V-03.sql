-- V-03: Telephones cannot register in both families.
-- Gap.
-- The registrar is asked at its SIP ports, as a service or by its addresses.
-- That answers in signalling only: voice itself takes another way. Undecided
-- without an answer to a probe.
WITH registrar AS (
	SELECT v.registrar AS name, MIN(d.id) AS device,
	       MIN(f.target_phase) AS target_phase
	FROM   fact_voice v
	LEFT   JOIN device d ON d.key = v.registrar OR d.name = v.registrar
	LEFT   JOIN fact_device f ON f.name = d.key
	WHERE  v.registrar IS NOT NULL
	GROUP  BY v.registrar),
asked AS (
	SELECT r.name, f.family, f.is_reachable AS answers,
	       COALESCE(f.operational_probe, f.reachable_probe) AS probe
	FROM   registrar r
	JOIN   service s
	       ON  r.name IN (s.key, s.name, s.fqdn)
	       OR  (s.device = r.device AND s.kind IN ('sip', 'sips'))
	JOIN   service_family f ON f.service = s.id
	UNION  ALL
	SELECT r.name, p.family, CASE p.result WHEN 'true' THEN 1
	                         WHEN 'false' THEN 0 END, p.id
	FROM   registrar r
	JOIN   device d ON d.id = r.device
	JOIN   probe p ON p.target IN (d.key, d.name)
	              OR p.ip IN (SELECT ip FROM address WHERE device = d.id)
	WHERE  p.kind IN ('T1', 'V1')
	AND    p.port IN (5060, 5061)),
family AS (
	SELECT r.name, n.family, MAX(a.answers) AS answers, MIN(a.probe) AS probe
	FROM   registrar r
	JOIN   (SELECT 4 AS family UNION ALL SELECT 6) n
	LEFT   JOIN asked a ON a.name = r.name AND a.family = n.family
	GROUP  BY r.name, n.family)
SELECT 'voice' AS subject_type,
       r.name AS subject,
       CASE WHEN x.answers + f.answers = 1 THEN 'fires' ELSE 'unknown' END
           AS verdict,
       'W' AS severity,
       r.name
       || CASE
          WHEN x.answers = 0 AND f.answers = 1
          THEN ' answers SIP over IPv4 and not over IPv6.'
          WHEN x.answers = 1 AND f.answers = 0
          THEN ' answers SIP over IPv6 and not over IPv4.'
          ELSE ': whether it answers SIP in both families was not observed.'
          END AS sentence,
       r.target_phase,
       COALESCE(x.probe, f.probe) AS probe
FROM   registrar r
JOIN   family f ON f.name = r.name AND f.family = 4
JOIN   family x ON x.name = r.name AND x.family = 6
WHERE  NOT (COALESCE(x.answers, 0) AND COALESCE(f.answers, 0))
ORDER  BY r.name

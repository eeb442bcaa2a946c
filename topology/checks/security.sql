-- security: Findings, what protects each LAN, policies between zones.
WITH lan AS (
	SELECT s.key, s.name,
	       MAX(c.control = 'ra-guard') AS ra_guard,
	       MAX(c.control IN ('nd-cache-limit', 'source-guard')) AS nd,
	       MAX(c.control = 'icmpv6-policy') AS icmpv6,
	       MAX(c.control = 'icmpv6-policy' AND c.reviewed IS NOT NULL)
	           AS is_reviewed
	FROM   segment s
	LEFT   JOIN lan_control c ON c.segment = s.id
	WHERE  s.kind = 'lan'
	GROUP  BY s.id),
found AS (
	SELECT COUNT(CASE WHEN state = 'open' AND severity IN ('E', 'W')
	             THEN 1 END) AS open,
	       COUNT(CASE WHEN state = 'unknown' AND severity IN ('E', 'W')
	             THEN 1 END) AS undecided,
	       MIN(CASE WHEN state = 'open' AND severity IN ('E', 'W')
	           THEN coverage END) AS coverage
	FROM   finding
	WHERE  rule LIKE 'S-%')
SELECT 'security' AS section,
       'No finding of security is open' AS name,
       NULL AS subject_type,
       NULL AS subject,
       CASE WHEN open > 0 THEN 'false' WHEN undecided > 0 THEN 'unknown'
            ELSE 'true' END AS value,
       CASE WHEN open = 0 AND undecided > 0 THEN 'no-access' END AS reason,
       open || ' open, ' || undecided || ' could not be decided.' AS sentence,
       'observed' AS source,
       coverage
FROM   found
UNION  ALL
SELECT 'security', 'RA guard and protection of ND are answered', 'segment', key,
       CASE WHEN ra_guard AND nd THEN 'true' ELSE 'false' END, NULL,
       name || CASE
               WHEN ra_guard AND nd THEN ': both are stated.'
               WHEN ra_guard THEN ': protection of ND is not stated.'
               WHEN nd THEN ': RA guard is not stated.'
               ELSE ': neither is stated.' END,
       'stated', NULL
FROM   lan
UNION  ALL
SELECT 'security', 'The policy for ICMPv6 was reviewed', NULL, NULL,
       CASE WHEN COUNT(*) = SUM(COALESCE(is_reviewed, 0)) THEN 'true'
            ELSE 'false' END,
       NULL,
       'Stated for ' || SUM(COALESCE(icmpv6, 0)) || ' of ' || COUNT(*)
       || ' LANs, with the day of a review for '
       || SUM(COALESCE(is_reviewed, 0)) || '.',
       'stated', NULL
FROM   lan
HAVING COUNT(*) > 0
UNION  ALL
SELECT 'security', 'Between two zones both families have a policy', 'zone',
       from_zone || '->' || to_zone,
       CASE WHEN v4 AND v6 THEN 'true' ELSE 'false' END, NULL,
       from_zone || ' to ' || to_zone || ': '
       || CASE WHEN v4 AND v6 THEN 'both are stated.'
               WHEN v4 THEN 'a policy for IPv6 is not stated.'
               WHEN v6 THEN 'a policy for IPv4 is not stated.'
               ELSE 'no policy is stated.' END,
       'stated', NULL
FROM   fact_zone_policy
UNION  ALL
SELECT 'security', 'A security policy is written', 'procedure',
       COALESCE(MIN(title), 'security policy'),
       CASE WHEN COUNT(*) > 0 THEN 'true' ELSE 'false' END, NULL,
       COALESCE(MIN(title) || ' is stated.', 'No security policy is stated.'),
       'stated', NULL
FROM   fact_procedure
WHERE  kind = 'security policy'

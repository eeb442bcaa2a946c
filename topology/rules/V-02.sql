-- V-02: A telephone does not speak both families.
-- Gap.
-- By what its gateways hear of it. Undecided where they did not tell their
-- neighbours to the end.
WITH hearing AS (
	SELECT e.segment,
	       c.id AS coverage,
	       ROW_NUMBER() OVER (ORDER BY c.result = 'rows' DESC,
	                                   c.question DESC, c.id) AS place
	FROM   segment_end e
	JOIN   coverage c ON c.device = e.device
	WHERE  e.is_gateway
	AND    c.question IN ('IP-MIB::ipNetToPhysicalTable',
	                      'CISCO-IETF-IP-MIB::cInetNetToMediaTable',
	                      'IP-MIB::ipNetToMediaTable')),
evidence AS MATERIALIZED (
	SELECT segment, coverage, MIN(place) AS place
	FROM   hearing
	GROUP  BY segment)
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE COALESCE(d.class, 'unknown') WHEN 'unknown' THEN 'unknown'
       ELSE 'fires' END AS verdict,
       'I' AS severity,
       d.name
       || CASE COALESCE(d.class, 'unknown')
          WHEN 'unknown' THEN ' is a telephone whose addresses were not observed.'
          WHEN 'IPv4 only' THEN ' is a telephone with IPv4'
               || COALESCE(': ' || n.words, '; no IPv6 activity observed') || '.'
          WHEN 'IPv6 only' THEN ' is a telephone with IPv6; no IPv4 activity'
               || ' observed.'
          ELSE ' is a telephone of which no address was seen.' END AS sentence,
       (SELECT v.coverage
        FROM   host h
        JOIN   evidence v ON v.segment = h.segment
        WHERE  h.device = d.id
        ORDER  BY v.place
        LIMIT  1) AS coverage
FROM   device d
LEFT   JOIN page_note n ON n.note = d.class_note
WHERE  d.role = 'phone'
AND    d.class IS NOT 'dual-stack'
ORDER  BY d.key

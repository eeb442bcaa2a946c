-- REQ1: The circuit carries both families.
-- The port is up, has a native address of each family, the other end was heard in
-- each, and what is measured through the circuit answered in each. An address is
-- absent only where the address table was read to its end.
WITH family (family, name, protocol) AS (
	VALUES (6, 'IPv6', 'ND'), (4, 'IPv4', 'ARP')
), port AS (
	SELECT c.id, c.interface, c.coverage, i.oper_status, i.class, i.class_note
	FROM   circuit c
	LEFT   JOIN interface i ON i.id = c.interface
), addressed AS (
	SELECT p.id, f.family, f.name, p.coverage,
	       CASE WHEN p.class IN ('dual-stack', f.name || ' only')
	                 OR p.class_note = f.name || ' seen' THEN 'true'
	            WHEN p.class <> 'unknown' THEN 'false'
	            ELSE 'unknown' END AS value
	FROM   port p
	CROSS  JOIN family f
), heard AS (
	SELECT p.id, f.family, f.name, f.protocol,
	       (SELECT MIN(c.id)
	        FROM   interface i
	        JOIN   coverage c ON c.device = i.device
	        WHERE  i.id = p.interface
	        AND    c.question = 'IP-MIB::ipNetToPhysicalTable'
	        AND    c.result IN ('rows', 'empty')) AS coverage,
	       EXISTS (SELECT 1
	               FROM   neighbour n
	               WHERE  n.interface = p.interface
	               AND    n.family = f.family
	               AND    COALESCE(n.type, '') NOT IN ('local', 'invalid')
	               AND    COALESCE(n.state, '') NOT IN ('incomplete', 'invalid'))
	           AS is_heard
	FROM   port p
	CROSS  JOIN family f
), measured AS (
	SELECT c.id, f.family, f.name, MIN(x.id) AS probe,
	       SUM(x.result = 'true') AS answers, MIN(x.reason) AS reason
	FROM   circuit c
	CROSS  JOIN family f
	LEFT   JOIN probe x ON x.kind = 'I1' AND x.target = c.id
	                   AND x.family = f.family
	GROUP  BY c.id, f.family, f.name
)
SELECT 'uplinks' AS section, 'REQ1' AS item, 'the port is up' AS name,
       'circuit' AS subject_type, id AS subject,
       CASE WHEN oper_status = 'up' THEN 'true'
            WHEN oper_status IS NOT NULL THEN 'false'
            ELSE 'unknown' END AS value,
       CASE WHEN oper_status IS NULL THEN 'no-answer' END AS reason,
       COALESCE('Its port is seen ' || oper_status || '.',
                'Its port was not observed.') AS sentence,
       'observed' AS source, coverage, NULL AS probe
FROM   port
UNION ALL
SELECT 'uplinks', 'REQ1', name || ' address', 'circuit', id, value,
       CASE value WHEN 'unknown' THEN 'no-answer' END,
       CASE value WHEN 'true' THEN 'A working ' || name || ' address was seen.'
                  WHEN 'false' THEN name || ' address: not seen.'
                  ELSE name || ' address: not observed.' END,
       'observed', coverage, NULL
FROM   addressed
UNION ALL
SELECT 'uplinks', 'REQ1', 'other end heard in ' || name, 'circuit', id,
       CASE WHEN is_heard THEN 'true'
            WHEN coverage IS NOT NULL THEN 'false'
            ELSE 'unknown' END,
       CASE WHEN NOT is_heard AND coverage IS NULL THEN 'no-answer' END,
       'The other end was ' || CASE WHEN is_heard THEN 'seen'
                                    WHEN coverage IS NOT NULL THEN 'not seen'
                                    ELSE 'not observed' END
           || ' by ' || protocol || '.',
       'observed', coverage, NULL
FROM   heard
UNION ALL
SELECT 'uplinks', 'REQ1', 'echo over ' || name, 'circuit', id,
       CASE WHEN answers > 0 THEN 'true' ELSE 'unknown' END,
       CASE WHEN answers > 0 THEN NULL
            ELSE COALESCE(reason, 'not-attempted') END,
       CASE WHEN answers > 0 THEN 'A target behind it answered over ' || name || '.'
            ELSE 'Targets behind it over ' || name || ': not observed ('
                 || COALESCE(reason, 'not-attempted') || ').' END,
       'observed', NULL, probe
FROM   measured

-- REQ1: The circuit carries both families.
-- The port is up, has a native address of each family, the other end was heard in
-- each, and what is measured through the circuit answered in each. An address is
-- absent only where the address table was read to its end, the other end only where
-- the table of neighbours was and serves that family. An echo whose family the port
-- has no address of went another way.
WITH family (family, name, protocol) AS (
	VALUES (6, 'IPv6', 'ND'), (4, 'IPv4', 'ARP')
), port AS (
	SELECT c.id, c.interface, i.device, c.coverage, i.oper_status, i.class,
	       i.class_note
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
), cache (question, family, may_be_empty) AS (
	VALUES ('IP-MIB::ipNetToPhysicalTable', 6, 0),
	       ('CISCO-IETF-IP-MIB::cInetNetToMediaTable', 6, 0),
	       ('IPV6-MIB::ipv6NetToMediaTable', 6, 1),
	       ('rtnetlink: neighbours', 6, 1),
	       ('IP-MIB::ipNetToPhysicalTable', 4, 0),
	       ('CISCO-IETF-IP-MIB::cInetNetToMediaTable', 4, 0),
	       ('IP-MIB::ipNetToMediaTable', 4, 1),
	       ('rtnetlink: neighbours', 4, 1)
), heard AS (
	SELECT p.id, f.family, f.name, f.protocol,
	       (SELECT MIN(c.id)
	        FROM   coverage c
	        JOIN   cache k ON k.question = c.question AND k.family = f.family
	        WHERE  c.device = p.device
	        AND    c.refused = 0
	        AND    (c.result = 'rows'
	                OR (c.result = 'empty' AND k.may_be_empty))) AS coverage,
	       EXISTS (SELECT 1
	               FROM   neighbour n
	               WHERE  n.device = p.device
	               AND    n.interface = p.interface
	               AND    n.family = f.family
	               AND    COALESCE(n.type, '') NOT IN ('local', 'invalid')
	               AND    COALESCE(n.state, '') NOT IN ('incomplete', 'invalid'))
	           AS is_heard
	FROM   port p
	CROSS  JOIN family f
), measured AS (
	SELECT a.id, a.family, a.name, a.value = 'false' AS is_elsewhere,
	       MIN(x.id) AS probe,
	       SUM(x.result = 'true') AS answers, MIN(x.reason) AS reason
	FROM   addressed a
	LEFT   JOIN probe x ON x.kind = 'I1' AND x.target = a.id
	                   AND x.family = a.family
	GROUP  BY a.id, a.family, a.name, a.value
	ORDER  BY a.id, a.family DESC
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
       CASE WHEN answers > 0 AND NOT is_elsewhere THEN 'true' ELSE 'unknown' END,
       CASE WHEN is_elsewhere THEN 'not-attempted'
            WHEN answers > 0 THEN NULL
            ELSE COALESCE(reason, 'not-attempted') END,
       CASE WHEN is_elsewhere THEN 'An echo over ' || name || ' goes another way: '
                 || 'no address of its port was seen for it.'
            WHEN answers > 0 THEN 'A target behind it answered over ' || name || '.'
            ELSE 'Targets behind it over ' || name || ': not observed ('
                 || COALESCE(reason, 'not-attempted') || ').' END,
       'observed', NULL, probe
FROM   measured

-- C5: Both families come on one tagged port, each in a VLAN of its own.
-- Told by the names of VLAN interfaces (PORT.NUMBER) and their families. Where
-- both families are in one VLAN this stays open: it was not tried.
WITH tagged AS (
	SELECT id, device, class, name,
	       rtrim(rtrim(name, '0123456789'), '.') AS port
	FROM   interface
	WHERE  name GLOB '*?.[0-9]*'
	AND    class IN ('IPv4 only', 'IPv6 only')
)
SELECT 'uplinks' AS section, 'C5' AS item, 'one VLAN for each family' AS name,
       'circuit' AS subject_type, c.id AS subject, 'true' AS value,
       a.name || ' is ' || a.class || ', ' || b.name || ' is ' || b.class || '.'
           AS sentence,
       'observed' AS source, c.coverage
FROM   circuit c
JOIN   tagged a ON a.id = c.interface
JOIN   tagged b ON b.device = a.device AND b.port = a.port
               AND b.class <> a.class
GROUP  BY c.id

-- clouds.sql: ports of bridges that face each other become links and clouds.
--
-- Two ports that face each other alone are a link. Three or more share a line:
-- a hub, a switch or a radio that nobody could read stands in the middle. Such a
-- cloud has its ports, and a link from each to one of them, its head: the port
-- that most others look at, as the designated port of a spanning tree. So a
-- cloud of n ports is n - 1 links, never one for each pair, and whoever knows
-- links only still sees who hangs on whom; link.cloud tells that it is no cable.

CREATE TEMP TABLE line_port (
	port INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	degree INTEGER NOT NULL, -- ports that it faces
	line INTEGER NOT NULL    -- lowest port of those that share the line
);

INSERT INTO line_port (port, device, degree, line)
SELECT port, MIN(device), COUNT(DISTINCT far_port),
       MIN(port, MIN(far_port))
FROM   (SELECT port, far_port, device FROM facing
        UNION  ALL
        SELECT far_port, port, far_device FROM facing)
GROUP  BY port;

-- repeat until nothing changes
UPDATE line_port
SET    line = l.line
FROM   (SELECT f.port, MIN(p.line) AS line
        FROM   facing f
        JOIN   line_port p ON p.port = f.far_port
        GROUP  BY f.port) l
WHERE  l.port = line_port.port
AND    l.line < line_port.line;

UPDATE line_port
SET    line = l.line
FROM   (SELECT f.far_port AS port, MIN(p.line) AS line
        FROM   facing f
        JOIN   line_port p ON p.port = f.port
        GROUP  BY f.far_port) l
WHERE  l.port = line_port.port
AND    l.line < line_port.line;
-- end repeat

CREATE TEMP TABLE line (
	line INTEGER PRIMARY KEY,
	ports INTEGER NOT NULL,
	head INTEGER NOT NULL,
	protocols TEXT NOT NULL
);

INSERT INTO line (line, ports, head, protocols)
SELECT p.line, p.ports, p.port,
       (SELECT GROUP_CONCAT(source, ', ')
        FROM   (SELECT DISTINCT f.source
                FROM   line_port m
                JOIN   facing f ON f.port = m.port
                WHERE  m.line = p.line
                ORDER  BY f.source))
FROM   (SELECT l.line, l.port,
               COUNT(*) OVER (PARTITION BY l.line) AS ports,
               ROW_NUMBER() OVER (PARTITION BY l.line
                                  ORDER BY l.degree DESC,
                                           COALESCE(b.known, 0) DESC,
                                           l.device, l.port) AS place
        FROM   line_port l
        LEFT   JOIN bridge b ON b.device = l.device) p
WHERE  p.place = 1;

INSERT INTO cloud (id, ports, protocols)
SELECT ROW_NUMBER() OVER (ORDER BY line), ports, protocols
FROM   line
WHERE  ports > 2
ORDER  BY line;

INSERT INTO cloud_port (cloud, interface, device, is_head)
SELECT c.id, p.port, p.device, p.port = c.head
FROM   (SELECT line, head, ROW_NUMBER() OVER (ORDER BY line) AS id
        FROM   line
        WHERE  ports > 2) c
JOIN   line_port p ON p.line = c.line;

INSERT INTO link (id, a_device, a_interface, b_device, b_interface, protocols,
                  evidence, matched_by, cloud)
SELECT (SELECT COALESCE(MAX(id), 0) FROM link)
       + ROW_NUMBER() OVER (ORDER BY l.line, p.port),
       h.device, h.port, p.device, p.port, l.protocols, 'inferred',
       CASE
       WHEN c.cloud IS NOT NULL THEN 'a line that ' || l.ports
            || ' ports of bridges share'
       WHEN l.protocols = 'stp' THEN 'the spanning tree'
       WHEN l.protocols = 'fdb' THEN 'forwarding tables, nobody between'
       ELSE 'forwarding tables and the spanning tree'
       END,
       c.cloud
FROM   line l
JOIN   line_port h ON h.port = l.head
JOIN   line_port p ON p.line = l.line AND p.port <> l.head
LEFT   JOIN cloud_port c ON c.interface = p.port
WHERE  h.device <> p.device
ORDER  BY l.line, p.port;

DROP TABLE line;
DROP TABLE line_port;
DROP TABLE facing;
DROP TABLE hears;
DROP TABLE bridge;

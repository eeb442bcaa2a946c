-- space_use.sql: how much of the address space is in use.
--
-- IPv4 counts addresses: of a network those that were seen or are stated, of what
-- holds others their space. IPv6 counts /64s: addresses there say nothing of how
-- full a network is.

-- ------------------------------------------------------------- addresses ----

CREATE TEMP TABLE used_address (
	vrf TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	PRIMARY KEY (vrf, ip_key)
) WITHOUT ROWID;

INSERT OR IGNORE INTO used_address (vrf, ip_key)
SELECT vrf, ip_key
FROM   own_seen
WHERE  family = 4;

INSERT OR IGNORE INTO used_address (vrf, ip_key)
SELECT DISTINCT COALESCE(v.vrf, ''), ip_key(n.ip)
FROM   neighbour n
LEFT   JOIN routed_in v ON v.interface = n.interface
WHERE  n.family = 4
AND    n.mac IS NOT NULL
AND    n.kind NOT IN (SELECT kind FROM local_kind)
AND    COALESCE(n.state, '') NOT IN ('incomplete', 'invalid')
AND    COALESCE(n.type, '') <> 'invalid';

INSERT OR IGNORE INTO used_address (vrf, ip_key)
SELECT '', ip_key(value)
FROM   fact_device_match
WHERE  kind = 'address'
AND    ip_family(value) = 4;

CREATE TEMP TABLE used_in AS
SELECT n.space, COUNT(*) AS addresses
FROM   used_address a
JOIN   node_size z ON z.vrf = a.vrf AND z.family = 4
CROSS  JOIN node n ON n.vrf = a.vrf
                  AND n.family = 4
                  AND n.prefix_key = key_network(a.ip_key, z.bits)
                  AND n.bits = z.bits
GROUP  BY n.space;

CREATE UNIQUE INDEX temp.used_in_space ON used_in (space);

-- A network has no host on its first and its last address, but for a pair
-- (RFC 3021) and for single ones.
UPDATE space
SET    usable = CASE
	WHEN length >= 31
	  OR status = 'container'
	  OR role IN ('container', 'loopback')
	THEN 1 << (32 - length)
	ELSE (1 << (32 - length)) - 2
	END
WHERE  family = 4;

UPDATE space
SET    used = COALESCE((SELECT u.addresses
                        FROM   used_in u
                        WHERE  u.space = space.id), 0)
WHERE  family = 4;

UPDATE space
SET    used = c.addresses
FROM   (SELECT parent, SUM(1 << (32 - length)) AS addresses
        FROM   space
        WHERE  family = 4
        AND    parent IS NOT NULL
        GROUP  BY parent) c
WHERE  c.parent = space.id
AND    (space.status = 'container' OR space.role = 'container');

-- ------------------------------------------------------------------ /64s ----

-- A link of two or a loopback lives in one that is kept for it.
CREATE TEMP TABLE used_net (
	vrf TEXT NOT NULL,
	prefix_key BLOB NOT NULL,
	PRIMARY KEY (vrf, prefix_key)
) WITHOUT ROWID;

INSERT OR IGNORE INTO used_net (vrf, prefix_key)
SELECT vrf, key_network(ip_key, 64)
FROM   own_seen
WHERE  family = 6;

UPDATE space
SET    nets_used = 0
WHERE  family = 6
AND    length < 64;

UPDATE space
SET    nets_used = u.nets
FROM   (SELECT n.space, COUNT(*) AS nets
        FROM   used_net a
        JOIN   node_size z ON z.vrf = a.vrf AND z.family = 6 AND z.bits < 64
        CROSS  JOIN node n ON n.vrf = a.vrf
                          AND n.family = 6
                          AND n.prefix_key = key_network(a.prefix_key, z.bits)
                          AND n.bits = z.bits
        GROUP  BY n.space) u
WHERE  u.space = space.id;

UPDATE space
SET    next_free = free_block(prefix, (
	SELECT group_concat(prefix, ' ')
	FROM   (SELECT c.prefix
	        FROM   space c
	        WHERE  c.parent = space.id
	        ORDER  BY c.prefix_key, c.length)))
WHERE  family = 6
AND    length < 64;

DROP TABLE used_net;
DROP TABLE used_in;
DROP TABLE used_address;
DROP TABLE node_size;
DROP TABLE node;
DROP TABLE own_seen;
DROP TABLE local_kind;
DROP TABLE routed_in;

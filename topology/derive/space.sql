-- space.sql: address space as a tree: what is ours, what is planned, what was
-- observed.
--
-- A prefix stands once in each routing table; its parent is the longest there
-- that contains it, found by asking for it at each length that occurs. Bits
-- count those of the 16-byte keys, so that both families are one case.
--
-- Leaves own_seen, node, node_size, local_kind and routed_in for space_use.sql.

-- ------------------------------------------------- what was observed ----

CREATE TEMP TABLE routed_in (
	interface INTEGER PRIMARY KEY,
	vrf TEXT NOT NULL
);

INSERT INTO routed_in (interface, vrf)
SELECT i.id, MIN(v.vrf)
FROM   vrf_interface v
JOIN   interface i ON i.device = v.device AND i.if_index = v.if_index
GROUP  BY i.id;

-- No address of a network: those of the host itself, of its link, of groups.
CREATE TEMP TABLE local_kind (kind TEXT PRIMARY KEY) WITHOUT ROWID;

INSERT INTO local_kind (kind)
VALUES ('this network'),
       ('loopback'),
       ('link-local'),
       ('multicast'),
       ('broadcast'),
       ('unspecified'),
       ('discard'),
       ('v4-mapped'),
       ('v4-compatible'),
       ('NAT64');

-- What leads nowhere: 128.0.0.0/2 and fec0::a:0:0:0/112 (Junos) to the cards of
-- its own chassis, bridges of these names to what one host runs inside of it.
-- The rules ask for it too.
CREATE TEMP TABLE inside_device (interface INTEGER PRIMARY KEY);

INSERT INTO inside_device (interface)
SELECT interface
FROM   address
WHERE  prefix = '128.0.0.0/2'
AND    interface IS NOT NULL
UNION
SELECT a.interface
FROM   address a
JOIN   device d ON d.id = a.device
WHERE  a.kind = 'site-local'
AND    a.interface IS NOT NULL
AND    d.sys_object_id LIKE '1.3.6.1.4.1.2636.%'
AND    ip_in(a.ip, 'fec0::a:0:0:0/112')
UNION
SELECT i.id
FROM   interface i
JOIN   (VALUES ('virbr[0-9]*'), ('docker[0-9]*'), ('lxcbr[0-9]*'),
               ('lxdbr[0-9]*'), ('cni[0-9]*'), ('cni-podman[0-9]*'),
               ('podman[0-9]*'), ('vmnet[0-9]*'),
               ('br-' || REPLACE(PRINTF('%012d', 0), '0', '[0-9a-f]')))
       ON i.name GLOB column1;

CREATE TEMP TABLE own_seen (
	id INTEGER PRIMARY KEY, -- of address
	device INTEGER NOT NULL,
	interface INTEGER,
	vrf TEXT NOT NULL,
	family INTEGER NOT NULL,
	ip_key BLOB NOT NULL,
	prefix TEXT
);

INSERT INTO own_seen (id, device, interface, vrf, family, ip_key, prefix)
SELECT a.id, a.device, a.interface, COALESCE(v.vrf, ''), a.family,
       ip_key(a.ip), a.prefix
FROM   address a
LEFT   JOIN routed_in v ON v.interface = a.interface
WHERE  a.kind NOT IN (SELECT kind FROM local_kind)
AND    a.type IS NOT 'broadcast'
AND    COALESCE(a.interface, 0) NOT IN (SELECT interface FROM inside_device);

-- Where the address tables do not tell the length, the table of prefixes does,
-- else the routes to what is connected.
UPDATE own_seen
SET    prefix = p.prefix
FROM   (SELECT o.id, p.prefix, MAX(prefix_length(p.prefix))
        FROM   own_seen o
        JOIN   prefix p ON p.device = o.device
                       AND p.interface = o.interface
                       AND p.family = o.family
        WHERE  o.prefix IS NULL
        AND    ip_in(ip_text(o.ip_key), p.prefix)
        GROUP  BY o.id) p
WHERE  p.id = own_seen.id;

UPDATE own_seen
SET    prefix = r.prefix
FROM   (SELECT o.id, r.prefix, MAX(prefix_length(r.prefix))
        FROM   own_seen o
        CROSS  JOIN route r ON r.device = o.device
        WHERE  o.prefix IS NULL
        AND    r.interface = o.interface
        AND    r.family = o.family
        AND    r.type = 'local'
        AND    ip_in(ip_text(o.ip_key), r.prefix)
        GROUP  BY o.id) r
WHERE  r.id = own_seen.id;

CREATE INDEX temp.own_seen_prefix ON own_seen (prefix);

-- ----------------------------------------------------- the prefixes ----

CREATE TEMP TABLE net (
	vrf TEXT NOT NULL,
	prefix TEXT NOT NULL,
	is_own INTEGER NOT NULL DEFAULT 0,
	is_planned INTEGER NOT NULL DEFAULT 0,
	is_observed INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (vrf, prefix)
) WITHOUT ROWID;

INSERT INTO net (vrf, prefix, is_own)
SELECT '', prefix, 1
FROM   fact_own_prefix;

INSERT INTO net (vrf, prefix, is_planned)
SELECT COALESCE(vrf, ''), prefix, 1
FROM   fact_plan_prefix
WHERE  TRUE
ON     CONFLICT DO UPDATE SET is_planned = 1;

INSERT INTO net (vrf, prefix, is_observed)
SELECT DISTINCT vrf, prefix, 1
FROM   own_seen
WHERE  prefix IS NOT NULL
ON     CONFLICT DO UPDATE SET is_observed = 1;

INSERT INTO space (family, prefix, prefix_key, length, vrf, key, slug, depth,
                   is_own, is_planned, is_observed, status, site, vlan, role,
                   use)
SELECT ip_family(n.prefix),
       n.prefix,
       prefix_key(n.prefix),
       prefix_length(n.prefix),
       n.vrf,
       n.prefix || CASE n.vrf WHEN '' THEN '' ELSE ' in ' || n.vrf END,
       slug(n.prefix || ' ' || n.vrf),
       0,
       n.is_own,
       n.is_planned,
       n.is_observed,
       'container',
       p.site,
       p.vlan,
       p.role,
       p.use
FROM   net n
LEFT   JOIN fact_plan_prefix p ON p.prefix = n.prefix
                              AND COALESCE(p.vrf, '') = n.vrf
WHERE  prefix_length(n.prefix) IS NOT NULL
ORDER  BY prefix_key(n.prefix), prefix_length(n.prefix), n.vrf;

UPDATE space
SET    slug = slug || '-' || short_hash(key)
WHERE  slug IN (SELECT slug FROM space GROUP BY slug HAVING COUNT(*) > 1);

-- --------------------------------------------------------- the tree ----

CREATE TEMP TABLE node (
	vrf TEXT NOT NULL,
	family INTEGER NOT NULL,
	prefix_key BLOB NOT NULL,
	bits INTEGER NOT NULL,
	space INTEGER NOT NULL,
	PRIMARY KEY (vrf, family, prefix_key, bits)
) WITHOUT ROWID;

INSERT INTO node (vrf, family, prefix_key, bits, space)
SELECT vrf, family, prefix_key,
       length + CASE family WHEN 4 THEN 96 ELSE 0 END,
       id
FROM   space;

CREATE TEMP TABLE node_size AS
SELECT DISTINCT vrf, family, bits
FROM   node;

CREATE TEMP TABLE enclosing (
	inner INTEGER NOT NULL, -- space.id
	outer INTEGER NOT NULL,
	bits INTEGER NOT NULL,  -- of the outer one
	PRIMARY KEY (inner, bits)
) WITHOUT ROWID;

INSERT INTO enclosing (inner, outer, bits)
SELECT n.space, o.space, o.bits
FROM   node n
JOIN   node_size z ON z.vrf = n.vrf
                  AND z.family = n.family
                  AND z.bits < n.bits
CROSS  JOIN node o ON o.vrf = n.vrf
                  AND o.family = n.family
                  AND o.prefix_key = key_network(n.prefix_key, z.bits)
                  AND o.bits = z.bits;

UPDATE space
SET    parent = e.outer,
       depth = e.depth
FROM   (SELECT inner, outer, MAX(bits), COUNT(*) AS depth
        FROM   enclosing
        GROUP  BY inner) e
WHERE  e.inner = space.id;

-- ------------------------------------------------ what is stated of it ----

-- A prefix is ours in every routing table. What is planned outranks what is
-- owned, and both a provider's line.
CREATE TEMP TABLE stated (
	family INTEGER NOT NULL,
	prefix_key BLOB NOT NULL,
	bits INTEGER NOT NULL,
	word TEXT NOT NULL,
	rank INTEGER NOT NULL,
	PRIMARY KEY (family, prefix_key, bits, rank)
) WITHOUT ROWID;

INSERT OR IGNORE INTO stated (family, prefix_key, bits, word, rank)
SELECT ip_family(prefix),
       prefix_key(prefix),
       prefix_length(prefix) + CASE ip_family(prefix) WHEN 4 THEN 96 ELSE 0 END,
       word, rank
FROM   (SELECT prefix, 'plan' AS word, 1 AS rank
        FROM   fact_plan_prefix
        WHERE  role IS NOT 'container'
        UNION  ALL
        SELECT prefix, 'own', 2 FROM fact_own_prefix
        UNION  ALL
        SELECT prefix, 'own', 2
        FROM   fact_plan_prefix
        WHERE  role = 'container'
        UNION  ALL
        SELECT prefix, 'circuit', 3 FROM fact_circuit_prefix)
WHERE  prefix_length(prefix) IS NOT NULL;

CREATE TEMP TABLE stated_size AS
SELECT DISTINCT family, bits
FROM   stated;

UPDATE space
SET    stated_as = s.word
FROM   (SELECT n.space, t.word, MIN(t.rank)
        FROM   node n
        JOIN   stated_size z ON z.family = n.family AND z.bits <= n.bits
        CROSS  JOIN stated t
               ON t.family = n.family
              AND t.prefix_key = key_network(n.prefix_key, z.bits)
              AND t.bits = z.bits
        GROUP  BY n.space) s
WHERE  s.space = space.id;

-- -------------------------------------------------------- its segment ----

UPDATE space
SET    segment = p.segment
FROM   (SELECT s.id AS space, MIN(p.segment) AS segment
        FROM   space s
        JOIN   own_seen o ON o.prefix = s.prefix AND o.vrf = s.vrf
        JOIN   segment_end e ON e.interface = o.interface
        JOIN   segment_prefix p ON p.segment = e.segment
                               AND p.prefix = s.prefix
        GROUP  BY s.id
        HAVING COUNT(DISTINCT p.segment) = 1) p
WHERE  p.space = space.id;

UPDATE space
SET    segment = p.segment
FROM   segment_prefix p
JOIN   segment g ON g.id = p.segment
WHERE  g.is_stated
AND    p.prefix = space.prefix
AND    space.is_planned;

UPDATE space
SET    site = COALESCE(space.site, g.site),
       vlan = COALESCE(space.vlan, g.vlan),
       role = COALESCE(space.role, g.kind)
FROM   segment g
WHERE  g.id = space.segment;

-- Else the site whose prefix holds it, else where its devices stand.
CREATE TEMP TABLE site_net AS
SELECT ip_family(prefix) AS family,
       prefix_key(prefix) AS prefix_key,
       prefix_length(prefix)
       + CASE ip_family(prefix) WHEN 4 THEN 96 ELSE 0 END AS bits,
       MIN(site) AS site
FROM   fact_site_prefix
GROUP  BY prefix;

CREATE TEMP TABLE site_size AS
SELECT DISTINCT family, bits
FROM   site_net;

CREATE INDEX temp.site_net_key ON site_net (family, prefix_key, bits);

UPDATE space
SET    site = s.site
FROM   (SELECT n.space, t.site, MAX(t.bits)
        FROM   node n
        JOIN   site_size z ON z.family = n.family AND z.bits <= n.bits
        CROSS  JOIN site_net t
               ON t.family = n.family
              AND t.prefix_key = key_network(n.prefix_key, z.bits)
              AND t.bits = z.bits
        GROUP  BY n.space) s
WHERE  s.space = space.id
AND    space.site IS NULL;

UPDATE space
SET    site = d.site
FROM   (SELECT o.vrf, o.prefix, MIN(d.site) AS site
        FROM   own_seen o
        JOIN   device d ON d.id = o.device
        WHERE  o.prefix IS NOT NULL
        GROUP  BY o.vrf, o.prefix
        HAVING COUNT(DISTINCT d.site) = 1) d
WHERE  d.vrf = space.vrf
AND    d.prefix = space.prefix
AND    space.site IS NULL;

-- ------------------------------------------------------ role and status ----

UPDATE space
SET    role = CASE
	WHEN length = CASE family WHEN 4 THEN 32 ELSE 128 END THEN 'loopback'
	WHEN is_own OR id IN (SELECT parent FROM space) THEN 'container'
	END
WHERE  role IS NULL;

UPDATE space
SET    status = CASE
	WHEN p.status IN ('reserved', 'deprecated')
	 AND NOT space.is_observed THEN p.status
	WHEN p.status = 'deprecated' THEN p.status
	WHEN p.status = 'container' OR p.role = 'container' THEN 'container'
	WHEN space.is_observed THEN 'active'
	WHEN p.role = 'loopback'
	 AND space.id IN (SELECT parent FROM space WHERE is_observed)
	THEN 'active'
	ELSE 'planned-only'
	END
FROM   fact_plan_prefix p
WHERE  p.prefix = space.prefix
AND    COALESCE(p.vrf, '') = space.vrf
AND    space.is_planned;

UPDATE space
SET    status = 'observed-only'
WHERE  NOT is_planned
AND    NOT is_own;

UPDATE space
SET    status = 'active'
WHERE  is_own
AND    NOT is_planned
AND    is_observed;

DROP TABLE site_size;
DROP TABLE site_net;
DROP TABLE stated_size;
DROP TABLE stated;
DROP TABLE enclosing;
DROP TABLE net;

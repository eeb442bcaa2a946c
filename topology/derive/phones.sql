-- phones.sql: which devices are phones? The one place that decides it.
--
-- One strong sign is enough, or two medium ones, or a medium and two weak ones:
-- signs count 4, 2 and 1, and a phone has 4. What no sign speaks of has no row.
-- That facts.yaml calls a device a phone is no sign: roles.sql obeys it.

-- A phone of Cisco is called by its MAC.
INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT id, 'mac', mac_text(SUBSTR(sys_name, 4)), 0
FROM   device
WHERE  source = 'neighbour'
AND    sys_name LIKE 'SEP____________'
AND    mac_text(SUBSTR(sys_name, 4)) IS NOT NULL;

CREATE TEMP TABLE phone_sign (
	device INTEGER NOT NULL,
	sign TEXT NOT NULL,
	points INTEGER NOT NULL,
	PRIMARY KEY (device, sign)
) WITHOUT ROWID;

INSERT OR IGNORE INTO phone_sign (device, sign, points)
SELECT id, 'says that it is a telephone', 4
FROM   device
WHERE  ' ' || capabilities || ' ' LIKE '% telephone %';

INSERT OR IGNORE INTO phone_sign (device, sign, points)
SELECT far_device, 'says that it is a telephone', 4
FROM   adjacency
WHERE  far_device IS NOT NULL
AND    ' ' || capabilities_enabled || ' ' LIKE '% telephone %';

INSERT OR IGNORE INTO phone_sign (device, sign, points)
SELECT a.far_device,
       CASE m.device_class WHEN 3 THEN 'is a communication device by LLDP-MED'
       ELSE 'is an endpoint by LLDP-MED' END,
       CASE m.device_class WHEN 3 THEN 4 ELSE 1 END
FROM   adjacency_med m
JOIN   adjacency a ON a.id = m.adjacency
WHERE  a.far_device IS NOT NULL
AND    m.device_class IN (1, 2, 3);

-- A switch (class 4) has a voice policy for its phones.
INSERT OR IGNORE INTO phone_sign (device, sign, points)
SELECT a.far_device, 'has a policy for voice', 2
FROM   adjacency_policy p
JOIN   adjacency a ON a.id = p.adjacency
LEFT   JOIN adjacency_med m ON m.adjacency = p.adjacency
WHERE  a.far_device IS NOT NULL
AND    p.application = 'voice'
AND    m.device_class IS NOT 4;

INSERT OR IGNORE INTO phone_sign (device, sign, points)
SELECT id, 'is described as a phone', 2
FROM   device
WHERE  sys_descr LIKE '%phone%';

INSERT OR IGNORE INTO phone_sign (device, sign, points)
SELECT far_device, 'is described as a phone', 2
FROM   adjacency
WHERE  far_device IS NOT NULL
AND    sys_descr LIKE '%phone%';

-- Heard in the voice VLAN of its port: the VLAN of a policy for voice there, the
-- one that the port is told, or one that the bridge calls so.
CREATE TEMP TABLE voice_vlan (
	device INTEGER NOT NULL,
	vlan INTEGER NOT NULL,
	if_index INTEGER, -- NULL: on all ports
	UNIQUE (device, vlan, if_index)
);

INSERT INTO voice_vlan (device, vlan)
SELECT device, vlan
FROM   vlan
WHERE  name LIKE '%voice%'
OR     name LIKE '%voip%'
OR     name LIKE '%telephon%';

INSERT OR IGNORE INTO voice_vlan (device, vlan, if_index)
SELECT a.device, p.vlan, i.if_index
FROM   adjacency_policy p
JOIN   adjacency a ON a.id = p.adjacency
JOIN   interface i ON i.id = a.interface
WHERE  p.application = 'voice'
AND    p.vlan BETWEEN 1 AND 4094;

INSERT OR IGNORE INTO voice_vlan (device, vlan, if_index)
SELECT device, vlan, if_index
FROM   port_voice_vlan;

-- CROSS: from the MACs to the tables.
INSERT OR IGNORE INTO phone_sign (device, sign, points)
SELECT i.device, 'is heard in a voice VLAN', 2
FROM   device d
JOIN   device_identity i ON i.device = d.id AND i.kind = 'mac'
CROSS  JOIN fdb f ON f.mac = i.value
CROSS  JOIN voice_vlan v ON v.device = f.device AND v.vlan = f.vlan
WHERE  f.status IS NOT 'self'
AND    d.bridge_mac IS NULL
AND    (v.if_index IS NULL OR v.if_index = f.if_index);

-- Who switches, routes or is a radio, and no telephone, has a policy and hears
-- the VLAN for the phones behind it.
DELETE FROM phone_sign
WHERE  device NOT IN (SELECT device FROM phone_sign WHERE points = 4)
AND    device IN (SELECT device
                  FROM   (SELECT id AS device, capabilities AS words
                          FROM   device
                          UNION  ALL
                          SELECT far_device, capabilities_enabled
                          FROM   adjacency)
                  WHERE  words LIKE '%bridge%'
                  OR     words LIKE '%router%'
                  OR     words LIKE '%wlan%');

INSERT INTO phone (device, points, is_phone, evidence)
SELECT device, SUM(points), SUM(points) >= 4,
       GROUP_CONCAT(sign, ', ')
FROM   (SELECT device, sign, points
        FROM   phone_sign
        ORDER  BY device, points DESC, sign)
GROUP  BY device
ORDER  BY device;

DROP TABLE voice_vlan;
DROP TABLE phone_sign;

-- roles.sql: what each device is: role, vendor, model, own or foreign.
--
-- Facts decide. Without them a role is only told where the device says it:
-- by its LLDP capabilities, or by forwarding packets and bridging frames; of
-- phones phones.sql decides.
-- A guess is worse than NULL: it would change figures and pictures.

UPDATE device
SET    role = f.role
FROM   device_identity i
JOIN   fact_device f ON f.name = i.value
WHERE  i.device = device.id
AND    i.kind = 'facts name';

-- LLDP capabilities, the most telling word first. A bridge that says router
-- but does not forward is a switch; one that forwards between two networks is
-- a layer 3 switch, even if it does not say router.
CREATE TEMP TABLE capable (
	device INTEGER PRIMARY KEY,
	words TEXT NOT NULL,
	forwards INTEGER, -- NULL: not said
	networks INTEGER NOT NULL,
	bridges INTEGER NOT NULL,  -- by BRIDGE-MIB
	computer INTEGER NOT NULL  -- net-snmp or Microsoft, of no vendor
);

INSERT INTO capable (device, words, forwards, networks, bridges, computer)
SELECT d.id,
       ' ' || LOWER(REPLACE(COALESCE(d.capabilities, ''), ',', ' ')) || ' ',
       MAX(COALESCE(d.ip_forwarding, d.ipv6_forwarding),
           COALESCE(d.ipv6_forwarding, d.ip_forwarding)),
       (SELECT COUNT(DISTINCT a.interface)
        FROM   address a
        WHERE  a.device = d.id
        AND    a.usable
        AND    a.prefix_length < CASE a.family WHEN 4 THEN 32 ELSE 128 END),
       d.bridge_mac IS NOT NULL
       AND EXISTS (SELECT 1 FROM bridge_port p WHERE p.device = d.id),
       COALESCE(LTRIM(d.sys_object_id, '.') GLOB '1.3.6.1.4.1.8072.3.2.*'
                OR LTRIM(d.sys_object_id, '.') GLOB '1.3.6.1.4.1.311.*', 0)
FROM   device d
WHERE  d.role IS NULL;

-- A computer with containers says bridge and router, one with a radio wlan.
UPDATE capable
SET    words = CASE WHEN words LIKE '% station%' THEN ' station '
               ELSE ' computer ' END
WHERE  computer
AND    NOT bridges
AND    (words LIKE '% bridge %' OR words LIKE '% wlan%');

UPDATE device
SET    role = CASE
	WHEN c.device IN (SELECT device FROM phone WHERE is_phone) THEN 'phone'
	WHEN c.words LIKE '% wlan%' THEN 'ap'
	WHEN c.words LIKE '% bridge %'
	 AND c.words LIKE '% router %'
	 AND c.forwards IS NOT 0 THEN 'l3switch'
	WHEN c.words LIKE '% bridge %'
	 AND c.forwards = 1
	 AND c.networks > 1 THEN 'l3switch'
	WHEN c.words LIKE '% bridge %' THEN 'switch'
	WHEN c.words LIKE '% router %'
	 AND c.forwards IS NOT 0 THEN 'router'
	WHEN c.words LIKE '% station%' THEN 'host'
	END
FROM   capable c
WHERE  c.device = device.id;

-- No LLDP of its own: forwarding and bridging, as the agent tells them. A
-- computer forwards for its containers too, so it is no router by that alone.
UPDATE device
SET    role = CASE
	WHEN c.bridges AND c.forwards = 1 AND c.networks > 1 THEN 'l3switch'
	WHEN c.bridges THEN 'switch'
	WHEN c.forwards = 1 AND NOT c.computer THEN 'router'
	WHEN c.forwards = 0 AND c.computer THEN 'host'
	END
FROM   capable c
JOIN   device d ON d.id = c.device AND d.source = 'agent'
WHERE  c.device = device.id
AND    device.role IS NULL
AND    c.words = '  ';

DROP TABLE capable;

-- ------------------------------------------------------ vendor and model ----

-- IANA enterprise numbers, as they begin sysObjectID.
CREATE TEMP TABLE enterprise (number INTEGER PRIMARY KEY, vendor TEXT NOT NULL);

INSERT INTO enterprise (number, vendor)
VALUES (9, 'Cisco'),
       (11, 'HP'),
       (171, 'D-Link'),
       (207, 'Allied Telesis'),
       (318, 'APC'),
       (674, 'Dell'),
       (890, 'Zyxel'),
       (1588, 'Brocade'),
       (1916, 'Extreme Networks'),
       (1991, 'Foundry'),
       (2011, 'Huawei'),
       (2636, 'Juniper'),
       (3375, 'F5'),
       (3902, 'ZTE'),
       (4526, 'Netgear'),
       (5624, 'Enterasys'),
       (6027, 'Force10'),
       (6141, 'Ciena'),
       (6486, 'Alcatel-Lucent Enterprise'),
       (6527, 'Nokia'),
       (11863, 'TP-Link'),
       (12356, 'Fortinet'),
       (14823, 'Aruba'),
       (14988, 'MikroTik'),
       (25053, 'Ruckus'),
       (25461, 'Palo Alto Networks'),
       (25506, 'H3C'),
       (30065, 'Arista'),
       (35265, 'Eltex'),
       (40310, 'Cumulus'),
       (41112, 'Ubiquiti'),
       (47196, 'HPE');

UPDATE device
SET    vendor = e.vendor
FROM   enterprise e
WHERE  LTRIM(device.sys_object_id, '.') GLOB '1.3.6.1.4.1.*'
AND    e.number = CAST(SUBSTR(LTRIM(device.sys_object_id, '.'), 13) AS INTEGER);

DROP TABLE enterprise;

-- What ENTITY-MIB says is surer than both guesses.
UPDATE device
SET    vendor = manufacturer
WHERE  manufacturer <> '';

-- The model stands in sysDescr between two marks ('' is the end).
CREATE TEMP TABLE model_mark (
	vendor TEXT NOT NULL,
	before TEXT NOT NULL,
	after TEXT NOT NULL
);

INSERT INTO model_mark (vendor, before, after)
VALUES ('Cisco', 'Cisco IOS Software, ', ' Software'),
       ('Juniper', 'Juniper Networks, Inc. ', ' '),
       ('Arista', ' running on an Arista Networks ', ''),
       ('MikroTik', 'RouterOS ', '');

UPDATE device
SET    model = m.model
FROM   (SELECT id,
               NULLIF(TRIM(SUBSTR(rest, 1,
                           CASE WHEN after = '' THEN LENGTH(rest)
                           ELSE INSTR(rest, after) - 1 END)), '') AS model
        FROM   (SELECT d.id,
                       k.after,
                       SUBSTR(d.sys_descr, INSTR(d.sys_descr, k.before)
                                           + LENGTH(k.before)) AS rest
                FROM   device d
                JOIN   model_mark k ON k.vendor = d.vendor
                WHERE  INSTR(d.sys_descr, k.before) > 0)
        WHERE  after = ''
        OR     INSTR(rest, after) > 0) m
WHERE  m.id = device.id
AND    LENGTH(m.model) <= 40;

UPDATE device
SET    model = hardware_model
WHERE  hardware_model <> '';

DROP TABLE model_mark;

-- ---------------------------------------------------------- own devices ----

-- Figures count what answered, spoke LLDP or is stated; a provider's router is
-- not ours.
UPDATE device
SET    documented = role IS NOT 'provider';

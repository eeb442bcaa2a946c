-- links: CDP beside LLDP; device ids in every spelling; who is not meant
CREATE TEMP VIEW put_cdp AS
SELECT device, local_port_number AS port, device_id, sys_name AS name, port_id,
       sys_descr AS ip
FROM   adjacency;
CREATE TEMP TRIGGER put_cdp_row INSTEAD OF INSERT ON put_cdp
BEGIN
	INSERT INTO adjacency (device, protocol, local_port_number,
	                       remote_index, port_id_subtype, port_id, sys_name,
	                       device_id)
	SELECT NEW.device, 'cdp', NEW.port, COUNT(*), 'interface name',
	       NEW.port_id, NEW.name, NEW.device_id
	FROM   adjacency;
	INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
	SELECT (SELECT MAX(id) FROM adjacency), CASE WHEN NEW.ip LIKE '%:%' THEN 6 ELSE 4 END, NEW.ip,
	       zeroblob(16)
	WHERE  NEW.ip IS NOT NULL;
END;
INSERT INTO put_agent VALUES (1, 'core', '00:00:5e:00:53:01'),
                             (2, 'sw2.example.net', '00:00:5e:00:53:02'),
                             (3, 'sw3', NULL), (4, 'sw4', NULL),
                             (5, 'Switch', NULL), (6, 'sw6', NULL),
                             (7, 'twin', NULL), (8, 'twin', NULL);
UPDATE device SET serial = 'ABC1234DEF5' WHERE id = 6;
INSERT INTO cdp_name VALUES (1, 'core'), (4, 'sw4.example.net');
INSERT INTO put_port
SELECT 1, value, 'Gi0/' || value, NULL FROM generate_series(1, 11);
INSERT INTO put_port
SELECT value, 1, 'Gi0/1', NULL FROM generate_series(2, 8);
UPDATE interface SET descr = REPLACE(name, 'Gi', 'GigabitEthernet');
INSERT INTO put_address VALUES (3, 1, '192.0.2.3/24'), (4, 1, '192.0.2.4/24'),
                               (3, 1, '2001:db8::3/64'),
                               (5, 1, '192.0.2.5/24');
-- Both protocols from both ends: one link.
INSERT INTO put_lldp VALUES
	(1, 1, '00:00:5e:00:53:02', 'Gi0/1', 'sw2.example.net'),
	(2, 1, '00:00:5e:00:53:01', 'Gi0/1', 'core');
INSERT INTO put_cdp VALUES
	(1, 1, 'sw2', 'sw2', 'GigabitEthernet0/1', NULL),
	(2, 1, 'core', 'core', 'GigabitEthernet0/1', NULL),
-- By an IPv6 address whatever its name, by its own device id, by its serial
-- number, and where one of both names has no domain.
	(1, 2, 'renamed', 'renamed', 'GigabitEthernet0/1', '2001:db8::3'),
	(1, 3, 'sw4.example.net', 'sw4.example.net', 'GigabitEthernet0/1', NULL),
	(1, 4, 'ABC1234DEF5(other)', 'other', 'GigabitEthernet0/1', NULL),
-- A switch with its first name, at another address: not the agent.
	(1, 5, 'Switch', 'Switch', 'GigabitEthernet0/9', '192.0.2.99'),
-- The agents' own name, but in another domain: not that agent.
	(1, 6, 'sw2.example.com', 'sw2.example.com', 'GigabitEthernet0/9', NULL),
-- One of two agents of that name; nobody knows which.
	(1, 7, 'twin', 'twin', 'GigabitEthernet0/1', NULL),
-- Who cannot be read, by both protocols on one port, and elsewhere by CDP.
	(1, 8, 'ap1', 'ap1', 'GigabitEthernet0', '192.0.2.81'),
	(1, 9, 'ap1.example.net', 'ap1.example.net', 'GigabitEthernet1', NULL),
-- A serial number is all there is.
	(1, 10, 'ABC1234DEF9', NULL, '2/44', '2001:db8::a'),
-- Two neighbours behind one port.
	(1, 11, 'ph1', 'ph1', 'Port 1', NULL),
	(1, 11, 'ph2', 'ph2', 'Port 1', NULL);
INSERT INTO put_lldp VALUES
	(1, 8, '00:00:5e:00:53:81', 'Gi0', 'ap1.example.net');
-- ask
SELECT a_name, a_port, b_name, b_port, protocols, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT a.local_port_number, d.source, d.name, a.matched_by
FROM   adjacency a
LEFT   JOIN device d ON d.id = a.far_device
WHERE  a.protocol = 'cdp'
AND    a.device = 1
ORDER  BY a.local_port_number;

-- prelude.sql: lets the cases beside it say a row in one short line.
--
-- Each put_* is a view whose trigger fills in what every row of that table
-- needs. A port is named by its ifIndex; `p`, an address with its length.

INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');

CREATE TEMP VIEW put_agent AS
SELECT id, sys_name, chassis_id FROM device;

CREATE TEMP TRIGGER put_agent_row INSTEAD OF INSERT ON put_agent
BEGIN
	INSERT INTO device (id, source, sys_name, chassis_id_subtype, chassis_id)
	VALUES (NEW.id, 'agent', NEW.sys_name,
	        CASE WHEN NEW.chassis_id IS NOT NULL THEN 'mac' END,
	        NEW.chassis_id);
END;

CREATE TEMP VIEW put_port AS
SELECT device, if_index, name, mac FROM interface;

CREATE TEMP TRIGGER put_port_row INSTEAD OF INSERT ON put_port
BEGIN
	INSERT INTO interface (device, if_index, name, type, mac, oper_status)
	VALUES (NEW.device, NEW.if_index, NEW.name,
	        CASE WHEN NEW.name LIKE 'lo%' THEN 24 ELSE 6 END,
	        NEW.mac, 'up');
END;

-- What a device's LLDP says: its port (by number = ifIndex) hears that one.
CREATE TEMP VIEW put_lldp AS
SELECT device, local_port_number AS port, chassis_id, port_id, sys_name
FROM   adjacency;

CREATE TEMP TRIGGER put_lldp_row INSTEAD OF INSERT ON put_lldp
BEGIN
	INSERT INTO adjacency (device, protocol, local_port_number,
	                       remote_index, chassis_id_subtype, chassis_id,
	                       port_id_subtype, port_id, sys_name)
	SELECT NEW.device, 'lldp', NEW.port, COUNT(*),
	       CASE WHEN NEW.chassis_id IS NOT NULL THEN 'mac' END,
	       NEW.chassis_id,
	       CASE WHEN NEW.port_id LIKE '__:__:__:__:__:__' THEN 'mac'
	       ELSE 'interface name' END,
	       NEW.port_id, NEW.sys_name
	FROM   adjacency;
END;

CREATE TEMP VIEW put_address AS
SELECT device, if_index AS port, ip AS p FROM address;

CREATE TEMP TRIGGER put_address_row INSTEAD OF INSERT ON put_address
BEGIN
	INSERT INTO address (device, interface, if_index, family, ip, ip_key,
	                     prefix_length, prefix, type, kind, usable, sources)
	SELECT NEW.device,
	       (SELECT id
	        FROM   interface
	        WHERE  device = NEW.device
	        AND    if_index = NEW.port),
	       NEW.port, family, ip, zeroblob(16), length, NULL, 'unicast',
	       CASE
	       WHEN ip LIKE 'fe80:%' THEN 'link-local'
	       WHEN ip LIKE '2002:%' THEN '6to4'
	       ELSE 'documentation'
	       END,
	       ip NOT LIKE 'fe80:%' AND ip NOT LIKE '2002:%',
	       'ipAddressTable'
	FROM   (SELECT SUBSTR(NEW.p, 1, INSTR(NEW.p, '/') - 1) AS ip,
	               SUBSTR(NEW.p, INSTR(NEW.p, '/') + 1) + 0 AS length,
	               CASE WHEN NEW.p LIKE '%:%' THEN 6 ELSE 4 END AS family);
END;

-- In which prefix all addresses of a network stand.
CREATE TEMP VIEW put_prefix AS
SELECT prefix, ip AS beginning FROM address;

CREATE TEMP TRIGGER put_prefix_row INSTEAD OF INSERT ON put_prefix
BEGIN
	UPDATE address
	SET    prefix = NEW.prefix
	WHERE  prefix IS NULL
	AND    ip LIKE NEW.beginning || '%'
	AND    prefix_length = SUBSTR(NEW.prefix, INSTR(NEW.prefix, '/') + 1) + 0;
END;

-- ARP and ND.
CREATE TEMP VIEW put_heard AS
SELECT device, if_index AS port, ip, mac, state FROM neighbour;

CREATE TEMP TRIGGER put_heard_row INSTEAD OF INSERT ON put_heard
BEGIN
	INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key,
	                       mac, kind, type, state, sources)
	VALUES (NEW.device,
	        (SELECT id
	         FROM   interface
	         WHERE  device = NEW.device
	         AND    if_index = NEW.port),
	        NEW.port, CASE WHEN NEW.ip LIKE '%:%' THEN 6 ELSE 4 END,
	        NEW.ip, zeroblob(16), NEW.mac,
	        CASE WHEN NEW.ip LIKE 'fe80:%' THEN 'link-local'
	        ELSE 'documentation' END,
	        'dynamic', COALESCE(NEW.state, 'reachable'),
	        'ipNetToPhysicalTable');
END;

CREATE TEMP VIEW put_read AS
SELECT device, question, result FROM coverage;

CREATE TEMP TRIGGER put_read_row INSTEAD OF INSERT ON put_read
BEGIN
	INSERT INTO coverage (device, question, result)
	VALUES (NEW.device, NEW.question, NEW.result);
END;

-- A forwarding table; the bridge hears that MAC on a port (its ifIndex).
CREATE TEMP VIEW put_fdb AS
SELECT device, if_index AS port, vlan, mac FROM fdb;

CREATE TEMP TRIGGER put_fdb_row INSTEAD OF INSERT ON put_fdb
BEGIN
	INSERT INTO fdb (device, vlan, mac, port, if_index, status)
	VALUES (NEW.device, NEW.vlan, NEW.mac, NEW.port, NEW.port, 'learned');
END;

-- OSPF and IS-IS, as one end tells it; no address: NULL.
CREATE TEMP VIEW put_igp AS
SELECT n.device, protocol, if_index AS port, remote_id, ip, state
FROM   igp_neighbour n
JOIN   igp_neighbour_address a ON a.neighbour = n.id;

CREATE TEMP TRIGGER put_igp_row INSTEAD OF INSERT ON put_igp
BEGIN
	INSERT INTO igp_neighbour (device, protocol, interface, if_index,
	                           remote_id, state)
	SELECT NEW.device, NEW.protocol, MAX(id), NEW.port, NEW.remote_id,
	       NEW.state
	FROM   interface
	WHERE  device = NEW.device
	AND    if_index = NEW.port;
	INSERT INTO igp_neighbour_address (neighbour, family, ip, ip_key)
	SELECT MAX(id), CASE WHEN NEW.ip LIKE '%:%' THEN 6 ELSE 4 END,
	       NEW.ip, zeroblob(16)
	FROM   igp_neighbour
	WHERE  NEW.ip IS NOT NULL
	HAVING COUNT(*) > 0;
END;

CREATE TEMP VIEW put_bgp AS
SELECT device, local_ip, peer_ip, state FROM bgp_peer;

CREATE TEMP TRIGGER put_bgp_row INSTEAD OF INSERT ON put_bgp
BEGIN
	INSERT INTO bgp_peer (device, instance, family, local_ip, peer_ip,
	                      peer_ip_key, if_index, state, sources)
	VALUES (NEW.device, 0,
	        CASE WHEN NEW.peer_ip LIKE '%:%' THEN 6 ELSE 4 END,
	        NEW.local_ip, NEW.peer_ip, zeroblob(16), 0, NEW.state,
	        'bgpPeerTable');
END;

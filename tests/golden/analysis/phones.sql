-- phones: one strong sign or two medium ones, and what is not enough
INSERT INTO put_agent VALUES (1, 'sw', '00:00:5e:00:53:01'),
                             (2, 'phone that answers', '00:00:5e:00:53:02'),
                             (3, 'voice gateway', '00:00:5e:00:53:03'),
                             (4, 'stated', '00:00:5e:00:53:04');
UPDATE device SET capabilities = 'bridge' WHERE id = 1;
UPDATE device SET capabilities = 'bridge telephone' WHERE id = 2;
UPDATE device SET sys_descr = 'a server for phones' WHERE id = 3;
UPDATE device SET capabilities = 'telephone' WHERE id = 4;
INSERT INTO fact_device (name, role) VALUES ('stated', 'ap');
INSERT INTO put_port VALUES (1, 1, 'Gi1', NULL), (1, 2, 'Gi2', NULL),
                            (1, 3, 'Gi3', NULL), (1, 4, 'Gi4', NULL),
                            (1, 5, 'Gi5', NULL), (1, 6, 'Gi6', NULL),
                            (1, 7, 'Gi7', NULL), (1, 8, 'Gi8', NULL),
                            (1, 9, 'Gi9', NULL), (1, 10, 'Gi10', NULL),
                            (1, 11, 'Gi11', NULL), (1, 12, 'Gi12', NULL);
INSERT INTO put_lldp
VALUES (1, 1, '00:00:5e:00:53:11', '00:00:5e:00:53:11', 'LLDP telephone'),
       (1, 2, '00:00:5e:00:53:12', '00:00:5e:00:53:12', 'class 3'),
       (1, 3, '00:00:5e:00:53:13', '00:00:5e:00:53:13', 'policy and words'),
       (1, 4, '00:00:5e:00:53:14', '00:00:5e:00:53:14', 'policy and VLAN'),
       (1, 5, '00:00:5e:00:53:15', '00:00:5e:00:53:15', 'policy alone'),
       (1, 6, '00:00:5e:00:53:16', '00:00:5e:00:53:16', 'class 1 in VLAN voice'),
       (1, 7, '00:00:5e:00:53:17', '00:00:5e:00:53:17', 'switch with a policy'),
       (1, 8, '00:00:5e:00:53:18', '00:00:5e:00:53:18', 'no sign'),
       (1, 10, '00:00:5e:00:53:20', '00:00:5e:00:53:20', 'policy of a radio'),
       (1, 11, '00:00:5e:00:53:21', '00:00:5e:00:53:21', 'policy of a router'),
       (1, 12, '00:00:5e:00:53:22', '00:00:5e:00:53:22', 'policy of a bridge');
UPDATE adjacency SET capabilities_enabled = 'wlanAccessPoint bridge'
WHERE  sys_name = 'policy of a radio';
UPDATE adjacency SET capabilities_enabled = 'router'
WHERE  sys_name = 'policy of a router';
UPDATE adjacency SET capabilities_enabled = 'bridge'
WHERE  sys_name = 'policy of a bridge';
INSERT INTO adjacency (device, protocol, if_index, remote_index, device_id,
                       port_id, sys_descr, capabilities_enabled)
VALUES (1, 'cdp', 9, 1, 'SEP00005E005319', 'Port 1', 'IP Phone, SIP', 'telephone');
UPDATE adjacency SET capabilities_enabled = 'telephone' WHERE sys_name = 'LLDP telephone';
UPDATE adjacency SET sys_descr = 'IP Phone 5' WHERE sys_name = 'policy and words';
UPDATE adjacency SET sys_descr = 'switch for phones' WHERE sys_name = 'switch with a policy';
INSERT INTO adjacency_med (adjacency, device_class)
SELECT id, CASE sys_name WHEN 'class 3' THEN 3
           WHEN 'class 1 in VLAN voice' THEN 1 ELSE 4 END
FROM   adjacency
WHERE  sys_name IN ('class 3', 'class 1 in VLAN voice', 'switch with a policy');
INSERT INTO adjacency_policy (adjacency, application, vlan, tagged, unknown)
SELECT id, 'voice', 40, 1, 0
FROM   adjacency
WHERE  sys_name LIKE 'policy %' OR sys_name = 'switch with a policy';
INSERT INTO adjacency_policy (adjacency, application, vlan, tagged, unknown)
SELECT id, 'guest voice', 41, 1, 0 FROM adjacency WHERE sys_name = 'no sign';
INSERT INTO vlan VALUES (1, 40, 'forty'), (1, 50, 'Voice-HQ');
INSERT INTO fdb (device, vlan, mac, if_index, status)
VALUES (1, 40, '00:00:5e:00:53:14', 4, 'learned'),
       (1, 50, '00:00:5e:00:53:20', 10, 'learned'),
       (1, 50, '00:00:5e:00:53:21', 11, 'learned'),
       (1, 50, '00:00:5e:00:53:22', 12, 'learned'),
       -- its own port has no such policy
       (1, 40, '00:00:5e:00:53:18', 8, 'learned'),
       (1, 50, '00:00:5e:00:53:16', 6, 'learned');
-- ask
SELECT d.name, d.role, p.points, p.is_phone, p.evidence
FROM   device d LEFT JOIN phone p ON p.device = d.id ORDER BY d.name;
SELECT value FROM device_identity i JOIN device d ON d.id = i.device
WHERE  d.name LIKE 'SEP%' AND i.kind = 'mac';

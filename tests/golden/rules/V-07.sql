-- fires interface one-sw/Gi0/1
-- fires interface one-sw/Gi0/3
-- silent interface one-sw/Gi0/2
-- silent interface one-sw/Gi0/4
-- unknown interface two-sw/Gi0/1
-- The port of the first has VLAN 41, of the second 40; of the others no voice VLAN
-- was read: VLAN 40 of the site is stated, 99 is not. At the other site nothing is.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name)
VALUES ('site1', 'Site 1', 'one'), ('site2', 'Site 2', 'two');
INSERT INTO fact_voice (vlan, site) VALUES (40, 'site1');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'one-sw'), (2, 'agent', 'two-sw');
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 1, 'Gi0/1', 6, 'up'), (2, 1, 2, 'Gi0/2', 6, 'up'),
       (3, 1, 3, 'Gi0/3', 6, 'up'), (4, 1, 4, 'Gi0/4', 6, 'up'),
       (5, 2, 1, 'Gi0/1', 6, 'up');
INSERT INTO lldp_local_port (device, port_number, id_subtype, id)
VALUES (1, 1, 'interface name', 'Gi0/1'), (1, 2, 'interface name', 'Gi0/2'),
       (1, 3, 'interface name', 'Gi0/3'), (1, 4, 'interface name', 'Gi0/4'),
       (2, 1, 'interface name', 'Gi0/1');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'LLDP-EXT-MED-MIB::lldpXMedRemMediaPolicyTable', 'rows', 4);
INSERT INTO adjacency (id, device, protocol, local_port_number, if_index,
                       remote_index, chassis_id_subtype, chassis_id,
                       port_id_subtype, port_id, capabilities_enabled)
VALUES (1, 1, 'lldp', 1, 1, 1, 'mac', '00:00:5e:00:53:01', 'mac',
        '00:00:5e:00:53:01', 'telephone'),
       (2, 1, 'lldp', 2, 2, 2, 'mac', '00:00:5e:00:53:02', 'mac',
        '00:00:5e:00:53:02', 'telephone'),
       (3, 1, 'lldp', 3, 3, 3, 'mac', '00:00:5e:00:53:03', 'mac',
        '00:00:5e:00:53:03', 'telephone'),
       (4, 1, 'lldp', 4, 4, 4, 'mac', '00:00:5e:00:53:04', 'mac',
        '00:00:5e:00:53:04', 'telephone'),
       (5, 2, 'lldp', 1, 1, 5, 'mac', '00:00:5e:00:53:05', 'mac',
        '00:00:5e:00:53:05', 'telephone');
INSERT INTO adjacency_policy (adjacency, application, vlan, tagged, unknown)
VALUES (1, 'voice', 40, 1, 0), (2, 'voice', 40, 1, 0), (3, 'voice', 99, 1, 0),
       (4, 'voice', 40, 1, 0), (5, 'voice', 40, 1, 0),
       (4, 'guest voice', 99, 1, 0);
INSERT INTO port_voice_vlan (device, if_index, vlan)
VALUES (1, 1, 41), (1, 2, 40);

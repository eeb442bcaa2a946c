-- fires device b1-rtr
-- fires device hq-sw2
-- silent device b1-sw
-- silent device hq-phone
-- silent device isp
-- unknown device hq-sw3
-- At B1 nothing answered: its switch and phone count with the router, which a
-- neighbour names. At HQ one switch is silent alone; another was out of scope. A
-- phone and a provider never answer.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name)
VALUES ('HQ', 'Headquarters', 'hq-'), ('B1', 'Branch 1', 'b1-'),
       ('ISP', 'Provider', 'isp');
INSERT INTO fact_device (name, role, site)
VALUES ('hq-core', 'router', 'HQ'), ('hq-sw2', 'switch', 'HQ'),
       ('hq-sw3', 'switch', 'HQ'), ('hq-phone', 'phone', 'HQ'),
       ('b1-rtr', 'router', 'B1'), ('b1-sw', 'switch', 'B1'),
       ('b1-phone', 'phone', 'B1'), ('isp', 'provider', 'ISP');
INSERT INTO fact_plan_prefix (prefix, site, vlan, use, role)
VALUES ('198.51.100.0/26', 'B1', 110, 'STAFF', 'lan'),
       ('2001:db8:1:110::/64', 'B1', 110, 'STAFF', 'lan');
INSERT INTO device (id, source, sys_name, ip_forwarding)
VALUES (1, 'agent', 'hq-core', 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 1, 'e1', 6, 'up'), (2, 1, 2, 'e2', 6, 'up'),
       (3, 1, 3, 'e3', 6, 'up');
INSERT INTO lldp_local_port (device, port_number, id_subtype, id)
VALUES (1, 1, 'interface name', 'e1'), (1, 2, 'interface name', 'e2'),
       (1, 3, 'interface name', 'e3');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'LLDP-MIB::lldpRemTable', 'rows', 3);
INSERT INTO adjacency (id, device, protocol, local_port_number, remote_index,
                       chassis_id_subtype, chassis_id, port_id_subtype, port_id,
                       sys_name, capabilities_enabled)
VALUES (1, 1, 'lldp', 1, 1, 'mac', '00:00:5e:00:53:01', 'interface name', 'e1',
        'b1-rtr', 'router'),
       (2, 1, 'lldp', 2, 2, 'mac', '00:00:5e:00:53:02', 'interface name', 'e1',
        'hq-sw2', 'bridge'),
       (3, 1, 'lldp', 3, 3, 'mac', '00:00:5e:00:53:03', 'interface name', 'e1',
        'hq-sw3', 'bridge');
INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
VALUES (1, 6, '2001:db8::1', x'01'), (2, 4, '192.0.2.2', x'02'),
       (3, 6, '2001:db8::3', x'03');
INSERT INTO candidate (ip, ip_key, found_by, found_on, result)
VALUES ('2001:db8::1', x'01', 'LLDP management address', 1, 'no answer'),
       ('192.0.2.2', x'02', 'LLDP management address', 1, 'no answer'),
       ('2001:db8::3', x'03', 'LLDP management address', 1, 'out of scope');

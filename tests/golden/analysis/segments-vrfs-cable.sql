-- segments: a cable joins two VRFs that have one prefix
INSERT INTO put_agent VALUES (1, 'pe1', '00:00:5e:00:53:01'),
                             (2, 'pe2', '00:00:5e:00:53:02');
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_port VALUES (1, 1, 'red', NULL), (2, 2, 'rot', NULL),
                            (2, 3, 'blau', NULL);
INSERT INTO vrf_interface VALUES (1, 'red', 1), (2, 'rot', 2), (2, 'blau', 3);
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/30'), (2, 2, '192.0.2.2/30'),
                               (2, 3, '192.0.2.2/30');
INSERT INTO put_prefix VALUES ('192.0.2.0/30', '192.0.2.');
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:02', 'rot', 'pe2');
-- ask
SELECT segment, device_name, interface_name
FROM   page_segment_end
ORDER  BY segment, device_name, interface_name;

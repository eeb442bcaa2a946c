-- roles: what lldpd says of a Linux host with containers makes it no switch
INSERT INTO put_agent VALUES (1, 'host with containers', NULL),
                             (2, 'host with a bridge', NULL),
                             (3, 'router', NULL), (4, 'host', NULL),
                             (5, 'switch that bridges', NULL),
                             (6, 'switch of a vendor', NULL);
UPDATE device
SET    sys_object_id = '1.3.6.1.4.1.8072.3.2.10',
       capabilities = CASE id
                      WHEN 1 THEN 'bridge wlan router'
                      WHEN 2 THEN 'bridge station'
                      WHEN 3 THEN 'router'
                      WHEN 4 THEN 'station'
                      ELSE 'bridge router' END,
       ip_forwarding = id IN (1, 3, 5, 6);
UPDATE device SET capabilities = 'bridge router' WHERE id = 1;
UPDATE device SET sys_object_id = '1.3.6.1.4.1.40310' WHERE id = 6;
UPDATE device SET bridge_mac = '00:00:5e:00:53:05' WHERE id = 5;
INSERT INTO bridge_port VALUES (5, 1, 1);
-- ask
SELECT name, role FROM device ORDER BY id;

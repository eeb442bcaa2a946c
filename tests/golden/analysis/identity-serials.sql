-- identity: what stands for a serial number that nobody wrote is no key
INSERT INTO put_agent VALUES (1, 'sw1', NULL), (2, 'sw2', NULL), (3, 'sw3', NULL),
                             (4, 'sw4', NULL), (5, 'sw5', NULL), (6, 'sw6', NULL);
UPDATE device
SET    serial = CASE id WHEN 1 THEN 'N/A' WHEN 2 THEN '0000000000'
                WHEN 3 THEN 'To be filled by O.E.M.' WHEN 4 THEN '1'
                WHEN 5 THEN 'FOC1234X0AB' ELSE '2008' END;
-- ask
SELECT value, strong FROM device_identity WHERE kind = 'serial' ORDER BY value;
SELECT name, key FROM device ORDER BY name;

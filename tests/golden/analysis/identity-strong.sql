-- identity: what two devices share is not strong, and keys stay different
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL), (3, 'r1', NULL);
UPDATE device SET engine_id = '8000000001' WHERE id IN (1, 2);
UPDATE device SET engine_id = '8000000003' WHERE id = 3;
UPDATE device SET bridge_mac = '00:00:5e:00:53:01' WHERE id = 1;
INSERT INTO put_agent VALUES (4, NULL, NULL), (5, 'r2', NULL);
UPDATE device SET address = '192.0.2.4' WHERE id = 4;
-- ask
SELECT device, kind, value, strong FROM device_identity ORDER BY 1, 2, 3;
SELECT id, key, name FROM device ORDER BY id;

-- facts: a stated device meets the observed one by its selectors, else by name
INSERT INTO put_agent VALUES (1, 'core.marlin.example', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'other', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'srv', NULL);
INSERT INTO put_agent VALUES (4, 'twin', '00:00:5e:00:53:04');
INSERT INTO put_agent VALUES (5, 'twin', '00:00:5e:00:53:05');
INSERT INTO put_agent VALUES (6, 'serial-less', NULL);
INSERT INTO put_port VALUES (3, 1, 'eth0', '00:00:5e:00:53:33'),
                            (6, 1, 'eth0', NULL), (1, 1, 'Gi0/1', NULL);
INSERT INTO put_address VALUES (6, 1, '2001:db8::6/64');
UPDATE device SET serial = 'FOC1234X' WHERE id = 2;
INSERT INTO put_lldp VALUES (1, 1, NULL, '00:00:5e:00:53:41', 'SEP0000');
INSERT INTO fact_device (name, role)
VALUES ('CORE', 'l3switch'),      -- by its short name, in any case
       ('acc9', 'switch'),        -- by serial number
       ('files', 'server'),       -- by the MAC of a port
       ('by-address', 'server'),  -- by an IPv6 address
       ('phone-1', 'phone'),      -- by the MAC that LLDP gives as port id
       ('twin', 'switch'),        -- two agents are called so: neither
       ('nowhere', 'router');     -- nobody
INSERT INTO fact_device_match
VALUES ('acc9', 'serial', 'FOC1234X'),
       ('files', 'mac', '00:00:5e:00:53:33'),
       ('by-address', 'address', '2001:db8::6'),
       ('phone-1', 'mac', '00:00:5e:00:53:41');
-- ask
SELECT id, source, key, name, role FROM page_device ORDER BY id;
SELECT kind, value, strong
FROM   device_identity
WHERE  device = (SELECT id FROM device WHERE name = 'phone-1')
ORDER  BY kind;

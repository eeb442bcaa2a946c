-- sites: facts, then selectors, then sysLocation, then the device that hears it
INSERT INTO put_agent VALUES (1, 'a', NULL), (2, 'b', NULL), (3, 'b2-c', NULL),
                             (4, 'd', NULL), (5, 'e', NULL), (6, 'f', NULL);
UPDATE device SET sys_location = 'Harbour road 1, rack 4' WHERE id = 1;
UPDATE device SET sys_location = 'Harbour road 1' WHERE id = 2;
UPDATE device SET sys_location = 'Attic' WHERE id = 5;
UPDATE device SET sys_location = 'Unknown' WHERE id = 6;
INSERT INTO put_port VALUES (2, 1, 'e1', NULL), (4, 1, 'e1', NULL);
INSERT INTO put_address VALUES (4, 1, '2001:db8:2::4/64');
INSERT INTO put_lldp VALUES (2, 1, '00:00:5e:00:53:99', 'x', 'heard-by-b');
INSERT INTO fact_site (id, name, match_location, match_name)
VALUES ('HQ', 'Headquarters', 'harbour road', NULL),
       ('B1', 'Branch 1', NULL, NULL),
       ('B2', 'Branch 2', NULL, 'b2-');
INSERT INTO fact_site_prefix VALUES ('B1', '2001:db8::/32'),
                                    ('B2', '2001:db8:2::/48');
INSERT INTO fact_device (name, site) VALUES ('a', 'B1'), ('g', NULL);
-- ask
SELECT name, site, site_name FROM page_device ORDER BY name;
SELECT id, slug, name, source FROM site ORDER BY id;

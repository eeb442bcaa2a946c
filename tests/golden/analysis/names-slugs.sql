-- names: slugs that collide all get a piece of their key's hash
INSERT INTO put_agent VALUES (1, 'SW 1', '00:00:5e:00:53:01'),
                             (2, 'sw-1', '00:00:5e:00:53:02'),
                             (3, 'sw_1', '00:00:5e:00:53:03'),
                             (4, 'sw2', '00:00:5e:00:53:04'),
                             (5, '../..', '00:00:5e:00:53:05'),
                             (6, NULL, '00:00:5e:00:53:06');
-- One is named as the slug that another gets.
INSERT INTO put_agent
VALUES (7, 'sw-1-8c9c8467', '00:00:5e:00:53:07');
-- ask
SELECT name,
       slug GLOB 'sw-1-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]*' AS with_hash,
       slug GLOB '[a-z0-9]*' AND slug NOT GLOB '*[^a-z0-9-]*' AS safe
FROM   device ORDER BY id;
SELECT slug FROM device WHERE id IN (4, 5, 6) ORDER BY id;
SELECT COUNT(DISTINCT slug) FROM device;

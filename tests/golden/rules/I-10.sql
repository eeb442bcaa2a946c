-- fires prefix 2001:db8::/46
-- fires prefix 3fff:a10::/45
-- silent prefix 2001:db8:0:10::/64
-- silent prefix 2001:db8::/48
-- silent prefix 192.0.2.0/25
-- unknown prefix 2001:db8:1::/50
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO fact_own_prefix (prefix) VALUES ('3fff:a10::/45');
INSERT INTO fact_plan_prefix (prefix, role)
VALUES ('2001:db8::/46', 'container'), ('2001:db8::/48', 'container'),
       ('2001:db8:0:10::/64', 'lan'), ('192.0.2.0/25', 'container'),
       ('2001:db8:1::/50', NULL);

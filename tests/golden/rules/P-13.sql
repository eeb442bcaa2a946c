-- fires service web:443/tcp
-- fires device router
-- fires device open
-- silent service both:443/tcp
-- silent service far:443/tcp
-- silent service old:443/tcp
-- silent device shut
-- unknown device untried
-- From the guests' LAN: router opens port 22 to IPv6 alone, shut to neither. open
-- takes connections of the collector over IPv6 alone; that far is silent over IPv4
-- proves nothing, as the collector's own IPv4 was not shown to work.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'router'), (2, 'agent', 'shut'), (3, 'agent', 'untried'), (4, 'agent', 'open');
INSERT INTO fact_service (name, port, zone)
VALUES ('web', 443, 'example'), ('both', 443, 'example'),
       ('old', 443, 'example'), ('far', 443, 'example');
INSERT INTO probe (kind, target, family, ip, proto, port, vantage, result,
                   reason, at)
SELECT column1, column2, column3,
       CASE column3 WHEN 4 THEN '192.0.2.1' ELSE '2001:db8::1' END, 'tcp',
       CASE column1 WHEN 'X1' THEN 22 ELSE 443 END,
       CASE column1 WHEN 'X1' THEN 'guests' END, column4, column5, 1789632900
FROM   (VALUES ('T1', 'web:443/tcp', 4, 'false', 'refused'),
               ('T1', 'web:443/tcp', 6, 'true', NULL),
               ('T1', 'both:443/tcp', 4, 'true', NULL),
               ('T1', 'both:443/tcp', 6, 'true', NULL),
               ('T1', 'old:443/tcp', 4, 'true', NULL),
               ('T1', 'old:443/tcp', 6, 'false', 'refused'),
               ('T1', 'open', 4, 'false', 'refused'),
               ('T1', 'open', 6, 'true', NULL),
               ('T1', 'far:443/tcp', 4, 'unknown', 'no-answer'),
               ('T1', 'far:443/tcp', 6, 'true', NULL),
               ('X1', 'router', 4, 'unknown', 'no-answer'),
               ('X1', 'router', 6, 'true', NULL),
               ('X1', 'shut', 4, 'unknown', 'no-answer'),
               ('X1', 'shut', 6, 'unknown', 'no-answer'),
               ('X1', 'untried', 4, 'false', 'refused'),
               ('X1', 'untried', 6, 'unknown', 'prober-lacks-family'));

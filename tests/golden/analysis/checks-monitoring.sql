-- checks: what is watched in IPv4 is watched in IPv6, an alert, tools
INSERT INTO fact_monitor (object, v4, v6, alert_tested)
VALUES ('router1', 1, 1, NULL), ('router2', 1, 0, NULL), ('www:443', 1, NULL, NULL),
       ('ns6', 0, 1, NULL);
INSERT INTO fact_tool (name, reads_ipv6) VALUES ('log', 1), ('ids', 0), ('ipam', NULL);
-- ask
SELECT name, subject, value, sentence, source
FROM   status_check
WHERE  section = 'monitoring'
ORDER BY name, subject;

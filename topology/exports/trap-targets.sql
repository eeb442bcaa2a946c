-- trap-targets: to whom devices send SNMP notifications.
SELECT   d.name AS device,
         t.family,
         t.ip,
         t.port
FROM     trap_target t
JOIN     device d ON d.id = t.device
ORDER BY natural_key(d.name), d.key, d.id,
         t.family, t.ip_key, t.ip, t.port;

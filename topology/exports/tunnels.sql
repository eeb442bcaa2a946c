-- tunnels: what carries packets inside packets, and between which addresses.
SELECT   d.name AS device,
         COALESCE(i.name, i.descr, 'ifIndex ' || t.if_index) AS interface,
         t.method,
         t.local_ip,
         t.remote_ip
FROM     tunnel t
JOIN     device d ON d.id = t.device
LEFT     JOIN interface i ON i.id = t.interface
ORDER BY natural_key(d.name), d.key, d.id, natural_key(i.name), t.if_index;

-- fdb: behind which port each bridge heard a MAC.
SELECT   d.name AS device,
         f.vlan,
         f.mac,
         i.name AS interface,
         f.port,
         f.if_index,
         f.status
FROM     fdb f
JOIN     device d ON d.id = f.device
LEFT     JOIN interface i ON i.device = f.device AND i.if_index = f.if_index
ORDER BY natural_key(d.name), d.key, d.id, f.mac, f.vlan, f.id;

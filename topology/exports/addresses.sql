-- addresses: both families of every interface.
SELECT   d.name AS device,
         i.name AS interface,
         a.if_index,
         a.ip,
         a.prefix_length,
         a.type,
         a.origin,
         a.status,
         a.kind,
         a.iid,
         a.usable
FROM     address a
JOIN     device d ON d.id = a.device
LEFT     JOIN interface i ON i.id = a.interface
ORDER BY natural_key(d.name), d.key, d.id, a.ip_key, a.if_index;

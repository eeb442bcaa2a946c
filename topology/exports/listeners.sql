-- listeners: sockets that take what comes. One on :: may take IPv4 as well.
SELECT   d.name AS device,
         l.protocol,
         l.port,
         l.family,
         l.ip,
         l.source
FROM     listener l
JOIN     device d ON d.id = l.device
ORDER BY natural_key(d.name), d.key, d.id,
         l.protocol, l.port, l.family, l.ip_key, l.if_index;

-- ip-counters: packets and octets of each family; without an interface, of the
-- whole system. Times are hundredths of a second.
SELECT   d.name AS device,
         c.family,
         CASE c.if_index
         WHEN 0 THEN NULL
         ELSE COALESCE(i.name, i.descr, 'ifIndex ' || c.if_index)
         END AS interface,
         c.in_packets,
         c.in_octets,
         c.forwarded,
         c.out_packets,
         c.out_octets,
         c.bits,
         d.sys_uptime,
         c.discontinuity
FROM     ip_counters c
JOIN     device d ON d.id = c.device
LEFT     JOIN interface i ON i.id = c.interface
ORDER BY natural_key(d.name), d.key, d.id, c.if_index, c.family;

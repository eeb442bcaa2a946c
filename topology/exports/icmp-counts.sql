-- icmp-counts: messages of ICMP and ICMPv6 by type since the counters began; of
-- ICMPv6, 134 is a router advertisement, 137 a redirect. sys_uptime in
-- hundredths of a second.
SELECT   d.name AS device,
         c.family,
         c.type,
         c.received,
         c.sent,
         d.sys_uptime
FROM     icmp_count c
JOIN     device d ON d.id = c.device
ORDER BY natural_key(d.name), d.key, d.id, c.family, c.type;

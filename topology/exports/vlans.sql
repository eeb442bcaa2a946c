-- vlans: VLANs of each bridge and the ports that carry them.
SELECT   d.name AS device,
         v.vlan,
         l.name,
         i.name AS interface,
         v.port,
         v.if_index,
         v.tagging,
         v.pvid
FROM     (SELECT device, vlan, port, if_index, tagging, pvid
          FROM   vlan_port
          UNION  ALL
          SELECT device, vlan, NULL, NULL, NULL, NULL
          FROM   vlan l
          WHERE  NOT EXISTS (SELECT 1
                             FROM   vlan_port p
                             WHERE  p.device = l.device
                             AND    p.vlan = l.vlan)) v
JOIN     device d ON d.id = v.device
LEFT     JOIN vlan l ON l.device = v.device AND l.vlan = v.vlan
LEFT     JOIN interface i ON i.device = v.device AND i.if_index = v.if_index
ORDER BY natural_key(d.name), d.key, d.id, v.vlan, v.port;

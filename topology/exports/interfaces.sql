-- interfaces: ports of agents, and those that only a neighbour named.
SELECT   d.name AS device,
         i.name AS interface,
         i.if_index,
         i.source,
         i.descr,
         i.alias,
         i.type,
         i.mtu,
         i.speed,
         i.mac,
         i.admin_status,
         i.oper_status,
         i.vlan,
         i.class,
         i.class_note
FROM     interface i
JOIN     device d ON d.id = i.device
ORDER BY natural_key(d.name), d.key, d.id,
         natural_key(i.name), i.if_index, i.id;

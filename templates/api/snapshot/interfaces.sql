-- interfaces: ports of all devices.
SELECT   d.key AS device, s.slug AS site, i.name, i.if_index, i.descr, i.alias,
         i.type, i.mtu, i.speed, i.mac, i.admin_status, i.oper_status, i.vlan,
         i.class, i.class_note, i.source
FROM     interface i
JOIN     device d ON d.id = i.device
LEFT     JOIN site s ON s.id = d.site
ORDER BY d.key, i.if_index, i.name, i.id

-- devices: what the network consists of, and which families each speaks.
SELECT   d.key, d.name, d.slug, d.source, d.role, s.slug AS site, d.class,
         d.class_note, d.documented AS is_documented, d.address, d.vendor,
         d.model, d.serial, d.software, d.sys_object_id, d.chassis_id,
         d.engine_id, d.bridge_mac
FROM     device d
LEFT     JOIN site s ON s.id = d.site
ORDER BY d.key, d.id

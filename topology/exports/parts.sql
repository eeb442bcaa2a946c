-- parts: what devices are made of, as they tell it.
SELECT   d.name AS device,
         p.part,
         p.inside,
         p.class,
         p.name,
         p.descr,
         p.model,
         p.serial,
         p.manufacturer,
         p.software,
         COALESCE(i.name, i.descr) AS interface
FROM     part p
JOIN     device d ON d.id = p.device
LEFT     JOIN interface i ON i.device = p.device AND i.if_index = p.if_index
ORDER BY natural_key(d.name), d.key, d.id, p.part;

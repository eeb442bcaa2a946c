-- segments: LANs and point-to-point links, with the prefixes of both families.
SELECT   g.key, g.slug, g.name, g.kind, s.slug AS site, g.vlan, g.ipv6_ends,
         g.ipv4_ends, g.class, g.class_note, g.is_stated,
         (SELECT json_group_array(prefix)
          FROM   (SELECT   p.prefix
                  FROM     segment_prefix p
                  WHERE    p.segment = g.id
                  ORDER BY p.family DESC, p.prefix_key, p.prefix))
             AS prefixes_json
FROM     segment g
LEFT     JOIN site s ON s.id = g.site
ORDER BY g.key, g.id

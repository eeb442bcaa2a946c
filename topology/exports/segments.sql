-- segments: LANs and point-to-point links with their prefixes.
SELECT   s.name,
         s.kind,
         s.site,
         s.vlan,
         (SELECT group_concat(prefix, ' ')
          FROM   (SELECT   prefix
                  FROM     segment_prefix
                  WHERE    segment = s.id
                  AND      family = 4
                  ORDER BY prefix_key, prefix)) AS ipv4_prefixes,
         (SELECT group_concat(prefix, ' ')
          FROM   (SELECT   prefix
                  FROM     segment_prefix
                  WHERE    segment = s.id
                  AND      family = 6
                  ORDER BY prefix_key, prefix)) AS ipv6_prefixes,
         s.ipv4_ends,
         s.ipv6_ends,
         s.class,
         s.class_note
FROM     segment s
ORDER BY natural_key(s.site), s.vlan, natural_key(s.name), s.key, s.id;

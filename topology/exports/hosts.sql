-- hosts: MACs that no answering device owns: addresses, class, place, maker.
SELECT   g.name AS segment,
         g.site,
         h.mac,
         d.name AS device,
         d.role,
         h.class,
         h.class_note,
         (SELECT group_concat(ip, ' ')
          FROM   (SELECT   ip
                  FROM     host_address
                  WHERE    host = h.id
                  AND      family = 4
                  ORDER BY ip_key)) AS ipv4,
         (SELECT group_concat(ip, ' ')
          FROM   (SELECT   ip
                  FROM     host_address
                  WHERE    host = h.id
                  AND      family = 6
                  AND      kind <> 'link-local'
                  ORDER BY is_temporary, kind = 'ULA', ip_key)) AS ipv6,
         (SELECT group_concat(ip, ' ')
          FROM   (SELECT   ip
                  FROM     host_address
                  WHERE    host = h.id
                  AND      kind = 'link-local'
                  AND      family = 6
                  ORDER BY ip_key)) AS link_local,
         (SELECT count(*)
          FROM   host_address
          WHERE  host = h.id
          AND    is_temporary) AS temporary,
         h.vendor,
         h.is_local_mac,
         w.name AS switch,
         COALESCE(i.name, i.descr) AS port,
         h.vlan,
         h.port_macs,
         h.is_access,
         b.name AS behind,
         p.evidence AS phone_evidence
FROM     host h
LEFT     JOIN segment g ON g.id = h.segment
LEFT     JOIN device d ON d.id = h.device
LEFT     JOIN device w ON w.id = h.switch
LEFT     JOIN interface i ON i.id = h.port
LEFT     JOIN device b ON b.id = h.behind
LEFT     JOIN phone p ON p.device = h.device AND d.role = 'phone'
ORDER BY g.key IS NULL, g.key, g.id, h.mac, h.id;

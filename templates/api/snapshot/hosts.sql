-- hosts: MACs that no answering device owns: addresses, class, place.
SELECT   h.mac, g.key AS segment, s.slug AS site, d.key AS device, h.class,
         h.class_note, h.vendor, h.is_local_mac, h.vlan, w.key AS switch,
         COALESCE(i.name, i.descr) AS port, h.port_macs, h.is_access,
         b.key AS behind,
         (SELECT json_group_array(ip)
          FROM   (SELECT   ip
                  FROM     host_address
                  WHERE    host = h.id
                  ORDER BY family DESC, ip_key, ip)) AS addresses_json
FROM     host h
LEFT     JOIN segment g ON g.id = h.segment
LEFT     JOIN site s ON s.id = g.site
LEFT     JOIN device d ON d.id = h.device
LEFT     JOIN device w ON w.id = h.switch
LEFT     JOIN interface i ON i.id = h.port
LEFT     JOIN device b ON b.id = h.behind
ORDER BY h.mac, g.key, h.id

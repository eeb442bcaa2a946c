-- far-ports: what LLDP neighbours say of their port by IEEE 802.1 and 802.3.
-- Frames in octets; the MAU type is a number of IANA's list.
SELECT   d.name AS device,
         COALESCE(i.name, i.descr, 'port ' || a.local_port_number) AS port,
         COALESCE(f.name, a.sys_name, a.chassis_id) AS neighbour,
         a.port_id AS far_port,
         p.vlan,
         (SELECT group_concat(named, ' ')
          FROM   (SELECT   CASE WHEN v.name IS NULL THEN v.vlan
                           ELSE v.vlan || '=' || v.name END AS named
                  FROM     adjacency_vlan v
                  WHERE    v.adjacency = a.id
                  ORDER BY v.vlan)) AS vlans,
         p.can_bundle,
         p.is_bundled,
         p.bundle,
         p.negotiates,
         p.mau_type,
         p.max_frame
FROM     adjacency_port p
JOIN     adjacency a ON a.id = p.adjacency
JOIN     device d ON d.id = a.device
LEFT     JOIN device f ON f.id = a.far_device
LEFT     JOIN interface i ON i.id = a.interface
ORDER BY natural_key(d.name), d.key, d.id,
         a.local_port_number, a.remote_index, a.id;

-- S-01: Somebody believes in a router of IPv6 that nobody expects.
-- Replaces: S-05, S-07, S-17.
-- A router is expected when it is a gateway of its LAN, one of the devices that
-- route, or stated (expect_router). Undecided where no other gateway of the LAN
-- was observed, or the MAC of the router was not.
SELECT 'segment' AS subject_type,
       s.key AS subject,
       CASE WHEN u.is_certain THEN 'fires' ELSE 'unknown' END AS verdict,
       'E' AS severity,
       CASE WHEN d.role = 'host' THEN 'Host ' ELSE '' END || d.name
       || CASE u.holders WHEN 1 THEN ' holds'
          ELSE ' and ' || (u.holders - 1) || ' more hold' END
       || ' an unexpected default router ' || u.ip || ' on ' || s.name
       || COALESCE(PRINTF(' (%,d s left)', u.lifetime), '')
       || CASE
          WHEN NOT u.is_certain
          THEN '; not decided: its MAC or the gateways of ' || s.name
               || ' were not observed.'
          WHEN w.name IS NOT NULL
          THEN '; its MAC was last seen on ' || w.name || ' port '
               || COALESCE(i.name, i.descr, i.if_index) || '.'
          ELSE '; its MAC ' || u.mac || ' was seen on no port of a switch.'
          END AS sentence,
       u.coverage,
       COALESCE(u.mac, u.ip) AS cause
FROM   (SELECT segment, ip, mac, device, lifetime, is_certain, coverage,
               COUNT(*) OVER (PARTITION BY segment, ip) AS holders,
               ROW_NUMBER() OVER (PARTITION BY segment, ip
                                  ORDER BY is_certain DESC, name, told_by)
                   AS place
        FROM   (SELECT r.*, h.name
                FROM   unexpected_router r
                JOIN   device h ON h.id = r.device
                WHERE  r.told_by <> 'route'
                GROUP  BY r.segment, r.ip, r.device)) u
JOIN   segment s ON s.id = u.segment
JOIN   device d ON d.id = u.device
LEFT   JOIN host h ON h.segment = u.segment AND h.mac = u.mac
LEFT   JOIN device w ON w.id = h.switch
LEFT   JOIN interface i ON i.id = h.port
WHERE  u.place = 1
ORDER  BY s.key, u.ip

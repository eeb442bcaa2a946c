-- space: prefixes that are owned, planned or observed, and what of them is in use.
SELECT   s.prefix,
         s.vrf,
         p.prefix AS parent,
         s.is_own,
         s.is_planned,
         s.is_observed,
         s.status,
         s.site,
         s.vlan,
         s.role,
         s.use,
         g.name AS segment,
         s.used,
         s.usable,
         s.nets_used,
         s.next_free
FROM     space s
LEFT JOIN space p ON p.id = s.parent
LEFT JOIN segment g ON g.id = s.segment
ORDER BY s.vrf, s.family DESC, s.prefix_key, s.length;

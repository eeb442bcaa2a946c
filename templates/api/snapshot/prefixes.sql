-- prefixes: address space, planned and observed, of both families.
SELECT   p.prefix, p.family, p.vrf, u.prefix AS parent, p.is_own, p.is_planned,
         p.is_observed, p.stated_as, p.status, s.slug AS site, p.vlan, p.role,
         p.use, p.used, p.usable, p.nets_used, p.next_free
FROM     space p
LEFT     JOIN space u ON u.id = p.parent
LEFT     JOIN site s ON s.id = p.site
ORDER BY p.family DESC, p.prefix_key, p.length, p.vrf

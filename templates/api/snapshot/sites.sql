-- sites: the places that devices are at.
SELECT   slug, name, source,
         (SELECT count(*) FROM device d WHERE d.site = s.id AND d.documented)
             AS devices
FROM     site s
ORDER BY slug

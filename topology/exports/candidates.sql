-- candidates: every address that the crawl thought of, and what came of it.
SELECT   c.ip,
         c.found_by,
         f.name AS found_on,
         c.result,
         d.name AS device,
         c.detail,
         c.requests
FROM     candidate c
LEFT     JOIN device f ON f.id = c.found_on
LEFT     JOIN device d ON d.id = c.device
ORDER BY c.ip_key, c.ip;

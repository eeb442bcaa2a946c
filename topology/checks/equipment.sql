-- equipment: What is stated of devices and models, and what devices show.
-- A device that can never speak IPv6, or only when it is replaced, needs a day by
-- which it is; every model needs a statement of its maker; a device that is said to
-- have IPv6 in use must show it. That one has IPv6 and does not use it no table
-- can deny.
WITH model AS (
	SELECT vendor, COALESCE(model, '') AS model, COUNT(*) AS devices
	FROM   device
	WHERE  documented
	AND    vendor <> ''
	GROUP  BY vendor, model
), said AS (
	SELECT m.vendor, m.model, m.devices,
	       (SELECT MAX(v.statement)
	        FROM   fact_vendor v
	        WHERE  LOWER(v.name) = LOWER(m.vendor)
	        AND    (v.model IS NULL OR LOWER(v.model) = LOWER(m.model)))
	           AS statement
	FROM   model m
)
SELECT 'equipment' AS section, 'replaced by a day' AS name,
       'device' AS subject_type, d.key AS subject,
       CASE WHEN f.replace_by IS NOT NULL THEN 'true' ELSE 'false' END AS value,
       NULL AS reason,
       d.name || ' is stated to be of class ' || f.capability
           || COALESCE(', to be replaced by '
                       || strftime('%Y-%m-%d', f.replace_by, 'unixepoch') || '.',
                       '; no day is stated by which it is replaced.')
           AS sentence,
       'stated' AS source, NULL AS coverage
FROM   fact_device f
JOIN   device d ON d.key = f.name
WHERE  f.capability <= 2
UNION ALL
SELECT 'equipment', 'statement of the maker', 'model',
       TRIM(vendor || ' ' || model),
       CASE statement WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'false' END,
       NULL,
       TRIM(vendor || ' ' || model) || ': '
           || CASE statement WHEN 1 THEN 'its maker states that it supports IPv6.'
                   WHEN 0 THEN 'its maker states that it does not support IPv6.'
                   ELSE 'no statement of its maker.' END,
       'stated', NULL
FROM   said
UNION ALL
SELECT 'equipment', 'shows what is stated of it', 'device', d.key,
       CASE WHEN d.class IN ('dual-stack', 'IPv6 only') THEN 'true'
            WHEN f.capability = 5 AND d.class IN ('IPv4 only', 'none')
            THEN 'false'
            ELSE 'unknown' END,
       CASE WHEN d.class IN ('dual-stack', 'IPv6 only') THEN NULL
            WHEN f.capability = 5 AND d.class IN ('IPv4 only', 'none') THEN NULL
            WHEN d.class = 'unknown' THEN 'no-answer'
            ELSE 'not-attempted' END,
       d.name || ' is stated to be of class ' || f.capability || ', seen: '
           || COALESCE(d.class, 'unknown') || '.',
       'observed',
       (SELECT MIN(c.id)
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question = 'IP-MIB::ipAddressTable')
FROM   fact_device f
JOIN   device d ON d.key = f.name
WHERE  f.capability >= 4

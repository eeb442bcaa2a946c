-- voice.sql: telephones, and what carries their calls.
--
--   voice_phone  one row a telephone: its switch, its LAN, and its node: its own,
--                of more than 40 one for each switch, else one for each LAN
--   voice_lan    LANs that are for voice by the facts, or have a telephone
--   voice_part   registrars, SIP services on other devices, trunks

DROP TABLE IF EXISTS temp.voice_phone;
CREATE TEMP TABLE voice_phone AS
WITH phone AS (
	SELECT p.slug, p.name, p.model, p.class, p.switch_slug, p.port,
	       h.segment IS NOT NULL AS is_heard, l.slug AS lan,
	       natural_key(p.name) AS sort
	FROM   page_phone p
	JOIN   device d ON d.id = p.id
	LEFT JOIN host h ON h.id = p.host
	LEFT JOIN lan l
	       ON l.segment = coalesce(h.segment,
	                               (SELECT min(o.segment) FROM lan o
	                                WHERE o.site = d.site
	                                AND o.vlan = p.told_vlan))),
size AS (
	SELECT count(*) AS phones,
	       count(DISTINCT coalesce(switch_slug, '') || ' '
	                      || coalesce(lan, '') || ' ' || class) AS places
	FROM   phone)
SELECT p.*, w.word,
       phones <= 40 OR places <= 40 AS is_by_switch,
       CASE WHEN phones <= 40 THEN 'phone-' || p.slug
       ELSE 'phones-'
            || iif(places <= 40, coalesce(p.switch_slug, 'none') || '-', '')
            || coalesce(p.lan, 'none') || '-' || w.word
       END AS node
FROM   phone p
JOIN   palette w ON w.class = p.class
CROSS JOIN size;

DROP TABLE IF EXISTS temp.voice_lan;
CREATE TEMP TABLE voice_lan AS
SELECT l.*,
       (SELECT count(*) FROM voice_phone p WHERE p.lan = l.slug) AS phones
FROM   lan l
WHERE  l.slug IN (SELECT lan FROM voice_phone)
OR     EXISTS (SELECT 1
               FROM   fact_voice v
               WHERE  v.vlan = l.vlan
               AND    (v.site IS NULL OR v.site = l.site));

DROP TABLE IF EXISTS temp.voice_part;
CREATE TEMP TABLE voice_part AS
SELECT s.part, s.name, s.device_slug, s.class, 'part-' || short_hash(s.name)
           AS node,
       s.part AS about
FROM   page_voice_server s
WHERE  s.part = 'registrar'
OR     s.device IS NULL
OR     s.device NOT IN (SELECT device FROM page_voice_server
                        WHERE  part = 'registrar' AND device IS NOT NULL)
UNION  ALL
SELECT 'trunk', trunk, NULL, NULL, 'trunk-' || short_hash(trunk),
       'trunk; over IPv6: '
       || CASE max(trunk_ipv6)
          WHEN 'yes' THEN 'yes, as stated'
          WHEN 'no' THEN 'no, as stated'
          WHEN 'planned' THEN 'planned, as stated'
          ELSE 'not stated' END
FROM   fact_voice
WHERE  trunk IS NOT NULL
GROUP  BY trunk;

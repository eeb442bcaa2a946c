-- voice.sql: telephones, and what carries their calls.
--
--   voice_phone  one row a telephone: its site, its switch, its LAN
--   voice_lan    LANs that are for voice by the facts, or have a telephone
--   voice_part   registrars, SIP services on other devices, trunks
--   voice_sheet  one row a picture: all, or of more than 60 cards each site
--   voice_seat   one row a picture and telephone: the node that shows it
--   voice_card   one row a picture and other thing in it
--
-- Of more than 24 telephones one node stands for those on one switch and LAN; if
-- these are more than 24, for those of a LAN and class; else for those of a LAN.

DROP TABLE IF EXISTS temp.voice_phone;
CREATE TEMP TABLE voice_phone AS
SELECT p.slug, p.name, p.model, p.class, p.switch_slug, p.port, w.word,
       w.weakness, h.segment IS NOT NULL AS is_heard, l.slug AS lan,
       coalesce(l.site, d.site, 'none') AS site, natural_key(p.name) AS sort
FROM   page_phone p
JOIN   device d ON d.id = p.id
JOIN   palette w ON w.class = p.class
LEFT JOIN host h ON h.id = p.host
LEFT JOIN lan l
       ON l.segment = coalesce(h.segment,
                               (SELECT min(o.segment) FROM lan o
                                WHERE o.site = d.site
                                AND o.vlan = p.told_vlan));

DROP TABLE IF EXISTS temp.voice_lan;
CREATE TEMP TABLE voice_lan AS
SELECT l.*, coalesce(p.phones, 0) AS phones
FROM   lan l
LEFT JOIN (SELECT lan, count(*) AS phones FROM voice_phone GROUP BY lan) p
       ON p.lan = l.slug
WHERE  p.phones > 0
   OR  l.vlan IN (SELECT vlan FROM fact_voice v
                  WHERE v.site IS NULL OR v.site = l.site);

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

-- Who registers where, LAN by LAN, as stated.
DROP TABLE IF EXISTS temp.voice_way;
CREATE TEMP TABLE voice_way AS
SELECT DISTINCT l.slug AS lan, v.node
FROM   voice_lan l
JOIN   fact_voice f ON f.vlan = l.vlan AND (f.site IS NULL OR f.site = l.site)
JOIN   voice_part v
       ON (v.part = 'registrar' AND v.name = f.registrar)
       OR (v.part = 'trunk' AND v.name = f.trunk AND f.registrar IS NULL);

DROP TABLE IF EXISTS temp.voice_scope;
CREATE TEMP TABLE voice_scope AS
SELECT 'voice' AS sheet, slug AS phone FROM voice_phone
UNION ALL
SELECT 'voice-' || coalesce(s.slug, 'none'), p.slug
FROM   voice_phone p
LEFT JOIN site s ON s.id = p.site;

DROP TABLE IF EXISTS temp.voice_seat;
CREATE TEMP TABLE voice_seat AS
WITH size AS (
	SELECT c.sheet, count(*) AS phones,
	       count(DISTINCT coalesce(p.switch_slug, '') || ' '
	                      || coalesce(p.lan, '') || ' ' || p.class) AS places,
	       count(DISTINCT p.switch_slug) AS switches,
	       count(DISTINCT coalesce(p.lan, '') || ' ' || p.class) AS kinds
	FROM   voice_scope c
	JOIN   voice_phone p ON p.slug = c.phone
	GROUP BY c.sheet
)
SELECT z.sheet, p.*, min(phones, places) <= 24 AND switches <= 8 AS is_by_switch,
       CASE WHEN phones <= 24 THEN 'phone-' || p.slug
            WHEN places <= 24 AND switches <= 8
            THEN 'phones-' || coalesce(p.switch_slug, 'none') || '-'
                 || coalesce(p.lan, 'none') || '-' || p.word
            WHEN kinds <= 24 THEN 'phones-' || coalesce(p.lan, 'none') || '-'
                 || p.word
            ELSE 'phones-' || coalesce(p.lan, 'none') END AS node
FROM   size z
JOIN   voice_scope c USING (sheet)
JOIN   voice_phone p ON p.slug = c.phone;
CREATE INDEX temp.voice_seat_sheet ON voice_seat (sheet, node);

-- In a picture of a site stand the LANs with most telephones.
DROP TABLE IF EXISTS temp.voice_card;
CREATE TEMP TABLE voice_card AS
SELECT 'voice' AS sheet, 'lan' AS kind, slug AS ref, 0 AS rank FROM voice_lan
UNION ALL
SELECT 'voice', 'part', node, 0 FROM voice_part
UNION ALL
SELECT 'voice-' || coalesce(s.slug, 'none'), 'lan', l.slug,
       row_number() OVER (PARTITION BY l.site
                          ORDER BY l.phones DESC, l.vlan IS NULL, l.vlan,
                                   l.sort, l.slug)
FROM   voice_lan l
LEFT JOIN site s ON s.id = l.site;
INSERT INTO voice_card
SELECT sheet, 'part', node, row_number() OVER (PARTITION BY sheet ORDER BY node)
FROM   (SELECT DISTINCT c.sheet, w.node
        FROM   voice_card c
        JOIN   voice_way w ON w.lan = c.ref
        WHERE  c.kind = 'lan' AND c.sheet <> 'voice');
DELETE FROM voice_card WHERE rank > CASE kind WHEN 'lan' THEN 20 ELSE 8 END;
INSERT INTO voice_card
SELECT DISTINCT sheet, 'switch', switch_slug, 0
FROM   voice_seat
WHERE  is_by_switch AND switch_slug IS NOT NULL;
CREATE INDEX temp.voice_card_sheet ON voice_card (sheet, kind);
-- A telephone's node goes with its LAN.
DELETE FROM voice_seat
WHERE  sheet <> 'voice' AND lan IS NOT NULL
  AND  (sheet, lan) NOT IN (SELECT sheet, ref FROM voice_card
                            WHERE kind = 'lan');

DROP TABLE IF EXISTS temp.voice_sheet;
CREATE TEMP TABLE voice_sheet AS
WITH size AS (
	SELECT sheet, sum(cards) AS cards, sum(lans) AS lans
	FROM   (SELECT sheet, count(*) AS cards, sum(kind = 'lan') AS lans
	        FROM   voice_card
	        GROUP BY sheet
	        UNION ALL
	        SELECT sheet, count(DISTINCT node), 0 FROM voice_seat
	        GROUP BY sheet)
	GROUP BY sheet
),
whole AS (
	SELECT coalesce(max(cards), 0) <= 60 AS fits FROM size WHERE sheet = 'voice'
)
SELECT z.sheet, iif(z.sheet = 'voice', '', coalesce(s.name, 'No site') || ': ')
           || 'Voice — telephones, LANs, registrars, trunks' AS title
FROM   size z
CROSS JOIN whole
LEFT JOIN site s ON 'voice-' || s.slug = z.sheet
WHERE  z.lans > 0 AND z.cards <= 60 AND (z.sheet = 'voice') = fits;

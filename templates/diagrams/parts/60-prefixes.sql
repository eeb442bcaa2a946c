-- prefixes.sql: the part of the address space that one picture can hold.
--
--   branch   one row a prefix that is drawn

DROP TABLE IF EXISTS temp.branch;
CREATE TEMP TABLE branch AS
SELECT s.*,
       row_number() OVER (ORDER BY s.vrf, s.family DESC, s.prefix_key,
                                   s.length) AS place,
       (SELECT count(*) FROM space c WHERE c.parent = s.id) AS inside
FROM   page_space s
WHERE  s.id IN (SELECT id
                FROM   space
                WHERE  length < CASE family WHEN 4 THEN 32 ELSE 128 END
                AND    ((SELECT count(*)
                         FROM   space
                         WHERE  length < CASE family WHEN 4 THEN 32
                                         ELSE 128 END) <= 60
                        OR role = 'container')
                ORDER BY depth, length, family DESC, prefix_key, vrf
                LIMIT  60);

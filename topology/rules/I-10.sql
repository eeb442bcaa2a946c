-- I-10: A block of the plan does not end on a nibble.
--
-- A length that four does not divide cuts through a digit: nobody sees in an
-- address where the block ends, and its part of ip6.arpa cannot be delegated.
-- Undecided of planned prefixes whose role is not stated.
SELECT 'prefix' AS subject_type,
       s.key AS subject,
       CASE WHEN s.is_own OR s.role = 'container' THEN 'fires'
            ELSE 'unknown'
            END AS verdict,
       'I' AS severity,
       s.prefix
       || CASE WHEN s.is_own OR s.role = 'container'
               THEN ' holds others and ends inside a digit.'
               ELSE ' ends inside a digit; its role is not stated.'
               END AS sentence
FROM   space s
WHERE  s.family = 6
AND    s.length % 4 <> 0
AND    s.length < 64
AND    (s.is_own OR s.is_planned)
AND    (s.role IS NULL OR s.role = 'container' OR s.is_own)

-- named.sql: what DNS is asked of the names and addresses in its own answers:
-- the addresses of servers that MX, NS and SRV name, the names of addresses.
INSERT INTO question (talk, kind, target, name, record)
SELECT DISTINCT 'dns', 'D1', q.target, a.value, r.record
FROM   question q
JOIN   answer_record a ON a.question = q.id
JOIN   (SELECT 'A' AS record UNION ALL SELECT 'AAAA') r
WHERE  q.record IN ('MX', 'NS', 'SRV')
AND    a.value <> ''
AND    NOT EXISTS (
		SELECT 1 FROM question asked
		WHERE  asked.target = q.target
		AND    asked.name = a.value
		AND    asked.record = r.record)
ORDER  BY q.target, a.value, r.record;

INSERT INTO question (talk, kind, target, name, record, family, ip)
SELECT DISTINCT 'dns', 'D1', q.target, reverse_name(a.value), 'PTR',
       ip_family(a.value), a.value
FROM   question q
JOIN   answer_record a ON a.question = q.id
WHERE  q.kind = 'D1'
AND    q.record IN ('A', 'AAAA')
AND    ip_key(a.value) IS NOT NULL
AND    q.target IN (SELECT target FROM asked_service)
ORDER  BY q.target, ip_family(a.value), ip_key(a.value);

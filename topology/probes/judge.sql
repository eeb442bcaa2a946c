-- judge.sql: when silence over IPv6 means no. IPv4 must have answered the same
-- question from here, and IPv6 must work from here: else nobody knows where it
-- was lost. That a unique local address answers says nothing of the others, nor
-- they of it.
CREATE TEMP TABLE silent AS
SELECT q.id,
       q.kind,
       EXISTS (SELECT 1
               FROM   question r
               WHERE  r.target = 'reference target'
               AND    r.family = 6
               AND    (r.result = 'true' OR r.reason = 'refused')
               AND    (ip_kind(r.ip) = 'ULA') = (ip_kind(q.ip) = 'ULA'))
       AND EXISTS (SELECT 1 FROM tested_family WHERE family = 6 AND works)
           AS is_heard
FROM   question q
WHERE  q.family = 6
AND    q.result = 'unknown'
AND    q.reason = 'no-answer';

UPDATE question
SET    reason = 'prober-lacks-family',
       detail = 'no reference target with an address of this kind answered'
WHERE  id IN (SELECT id FROM silent
              WHERE  kind IN ('M1', 'D2') AND NOT is_heard)
AND    EXISTS (SELECT 1 FROM tested_family WHERE family = 6 AND works);

-- A service that refuses here what it does over IPv4 was heard.
UPDATE question
SET    result = 'false'
WHERE  kind IN ('T1', 'T2', 'T3', 'V1')
AND    family = 6
AND    result = 'unknown'
AND    (reason = 'refused' OR id IN (SELECT id FROM silent WHERE is_heard))
AND    EXISTS (
		SELECT 1 FROM question four
		WHERE  four.kind = question.kind
		AND    four.target = question.target
		AND    four.port = question.port
		AND    four.family = 4
		AND    four.result = 'true');

DROP TABLE silent;

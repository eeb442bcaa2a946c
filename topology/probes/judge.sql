-- judge.sql: when silence over IPv6 means no. IPv4 must have answered the same
-- question from here, and IPv6 works here: else nobody knows where it was lost.
UPDATE question
SET    result = 'false'
WHERE  kind IN ('T1', 'T2', 'T3', 'V1')
AND    family = 6
AND    result = 'unknown'
AND    reason = 'no-answer'
AND    EXISTS (SELECT 1 FROM tested_family WHERE family = 6 AND works)
AND    EXISTS (
		SELECT 1 FROM question four
		WHERE  four.kind = question.kind
		AND    four.target = question.target
		AND    four.port = question.port
		AND    four.family = 4
		AND    four.result = 'true');

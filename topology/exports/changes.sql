-- changes: what differs from the state before.
SELECT   kind,
         subject_type,
         subject,
         name,
         before,
         after,
         sentence
FROM     change
ORDER BY id;

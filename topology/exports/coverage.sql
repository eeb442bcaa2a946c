-- coverage: every question asked of every device, and what came back.
SELECT   d.name AS device,
         c.question,
         c.result,
         c.rows,
         c.refused,
         c.reason
FROM     coverage c
JOIN     device d ON d.id = c.device
ORDER BY natural_key(d.name), d.key, d.id, c.question;

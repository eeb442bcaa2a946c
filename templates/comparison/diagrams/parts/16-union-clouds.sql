-- union-clouds.sql: what became of lines that several share: an end is new, or
-- gone, where all that it was joined to by it is.

UPDATE joint
SET    class = coalesce(
           (SELECT p.fate
            FROM   whole_joint w
            JOIN   change_palette p ON p.fate = w.class
            WHERE  w.device = joint.b_device
              AND  w.interface IS joint.b_interface
            ORDER BY p.weight LIMIT 1),
           'unchanged')
WHERE  a_device IN (SELECT device FROM hub);

INSERT INTO card_fate (device, class, fate)
SELECT h.device, NULL,
       iif(min(j.class) = max(j.class), min(j.class), 'unchanged')
FROM   hub h
JOIN   joint j ON j.a_device = h.device
GROUP BY h.device;

-- discover.sql: a crawl in a line of the log.
SELECT format('%d devices, %d of them answered, %d rows',
    (SELECT count(*) FROM device WHERE documented),
    (SELECT count(*) FROM device WHERE documented AND source = 'agent'),
    (SELECT coalesce(sum(rows), 0) FROM coverage));

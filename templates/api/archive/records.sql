-- records: all that happened to the archive, oldest first.
SELECT   ordinal,
         strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') AS at, event,
         id AS snapshot, name, text, log_sha256
FROM     record
ORDER BY ordinal

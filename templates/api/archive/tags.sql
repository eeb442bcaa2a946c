-- tags: names of snapshots, and who bears them now.
SELECT   t.name, t.id AS snapshot,
         strftime('%Y-%m-%dT%H:%M:%SZ', t.moved_at, 'unixepoch') AS moved_at,
         (SELECT json_group_array(json_object('snapshot', id, 'at',
                     strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch'),
                     'how', how, 'why', why))
          FROM   (SELECT *
                  FROM   tag_history h
                  WHERE  h.name = t.name
                  ORDER BY ordinal)) AS history_json
FROM     tag t
ORDER BY t.name

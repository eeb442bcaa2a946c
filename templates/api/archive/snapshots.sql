-- snapshots: all that were published, newest by time first; figures are null
-- where a manifest is not as it was published.
SELECT   s.id,
         strftime('%Y-%m-%dT%H:%M:%SZ', s.observed_at, 'unixepoch')
             AS observed_at,
         strftime('%Y-%m-%dT%H:%M:%SZ', s.published_at, 'unixepoch')
             AS published_at,
         s.kind, s.phase, r.phase_title, s.note, s.replaces, s.is_latest,
         s.is_readable, s.is_pruned, s.is_imported,
         s.complete AS is_complete, s.previous, s.next,
         (SELECT json_group_array(name)
          FROM   (SELECT name FROM tag WHERE tag.id = s.id ORDER BY name))
             AS tags_json,
         s.devices,
         iif(s.devices IS NULL, NULL, json_object('dual-stack', s.dual,
             'IPv4 only', s.v4_only, 'IPv6 only', s.v6_only, 'none', s.none,
             'unknown', s.unknown)) AS classes_json,
         (SELECT json_group_array(json_object('id', metric, 'title', title,
                     'part', part, 'total', total, 'unknown', unknown))
          FROM   (SELECT * FROM metric m WHERE m.id = s.id ORDER BY ordinal))
             AS metrics_json,
         (SELECT json_group_array(json_object('result', result, 'questions',
                     questions, 'devices', devices, 'rows', rows, 'refused',
                     refused))
          FROM   (SELECT * FROM coverage c WHERE c.id = s.id ORDER BY result))
             AS coverage_json,
         (SELECT json_group_array(json_object('event', event, 'at',
                     strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch'),
                     'by', name, 'text', text))
          FROM   (SELECT *
                  FROM   record o
                  WHERE  o.id = s.id
                  AND    o.event IN ('note', 'sign')
                  ORDER BY ordinal)) AS notes_json,
         strftime('%Y-%m-%dT%H:%M:%SZ', r.started_at, 'unixepoch')
             AS started_at,
         strftime('%Y-%m-%dT%H:%M:%SZ', r.finished_at, 'unixepoch')
             AS finished_at,
         s.files, s.bytes, s.state_bytes, s.state_sha256, s.manifest_sha256,
         s.root_sha256, r.facts_sha256, s.tool,
         COALESCE(s.tools, 'null') AS tools_json
FROM     snapshot s
JOIN     run r ON r.id = s.id
ORDER BY s.id DESC

-- services: Every stated service is dual-stack.
SELECT 'services' AS section, 'dual-stack' AS name, 'service' AS subject_type,
       s.key AS subject,
       CASE s.class WHEN 'dual-stack' THEN 'true' WHEN 'unknown' THEN 'unknown'
            ELSE 'false' END AS value,
       CASE s.class WHEN 'unknown' THEN 'no-answer' END AS reason,
       s.name || ': ' || CASE s.class WHEN 'unknown' THEN 'not observed'
                              ELSE s.class END
           || COALESCE(' (' || COALESCE(s.class_note, f.why) || ')', '') || '.'
           AS sentence,
       'observed' AS source,
       COALESCE(f.operational_probe, f.reachable_probe, f.published_probe)
           AS probe
FROM   service s
LEFT   JOIN service_family f ON f.service = s.id AND f.family = 6

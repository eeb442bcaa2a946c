-- report.sql: the verdicts of each device in one line a kind, and in all.
CREATE VIEW report AS
SELECT device, kind,
       SUM(side = 'expected') AS expected,
       SUM(side = 'expected' AND same) AS matched,
       SUM(side = 'expected' AND NOT same AND reason IS NOT NULL) AS explained,
       SUM(side = 'expected' AND NOT same AND reason IS NULL) AS missing,
       SUM(side = 'found') AS found,
       SUM(side = 'found' AND NOT same) AS extra,
       SUM(side = 'found' AND NOT same AND reason IS NULL) AS invented,
       SUM(side = 'recorded') AS recorded,
       SUM(side = 'recorded' AND NOT same AND reason IS NULL) AS lost,
       COALESCE((SELECT GROUP_CONCAT(reason, '; ')
                 FROM   (SELECT DISTINCT r.reason
                         FROM   verdict r
                         WHERE  r.device = verdict.device
                         AND    r.kind = verdict.kind
                         AND    NOT r.same
                         AND    r.reason <> 'recorded'
                         ORDER  BY 1)), '') AS reasons
FROM   verdict
GROUP  BY device, kind
ORDER  BY device, kind;

CREATE VIEW figures AS
SELECT 'devices, ' || kind || ': expected ' || SUM(expected) || ', matched '
       || SUM(matched) || ', explained ' || SUM(explained) || ', missing '
       || SUM(missing) || '; found ' || SUM(found) || ', extra ' || SUM(extra)
       || ', invented ' || SUM(invented) || '; recorded ' || SUM(recorded)
       || ', lost ' || SUM(lost) AS figure
FROM   report
GROUP  BY kind
ORDER  BY kind;
